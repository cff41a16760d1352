"""A schedule as a picture: the learning rate over the steps, and how far the run has come."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.optim.schedules import ConstantSchedule, ScheduleSpec, rate_factor
from playground.ui.look import theme
from playground.ui.text.numbers import count, number

_HEIGHT: Final = 72


class SchedulePicture(QWidget):
    """Draws the engine's own function; one that waits for the test loss is dashed after its warm-up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: ScheduleSpec = ConstantSchedule()
        self._rate = ""
        self._steps: int | None = None
        self._step = 0
        self.setObjectName("schedule.picture")
        self.setAccessibleName(self.tr("Learning rate over the steps"))
        self.setToolTip(self.tr("The learning rate over the steps, and where the run is now"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def show_schedule(self, spec: ScheduleSpec, rate: float | None, steps: int | None) -> None:
        """A schedule of this learning rate (None: the lanes have different ones) over so many steps (None: endless)."""
        text = "× 1" if rate is None else number(rate, 6)
        if (spec, text, steps) != (self._spec, self._rate, self._steps):
            self._spec, self._rate, self._steps = spec, text, steps
            self.update()

    def show_step(self, step: int) -> None:
        """Where the run is."""
        before, self._step = self._place(self._step), step
        if self.isVisible() and (abs(self._place(step) - before) >= 0.5 or step >= self.last_step()):
            self.repaint()  # at once: training waits for the window to paint

    def has_shape(self) -> bool:
        """Whether there is more to see than a level line."""
        return self._spec.warm_up > 0 or not self._spec.is_level

    def last_step(self) -> int:
        """The right edge: the end of the run, or enough of the schedule to know it."""
        return max(self._steps if self._steps is not None else self._extent(), self._step, 1)

    def _extent(self) -> int:
        """So many steps of a run without end show what the schedule does."""
        return self._spec.warm_up + (self._spec.warm_up if self._spec.is_level else self._spec.extent())

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    # --- painting -----------------------------------------------------------------------------------------------------

    def _plot(self) -> QRectF:
        """Where the curve is; the numbers stand above and below."""
        line = QFontMetricsF(theme.font("small")).height()
        return QRectF(self.rect()).adjusted(theme.SPACE_2, line + 4, -theme.SPACE_2, -line - 4)

    def _place(self, step: int) -> float:
        plot = self._plot()
        return plot.left() + plot.width() * min(step / self.last_step(), 1.0)

    def _point(self, step: int) -> QPointF:
        plot = self._plot()
        factor = rate_factor(self._spec, min(step, self.last_step() - 1))  # the last step made has the one before it
        return QPointF(self._place(step), plot.bottom() - plot.height() * factor)

    def _curve(self, first: int, last: int) -> QPolygonF:
        """A point every half pixel."""
        pixels = max(1, int(2 * (self._place(last) - self._place(first))))
        return QPolygonF([self._point(first + (last - first) * i // pixels) for i in range(pixels + 1)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.current()
        painter.setPen(QColor(colors.border))
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_numbers(painter)
        self._paint_curve(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent))
        painter.drawEllipse(self._point(self._step), 3.0, 3.0)
        painter.end()

    def _paint_numbers(self, painter: QPainter) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.current().muted))
        room = QRectF(self.rect()).adjusted(theme.SPACE_2, 2, -theme.SPACE_2, -2)
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | top, self._rate)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | bottom, "0")
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | bottom, count(self.last_step()))

    def _paint_curve(self, painter: QPainter) -> None:
        pen = QPen(QColor(theme.current().accent), 1.6)
        last = self.last_step()
        known = last if self._spec.look_every is None else min(self._spec.warm_up, last)
        painter.setPen(pen)
        painter.drawPolyline(self._curve(0, known))
        if known < last:
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.drawLine(self._point(known), self._point(last))
