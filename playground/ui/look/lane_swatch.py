"""A small sample of a lane: its line in its colour, with its symbol, so that colour never stands alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import theme

_SIZE = 10.0
_GAP = 7.0
_REACH = 12.0


def paint_swatch(painter: QPainter, rect: QRectF, lane: int) -> None:
    """Paints a lane's sample into the middle of a rectangle; item delegates use it too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = theme.lane_color(lane)
    middle = rect.center()
    pen = theme.lane_pen(lane, 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for side in (-1, 1):  # a gap around the symbol keeps a cross from melting into the line
        painter.drawLine(middle + QPointF(side * _GAP, 0), middle + QPointF(side * _REACH, 0))
    painter.translate(middle)
    painter.scale(_SIZE, _SIZE)
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
        return QSize(26, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_swatch(painter, QRectF(self.rect()), self._lane)
        painter.end()
