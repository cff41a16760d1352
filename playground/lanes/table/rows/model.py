"""The lanes as rows of Qt's model, and behind them the settings that several of them repeat with other seeds."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.experiment.cost import Cost
from engine.train.snapshot import LaneSnapshot
from engine.visible import visible
from playground.lanes.table.cells.editors import LaneEntry
from playground.lanes.table.columns import COSTS, RUN
from playground.lanes.table.figures.costs import cost_text
from playground.lanes.table.figures.group_figures import group_figures
from playground.lanes.table.figures.headings import Headings
from playground.lanes.table.figures.lane_figures import Figures, explanation, sentence
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import setting

Index = QModelIndex | QPersistentModelIndex
_SHOWN_BY_RUN: Final = frozenset({*RUN, "step_ms", "stopped"})
_NUMBERS: Final = re.compile(r"(\d+(?:\.\d+)?)")


class LaneModel(QAbstractTableModel):
    """Row i is lane i; behind the lanes stands a row for each group of repeats.

    ``columns`` are names, in their order; what an editor shows is its own, so that cells say it as text alone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[str, ...] = ()
        self.headings: Headings = {}
        self.lanes: list[LaneEntry] = []
        self.figures: list[Figures] = []
        self.groups: tuple[tuple[int, ...], ...] = ()
        """Lanes that repeat each other, two or more."""
        self.group_entries: list[LaneEntry] = []
        self.group_figures: list[Figures] = []
        self.costs: tuple[Cost | None, ...] = ()
        self._snapshots: tuple[LaneSnapshot, ...] = ()

    # --- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lanes) + len(self.groups)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row(), self.columns[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), self.columns[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        title, meaning = self.headings.get(self.columns[section], ("", ""))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return title
        return field_text.wrapped(title, meaning) if role == Qt.ItemDataRole.ToolTipRole and title else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # --- rows -------------------------------------------------------------------------------------------------------

    def lanes_of(self, row: int) -> tuple[int, ...]:
        """The lanes that a row stands for."""
        return (row,) if row < len(self.lanes) else self.groups[row - len(self.lanes)]

    def group_of(self, lane: int) -> int | None:
        """The group of a lane that is repeated."""
        return next((group for group, lanes in enumerate(self.groups) if lane in lanes), None)

    def is_group(self, row: int) -> bool:
        return row >= len(self.lanes)

    def entry(self, row: int) -> LaneEntry:
        return self.group_entries[row - len(self.lanes)] if self.is_group(row) else self.lanes[row]

    def figures_of(self, row: int) -> Figures:
        return self.group_figures[row - len(self.lanes)] if self.is_group(row) else self.figures[row]

    def text(self, row: int, column: str) -> str:
        """What a cell says."""
        if column == "name":
            return visible(self.entry(row).name)
        figures = self.figures_of(row)
        if column in COSTS:
            return self.cost_text(row, column)
        if column in RUN:
            return figures.text(column) or ""
        return value_text(self.entry(row).settings[column].value) if column in self.entry(row).settings else ""

    def _tip(self, row: int, column: str) -> str | None:
        figures = self.figures_of(row)
        if column in _SHOWN_BY_RUN:
            return field_text.wrapped(sentence(figures), explanation(figures))
        return None

    def sort_key(self, row: int, column: str) -> tuple[bool, Any]:
        """What rows are put in order by; the first is true for what stands last in any order."""
        if column == "name":
            return False, _natural(self.entry(row).name)
        if column in COSTS:
            cost = self._cost(row, column)
            return not math.isfinite(cost), cost if math.isfinite(cost) else 0.0
        if column in RUN:
            values = [getattr(self._snapshots[lane], column) for lane in self.lanes_of(row) if self._snapshots]
            mean = sum(values) / len(values) if values else math.nan
            return not math.isfinite(mean), mean if math.isfinite(mean) else 0.0
        found = self.entry(row).settings.get(column)
        value = None if found is None else found.value
        if value is None:
            return True, 0
        return False, _natural(value) if isinstance(value, str) else value

    def cost_text(self, row: int, column: str) -> str:
        """Of one of `COSTS`."""
        return cost_text(column, self._cost(row, column))

    def _cost(self, row: int, column: str) -> float:
        """Of a setting that is repeated the mean; NaN where it is not known."""
        lanes = self.lanes_of(row)
        if column == "step_ms":
            values = [self._snapshots[lane].step_ms for lane in lanes] if self._snapshots else []
            return sum(values) / len(values) if values else math.nan
        cost = self.costs[lanes[0]] if lanes[0] < len(self.costs) else None
        return math.nan if cost is None else float(getattr(cost, column))

    # --- changes ----------------------------------------------------------------------------------------------------

    def set_columns(self, columns: Sequence[str], headings: Headings) -> None:
        """Other columns; every row is made anew where there are others."""
        if tuple(columns) != self.columns:
            self.beginResetModel()
            self.columns, self.headings = tuple(columns), headings
            self.endResetModel()
        elif headings != self.headings:
            self.headings = headings
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def set_lanes(
        self, lanes: list[LaneEntry], groups: tuple[tuple[int, ...], ...], group_entries: list[LaneEntry]
    ) -> None:
        """Rows that are there already stay, and their editors with them."""
        self._set_groups((), [])
        had = len(self.lanes)
        if len(lanes) > had:
            self.beginInsertRows(QModelIndex(), had, len(lanes) - 1)
            self.lanes = lanes
            self.figures += [Figures()] * (len(lanes) - had)
            self._snapshots = ()
            self.endInsertRows()
        elif len(lanes) < had:
            self.beginRemoveRows(QModelIndex(), len(lanes), had - 1)
            self.lanes = lanes
            del self.figures[len(lanes) :]
            self._snapshots = ()
            self.endRemoveRows()
        self.lanes = lanes
        self._set_groups(groups, group_entries)
        self._say_changed(range(self.rowCount()), 0, len(self.columns) - 1)

    def _set_groups(self, groups: tuple[tuple[int, ...], ...], entries: list[LaneEntry]) -> None:
        first = len(self.lanes)
        if self.groups:
            self.beginRemoveRows(QModelIndex(), first, first + len(self.groups) - 1)
            self.groups, self.group_entries, self.group_figures = (), [], []
            self.endRemoveRows()
        if groups:
            self.beginInsertRows(QModelIndex(), first, first + len(groups) - 1)
            self.groups, self.group_entries = groups, entries
            self.group_figures = [group_figures(self._members(group)) for group in groups]
            self.endInsertRows()

    def set_costs(self, costs: tuple[Cost | None, ...]) -> None:
        """What lanes cost, in their order."""
        if costs != self.costs:
            self.costs = costs
            self._say_changed(range(self.rowCount()), 0, len(self.columns) - 1)

    def set_figures(self, figures: list[Figures], snapshots: tuple[LaneSnapshot, ...]) -> list[int]:
        """What the lanes have reached. Returns the rows that say something else now."""
        self._snapshots = snapshots
        changed = [row for row, (old, new) in enumerate(zip(self.figures, figures, strict=True)) if old != new]
        self.figures = figures
        of_groups = [group_figures(self._members(group)) for group in self.groups]
        changed += [
            len(self.lanes) + place
            for place, (old, new) in enumerate(zip(self.group_figures, of_groups, strict=True))
            if old != new
        ]
        self.group_figures = of_groups
        places = [place for place, name in enumerate(self.columns) if name in _SHOWN_BY_RUN]
        if places:
            self._say_changed(changed, places[0], places[-1])
        return changed

    def _members(self, group: tuple[int, ...]) -> list[tuple[Figures, LaneSnapshot | None]]:
        return [(self.figures[lane], self._snapshots[lane] if self._snapshots else None) for lane in group]

    def _say_changed(self, rows: Sequence[int], first: int, last: int) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row, first), self.index(row, last))


def value_text(value: object) -> str:
    """A setting in words or digits; nothing where there is no single value."""
    if value is None:
        return ""
    if isinstance(value, str):
        return i18n.choice_name(value)
    return setting(value) if isinstance(value, int | float) else str(value)


def _natural(text: str) -> tuple[tuple[bool, Any], ...]:
    """Numbers in a name count as numbers: seed 9 stands before seed 10."""
    parts = _NUMBERS.split(text.casefold())
    return tuple((bool(place % 2), float(part) if place % 2 else part) for place, part in enumerate(parts))
