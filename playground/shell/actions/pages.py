"""The pages that lie over the window when they are asked for: the shortcuts, and what this program is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from playground.ui.panel import Panel

if TYPE_CHECKING:
    from playground.shell.actions.actions import Actions
    from playground.shell.actions.sheet import Sheet


class Pages:
    """Each is made, and what it needs imported, when it is first asked for."""

    def __init__(self, window: QWidget, actions: Actions, panels: Iterable[Panel]) -> None:
        self._window = window
        self._actions = actions
        self._panels = panels
        self._sheets: dict[str, Sheet] = {}

    def sheet(self, name: str) -> Sheet:
        """The page ``shortcuts`` or ``about``."""
        if name not in self._sheets:
            self._sheets[name] = self._shortcuts() if name == "shortcuts" else self._about()
        return self._sheets[name]

    def toggle(self, name: str) -> None:
        """Shows a page, alone, or puts it away."""
        for other, sheet in self._sheets.items():
            if other != name and sheet.isVisible():
                sheet.put_away()
        self.sheet(name).toggle()

    def discard(self) -> None:
        """They are in another language, or other colours, from now on."""
        for sheet in self._sheets.values():
            sheet.hide()
            sheet.deleteLater()
        self._sheets.clear()

    def _shortcuts(self) -> Sheet:
        from playground.shell.actions.keys import key_groups
        from playground.shell.actions.shortcuts import ShortcutsSheet

        panel_actions = {panel.name: panel.actions() for panel in self._panels}
        return ShortcutsSheet(key_groups(self._actions, panel_actions), self._window)

    def _about(self) -> Sheet:
        from playground.shell.actions.about import about_sheet

        return about_sheet(self._window)
