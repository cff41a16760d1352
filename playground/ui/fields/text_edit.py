"""An editor of one line of text."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.fields import FieldInfo
from playground.ui.fields.editing import Editing
from playground.ui.text import field_text


class TextEdit(Editing, QLineEdit):
    """A line of text that counts on Enter and when the focus leaves; Escape brings the old one back.

    Empty text is refused where the field has a default that is not empty. `set_value` shows a text silently.
    """

    committed = Signal(object)
    hands_back = True

    def __init__(self, info: FieldInfo | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self.allow_empty = info is None
        self._value = ""
        if info is not None:
            field_text.describe(self, info)
            self.set_value(info.default or "")
        self.editingFinished.connect(self._commit)

    def value(self) -> str:
        """The text that counts, whatever is being typed."""
        return self._value

    def set_value(self, value: object) -> None:
        """Shows a text without saying so. Leaves what is being typed alone if it is the same."""
        text = "" if value is None else str(value)
        if text != self._value or not self.isModified():
            self._value = text
            with QSignalBlocker(self):
                super().setText(text)

    def setText(self, text: str | None, /) -> None:
        """Gives a text as a person would."""
        super().setText(text)
        self._commit()

    def is_typed(self) -> bool:
        return self.text() != self._value

    def revert(self) -> None:
        super().setText(self._value)
        self.selectAll()

    def _commit(self) -> None:
        text = self.text().strip()
        if text == self._value:
            return
        if not text and not self.allow_empty:
            self.revert()
            return
        self._value = text
        self.setModified(False)
        self.committed.emit(text)
