"""The menu bar: which actions stand in which menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from engine.store.presets import presets
from playground.document.files.recent_files import RecentMenu
from playground.shell.actions.actions import Actions
from playground.shell.actions.entries import EXPORTS, PANELS
from playground.ui.text import i18n

LINE = "-"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def menus() -> dict[str, tuple[str, ...]]:
    """Title -> names of actions, or of lists of them: ``recent``, ``presets``, ``export``, ``panels``, ``go_to``."""
    return {
        _tr("&File"): (
            *("new", "open", "open_pictures", "recent", "presets", LINE, "save", "save_as", LINE),
            *("open_run", "save_run", LINE, "load_model", "save_model", LINE),
            *("export", LINE),
            "quit",
        ),
        _tr("&Edit"): ("undo", "redo", LINE, "copy_experiment", "copy_python", "paste_experiment", LINE, "columns"),
        _tr("&Training"): ("play", "step", "epoch", "reset", "reseed", LINE, "branch", LINE, "sweep", "open_sweep"),
        _tr("&View"): (
            *("panels", LINE, "go_to", "enlarge", "present", "restore_layout", LINE),
            *("zoom_in", "zoom_out", "zoom_reset", LINE, "theme", "contrast", "language"),
        ),
        _tr("&Help"): ("introduction", "story", "shortcuts", LINE, "log_folder", "about"),
    }


class Menus:
    """Fills a menu bar, again whenever the language has changed."""

    def __init__(
        self,
        bar: QMenuBar,
        actions: Actions,
        panels: Iterable[QAction],
        open_recent: Callable[[Path], None],
        open_preset: Callable[[str], None],
    ) -> None:
        """panels: what shows and hides each of them."""
        self._bar, self._actions, self._panels = bar, actions, list(panels)
        self._open_recent, self._open_preset = open_recent, open_preset

    def fill(self) -> None:
        """Makes the menus, in place of those that are there."""
        self._bar.clear()
        for title, names in menus().items():
            menu = self._bar.addMenu(title)
            menu.setToolTipsVisible(True)
            for name in names:
                self._add(menu, name)

    def _add(self, menu: QMenu, name: str) -> None:
        match name:
            case "-":
                menu.addSeparator()
            case "recent":
                recent = RecentMenu(menu)
                recent.chosen.connect(self._open_recent)
                menu.aboutToShow.connect(recent.fill)
                menu.addMenu(recent)
            case "presets":
                menu.addMenu(self._presets(menu))
            case "export":
                below = menu.addMenu(_tr("&Export"))
                below.setToolTipsVisible(True)
                below.addActions([self._actions[export] for export in EXPORTS])
            case "panels":
                menu.addActions(self._panels)
            case "go_to":
                below = menu.addMenu(_tr("&Go to"))
                below.addActions([self._actions[f"focus_{panel}"] for panel in PANELS])
            case _:
                menu.addAction(self._actions[name])

    def _presets(self, parent: QMenu) -> QMenu:
        menu = QMenu(_tr("&Presets"), parent)
        menu.setToolTipsVisible(True)
        for preset in presets():
            action = menu.addAction(i18n.preset_text(preset.title))
            action.setObjectName(f"action.preset.{preset.name}")
            action.setToolTip(i18n.preset_text(preset.description))
            action.triggered.connect(partial(self._on_preset, preset.name))
        return menu

    def _on_preset(self, name: str, checked: bool = False) -> None:
        self._open_preset(name)
