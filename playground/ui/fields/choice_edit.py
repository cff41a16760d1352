"""An editor that offers a few values by their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from engine.fields import FieldInfo
from playground.ui.fields.editing import Editing
from playground.ui.text import field_text, i18n


class ChoiceEdit(Editing, QComboBox):
    """A list of values; each item shows its name and explains itself in its tooltip.

    ``committed`` says what a person or `setCurrentIndex` chose; `set_value` shows a value silently.
    """

    committed = Signal(object)

    def __init__(self, choices: FieldInfo | Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = choices if isinstance(choices, FieldInfo) else None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(20)
        self.setPlaceholderText("–")
        for value in choices.choices if isinstance(choices, FieldInfo) else choices:
            self.add_choice(value)
        if self.info is not None:
            field_text.describe(self, self.info)
            self.set_value(self.info.default)
        self._explain()
        self.currentIndexChanged.connect(self._on_index_changed)

    def add_choice(self, value: str, title: str = "", help_text: str = "") -> None:
        """Offers one more value, by its usual name or by ``title``."""
        with QSignalBlocker(self):
            self.addItem(title or i18n.choice_name(value), value)
        help_text = help_text or i18n.choice_help(value)
        self.setItemData(self.count() - 1, field_text.wrapped(help_text), Qt.ItemDataRole.ToolTipRole)
        self.setItemData(self.count() - 1, help_text, Qt.ItemDataRole.AccessibleDescriptionRole)

    def value(self) -> Any:
        """The value that is chosen; None where there is none or several."""
        return self.currentData()

    def set_value(self, value: Any) -> None:
        """Shows a value without saying so; one that is not offered shows as the placeholder."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))
        self._explain()

    def _on_index_changed(self, index: int) -> None:
        self._explain()
        if index >= 0:
            self.committed.emit(self.itemData(index))

    def _explain(self) -> None:
        """The tooltip: what the field is, and what the choice does."""
        field = i18n.field_help(self.info) if self.info else ""
        help_text = self.itemData(self.currentIndex(), Qt.ItemDataRole.AccessibleDescriptionRole)
        choice = f"{self.currentText()}: {help_text}" if help_text else ""
        if field or choice:  # otherwise it has the tooltip that its owner gave it
            self.setToolTip(field_text.wrapped(field, choice))
