"""Keys of the window that editors would take: Ctrl+E is the end of the line to a text on Linux, but the report here."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_EDITING: Final = (
    *(QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.SelectAll),
    *(QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste),
)
"""What a text does with these is what a person wants while it has the keyboard."""


class WindowKeys(QObject):
    """Watches what has the keyboard, so that keys with Ctrl which belong to actions of the window reach them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if new is not None and new.window() is self._window else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that nobody overrides is a shortcut."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination())
        is_editing = any(event.matches(standard) for standard in _EDITING)
        if is_editing or not any(keys in action.shortcuts() for action in self._window.actions()):
            return False
        if not keys.toString().startswith("Ctrl+"):
            return False  # a question mark, or F1, may be typed
        event.ignore()
        return True
