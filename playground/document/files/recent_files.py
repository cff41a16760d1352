"""The files that were opened or saved last, kept in the settings, and the submenu that opens them again."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.document.data_loader import exists
from playground.ui.settings import settings

MOST: Final = 10
_KEY: Final = "files/recent"


def recent_files() -> list[Path]:
    """The newest first."""
    names = settings().value(_KEY, [])
    names = [names] if isinstance(names, str) else names if isinstance(names, list) else []
    return [Path(name) for name in names if isinstance(name, str) and name][:MOST]


def add(path: Path) -> None:
    """Puts a file in front."""
    path = path.absolute()
    others = [other for other in recent_files() if other != path]
    settings().setValue(_KEY, [str(file) for file in [path, *others][:MOST]])


def clear() -> None:
    """Forgets all of them; the files themselves stay."""
    settings().remove(_KEY)


class RecentMenu(QMenu):
    """Filled anew each time it opens. Files that are gone are greyed out and say so."""

    chosen = Signal(object)
    """The Path to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu.recent")
        self.setTitle(self.tr("Open &recent"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_triggered)
        self.fill()

    def fill(self) -> None:
        """Lists the files as they are now."""
        self.clear()
        paths = recent_files()
        for number, path in enumerate(paths, start=1):
            self._add_file(number, path)
        self.addSeparator()
        clear_action = self.addAction(self.tr("Clear this list"))
        clear_action.setObjectName("action.clear_recent")
        clear_action.setToolTip(self.tr("Forget which files were open; the files themselves stay"))
        clear_action.setEnabled(bool(paths))
        self.menuAction().setEnabled(bool(paths))

    def _add_file(self, number: int, path: Path) -> None:
        name = path.name.replace("&", "&&")
        action = self.addAction(f"&{number % MOST} {name}")
        action.setData(path)
        is_there = exists(str(path))
        action.setEnabled(is_there)
        missing = self.tr("{path} no longer exists.").format(path=path)
        action.setToolTip(str(path) if is_there else missing)

    def _on_triggered(self, action: QAction) -> None:
        path = action.data()
        if isinstance(path, Path):
            self.chosen.emit(path)
        else:
            clear()
            self.fill()
