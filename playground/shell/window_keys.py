"""Keys of the window that editors would take: Ctrl+E is the end of the line to a text on Linux, but the report here.

Undo and redo are the text's while it has something of its own to take back, and the document's otherwise.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from playground.shell.actions.actions import Actions
from playground.ui.fields.editing import Editing

_EDITING: Final = (
    *(QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.SelectAll),
    *(QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste),
)
"""What a text does with these is what a person wants while it has the keyboard."""
_HISTORY: Final = ("undo", "redo")
"""Actions whose keys a text has first, as long as there is something in it to take back."""


class WindowKeys(QObject):
    """Watches what has the keyboard, so that keys with Ctrl which belong to actions of the window reach them."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        is_mine = new is not None and (new.window() is self._window or self._edits_document(new.window()))
        self._watched = new if is_mine else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _edits_document(self, other: QWidget) -> bool:
        """Whether it is a small window of this one, whose editors are the document's: it says so by ``edited``."""
        owner = other.parentWidget()
        return owner is not None and owner.window() is self._window and hasattr(other, "edited")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that nobody overrides is a shortcut of the window; those of another one do not reach it."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        history = self._history_action(watched, event)
        if watched.window() is not self._window:
            if event.type() == QEvent.Type.KeyPress and history is not None:
                history.trigger()
                return True
            return False
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        keys = QKeySequence(event.keyCombination())
        is_editing = history is None and any(event.matches(standard) for standard in _EDITING)
        if is_editing or not any(keys in action.shortcuts() for action in self._window.actions()):
            return False
        if not keys.toString().startswith("Ctrl+"):
            return False  # a question mark, or F1, may be typed
        event.ignore()
        return True

    def _history_action(self, widget: QWidget, event: QKeyEvent) -> QAction | None:
        """Undo or redo of the document, where it is what the key means."""
        keys = QKeySequence(event.keyCombination())
        for name in _HISTORY:
            action = self._actions[name]
            if keys in action.shortcuts() and action.isEnabled() and not _takes_back(widget, is_redo=name == "redo"):
                return action
        return None


def holds_text(widget: QWidget | None) -> bool:
    """Whether text could be pasted there, if it were not read-only."""
    return isinstance(widget, QLineEdit | QAbstractSpinBox | QTextEdit | QPlainTextEdit)


def _takes_back(widget: QWidget, *, is_redo: bool) -> bool:
    """Whether the text there has something of its own to undo or to redo. What has been committed is the document's."""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        text = widget.document()
        return not widget.isReadOnly() and (text.isRedoAvailable() if is_redo else text.isUndoAvailable())
    line = widget.lineEdit() if isinstance(widget, QAbstractSpinBox) else widget
    if not isinstance(line, QLineEdit):
        return False
    if is_redo:
        return line.isRedoAvailable()
    is_typed = widget.is_typed() if isinstance(widget, Editing) else line.isModified()
    return line.isUndoAvailable() and is_typed
