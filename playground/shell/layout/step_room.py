"""The room for a step that is taken apart: numbers on every unit cannot be read in the strip that a drawing is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from playground.shell.layout.stage import Stage


class StepRoom(QObject):
    """Where the curves can spare what is missing they do; in a lower window the drawing has all of it for a while."""

    def __init__(self, window: QMainWindow, dock: QDockWidget, stage: Stage) -> None:
        """dock: that of the network."""
        super().__init__(window)
        self._window, self._dock, self._stage = window, dock, stage
        self._before: int | None = None
        """The height of the dock, where it was made higher."""
        self._is_alone = False
        self._close: Callable[[], object] | None = None
        stage.left.connect(self._on_left)

    def give(self, height: int, close: Callable[[], object]) -> None:
        """So many pixels, at least as far as there are any; ``close`` ends what they are wanted for."""
        self._close = close
        missing = height - self._dock.height()
        if missing <= 0 or self._dock.isFloating():
            return
        centre = self._window.centralWidget()
        spare = centre.height() - centre.minimumSizeHint().height() if centre is not None and centre.isVisible() else 0
        if self._stage.shown or missing <= spare:
            self._before = self._dock.height()
            self._resize(height)
        else:
            self._is_alone = True
            self._stage.enlarge("network")

    def take_back(self) -> None:
        """All is as high as it was."""
        before, self._before, self._close = self._before, None, None
        if self._is_alone:
            self._is_alone = False
            self._stage.leave()
        elif before is not None:
            self._resize(before)

    def _on_left(self) -> None:
        """By Escape, or for another panel that was enlarged: without the room there are no numbers."""
        close, self._close = self._close, None
        if self._is_alone and close is not None:
            self._is_alone = False
            close()

    def _resize(self, height: int) -> None:
        self._window.resizeDocks([self._dock], [max(1, height)], Qt.Orientation.Vertical)
