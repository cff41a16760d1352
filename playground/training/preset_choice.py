"""The list of ready-made experiments: cards with their curves, of which one is chosen and then opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from playground.training.sparklines import Sparklines
from playground.ui.text import field_text
from playground.ui.widgets.card_delegate import CardDelegate, CardRole

_PICTURE: Final = (112, 64)
_WIDTH: Final = 460
_OPENING_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PresetChoice(QComboBox):
    """Keys and the wheel change nothing while it is closed, or each preset on the way would be opened in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cards = CardDelegate(self, width=_WIDTH, lines=3, picture=_PICTURE)
        self.setItemDelegate(cards)
        self.setMaxVisibleItems(20)
        self.view().setMinimumWidth(cards.popup_width())
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)

    def add_preset(self, name: str, title: str, description: str, curves: Sequence[Sequence[float]]) -> None:
        """curves: a row of accuracies for each lane."""
        self.addItem(title, name)
        row = self.count() - 1
        self.setItemData(row, description, CardRole.SENTENCE)
        picture = self.tr("The picture: accuracy on the test rows (R² of a number) over the steps, a line a lane.")
        words = field_text.wrapped(description, picture if curves else "")
        self.setItemData(row, words, Qt.ItemDataRole.ToolTipRole)
        self.setItemData(row, Sparklines(curves), CardRole.PICTURE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) or event.text().isalnum():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
