"""The choice of the column of a file that holds the classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from engine.fields import FieldInfo
from engine.visible import visible
from playground.ui.fields.elided_choice import PopupChoice


class ColumnChoice(PopupChoice):
    """Offers all columns of the file, in their order. Choosing one reads the file again."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(replace(info, kind="choice"), parent)
        self._columns: tuple[str, ...] = ()

    def set_columns(self, columns: Sequence[str]) -> None:
        """Offers other columns, silently, and shows the same one as before if it is among them."""
        if tuple(columns) == self._columns:
            return
        self._columns = tuple(columns)
        shown = self.value()
        with QSignalBlocker(self):
            self.clear()
            self.addItems([*map(visible, columns)])
            for index, column in enumerate(columns):
                self.setItemData(index, column)
        self.set_value(shown)
