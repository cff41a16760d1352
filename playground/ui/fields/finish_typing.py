"""What is being typed counts before anything else is done: a press of a button does not take the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit


def finish_typing() -> None:
    """Commits the text in the editor that has the focus, as leaving it does; what is impossible there is dropped."""
    editor = QApplication.focusWidget()
    if isinstance(editor, QLineEdit | QAbstractSpinBox):
        editor.clearFocus()
        editor.setFocus()
