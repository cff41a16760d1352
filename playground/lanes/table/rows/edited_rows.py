"""Rows of the lane table with their editors, which are made when they come into sight, or soon."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from engine.fields import FieldInfo
from playground.lanes.table.cells.editors import LaneEntry
from playground.lanes.table.cells.row_controls import RowControls
from playground.lanes.table.columns import Columns
from playground.lanes.table.rows.ordered_rows import OrderedRows

_AT_ONCE: Final = 16
"""So many rows have their editors from the start; the others get them when they come into sight, or soon. In a table
that is not on the screen, none."""
_PORTION: Final = 0.008
"""Seconds that are spent on editors out of sight before the window may do something else."""


class EditedRows(OrderedRows):
    """Editors lie in the cells; those of a row that is no longer shown go with it."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._more: Mapping[str, FieldInfo] = {}
        self._controls: dict[int, RowControls] = {}
        self._builder = QTimer(self)
        self._builder.timeout.connect(self._build_some)
        self.verticalScrollBar().valueChanged.connect(self.build_in_sight)

    def show_lanes(
        self,
        lanes: list[LaneEntry],
        groups: tuple[tuple[int, ...], ...],
        entries: list[LaneEntry],
        more: Mapping[str, FieldInfo],
    ) -> None:
        """Shows lanes; rows that are there already keep their editors and the focus."""
        if more != self._more:
            self._more = more
            self._forget_controls()
        open_groups = {groups[group] for group in self.order.open if group < len(groups)}
        for lane in [lane for lane in self._controls if lane >= len(lanes)]:
            self._let_go(lane)
        self.model_of_lanes.set_lanes(lanes, groups, entries)
        self.order.open = {group for group, members in enumerate(groups) if members in open_groups}
        self.order.invalidate()
        self._let_go_of_unshown()
        for lane, controls in self._controls.items():
            controls.show(lanes[lane])
        if self.isVisible():
            for lane in range(min(_AT_ONCE, len(lanes))):
                self.build(lane)
        self.build_in_sight()
        self._builder.start()

    def _forget_controls(self) -> None:
        for lane in tuple(self._controls):
            self._let_go(lane)

    def _let_go(self, lane: int) -> None:
        """Takes the controls of a lane out of the table. Qt holds bare pointers to those in cells, and would follow
        them to where nothing is any more if anybody else deleted them: it does so itself, here, with the row, or when
        it next lays editors out.
        """
        controls = self._controls.pop(lane)
        controls.leave()
        for column, widget in controls.by_column.items():
            if column not in self.model_of_lanes.columns:
                widget.deleteLater()
            elif (index := self.index_of(lane, column)).isValid():
                self.setIndexWidget(index, None)  # type: ignore[arg-type]  # it takes none as well

    def _let_go_of_unshown(self) -> None:
        """Rows that were filtered out take their editors with them."""
        for lane in [lane for lane in self._controls if not self.index_of(lane).isValid()]:
            self._let_go(lane)
        self.updateEditorGeometries()  # Qt lets go of them

    def end_typing(self) -> None:
        """What is typed in an editor counts from here on: lanes are shown anew with it before editors go."""
        if any(controls.has_focus() for controls in self._controls.values()):
            self.setFocus()

    def toggle(self, row: int) -> None:
        self.end_typing()
        super().toggle(row)

    def set_columns(self) -> None:
        """The columns are others, or have other headings."""
        columns, headings = self._columns.names, self.model_of_lanes.headings
        if columns != self.model_of_lanes.columns:
            self._forget_controls()
        self.model_of_lanes.set_columns(columns, headings)

    def build(self, lane: int) -> None:
        """Makes the controls of a lane that is shown, if they are not there yet."""
        if lane in self._controls or not self.index_of(lane).isValid():
            return
        controls = RowControls(lane, self, self._more)
        self._controls[lane] = controls
        controls.show(self.model_of_lanes.lanes[lane])  # before they are styled, which is once then
        controls.show_arrows(lane in self.selected_rows)
        for column, widget in controls.by_column.items():
            if column in self.model_of_lanes.columns:
                self.setIndexWidget(self.index_of(lane, column), widget)
                widget.removeEventFilter(self)  # Qt's would select this lane alone when the keyboard comes to it
            else:
                widget.hide()

    def controls(self, lane: int) -> RowControls | None:
        """Those of a lane, where they are there."""
        return self._controls.get(lane)

    def in_sight(self) -> list[int]:
        """The rows of the model that can be seen now, at least in part."""
        height = self.viewport().height()
        first, last = self.rowAt(0), self.rowAt(max(0, height - 1))
        if first < 0:
            return []
        last = self.order.rowCount() - 1 if last < 0 else last
        return [self.row_at(self.order.index(shown, 0)) for shown in range(first, last + 1)]

    def build_in_sight(self) -> None:
        """Lanes that can be seen have editors."""
        for row in self.in_sight() if self.isVisible() else ():
            if not self.model_of_lanes.is_group(row):
                self.build(row)

    def _build_some(self) -> None:
        end = time.perf_counter() + _PORTION
        for lane in range(len(self.model_of_lanes.lanes) if self.isVisible() else 0):
            if lane not in self._controls and self.index_of(lane).isValid():
                self.build(lane)
                if time.perf_counter() > end:
                    return
        self._builder.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.build_in_sight()
        self._builder.start()

    def _after_order(self) -> None:
        self._let_go_of_unshown()
        self.build_in_sight()
        self._builder.start()
        super()._after_order()
