"""Dragging rows of a list to another place in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from playground.ui.widgets.drop_mark import DropMark


class RowDrag:
    """Follows the mouse from `press` to `release` and marks the gap where what is dragged would land."""

    def __init__(self, canvas: QWidget, edges: Callable[[], Sequence[int]]) -> None:
        """canvas: where the rows lie; edges: the heights at which each row begins, and the last one ends."""
        self._canvas = canvas
        self._edges = edges
        self._mark = DropMark(canvas)
        self._start: int | None = None
        self.gap = -1
        """Before which row it would land; -1 while nothing is dragged."""

    @property
    def is_dragging(self) -> bool:
        return self.gap >= 0

    def press(self, y: int) -> None:
        """The button went down on a row."""
        self._start = y

    def move(self, y: int) -> None:
        """y: where the mouse is now."""
        if self._start is None or (not self.is_dragging and abs(y - self._start) < QApplication.startDragDistance()):
            return
        edges = self._edges()
        self.gap = sum(1 for top, bottom in pairwise(edges) if y > (top + bottom) // 2)
        self._mark.show_at(edges[self.gap])
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def release(self) -> int:
        """The gap into which it falls; -1 if nothing was dragged."""
        gap = self.gap
        self.cancel()
        return gap

    def cancel(self) -> None:
        """Drops everything where it was."""
        self._start, self.gap = None, -1
        self._mark.hide()
        self._canvas.unsetCursor()
