"""A button with a menu in which several values can be ticked, which stays open while they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from playground.lanes.compare.words import value_title
from playground.ui.text import field_text, i18n


class _StayingMenu(QMenu):
    """Ticking does not close it; Escape and a click beside it do."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._toggle(self.activeAction()):
            super().keyPressEvent(event)

    def _toggle(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.toggle()
        return True


class ChoiceMenu(QToolButton):
    """Says ``changed`` whenever a value is ticked or unticked."""

    changed = Signal()

    def __init__(self, choices: Iterable[Any], ticked: Iterable[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        menu = _StayingMenu(self)
        menu.setToolTipsVisible(True)
        at_first = set(ticked)
        for value in choices:
            action = menu.addAction(value_title(value))
            action.setCheckable(True)
            action.setChecked(value in at_first)
            action.setData(value)
            action.setToolTip(field_text.wrapped(i18n.choice_help(str(value))))
            action.toggled.connect(self._on_toggled)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show()

    def values(self) -> tuple[Any, ...]:
        """What is ticked, in the order of the menu."""
        return tuple(action.data() for action in self.menu().actions() if action.isChecked())

    def _on_toggled(self, is_checked: bool) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.setText(", ".join(map(value_title, self.values())) or "–")
        self.setAccessibleDescription(self.text())
