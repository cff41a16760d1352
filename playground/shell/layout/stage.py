"""One panel large, or the few that a room full of people looks at; Escape brings the whole window back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from playground.shell.layout.dock_sizes import DockSizes
from playground.shell.layout.docks import VERSION
from playground.shell.layout.folds import Folds
from playground.ui.painting.painted_once import painted_once

CENTRE: Final = "curves"
"""The panel that has no dock."""
_HIGH: Final = 800
"""From this height of the presented window on, as large as it is then, the drawing has this share of it ..."""
_SHARE: Final = 0.36
_SHARE_OF_LITTLE: Final = 0.28
"""... and in a lower one this, or the curves would be lines."""
PRESENTED: Final = frozenset({"network", "curves", "inside", "lanes"})


class Stage(QObject):
    """Hides all but a few panels, and knows where all were before."""

    presented = Signal(bool)
    """Many look at it now, or no longer."""
    left = Signal()
    """Everything is where it was."""
    moved = Signal()
    """Others are in sight than before."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, QDockWidget], sizes: DockSizes, folds: Folds) -> None:
        super().__init__(window)
        self._window, self._docks, self._sizes, self._folds = window, docks, sizes, folds
        self._before: QByteArray | None = None
        self._state = Qt.WindowState.WindowNoState
        """That of the window before it was presented: a desktop forgets of a full screen that it was maximized."""
        self.shown: frozenset[str] = frozenset()
        """The panels on it; empty while the whole window is there."""
        self.is_moving = False
        """Whether panels come and go just now, one by one."""

    def enlarge(self, name: str) -> None:
        """One panel alone; the whole window again where it is alone already."""
        self._toggle(frozenset({name}))

    def present(self) -> None:
        """Network, curves, the view of the inside and the lanes, on the whole screen; all again where they are."""
        is_leaving = self.shown == PRESENTED
        self._toggle(PRESENTED)
        if not is_leaving:
            self._state = self._window.windowState()
            self._window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
            self.presented.emit(True)
            QTimer.singleShot(0, self._share)

    def _share(self) -> None:
        """What is presented is large: the drawing and the views above all."""
        if self.shown == PRESENTED:
            width, height = self._window.width(), self._window.height()
            docks = [self._docks[name] for name in ("network", "lanes")]
            lanes = self._sizes.height_of("lanes") or 1
            self._window.resizeDocks(
                docks,
                [round(height * (_SHARE if height >= _HIGH else _SHARE_OF_LITTLE)), lanes],
                Qt.Orientation.Vertical,
            )
            self._window.resizeDocks([self._docks["inside"]], [round(width * 0.4)], Qt.Orientation.Horizontal)

    def leave(self) -> bool:
        """Everything is where it was; False, where it is there already."""
        before, self._before = self._before, None
        if before is None:
            return False
        if self.shown == PRESENTED:
            self.presented.emit(False)
            self._window.setWindowState(self._state)
        self.shown = frozenset()
        with self._moving():
            self._centre().show()
            self._folds.open_for_now(())
            self._window.restoreState(before, VERSION)
            self._sizes.go_on()
        self.left.emit()
        return True

    def panel_of(self, *widgets: QWidget | None) -> str:
        """The panel that the first of these widgets is in which is in one; the curves where none is."""
        places = {**self._docks, CENTRE: self._centre()}
        within = (name for each in widgets for name, place in places.items() if each and place.isAncestorOf(each))
        return next(within, CENTRE)

    def _toggle(self, names: frozenset[str]) -> None:
        is_leaving = self.shown == names
        with self._moving():
            self.leave()
            if not is_leaving:
                self._show(names)

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Painted once, and told of once: when each is where it shall be."""
        with painted_once(self._window):
            was_moving, self.is_moving = self.is_moving, True
            try:
                yield
            finally:
                self.is_moving = was_moving
            if not was_moving:
                self.moved.emit()

    def _show(self, names: Collection[str]) -> None:
        self._before = self._window.saveState(VERSION)
        self.shown = frozenset(names)
        self._sizes.pause()
        self._folds.open_for_now(names)
        for name, dock in self._docks.items():
            dock.setVisible(name in names)
            if name in names:
                dock.raise_()
        self._centre().setVisible(CENTRE in names)

    def _centre(self) -> QWidget:
        centre = self._window.centralWidget()
        assert centre is not None
        return centre
