"""The pages that lie over the window when they are asked for: the introduction, the shortcuts, what this program is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from playground.ui.panel import Panel

if TYPE_CHECKING:
    from playground.shell.actions.actions import Actions
    from playground.shell.actions.sheet import Sheet


class Pages:
    """Each is made, and what it needs imported, when it is first asked for."""

    def __init__(
        self, window: QWidget, actions: Actions, panels: Iterable[Panel], take_step: Callable[[str], object]
    ) -> None:
        """take_step: opens the preset of a first step, or lets a file be chosen where its name is empty."""
        self._window = window
        self._actions = actions
        self._panels = panels
        self._take_step = take_step
        self._sheets: dict[str, Sheet] = {}

    def sheet(self, name: str) -> Sheet:
        """The page ``introduction``, ``shortcuts`` or ``about``."""
        if name not in self._sheets:
            makers = {"introduction": self._introduction, "shortcuts": self._shortcuts, "about": self._about}
            self._sheets[name] = makers[name]()
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

    def _introduction(self) -> Sheet:
        from playground.shell.start.introduction import introduction_sheet

        return introduction_sheet(self._window, self._take_step)

    def _about(self) -> Sheet:
        from playground.shell.actions.about import about_sheet

        return about_sheet(self._window)
