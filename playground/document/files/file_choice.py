"""The system's own dialogs for files. Each opens where the last one was answered, also on another day."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from playground.ui.settings import settings

_KEY: Final = "files/folder"


def choose_file(parent: QWidget, title: str, kinds: str) -> str:
    """The file to open; empty where a person has changed their mind."""
    name, _ = QFileDialog.getOpenFileName(parent, title, _in_last_folder(""), kinds)
    return _remembered(name)


def choose_folder(parent: QWidget, title: str) -> str:
    """The folder to open; empty where a person has changed their mind."""
    return _remembered(QFileDialog.getExistingDirectory(parent, title, _in_last_folder("")))


def name_file(parent: QWidget, title: str, suggested: str, kinds: str) -> str:
    """The file to write, ``suggested`` at first: a name, or a whole path where it should be beside another one."""
    name, _ = QFileDialog.getSaveFileName(parent, title, _in_last_folder(suggested), kinds)
    return _remembered(name)


def _in_last_folder(name: str) -> str:
    """A whole path stays what it is."""
    folder = Path(str(settings().value(_KEY, "")))
    return str(folder / name) if folder.is_dir() and folder != Path() else name


def _remembered(name: str) -> str:
    if name:
        settings().setValue(_KEY, str(Path(name).absolute().parent))
    return name
