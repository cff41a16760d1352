"""What came of each learning rate: a curve over a logarithmic axis, the sound band, the edge, and what is proposed."""

from __future__ import annotations

from math import floor, log10
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.finder.rates import RateCurve
from playground.ui.look import theme
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.lines.value_axis import linear_ticks
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import number, setting

_TOP, _RIGHT, _BESIDE = 22.0, 14.0, 6.0
_ABOVE: Final = 1.15
"""How far the axis goes above the loss at the start; what is higher is drawn at its end."""


class RatePlot(ReadableCanvas[int]):
    """A spot is a rate. A click chooses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.curve: RateCurve | None = None

    def sizeHint(self) -> QSize:
        return QSize(520, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def show_curve(self, curve: RateCurve | None) -> None:
        self.curve = curve
        self.look_again()

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        if self.curve is None or not self._frame().adjusted(-8, -8, 8, 8).contains(position):
            return None
        return int(np.abs(np.array([self._x(rate) for rate in self.curve.rates]) - position.x()).argmin())

    def spot_by_key(self, key: Qt.Key) -> int | None:
        last = -1 if self.curve is None else len(self.curve.rates) - 1
        return moved(self.spot, key, last, (Qt.Key.Key_Left, Qt.Key.Key_Right))

    def is_there(self, spot: int) -> bool:
        return self.curve is not None and spot < len(self.curve.rates)

    def told(self, spot: int) -> str:
        heading, lines = self.reading(spot)
        return ", ".join([heading, *(f"{line.text} {line.value}".strip() for line in lines)])

    def reading(self, spot: int) -> tuple[str, list[CardLine]]:
        """The rate, and what came of it."""
        assert self.curve is not None
        losses = self.curve.losses[:, spot]
        heading = self.tr("Learning rate {rate}").format(rate=setting(float(f"{self.curve.rates[spot]:.2g}")))
        failed = int(np.isnan(losses).sum())
        if failed:
            words = self.tr("{failed} of {count} runs diverge").format(failed=failed, count=len(losses))
            return heading, [CardLine(words)]
        lines = [CardLine(self.tr("training loss"), number(float(losses.mean()), 3))]
        if len(losses) > 1:
            low, high = number(float(losses.min()), 3), number(float(losses.max()), 3)
            lines.append(CardLine(self.tr("from seed to seed"), f"{low} – {high}"))
        return heading, lines

    # --- places -----------------------------------------------------------------------------------------------------

    def _frame(self) -> QRectF:
        metrics = QFontMetricsF(theme.font("small"))
        left = metrics.horizontalAdvance("00.00") + 2 * _BESIDE
        return QRectF(self.rect()).adjusted(left, _TOP, -_RIGHT, -2.4 * metrics.height())

    def _x(self, rate: float) -> float:
        assert self.curve is not None
        frame, low, high = self._frame(), log10(self.curve.rates[0]), log10(self.curve.rates[-1])
        return frame.left() + (log10(rate) - low) / max(high - low, 1e-9) * frame.width()

    def _highest(self) -> float:
        assert self.curve is not None
        return float(self.curve.start.mean()) * _ABOVE

    def _y(self, loss: float) -> float:
        frame = self._frame()
        return frame.bottom() - min(max(loss, 0.0) / self._highest(), 1.0) * frame.height()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame, look = QPainter(self), self._frame(), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(frame, QColor(look.sunken))
        curve = self.curve
        if curve is not None:
            self._paint_axes(painter, frame, curve)
            self._paint_band(painter, frame, curve)
            for losses in curve.losses:
                self._paint_line(painter, curve, losses, QPen(look.color("muted"), 1))
            self._paint_line(painter, curve, curve.mean, QPen(look.color("accent"), 2))
            self._paint_proposal(painter, curve)
            if self.spot is not None and self.is_there(self.spot):
                heading, lines = self.reading(self.spot)
                at = QPointF(self._x(float(curve.rates[self.spot])), frame.center().y())
                painter.setPen(QPen(QColor(look.text), 1))
                painter.drawLine(QPointF(at.x(), frame.top()), QPointF(at.x(), frame.bottom()))
                draw_card(painter, QRectF(self.rect()), at, heading, lines)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_axes(self, painter: QPainter, frame: QRectF, curve: RateCurve) -> None:
        look, flag = theme.current(), Qt.AlignmentFlag
        painter.setFont(theme.font("small"))
        line = QFontMetricsF(painter.font()).height()
        for power in range(floor(log10(curve.rates[0]) + 0.5), floor(log10(curve.rates[-1]) + 0.5) + 1):
            x = self._x(10.0**power)
            painter.setPen(QColor(look.grid))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.setPen(QColor(look.muted))
            painter.drawText(QRectF(x - 40, frame.bottom() + 2, 80, line), flag.AlignHCenter, setting(10.0**power))
        painter.drawText(
            QRectF(frame.left(), frame.bottom() + 2 + line, frame.width(), line + 4),
            flag.AlignHCenter,
            self.tr("learning rate"),
        )
        for tick in linear_ticks(0.0, self._highest(), self._highest() / max(frame.height() / 40, 1)):
            y = self._y(tick)
            painter.setPen(QColor(look.grid))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(QColor(look.muted))
            place = QRectF(0, y - line / 2, frame.left() - _BESIDE, line)
            painter.drawText(place, flag.AlignRight | flag.AlignVCenter, number(tick, 2))
        painter.setPen(QColor(look.text))
        words = self.tr("training loss after {steps} steps").format(steps=curve.steps)
        painter.drawText(QRectF(0, 0, self.width(), _TOP - 2), flag.AlignLeft | flag.AlignVCenter, words)
        pen = QPen(QColor(look.muted), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        y = self._y(float(curve.start.mean()))
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.drawText(QPointF(frame.left() + 4, y + line), self.tr("before the first step"))

    def _paint_band(self, painter: QPainter, frame: QRectF, curve: RateCurve) -> None:
        look = theme.current()
        line = QFontMetricsF(painter.font()).height()
        if curve.sound is not None:
            left, right = (self._x(rate) for rate in curve.sound)
            ground = look.color("good")
            ground.setAlphaF(0.16)
            painter.fillRect(QRectF(left - 3, frame.top(), right - left + 6, frame.height()), ground)
            painter.setPen(look.color("good"))
            place = QRectF(left - 60, frame.bottom() - line - 2, right - left + 120, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, self.tr("sound"))
        if curve.edge is not None:
            x = self._x(curve.edge)
            ground = look.color("danger")
            ground.setAlphaF(0.12)
            painter.fillRect(QRectF(x, frame.top(), frame.right() - x, frame.height()), ground)
            painter.setPen(QPen(look.color("danger"), 1.5))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            words = self.tr("overshoots")
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            painter.drawText(QPointF(min(x + 4, frame.right() - wide), frame.bottom() - 4 - line), words)

    def _paint_line(self, painter: QPainter, curve: RateCurve, losses: np.ndarray, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [
            QPointF(self._x(float(rate)), self._y(float(loss)))
            for rate, loss in zip(curve.rates, losses, strict=True)
            if np.isfinite(loss)
        ]
        painter.drawPolyline(QPolygonF(points))

    def _paint_proposal(self, painter: QPainter, curve: RateCurve) -> None:
        if curve.proposal is None:
            return
        place = int(np.abs(np.log(curve.rates / curve.proposal)).argmin())
        painter.setPen(QPen(theme.current().color("text"), 2))
        painter.setBrush(theme.current().color("surface"))
        painter.drawEllipse(QPointF(self._x(float(curve.rates[place])), self._y(float(curve.mean[place]))), 5, 5)
