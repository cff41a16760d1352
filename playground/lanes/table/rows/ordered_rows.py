"""Rows of the lane table in their order: sorted by a heading, with repeats folded into one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QWidget

from playground.lanes.table.columns import Columns
from playground.lanes.table.header import LaneHeader
from playground.lanes.table.rows.model import LaneModel
from playground.lanes.table.rows.order import IN_PLACE, LaneOrder
from playground.lanes.table.rows.shown_rows import ShownRows

Index = QModelIndex | QPersistentModelIndex


class OrderedRows(ShownRows):
    """Of `LaneModel`, in the order of `LaneOrder`. Lanes are meant by their numbers, wherever they are shown."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.model_of_lanes = LaneModel(self)
        self.order = LaneOrder(self.model_of_lanes, self)
        self.header = LaneHeader(self)
        self.setModel(self.order)
        self.setHorizontalHeader(self.header)
        self.header.sort_wanted.connect(self.sort_by)
        self.order.sort(0, Qt.SortOrder.AscendingOrder)

    def row_at(self, index: Index) -> int:
        """The row of the model that is shown there."""
        return self.order.mapToSource(index).row()

    def index_of(self, row: int, column: str = IN_PLACE) -> QModelIndex:
        """Where a row of the model is shown; not valid where it is not."""
        return self.order.mapFromSource(self.model_of_lanes.index(row, self.model_of_lanes.columns.index(column)))

    def united(self, shown: int, columns: Sequence[str]) -> QRect:
        """The place of neighbouring columns in a row as it is shown."""
        places = [place for place, name in enumerate(self.model_of_lanes.columns) if name in columns]
        first, last = (self.visualRect(self.order.index(shown, place)) for place in (places[0], places[-1]))
        return first.united(last)

    def sort_by(self, column: str) -> None:
        """By a column, then the other way round, then as the lanes stand in the experiment."""
        if not self.header.title(column):
            return
        best_first = _falls(column)
        if column != self.sorted_by:
            self.sorted_by, self.sort_order = column, best_first
        elif self.sort_order == best_first:
            self.sort_order = _other(best_first)
        else:
            self.sorted_by, self.sort_order = "", Qt.SortOrder.AscendingOrder
        self.put_in_order()

    def put_in_order(self) -> None:
        """Anew, after figures have changed."""
        columns = self.model_of_lanes.columns
        place = columns.index(self.sorted_by) if self.sorted_by in columns else 0
        self.order.sort(place, self.sort_order if place else Qt.SortOrder.AscendingOrder)
        self.header.viewport().update()
        self._after_order()

    def fold(self, is_folded: bool) -> None:
        """Repeats as one row each, or as many."""
        self.order.fold(is_folded)
        self._after_order()

    def is_open(self, row: int) -> bool:
        """Whether the lanes of a group's row are shown."""
        return row - len(self.model_of_lanes.lanes) in self.order.open

    def toggle(self, row: int) -> None:
        """Shows the lanes of a group's row, or no longer."""
        self.order.toggle(row - len(self.model_of_lanes.lanes))
        self._after_order()

    def _after_order(self) -> None:
        """Rows have changed places, or are others."""
        self.viewport().update()

    @property
    def can_move(self) -> bool:
        """Whether lanes can be dragged: only as long as they stand as in the experiment."""
        return not self.order.is_sorted and not self.order.is_folded


def _falls(column: str) -> Qt.SortOrder:
    """The best first: high accuracy, low loss."""
    return Qt.SortOrder.DescendingOrder if column.endswith("accuracy") else Qt.SortOrder.AscendingOrder


def _other(order: Qt.SortOrder) -> Qt.SortOrder:
    ascending = order == Qt.SortOrder.AscendingOrder
    return Qt.SortOrder.DescendingOrder if ascending else Qt.SortOrder.AscendingOrder
