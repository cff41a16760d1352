"""Dragging the selected rows of the stack to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.layers.rows.row import LayerRow
from playground.ui.widgets.drop_mark import DropMark

if TYPE_CHECKING:
    from playground.layers.stack import LayerStack


class RowDrag:
    """Follows the mouse from `press` to `release` and marks the gap where the rows would land."""

    def __init__(self, stack: LayerStack) -> None:
        self._stack = stack
        self._mark = DropMark(stack)
        self._row: LayerRow | None = None
        self._start = 0
        self._selects_later = False
        self.gap = -1
        """Before which row the dragged ones would land; -1 while nothing is dragged."""

    @property
    def is_dragging(self) -> bool:
        return self.gap >= 0

    def press(self, row: LayerRow, y: int, *, selects_later: bool = False) -> None:
        """``selects_later``: the row is one of several selected ones, and is selected alone if it is not dragged."""
        self._row, self._start, self._selects_later = row, y, selects_later

    def move(self, y: int) -> None:
        if self._row is None or (not self.is_dragging and abs(y - self._start) < QApplication.startDragDistance()):
            return
        rows = self._stack.rows
        self.gap = sum(1 for row in rows if y > row.y() + row.height() // 2)
        self._mark.show_at(self._stack.boundary(self.gap))
        self._stack.setCursor(Qt.CursorShape.ClosedHandCursor)
        under = self._stack.row_at(y)
        if under is not None:
            self._stack.revealed.emit(under)

    def release(self) -> None:
        row, gap = self._row, self.gap
        self.cancel()
        if row is None:
            return
        if gap < 0:
            if self._selects_later:
                self._stack.select(row.index)
            return
        dragged = self._stack.selection.indices()
        if row.index not in dragged:
            dragged = [row.index]
        to = gap - sum(1 for index in dragged if index < gap)
        if dragged != list(range(to, to + len(dragged))):
            self._stack.moved.emit(dragged, to)

    def cancel(self) -> None:
        """Drops the rows where they were."""
        self._row, self.gap = None, -1
        self._mark.hide()
        self._stack.unsetCursor()
