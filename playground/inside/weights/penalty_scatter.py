"""Single weights: how hard the data pushes each, against how hard the penalty pulls, and which of them shrink."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.inside.weights.penalty_bars import DATA, PENALTY
from playground.ui.look import theme
from playground.ui.painting.gradient_card import draw_card
from playground.ui.painting.lines.round_numbers import Held
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.numbers import number, percent

_LEFT, _BOTTOM, _TOP = 46.0, 36.0, 40.0
_POINT: Final = 4.5
_NEAR: Final = 10.0
"""Pixels from a point at which the pointer reads it."""


@record(eq=False)
class Forces:
    """points: (3, n), weight, force of the data and of the penalty; l1, l2: how strong the penalty is.

    overruled, unopposed: shares of all weights that the penalty shrinks, against the data and without its resistance.
    """

    layer: str
    points: NDArray[Any]
    l1: float
    l2: float
    overruled: float
    unopposed: float

    def shrinks(self) -> NDArray[np.bool_]:
        """(n,) which of the points the penalty makes smaller."""
        weight, data, pull = self.points
        outward = np.sign(data) * np.sign(weight) > 0
        result: NDArray[np.bool_] = (pull != 0) & (~outward | (np.abs(pull) > np.abs(data)))
        return result


class PenaltyScatter(ReadableCanvas[int]):
    """x: the weight; y: the force on it. Where the ground is coloured a weight gets smaller. A spot is a point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forces: Forces | None = None
        self._x, self._y = Held(), Held()

    def sizeHint(self) -> QSize:
        return QSize(340, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 150)

    def show_forces(self, forces: Forces | None) -> None:
        """None: there is nothing to see yet."""
        if forces is not None and (self._forces is None or forces.layer != self._forces.layer):
            self._x, self._y = Held(), Held()
        self._forces = forces
        self.look_again()

    def headline(self) -> str:
        """What is to be seen, in a sentence."""
        forces = self._forces
        if forces is None:
            return ""
        if not forces.l1 and not forces.l2:
            return self.tr("{layer}: no penalty. Give it an L1 or L2 above zero, and watch it pull.").format(
                layer=forces.layer
            )
        shrunk = forces.overruled + forces.unopposed
        if math.isnan(shrunk):
            return self.tr("The lane has stopped training.")
        return self.tr("{share} of the weights of {layer} are being shrunk").format(
            share=percent(shrunk, 0), layer=forces.layer
        )

    # --- places -----------------------------------------------------------------------------------------------------

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -2, -_BOTTOM)

    def _fit(self, forces: Forces) -> tuple[float, float]:
        """Half of the axes. A few points that lie far out are drawn at the edge."""
        weight, data, pull = np.abs(forces.points.astype(np.float64))
        finite = np.isfinite(weight) & np.isfinite(data)
        if not finite.any():
            return self._x.follow(math.nan), self._y.follow(math.nan)
        x = self._x.follow(float(weight[finite].max()))
        reach = max(float(np.percentile(data[finite], 95)), 1.1 * float(pull[finite].max()))
        return x, self._y.follow(reach)

    def _placed(self, forces: Forces, frame: QRectF) -> NDArray[np.float64]:
        """The points in pixels: (n, 2)."""
        x, y = self._fit(forces)
        weight, data = np.nan_to_num(forces.points[:2].astype(np.float64))
        center = frame.center()
        return np.stack(
            [
                center.x() + np.clip(weight, -x, x) / x * (frame.width() / 2 - 4),
                center.y() - np.clip(data, -y, y) / y * (frame.height() / 2 - 4),
            ],
            axis=1,
        )

    def spot_at(self, position: QPointF) -> int | None:
        if self._forces is None or not self._forces.points.shape[1]:
            return None
        away = self._placed(self._forces, self._frame()) - (position.x(), position.y())
        distance = np.hypot(away[:, 0], away[:, 1])
        nearest = int(distance.argmin())
        return nearest if distance[nearest] <= _NEAR else None

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        forces, look = self._forces, theme.current()
        if forces is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        x, y = self._fit(forces)
        painter.fillRect(frame, QColor(look.sunken))
        painter.setClipRect(frame)
        self._paint_ground(painter, frame, forces, x, y)
        painter.setClipping(False)
        self._paint_axes(painter, frame, x, y)
        painter.setClipRect(frame)
        self._paint_pull(painter, frame, forces, x, y)
        self._paint_points(painter, frame, forces)
        painter.setClipping(False)
        self._paint_headline(painter, forces)
        self._paint_reading(painter, frame, forces)
        painter.end()

    def _ends(self, frame: QRectF, forces: Forces, x: float, y: float, sign: int) -> list[QPointF]:
        """The penalty's force at the left end, left and right of zero, and at the right end, times ``sign``."""
        center, wide, high = frame.center(), frame.width() / 2 - 4, frame.height() / 2 - 4
        jump, end = forces.l1 / y * high, (forces.l2 * x + forces.l1) / y * high
        return [
            QPointF(center.x() - wide, center.y() - sign * end),
            QPointF(center.x(), center.y() - sign * jump),
            QPointF(center.x(), center.y() + sign * jump),
            QPointF(center.x() + wide, center.y() + sign * end),
        ]

    def _paint_ground(self, painter: QPainter, frame: QRectF, forces: Forces, x: float, y: float) -> None:
        """Where data and penalty together make a weight smaller."""
        if not forces.l1 and not forces.l2:
            return
        color = theme.current().color(PENALTY)
        color.setAlphaF(0.10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        left_end, left, right, right_end = self._ends(frame, forces, x, y, -1)
        above = [QPointF(left.x(), frame.top()), QPointF(left_end.x(), frame.top())]
        below = [QPointF(right_end.x(), frame.bottom()), QPointF(right.x(), frame.bottom())]
        painter.drawPolygon(QPolygonF([left_end, left, *above]))
        painter.drawPolygon(QPolygonF([right, right_end, *below]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(theme.font("small"))
        inner = frame.adjusted(10, 4, -10, -4)
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for vertical, sides in ((top, (PENALTY, DATA)), (bottom, (DATA, PENALTY))):
            for side, name in zip((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), sides, strict=True):
                painter.setPen(theme.current().color(name))
                text = self.tr("shrinks") if name == PENALTY else self.tr("grows")
                painter.drawText(inner, vertical | side, text)

    def _paint_axes(self, painter: QPainter, frame: QRectF, x: float, y: float) -> None:
        look, center = theme.current(), frame.center()
        painter.setFont(theme.font("small"))
        line = QFontMetricsF(painter.font()).height()
        painter.setPen(QPen(QColor(look.border_strong), 1))
        painter.drawLine(QPointF(frame.left(), center.y()), QPointF(frame.right(), center.y()))
        painter.drawLine(QPointF(center.x(), frame.top()), QPointF(center.x(), frame.bottom()))
        painter.setPen(QColor(look.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, at in ((y, frame.top() + 4), (0.0, center.y()), (-y, frame.bottom() - 4)):
            painter.drawText(QRectF(0, at - line / 2, _LEFT - 6, line), right, number(value, 2))
        below = QRectF(frame.left(), frame.bottom() + 2, frame.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, number(-x, 2))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, number(x, 2))
        below.translate(0, line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self.tr("weight w"))
        painter.drawText(QPointF(0, frame.top() + 4 + 1.6 * line), self.tr("force"))

    def _paint_pull(self, painter: QPainter, frame: QRectF, forces: Forces, x: float, y: float) -> None:
        if not forces.l1 and not forces.l2:
            return
        color = theme.current().color(PENALTY)
        painter.setPen(QPen(color, 2))
        ends = self._ends(frame, forces, x, y, 1)
        painter.drawPolyline(QPolygonF(ends))
        words = {(True, False): "−λ₁ sign w", (False, True): "−λ w"}.get(
            (forces.l1 > 0, forces.l2 > 0), "−λ w − λ₁ sign w"
        )
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        at = QPointF(frame.right() - 8 - metrics.horizontalAdvance(words), ends[3].y() + metrics.ascent() + 4)
        at.setY(min(at.y(), frame.bottom() - 8 - metrics.height()))  # above the word in the corner
        painter.drawText(at, words)

    def _paint_points(self, painter: QPainter, frame: QRectF, forces: Forces) -> None:
        places, shrinks = self._placed(forces, frame), forces.shrinks()
        for chosen, name in ((~shrinks, DATA), (shrinks, PENALTY)):
            polygon: QPolygonF = pg.functions.create_qpolygonf(int(chosen.sum()))
            if polygon.isEmpty():
                continue
            pg.functions.ndarray_from_qpolygonf(polygon)[:] = places[chosen]
            color = theme.current().color(name)
            color.setAlphaF(0.8)
            pen = QPen(color, _POINT)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(polygon)

    def _paint_headline(self, painter: QPainter, forces: Forces) -> None:
        look = theme.current()
        painter.setFont(theme.font("title"))
        metrics = painter.fontMetrics()
        painter.setPen(QColor(look.text))
        text = metrics.elidedText(self.headline(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QPointF(0, metrics.ascent()), text)
        if math.isnan(forces.overruled) or not (forces.l1 or forces.l2):
            return
        painter.setFont(theme.font("small"))
        detail = self.tr("{overruled} against the data, {unopposed} unopposed; {rest} grow or stay").format(
            overruled=percent(forces.overruled, 0),
            unopposed=percent(forces.unopposed, 0),
            rest=percent(1 - forces.overruled - forces.unopposed, 0),
        )
        small = painter.fontMetrics()
        painter.setPen(QColor(look.muted))
        detail = small.elidedText(detail, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QPointF(0, metrics.height() + small.ascent()), detail)

    def _paint_reading(self, painter: QPainter, frame: QRectF, forces: Forces) -> None:
        index = self.spot
        if index is None:
            return
        x, y = self._placed(forces, frame)[index]
        weight, data, pull = (float(value) for value in forces.points[:, index])
        look = theme.current()
        painter.setPen(QPen(QColor(look.text), 1.5))
        painter.drawEllipse(QPointF(x, y), 5.0, 5.0)
        verdict = self.tr("shrinks") if bool(forces.shrinks()[index]) else self.tr("grows or stays")
        lines = [
            (look.color(DATA), self.tr("data"), number(data)),
            (look.color(PENALTY), self.tr("penalty"), number(pull)),
            (None, self.tr("together"), number(data + pull)),
            (None, verdict, ""),
        ]
        title = self.tr("weight {value}").format(value=number(weight))
        draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QPointF(x, y), title, lines)
