"""Everything that can be done with a lane, as a menu on its row."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from playground.ui.look import theme

RENAME: Final = "rename"
COLOR: Final = "color"
VISIBLE: Final = "visible"
SOLO: Final = "solo"
SHOW_ALL: Final = "show_all"
UP: Final = "up"
DOWN: Final = "down"
DUPLICATE: Final = "duplicate"
REMOVE: Final = "remove"


class LaneMenu(QMenu):
    """Its actions are named ``lane.NAME`` and say their keys, which the table listens to itself."""

    def __init__(
        self, parent: QWidget, *, index: int, count: int, is_shown: bool, is_full: bool, several: bool
    ) -> None:
        """count: of lanes that can change places; several: whether there is more than one."""
        super().__init__(parent)
        self.setObjectName("lanes.menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(RENAME, self.tr("Rename"), "F2")
        self._add(COLOR, self.tr("Colour and mark…"), "C")
        self.addSeparator()
        self._add(VISIBLE, self.tr("Hide") if is_shown else self.tr("Show"), "V", "eye_off" if is_shown else "eye")
        self._add(SOLO, self.tr("Show alone, or all again"), "S", enabled=several)
        self._add(SHOW_ALL, self.tr("Show all lanes"), "")
        self.addSeparator()
        self._add(UP, self.tr("Move up"), "Alt+↑", "up", enabled=index > 0)
        self._add(DOWN, self.tr("Move down"), "Alt+↓", "down", enabled=index < count - 1)
        self.addSeparator()
        self._add(DUPLICATE, self.tr("Duplicate"), "Ctrl+D", "duplicate", enabled=not is_full)
        self._add(REMOVE, self.tr("Remove"), self.tr("Delete"), "delete", enabled=several)

    def _add(self, name: str, text: str, keys: str, icon: str = "", *, enabled: bool = True) -> None:
        action = self.addAction(f"{text}\t{keys}" if keys else text)
        action.setObjectName(f"lane.{name}")
        action.setData(name)
        action.setEnabled(enabled)
        if icon:
            action.setIcon(theme.icon(icon))
