"""The choice of the rows to learn from: the named sources, and the file that was opened last."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from engine.data import is_file
from engine.fields import FieldInfo
from engine.specs import NAMED_SOURCES
from playground import i18n
from playground.widgets import field_text
from playground.widgets.data_choice import ElidedChoice


class SourceChoice(ElidedChoice):
    """A file is one more entry: its name is shown, its path is the value."""

    elide_mode = Qt.TextElideMode.ElideMiddle

    def __init__(self, info: FieldInfo, parent: QWidget | None = None) -> None:
        self._file = ""
        super().__init__(replace(info, kind="choice", choices=NAMED_SOURCES), parent)

    def set_value(self, value: Any) -> None:
        if isinstance(value, str) and is_file(value) and value != self._file:
            self._offer_file(value)
        super().set_value(value)

    def _offer_file(self, path: str) -> None:
        self._file = path
        with QSignalBlocker(self):
            self.removeItem(len(NAMED_SOURCES))
            self.add_choice(path, Path(path).name or path, path)

    def _explain(self) -> None:
        super()._explain()
        if self._file and self.value() == self._file and self.info is not None:
            self.setToolTip(field_text.wrapped(i18n.field_help(self.info), self._file))
