"""What the parts of the lane table know of its view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QTableView

from playground.lanes.table.rows.model import LaneModel

Index = QModelIndex | QPersistentModelIndex


class ShownRows(QTableView):
    """Rows are meant by their places in the model, wherever they are shown."""

    soloed = Signal(int)
    """All other lanes hidden, or all shown again."""

    model_of_lanes: LaneModel
    selected_rows: frozenset[int] = frozenset()
    hovered_row = current_row = -1
    sorted_by = ""
    """The column by which the rows are put in order; empty where they stand as in the experiment."""
    sort_order = Qt.SortOrder.AscendingOrder

    @property
    def can_move(self) -> bool:
        """Whether lanes can be dragged."""
        raise NotImplementedError

    def row_at(self, index: Index) -> int:
        """The row of the model that is shown there."""
        raise NotImplementedError

    def is_open(self, row: int) -> bool:
        """Whether the lanes of a group's row are shown."""
        raise NotImplementedError

    def united(self, shown: int, columns: Sequence[str]) -> QRect:
        """The place of neighbouring columns in a row as it is shown."""
        raise NotImplementedError

    def take_edit(self, path: str, value: object) -> None:
        """An edit in a lane; in all lanes that are selected, where this one is among them."""
        raise NotImplementedError

    def open_palette(self, lane: int) -> None:
        """Offers the colours and marks under those of a lane."""
        raise NotImplementedError
