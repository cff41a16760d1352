"""The sizes that docks shall have, so that those which a small window has squeezed get them back with the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from playground.docks import is_behind

_BELOW: Final = Qt.DockWidgetArea.BottomDockWidgetArea


class DockSizes(QObject):
    """Qt by itself leaves a dock as narrow as it once had to be, and gives all new room to the centre.

    Wanted is a width of the docks beside the curves, and a height of those below: what lies within a side Qt shares out
    well.
    """

    def __init__(self, window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._wanted: dict[str, int] = {}
        self._before_drag: dict[str, int] = {}
        window.installEventFilter(self)

    def want(self, sizes: Mapping[str, int] | None = None) -> None:
        """These from now on, or else those that the docks have."""
        self._wanted.update(self._now() if sizes is None else sizes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Resize:  # the window's layout has shared the new room out already
                self._share()
            case QEvent.Type.MouseButtonPress:  # on an edge between docks: everything else has widgets of its own
                self._before_drag = self._now()
            case QEvent.Type.MouseButtonRelease:
                dragged = {name for name, size in self._now().items() if self._before_drag.get(name) != size}
                self.want({name: size for name, size in self._now().items() if name in dragged})
        return False

    def _share(self) -> None:
        shown = [name for name in self._now() if name in self._wanted]
        for is_below, direction in ((False, Qt.Orientation.Horizontal), (True, Qt.Orientation.Vertical)):
            names = [name for name in shown if self._is_below(name) == is_below]
            self._window.resizeDocks(
                [self._docks[name] for name in names], [self._wanted[name] for name in names], direction
            )

    def _now(self) -> dict[str, int]:
        """The sizes of the docks that can be seen in the window."""
        shown = {
            name: dock
            for name, dock in self._docks.items()
            if dock.isVisible() and not dock.isFloating() and not is_behind(dock)
        }
        return {name: dock.height() if self._is_below(name) else dock.width() for name, dock in shown.items()}

    def _is_below(self, name: str) -> bool:
        return self._window.dockWidgetArea(self._docks[name]) == _BELOW
