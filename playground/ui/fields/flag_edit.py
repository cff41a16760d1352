"""An editor of a yes or no."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from engine.fields import FieldInfo
from playground.ui.text import field_text, i18n


class FlagEdit(QCheckBox):
    """A check box that bears the field's title. `set_value` shows a value silently."""

    committed = Signal(object)

    def __init__(self, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(i18n.field_title(info), parent)
        self.info = info
        field_text.describe(self, info)
        self.set_value(bool(info.default))
        self.toggled.connect(self._on_toggled)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Shows a value without saying so."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))

    def _on_toggled(self, checked: bool) -> None:
        self.committed.emit(checked)
