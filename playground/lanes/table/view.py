"""The rows of the lane table: which are selected, their editors, and what keys, mouse and menu do with them."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QWidget

from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.fields import FieldInfo
from playground.lanes import menu as lane_menu
from playground.lanes.menu import LaneMenu
from playground.lanes.palette import LanePalette
from playground.lanes.style import cell_style
from playground.lanes.table.columns import ROW, Columns
from playground.lanes.table.editors import LaneEntry
from playground.lanes.table.header import LaneHeader
from playground.lanes.table.model import LaneModel
from playground.lanes.table.order import IN_PLACE, LaneOrder
from playground.lanes.table.painting import LaneCells
from playground.lanes.table.row_controls import RowControls
from playground.lanes.table.shown_rows import ShownRows
from playground.ui.widgets.row_drag import RowDrag

Index = QModelIndex | QPersistentModelIndex
_AT_ONCE: Final = 16
"""So many rows have their editors from the start; the others get them when they come into sight, or soon."""
_PORTION: Final = 0.008
"""Seconds that are spent on editors out of sight before the window may do something else."""


class LaneView(ShownRows):
    """Of `LaneModel`, in the order of `LaneOrder`. Lanes are meant by their numbers, wherever they are shown."""

    edited = Signal(str, object)
    edited_together = Signal(object)
    """[(path, value), ...]: the same edit of several lanes."""
    moved = Signal(int, int)
    """(from, to)"""
    all_shown = Signal()
    asked = Signal(str)
    """``duplicate`` or ``remove`` the selected lane."""
    selection_changed = Signal(int)
    """The lane that the buttons above act on."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selected = -1
        self._columns = columns
        self._more: Mapping[str, FieldInfo] = {}
        self._controls: dict[int, RowControls] = {}
        self.model_of_lanes = LaneModel(self)
        self.order = LaneOrder(self.model_of_lanes, self)
        self.header = LaneHeader(self)
        self._set_up()
        self._drag = RowDrag(self.viewport(), self._edges)
        self._builder = QTimer(self)
        self._builder.timeout.connect(self._build_some)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _set_up(self) -> None:
        self.setObjectName("lanes.rows")
        self.setModel(self.order)
        self.setItemDelegate(LaneCells(self))
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(ROW)
        self.verticalScrollBar().valueChanged.connect(self.build_in_sight)
        self.setMouseTracking(True)
        self.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: none; }")
        self.viewport().setStyleSheet(cell_style())
        self.header.sort_wanted.connect(self.sort_by)
        self.order.sort(0, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    # --- rows -------------------------------------------------------------------------------------------------------

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

    def show_lanes(
        self,
        lanes: list[LaneEntry],
        groups: tuple[tuple[int, ...], ...],
        entries: list[LaneEntry],
        more: Mapping[str, FieldInfo],
    ) -> None:
        """Shows lanes; rows that are there already keep their editors and the focus."""
        self._drag.cancel()
        if more != self._more:
            self._more = more
            self._forget_controls()
        had_focus = any(controls.has_focus() for lane, controls in self._controls.items() if lane >= len(lanes))
        open_groups = {groups[group] for group in self.order.open if group < len(groups)}
        self.model_of_lanes.set_lanes(lanes, groups, entries)
        for lane in [lane for lane in self._controls if lane >= len(lanes)]:
            self._controls.pop(lane).leave()
        if had_focus:
            self.setFocus()
        self.order.open = {group for group, members in enumerate(groups) if members in open_groups}
        self.order.invalidate()
        for lane, controls in self._controls.items():
            controls.show(lanes[lane])
        for lane in range(min(_AT_ONCE, len(lanes))):
            self.build(lane)
        self.build_in_sight()
        self._builder.start()
        self.select(max(0, min(self.selected, len(lanes) - 1)))

    def _forget_controls(self) -> None:
        for controls in self._controls.values():
            controls.leave()
        self._controls.clear()

    def set_columns(self) -> None:
        """The columns are others, or have other headings."""
        columns, headings = self._columns.names, self.model_of_lanes.headings
        if columns != self.model_of_lanes.columns:
            self._forget_controls()
        self.model_of_lanes.set_columns(columns, headings)

    # --- editors ----------------------------------------------------------------------------------------------------

    def build(self, lane: int) -> None:
        """Makes the controls of a lane that is shown, if they are not there yet."""
        if lane in self._controls or not self.index_of(lane).isValid():
            return
        controls = RowControls(lane, self, self._more)
        self._controls[lane] = controls
        for column, widget in controls.by_column.items():
            if column in self.model_of_lanes.columns:
                self.setIndexWidget(self.index_of(lane, column), widget)
                widget.removeEventFilter(self)  # Qt's would select this lane alone when the keyboard comes to it
            else:
                widget.hide()
        controls.show(self.model_of_lanes.lanes[lane])
        controls.show_arrows(lane in self.selected_rows)

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
        for row in self.in_sight():
            if not self.model_of_lanes.is_group(row):
                self.build(row)

    def _build_some(self) -> None:
        end = time.perf_counter() + _PORTION
        for lane in range(len(self.model_of_lanes.lanes)):
            if lane not in self._controls and self.index_of(lane).isValid():
                self.build(lane)
                if time.perf_counter() > end:
                    return
        self._builder.stop()

    # --- order ------------------------------------------------------------------------------------------------------

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
        self.select(max(0, self.selected))

    def is_open(self, row: int) -> bool:
        """Whether the lanes of a group's row are shown."""
        return row - len(self.model_of_lanes.lanes) in self.order.open

    def toggle(self, row: int) -> None:
        """Shows the lanes of a group's row, or no longer."""
        self.order.toggle(row - len(self.model_of_lanes.lanes))
        self._after_order()

    def _after_order(self) -> None:
        """Rows that were filtered out took their editors with them."""
        for lane in [lane for lane in self._controls if not self.index_of(lane).isValid()]:
            self._controls.pop(lane).leave()
        self.build_in_sight()
        self._builder.start()
        self.viewport().update()

    @property
    def can_move(self) -> bool:
        """Whether lanes can be dragged: only as long as they stand as in the experiment."""
        return not self.order.is_sorted and not self.order.is_folded

    # --- the selection ----------------------------------------------------------------------------------------------

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
        for lane, controls in self._controls.items():
            if controls.has_focus():
                self.select(lane)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- edits ------------------------------------------------------------------------------------------------------

    def take_edit(self, path: str, value: object) -> None:
        """An edit in a lane; in all lanes that are selected, where this one is among them."""
        at = FieldPath.parse(path)
        lanes = self.selected_lanes()
        if at.lane not in lanes or len(lanes) < 2 or at.lane_field in ("name", "color"):
            self.edited.emit(path, value)
            return
        inside = at.parts[2:]
        self.edited_together.emit([(str(FieldPath(("lanes", str(lane), *inside))), value) for lane in lanes])

    # --- the mouse --------------------------------------------------------------------------------------------------

    def _edges(self) -> list[int]:
        scrolled = self.verticalScrollBar().value()
        return [place * ROW - scrolled for place in range(self.order.rowCount() + 1)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._anchor = self.currentIndex().row()
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self._pressed = self.row_at(index), place
        if self.can_move and not event.modifiers():
            self._drag.press(place.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._hover(self.indexAt(place))
        if not event.buttons():
            super().mouseMoveEvent(event)
            return
        self._drag.move(place.y())
        if self._drag.is_dragging:
            self._reveal(place.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, place = self._pressed
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and row >= 0 and self._anchor >= 0:
            self._select_between(self._anchor, self.indexAt(place).row())
        self._pressed = _NOWHERE
        was_dragged = self._drag.is_dragging
        gap = self._drag.release()
        if row < 0:
            return
        to = gap if gap <= row else gap - 1
        if gap >= 0 and to != row:
            self.moved.emit(row, to)
        elif not was_dragged and not event.modifiers() and self.row_at(self.indexAt(place)) == row:
            self._on_click(row, place)

    _pressed: tuple[int, QPoint] = (-1, QPoint())
    _anchor = -1
    """Where the selection began, as it is shown."""

    def _on_click(self, row: int, place: QPoint) -> None:
        column = self.model_of_lanes.columns[self.indexAt(place).column()]
        if self.model_of_lanes.is_group(row):
            if column in ("visible", "name"):
                self.toggle(row)
        elif column == "mark" and self._controls[row].mark.has_at(place.x()):
            self.open_palette(row)

    def _reveal(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y > self.viewport().height() - ROW // 2:
            bar.setValue(bar.value() + y - self.viewport().height() + ROW // 2)
        elif y < ROW // 2:
            bar.setValue(bar.value() + y - ROW // 2)

    def _hover(self, index: Index) -> None:
        row = self.row_at(index) if index.isValid() else -1
        if row != self.hovered_row:
            for each in {row, self.hovered_row} - {-1}:
                shown = self.index_of(each)
                self.viewport().update(0, self.visualRect(shown).y(), self.viewport().width(), ROW)
            self.hovered_row = row

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
            if not index.isValid():
                return
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.select(self.model_of_lanes.lanes_of(self.row_at(index))[0])
        else:
            corner = self.visualRect(self.index_of(self.current_row)).topLeft()
            place = self.viewport().mapToGlobal(corner + QPoint(ROW, ROW))
        count = len(self.model_of_lanes.lanes)
        menu = LaneMenu(
            self,
            index=self.selected,
            count=count if self.can_move else 1,
            is_shown=self.model_of_lanes.lanes[self.selected].visible,
            is_full=count >= MOST_LANES,
            several=count > 1,
        )
        menu.triggered.connect(self._on_triggered)
        menu.popup(place)

    def _on_triggered(self, action: QAction) -> None:
        self._do(action.data())

    # --- the keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_group = self.model_of_lanes.is_group(self.current_row)
        name = _KEYS.get((key, modifiers))
        if is_group and (key, modifiers) in _OPENING:
            self.toggle(self.current_row)
        elif name is not None:
            self._do(name)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else self.order.rowCount() - 1)
        elif key == Qt.Key.Key_Escape and self._drag.is_dragging:
            self._drag.cancel()
        elif key in _WALKING and not modifiers & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_A and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.selectAll()
        else:
            QFrame.keyPressEvent(self, event)  # letters are no search

    def _go_to(self, shown: int) -> None:
        self.select(self.model_of_lanes.lanes_of(self.row_at(self.order.index(shown, 0)))[0])

    def _do(self, name: str) -> None:
        """Carries out one of the menu's actions on the selected lane."""
        lane = self.selected
        entry = self.model_of_lanes.lanes[lane]
        match name:
            case lane_menu.RENAME:
                self._show_lane(lane)
                self._controls[lane].by_column["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)
            case lane_menu.COLOR:
                self.open_palette(lane)
            case lane_menu.VISIBLE:
                self.take_edit(str(FieldPath.of_lane(lane, "visible")), not entry.visible)
            case lane_menu.SOLO:
                self.soloed.emit(lane)
            case lane_menu.SHOW_ALL:
                self.all_shown.emit()
            case lane_menu.UP | lane_menu.DOWN:
                to = lane + (1 if name == lane_menu.DOWN else -1)
                if self.can_move and 0 <= to < len(self.model_of_lanes.lanes):
                    self.moved.emit(lane, to)
            case lane_menu.DUPLICATE | lane_menu.REMOVE:
                self.asked.emit(name)

    def _show_lane(self, lane: int) -> None:
        """Its group is open, and its editors are there."""
        group = self.model_of_lanes.group_of(lane)
        if group is not None and not self.index_of(lane).isValid():
            self.toggle(len(self.model_of_lanes.lanes) + group)
        self.scrollTo(self.index_of(lane))
        self.build(lane)

    def open_palette(self, lane: int) -> None:
        """Offers the colours and marks under those of a lane."""
        self._show_lane(lane)
        self.select(lane)
        entry, mark = self.model_of_lanes.lanes[lane], self._controls[lane].mark
        taken = {other.style for place, other in enumerate(self.model_of_lanes.lanes) if place != lane}
        palette = LanePalette(entry.style, taken, self)
        palette.picked.connect(partial(self.take_edit, str(FieldPath.of_lane(lane, "color"))))
        palette.move(mark.mapToGlobal(QPoint(0, mark.height() + 2)))
        palette.show()

    # --- geometry ---------------------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Columns as wide as there is room for."""
        spans = self._columns.spans(max(self.viewport().width(), self._columns.narrowest))
        widths = [spans[name].width for name in self.model_of_lanes.columns]
        changed = [place for place, width in enumerate(widths) if self.header.sectionSize(place) != width]
        for place in changed:
            self.header.resizeSection(place, widths[place])
        if changed:
            self.updateEditorGeometries()  # Qt would a moment later

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Up or down only: a row is wider than the view may be."""
        place, bar = self.visualRect(index), self.verticalScrollBar()
        if place.top() < 0:
            bar.setValue(bar.value() + place.top())
        elif place.bottom() >= self.viewport().height():
            bar.setValue(bar.value() + place.bottom() + 1 - self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
        self.build_in_sight()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.build_in_sight()


def _falls(column: str) -> Qt.SortOrder:
    """The best first: high accuracy, low loss."""
    return Qt.SortOrder.DescendingOrder if column.endswith("accuracy") else Qt.SortOrder.AscendingOrder


def _other(order: Qt.SortOrder) -> Qt.SortOrder:
    ascending = order == Qt.SortOrder.AscendingOrder
    return Qt.SortOrder.DescendingOrder if ascending else Qt.SortOrder.AscendingOrder


_NOWHERE: Final = (-1, QPoint())
_NO, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_KEYS: Final = {
    (Qt.Key.Key_F2, _NO): lane_menu.RENAME,
    (Qt.Key.Key_Return, _NO): lane_menu.RENAME,
    (Qt.Key.Key_Enter, _NO): lane_menu.RENAME,
    (Qt.Key.Key_C, _NO): lane_menu.COLOR,
    (Qt.Key.Key_V, _NO): lane_menu.VISIBLE,
    (Qt.Key.Key_S, _NO): lane_menu.SOLO,
    (Qt.Key.Key_Up, _ALT): lane_menu.UP,
    (Qt.Key.Key_Down, _ALT): lane_menu.DOWN,
}
_WALKING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OPENING: Final = ((Qt.Key.Key_Return, _NO), (Qt.Key.Key_Enter, _NO), (Qt.Key.Key_Space, _NO))
