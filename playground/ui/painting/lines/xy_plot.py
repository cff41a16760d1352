"""Points and curves of two numbers, each axis in its own unit, to be read off one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.ui.look import theme
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.lines.value_axis import linear_ticks
from playground.ui.painting.notes import MARK, draw_mark
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import alike, number

_TOP, _RIGHT = 8.0, 12.0
_BESIDE: Final = 6.0
_DOT: Final = 5.0
_HOLLOW: Final = 2.6
"""Widths of a point, and of the hole in one of a row that was not trained on."""
_DIGITS: Final = 5

Floats = NDArray[Any]


@record(eq=False)
class Dots:
    """x, y: (n,); hollow ones are rows that were not trained on."""

    x: Floats
    y: Floats
    color: QColor
    is_hollow: bool = False


@record(eq=False)
class Curve:
    """x, y: (n,); what is not a number is left out."""

    x: Floats
    y: Floats
    pen: QPen


@record(eq=False)
class XyShown:
    """What is drawn: dots, and curves over them; ``even`` is a thin dashed line between two points, (x, y) each.

    x, y: what the axes span; across, up: their names. spots: (n, 2), what can be read off, and ``read`` says of each
    the heading and the lines of its card.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    across: str
    up: str
    dots: Sequence[Dots]
    curves: Sequence[Curve]
    spots: Floats
    read: Callable[[int], tuple[str, Sequence[CardLine]]]
    even: tuple[tuple[float, float], tuple[float, float]] | None = None
    legend: Sequence[CardLine] = ()
    """What each curve is called, where there are several."""


class XyPlot(ReadableCanvas[int]):
    """As large as there is room. A spot is one of ``spots``; arrow keys go along them from left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._shown: XyShown | None = None
        self._order: NDArray[np.intp] = np.zeros(0, np.intp)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(280, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 110)

    def shown(self) -> XyShown | None:
        """What is drawn now."""
        return self._shown

    def show_plot(self, shown: XyShown | None) -> None:
        """None: there is nothing to see."""
        self._shown = shown
        self._order = np.argsort(shown.spots[:, 0], kind="stable") if shown is not None else self._order[:0]
        self.look_again()

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        shown = self._shown
        if shown is None or not len(shown.spots) or not self.frame().adjusted(-8, -8, 8, 8).contains(position):
            return None
        points = self._placed(shown, shown.spots[:, 0], shown.spots[:, 1])
        away = np.hypot(points[:, 0] - position.x(), points[:, 1] - position.y())
        return None if np.isnan(away).all() else int(np.nanargmin(away))

    def spot_by_key(self, key: Qt.Key) -> int | None:
        order = self._order
        place = None if self.spot is None else int(np.flatnonzero(order == self.spot)[0])
        to = moved(place, key, len(order) - 1, (Qt.Key.Key_Left, Qt.Key.Key_Right), max(1, len(order) // 50))
        return None if to is None else int(order[to])

    def is_there(self, spot: int) -> bool:
        return self._shown is not None and spot < len(self._shown.spots)

    def told(self, spot: int) -> str:
        assert self._shown is not None
        heading, lines = self._shown.read(spot)
        return ", ".join([heading, *(f"{line.text} {line.value}".strip() for line in lines)])

    # --- places -----------------------------------------------------------------------------------------------------

    def frame(self) -> QRectF:
        """Where the points are: right of the numbers of the upright axis."""
        metrics = QFontMetricsF(theme.font("small"))
        texts = alike(self._up_ticks(), _DIGITS) if self._shown is not None else []
        left = max((metrics.horizontalAdvance(text) for text in texts), default=24.0) + metrics.height() + 2 * _BESIDE
        room = QRectF(self.rect()).adjusted(left, _TOP, -_RIGHT, -2 * metrics.height() - _BESIDE)
        return QRectF(room.topLeft(), QSizeF(max(room.width(), 1.0), max(room.height(), 1.0)))

    def _placed(self, shown: XyShown, x: Floats, y: Floats) -> NDArray[np.float64]:
        """(n, 2), pixels."""
        frame, (x0, x1), (y0, y1) = self.frame(), shown.x, shown.y
        across, up = (x - x0) / (x1 - x0), (y - y0) / (y1 - y0)
        return np.stack([frame.left() + across * frame.width(), frame.bottom() - up * frame.height()], axis=1)

    def _up_ticks(self) -> list[float]:
        assert self._shown is not None
        line = QFontMetricsF(theme.font("small")).height()
        low, high = self._shown.y
        return linear_ticks(low, high, (high - low) / max(1.0, self.height() - 3 * line) * 2 * line)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame, shown = QPainter(self), self.frame(), self._shown
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(frame, QColor(theme.current().sunken))
        if shown is not None:
            self._paint_axes(painter, frame, shown)
            painter.setClipRect(frame)
            self._paint_even(painter, shown)
            for dots in shown.dots:
                self._paint_dots(painter, shown, dots)
            for curve in shown.curves:
                self._paint_curve(painter, shown, curve)
            self._paint_legend(painter, frame, shown)
            painter.setClipping(False)
            self._paint_spot(painter, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_axes(self, painter: QPainter, frame: QRectF, shown: XyShown) -> None:
        look, flag = theme.current(), Qt.AlignmentFlag
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        widest = max(metrics.horizontalAdvance(number(end, _DIGITS)) for end in shown.x) + 24
        across = linear_ticks(*shown.x, (shown.x[1] - shown.x[0]) / frame.width() * widest)
        x = self._placed(shown, np.array(across), np.full(len(across), shown.y[0]))[:, 0]
        up = self._up_ticks()
        y = self._placed(shown, np.full(len(up), shown.x[0]), np.array(up))[:, 1]
        painter.setPen(QColor(look.grid))
        for at in x.round().tolist():
            painter.drawLine(QPointF(at + 0.5, frame.top()), QPointF(at + 0.5, frame.bottom()))
        for at in y.round().tolist():
            painter.drawLine(QPointF(frame.left(), at + 0.5), QPointF(frame.right(), at + 0.5))
        painter.setPen(QColor(look.muted))
        for text, at in zip(alike(across, _DIGITS), x.tolist(), strict=True):
            place = QRectF(min(at - 40, self.width() - 80), frame.bottom() + 2, 80, line)
            side = flag.AlignRight if place.center().x() < at - 1 else flag.AlignHCenter
            painter.drawText(place, side | flag.AlignTop, text)
        for text, at in zip(alike(up, _DIGITS), y.tolist(), strict=True):
            place = QRectF(0, at - line / 2, frame.left() - _BESIDE, line)
            painter.drawText(place, flag.AlignRight | flag.AlignVCenter, text)
        painter.setPen(QColor(look.text))
        below = QRectF(frame.left(), frame.bottom() + 2 + line, frame.width(), line)
        name = metrics.elidedText(shown.across, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, flag.AlignHCenter | flag.AlignTop, name)
        painter.save()
        painter.translate(0, frame.center().y())
        painter.rotate(-90)
        name = metrics.elidedText(shown.up, Qt.TextElideMode.ElideRight, frame.height())
        painter.drawText(QRectF(-frame.height() / 2, 0, frame.height(), line), flag.AlignCenter, name)
        painter.restore()

    def _paint_even(self, painter: QPainter, shown: XyShown) -> None:
        if shown.even is None:
            return
        pen = QPen(QColor(theme.current().muted), 1)
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        ends = np.array(shown.even)
        painter.drawPolyline(_polygon(self._placed(shown, ends[:, 0], ends[:, 1])))

    def _paint_dots(self, painter: QPainter, shown: XyShown, dots: Dots) -> None:
        points = _polygon(self._placed(shown, dots.x, dots.y))
        look = theme.current()
        for color, width in ((dots.color, _DOT), *(((QColor(look.sunken), _HOLLOW),) if dots.is_hollow else ())):
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(points)

    def _paint_curve(self, painter: QPainter, shown: XyShown, curve: Curve) -> None:
        painter.setPen(curve.pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_polygon(self._placed(shown, curve.x, curve.y)))

    def _paint_legend(self, painter: QPainter, frame: QRectF, shown: XyShown) -> None:
        """In the upper left corner, on a ground of its own: points may lie there."""
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        high = metrics.height()
        lines = shown.legend[: max(1, int(frame.height() / high / 2))]
        names = [metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, frame.width() / 3) for line in lines]
        words = [f"{name}  {line.value}" for name, line in zip(names, lines, strict=True)]
        wide = max((metrics.horizontalAdvance(text) for text in words), default=0.0) + MARK + 2 * _BESIDE
        ground = theme.current().color("surface")
        ground.setAlphaF(0.85)
        if words:
            painter.fillRect(QRectF(frame.left() + 2, frame.top() + 2, wide + _BESIDE, len(words) * high + 4), ground)
        for index, (line, text) in enumerate(zip(lines, words, strict=True)):
            top = frame.top() + 4 + index * high
            draw_mark(painter, line.style or 0, QPointF(frame.left() + _BESIDE + MARK / 2, top + high / 2))
            painter.setPen(QColor(theme.current().text))
            painter.drawText(QPointF(frame.left() + MARK + 2 * _BESIDE, top + metrics.ascent()), text)

    def _paint_spot(self, painter: QPainter, shown: XyShown) -> None:
        if self.spot is None or self.spot >= len(shown.spots) or np.isnan(shown.spots[self.spot]).any():
            return
        spot = shown.spots[self.spot : self.spot + 1]
        at = QPointF(*self._placed(shown, spot[:, 0], spot[:, 1])[0].tolist())
        painter.setPen(QPen(QColor(theme.current().accent), 2))
        painter.setBrush(QColor(theme.current().surface))
        painter.drawEllipse(at, _DOT, _DOT)
        draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), at, *shown.read(self.spot))


def _polygon(points: NDArray[np.float64]) -> QPolygonF:
    """points: (n, 2), pixels, without those that are not finite, and none farther away than a painter can reach."""
    there = np.clip(points[np.isfinite(points).all(axis=1)], -1e5, 1e5)
    return QPolygonF([QPointF(x, y) for x, y in there.tolist()])
