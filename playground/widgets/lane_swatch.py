"""A small sample of a lane: its line in its colour, with its symbol, so that colour never stands alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground import theme


def paint_swatch(painter: QPainter, rect: QRectF, lane: int) -> None:
    """Paints a lane's sample into the middle of a rectangle; item delegates use it too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = theme.lane_color(lane)
    middle = rect.center()
    half = min(rect.width() / 2, 11.0)
    pen = theme.lane_pen(lane, 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(middle - QPointF(half - 1, 0), middle + QPointF(half - 1, 0))
    painter.translate(middle)
    painter.scale(9, 9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(theme.lane_symbol_path(lane), color)
    painter.restore()


class LaneSwatch(QWidget):
    """The sample as a widget."""

    def __init__(self, lane: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Mark of lane {number}").format(number=lane + 1))

    def lane(self) -> int:
        return self._lane

    def set_lane(self, lane: int) -> None:
        """Shows another lane's mark."""
        self._lane = lane
        self.setAccessibleName(self.tr("Mark of lane {number}").format(number=lane + 1))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(24, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_swatch(painter, QRectF(self.rect()), self._lane)
        painter.end()
