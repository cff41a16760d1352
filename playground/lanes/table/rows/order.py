"""Which rows of the lane table are shown, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from playground.lanes.table.rows.model import LaneModel

IN_PLACE = "mark"
"""The column that says: as the lanes stand in the experiment."""
Index = QModelIndex | QPersistentModelIndex


class LaneOrder(QSortFilterProxyModel):
    """Lanes as they stand in the experiment, or by a column. Where repeats are folded, a setting is one row, behind
    which its lanes stand while it is open.
    """

    def __init__(self, model: LaneModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.is_folded = False
        self.open: set[int] = set()
        """Groups whose lanes are shown."""
        self.setDynamicSortFilter(False)  # rows do not jump under the pointer while training goes on
        self.setSourceModel(model)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if self.model.is_group(row):
            return self.is_folded
        group = self.model.group_of(row) if self.is_folded else None
        return group is None or group in self.open

    def lessThan(self, left: Index, right: Index) -> bool:
        row, other = left.row(), right.row()
        mine, theirs = self._block(row), self._block(other)
        if mine == theirs and (row == mine or other == mine) and mine >= len(self.model.lanes):
            return self._first(row == mine)
        if mine != theirs:
            row, other = mine, theirs
        return self._is_less(row, other)

    def _block(self, row: int) -> int:
        """The row that a row stands with: that of its group, where repeats are folded."""
        group = self.model.group_of(row) if self.is_folded and not self.model.is_group(row) else None
        return row if group is None else len(self.model.lanes) + group

    def _is_less(self, row: int, other: int) -> bool:
        name = self.model.columns[self.sortColumn()]
        if name == IN_PLACE:
            return self._place(row) < self._place(other)
        mine, theirs = self.model.sort_key(row, name), self.model.sort_key(other, name)
        if mine[0] != theirs[0]:
            return self._first(theirs[0])
        if mine[1] == theirs[1]:
            return self._first(self._place(row) < self._place(other))
        return bool(mine[1] < theirs[1])

    def _place(self, row: int) -> tuple[int, int]:
        """Where a row stands among the lanes."""
        return self.model.lanes_of(row)[0], row

    def _first(self, is_first: bool) -> bool:
        """What stands first stands there in both orders."""
        return is_first == (self.sortOrder() == Qt.SortOrder.AscendingOrder)

    @property
    def is_sorted(self) -> bool:
        """Whether the order is another than that of the lanes."""
        return self.sortColumn() > 0

    def fold(self, is_folded: bool) -> None:
        """Repeats as one row, or each lane for itself."""
        if is_folded != self.is_folded:
            self.is_folded = is_folded
            self.open.clear()
            self.invalidate()

    def toggle(self, group: int) -> None:
        """Shows the lanes of a group, or no longer."""
        self.open ^= {group}
        self.invalidate()

    def row_of(self, lane: int) -> int:
        """Where a lane is shown; -1 where its group is closed."""
        return self.mapFromSource(self.model.index(lane, 0)).row()
