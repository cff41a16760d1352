"""The trials of a sweep as rows in any order: thousands of them, of which only those that are seen are written."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.sweep.results.table import SweepTable
from playground.sweep import words
from playground.ui.look import theme
from playground.ui.text import field_text

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_DIM: Final = frozenset({"pruned", "diverged", "failed", "unfinished"})


class TrialModel(QAbstractTableModel):
    """Rows are in the order that was asked for last; what has no value comes last, whichever way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: SweepTable | None = None
        self.columns: tuple[str, ...] = ()
        self._order: list[int] = []
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    def show_table(self, table: SweepTable) -> None:
        """Another table, or the same with more rows."""
        self.beginResetModel()
        self._table = table
        self.columns = words.columns_of(table)
        self._right = frozenset(name for name in self.columns if words.is_number(table, name))
        self._put_in_order()
        self.endResetModel()

    def trial_at(self, row: int) -> int:
        """The number of the trial in a row."""
        assert self._table is not None
        return int(self._table.rows[self._order[row]]["trial"])

    def rows_of(self, trials: frozenset[int]) -> list[int]:
        """Where these trials are."""
        return [row for row in range(len(self._order)) if self.trial_at(row) in trials]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = [(index, self.trial_at(index.row())) for index in self.persistentIndexList()]
        self._sorted = column, order
        self._put_in_order()
        places = {self.trial_at(row): row for row in range(len(self._order))} if before else {}
        for index, trial in before:
            self.changePersistentIndex(index, self.index(places[trial], index.column()))
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        rows = () if self._table is None else self._table.rows
        column, order = self._sorted
        if not 0 <= column < len(self.columns):
            self._order = [*range(len(rows))]
            return
        name = self.columns[column]
        known = [place for place, row in enumerate(rows) if row[name] is not None]
        known.sort(key=lambda place: _key(rows[place][name]), reverse=order == Qt.SortOrder.DescendingOrder)
        self._order = known + [place for place, row in enumerate(rows) if row[name] is None]

    # --- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        name = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return field_text.wrapped(words.title(self._table, name), self.tr("A click sorts by it."))
        return words.title(self._table, name) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        row, name = self._table.rows[self._order[index.row()]], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.about(self._table, row) if name == "diagnosis" else words.cell_text(name, row[name])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(name)
        if role == Qt.ItemDataRole.ForegroundRole and row["state"] in _DIM:
            return theme.current().color("muted")
        if role == Qt.ItemDataRole.ToolTipRole:
            said = "" if name == "diagnosis" else words.cell_text(name, row[name])
            return field_text.wrapped(said, words.about(self._table, row))
        return None

    def _alignment(self, name: str) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if name in self._right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def _key(value: Any) -> tuple[bool, Any]:
    """Numbers before words."""
    is_number = isinstance(value, int | float)
    return (not is_number, value if is_number else str(value))
