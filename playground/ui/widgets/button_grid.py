"""Buttons in rows, one behind the other: as many beside each other as can be read whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from playground.ui.look import theme

_GAP: Final = 2


class ButtonGrid(QWidget):
    """Takes the width that it is given, and more rows where that is little."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        self._rows: list[list[QAbstractButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_2, theme.SPACE_1)
        self._column.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out([self._buttons])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._column.contentsMargins()
        self._lay_out(self._fitting(self.width() - margins.left() - margins.right()))

    def _fitting(self, room: int) -> list[list[QAbstractButton]]:
        """The buttons of each row, where rows are so wide."""
        rows: list[list[QAbstractButton]] = []
        left = 0
        for button in self._buttons:
            width = button.sizeHint().width() + _GAP
            if not rows or width > left + _GAP:
                rows.append([])
                left = room
            rows[-1].append(button)
            left -= width
        return rows

    def _lay_out(self, rows: list[list[QAbstractButton]]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._column.takeAt(0)) is not None:
            old = item.layout()
            while old is not None and old.takeAt(0) is not None:
                pass
        for buttons in rows:
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            self._column.addLayout(row)
