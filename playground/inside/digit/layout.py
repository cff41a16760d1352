"""A square widget and a narrow column beside it, as large as the room allows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import theme

ASIDE: Final = 92
"""Width of the column."""
_GAP = theme.SPACE_3


class DigitDesk(QWidget):
    """Qt's layouts keep no proportions, so this places its two widgets itself."""

    def __init__(self, square: QWidget, aside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._square, self._aside = square, aside
        for widget in (square, aside):
            widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(240 + _GAP + ASIDE, 240)

    def minimumSizeHint(self) -> QSize:
        height = self._aside.minimumSizeHint().height()
        return QSize(height + _GAP + ASIDE, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(min(self.height(), self.width() - ASIDE - _GAP), 1)
        self._square.setGeometry(0, 0, side, side)
        self._aside.setGeometry(side + _GAP, 0, ASIDE, self.height())
