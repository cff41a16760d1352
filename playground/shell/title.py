"""The title of the window: the open experiment, and whether it has changes that no file has."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from playground.document.session import Session
from playground.ui.text import i18n


def show_title(window: QMainWindow, session: Session) -> None:
    is_modified = session.is_modified
    name = i18n.experiment_title(session.experiment, session.place.file)
    # Qt puts the mark of unsaved changes there, as the platform has it: a star, or a dot in the close button.
    mark = "[*]" if is_modified else ""
    if is_modified:
        window.setWindowTitle(f"{name}{mark} – Playground")
    window.setWindowModified(is_modified)
    window.setWindowTitle(f"{name}{mark} – Playground")
