"""A lane's own setting is given back: by the menu of its editor, or by a key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

KEYS: Final = "Ctrl+Backspace"


class GiveBack(QAction):
    """Belongs to one editor, and is offered while the lane in view sets the editor's field."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self._offered = False
        self.setShortcut(QKeySequence(KEYS))
        self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.setEnabled(False)

    def offer(self, is_offered: bool, *, everywhere: bool = False) -> None:
        """``everywhere``: the lane sets the field in all its layers, and gives all of them back."""
        translate = QCoreApplication.translate
        one = translate("GiveBack", "Use the setting of all lanes")
        every = translate("GiveBack", "Use the settings of all lanes, in every layer")
        self.setText(every if everywhere else one)
        if is_offered == self._offered:
            return
        self._offered = is_offered
        self.setEnabled(is_offered)
        if is_offered:
            self._editor.addAction(self)
            self._editor.installEventFilter(self)
            self._editor.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        else:
            self._editor.removeAction(self)
            self._editor.removeEventFilter(self)
            self._editor.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps a number from taking the key for the deletion of a word."""
        is_ours = isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == self.shortcut()
        if is_ours and event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        return False
