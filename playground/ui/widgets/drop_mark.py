"""The line that shows where a dragged row would land."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.ui.look import theme

HEIGHT = 8


class DropMark(QWidget):
    """Lies over its parent, hidden until `show_at`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Marks the gap at height ``y`` of the parent."""
        self.setGeometry(0, y - HEIGHT // 2, self._over.width(), HEIGHT)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("accent"), 2))
        middle = HEIGHT / 2
        painter.drawLine(QPointF(HEIGHT - 1, middle), QPointF(self.width(), middle))
        painter.setBrush(theme.current().color("surface"))
        painter.drawEllipse(QPointF(middle, middle), 3, 3)
        painter.end()
