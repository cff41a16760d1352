"""What the colours of a heat map mean."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.ui.look import ramps, theme
from playground.ui.text import field_text

_BAR: Final = 10
_TEXT: Final = 18


class RampBar(QWidget):
    """The colours from the worst cell to the best, and their figures at the ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ("", "")
        self._ramp = ramps.sequential(theme.current())
        self.setFixedHeight(_BAR + _TEXT)
        self.setToolTip(field_text.wrapped(self.tr("The colours from the worst cell of the map to the best.")))

    def set_ends(self, ends: tuple[str, str]) -> None:
        if ends != self._ends:
            self._ends = ends
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gradient = QLinearGradient(0, 0, self.width(), 0)
        for stop in range(17):
            gradient.setColorAt(stop / 16, self._ramp[ramps.level(stop / 16)])
        bar = QRect(0, 0, self.width(), _BAR)
        painter.fillRect(bar, gradient)
        painter.setPen(theme.current().color("border_strong"))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.current().color("muted"))
        below = QRect(0, _BAR + 2, self.width(), _TEXT - 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._ends[1])
        painter.end()
