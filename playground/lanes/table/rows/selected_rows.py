"""Rows of the lane table that are selected, and the edits that are made in all of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.experiment.field_path import FieldPath
from engine.fields import FieldInfo
from playground.lanes.table.cells.editors import LaneEntry
from playground.lanes.table.columns import Columns
from playground.lanes.table.rows.edited_rows import EditedRows

Index = QModelIndex | QPersistentModelIndex


class SelectedRows(EditedRows):
    """One lane is the one that buttons and keys act on; edits are made in all that are selected."""

    edited = Signal(str, object)
    edited_together = Signal(object)
    """[(path, value), ...]: the same edit of several lanes."""
    selection_changed = Signal(int)
    """The lane that the buttons above act on."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self.selected = -1
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def show_lanes(
        self,
        lanes: list[LaneEntry],
        groups: tuple[tuple[int, ...], ...],
        entries: list[LaneEntry],
        more: Mapping[str, FieldInfo],
    ) -> None:
        before = self.model_of_lanes.lanes
        gone = before[self.selected] if len(lanes) <= self.selected < len(before) else None
        super().show_lanes(lanes, groups, entries, more)
        names = [lane.name for lane in lanes]
        if gone is not None and gone.begins in names:  # a branch that was taken back leads to its lane
            self.select(names.index(gone.begins))
        else:
            self.select(max(0, min(self.selected, len(lanes) - 1)))

    def fold(self, is_folded: bool) -> None:
        super().fold(is_folded)
        self.select(max(0, self.selected))

    def select(self, lane: int) -> None:
        """Makes a lane the one that buttons and keys act on."""
        if not 0 <= lane < len(self.model_of_lanes.lanes):
            return
        if not self.index_of(lane).isValid():
            group = self.model_of_lanes.group_of(lane)
            row = lane if group is None else len(self.model_of_lanes.lanes) + group
        else:
            row = lane
        index = self.index_of(row, "divider")  # a cell without an editor, which Qt would give the keyboard to
        flags = QItemSelectionModel.SelectionFlag
        if row in self.selected_rows and index.isValid():
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        elif index.isValid():
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._set_selected(lane)

    def _set_selected(self, lane: int) -> None:
        if lane != self.selected:
            self.selected = lane
            self.selection_changed.emit(lane)

    def _select_between(self, shown: int, other: int) -> None:
        """All rows from one to another, as they are shown."""
        top, bottom = (self.order.index(row, 0) for row in sorted((shown, other)))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(QItemSelection(top, bottom), flags.ClearAndSelect | flags.Rows)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Qt makes the row of an editor the current one when the keyboard goes to it from the table, without any event:
        a selected one stays selected together with the others, which are then edited with it."""
        if event is None and index.isValid() and self.row_at(index) in self.selected_rows:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def selected_lanes(self) -> list[int]:
        """All lanes that are selected, those of groups too."""
        return sorted({lane for row in self.selected_rows for lane in self.model_of_lanes.lanes_of(row)})

    def _on_selection_changed(self, *_: object) -> None:
        self.selected_rows = frozenset(self.row_at(index) for index in self.selectionModel().selectedRows())
        for lane, controls in self._controls.items():
            controls.show_arrows(lane in self.selected_rows)

    def _on_current_changed(self, index: Index, _: object) -> None:
        self.current_row = self.row_at(index) if index.isValid() else -1
        if self.current_row >= 0:
            lanes = self.model_of_lanes.lanes_of(self.current_row)
            if self.selected not in lanes:
                self._set_selected(lanes[0])

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """The row whose editor has the focus is the selected one."""
        if now is None or not self.viewport().isAncestorOf(now):
            return
        focused = next((lane for lane, controls in self._controls.items() if controls.has_focus()), None)
        if focused is not None:
            self.select(focused)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def take_edit(self, path: str, value: object) -> None:
        """An edit in a lane; in all lanes that are selected, where this one is among them."""
        at = FieldPath.parse(path)
        lanes = self.selected_lanes()
        if at.lane not in lanes or len(lanes) < 2 or at.lane_field in ("name", "color"):
            self.edited.emit(path, value)
            return
        inside = at.parts[2:]
        self.edited_together.emit([(str(FieldPath(("lanes", str(lane), *inside))), value) for lane in lanes])
