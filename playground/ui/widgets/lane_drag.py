"""Dragging a row of the lane table to another place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from playground.lanes.columns import ROW
from playground.ui.widgets.drop_mark import DropMark


class LaneDrag:
    """Follows the mouse from `press` to `release` and marks the gap where the row would land."""

    def __init__(self, rows: QWidget) -> None:
        """rows: where the rows lie, each `ROW` high"""
        self._rows = rows
        self._mark = DropMark(rows)
        self._index = -1
        self._start = 0
        self.gap = -1
        """Before which row the dragged one would land; -1 while nothing is dragged."""

    @property
    def is_dragging(self) -> bool:
        return self.gap >= 0

    def press(self, index: int, y: int) -> None:
        """The button went down on a row."""
        self._index, self._start = index, y

    def move(self, y: int, count: int) -> None:
        """y: where the mouse is now; count: of the rows"""
        if self._index < 0:
            return
        if not self.is_dragging and abs(y - self._start) < QApplication.startDragDistance():
            return
        self.gap = max(0, min((y + ROW // 2) // ROW, count))
        self._mark.show_at(self.gap * ROW)
        self._rows.setCursor(Qt.CursorShape.ClosedHandCursor)

    def release(self) -> tuple[int, int] | None:
        """Which row goes to which place, if it does."""
        index, gap = self._index, self.gap
        self.cancel()
        if index < 0 or gap < 0:
            return None
        to = gap if gap <= index else gap - 1
        return None if to == index else (index, to)

    def cancel(self) -> None:
        """Drops the row where it was."""
        self._index = self.gap = -1
        self._mark.hide()
        self._rows.unsetCursor()
