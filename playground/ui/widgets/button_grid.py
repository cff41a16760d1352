"""Buttons in aligned columns: as many beside each other as can be read whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from playground.ui.look import theme

_GAP: Final = 2


class ButtonGrid(QWidget):
    """Takes the width that it is given, and more rows where that is little."""

    def __init__(self, buttons: Sequence[QAbstractButton], columns: int, parent: QWidget | None = None) -> None:
        """columns: at most."""
        super().__init__(parent)
        self._buttons = list(buttons)
        self._most = min(columns, len(buttons))
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_2, theme.SPACE_1)
        self._grid.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out(self._most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._lay_out(next((n for n in range(self._most, 1, -1) if self._width_of(n) <= room), 1))

    def _width_of(self, columns: int) -> int:
        widest = [max(button.sizeHint().width() for button in self._buttons[n::columns]) for n in range(columns)]
        return sum(widest) + _GAP * (columns - 1)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(place, columns))
        self._grid.setColumnStretch(columns, 1)  # what is left over lies on the right
