"""The rows of the lane table, and what keys, mouse and menu do with them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.fields import FieldInfo
from playground.lanes import menu as lane_menu
from playground.lanes.menu import LaneMenu
from playground.lanes.palette import LanePalette
from playground.lanes.table.cells.editors import LaneEntry
from playground.lanes.table.columns import ROW, Columns
from playground.lanes.table.rows.painting import LaneCells
from playground.lanes.table.rows.selected_rows import SelectedRows
from playground.ui.widgets.row_drag import RowDrag

Index = QModelIndex | QPersistentModelIndex


class LaneView(SelectedRows):
    """What mouse, keys and menu do with the rows."""

    moved = Signal(int, int)
    """(from, to)"""
    all_shown = Signal()
    menu_opens = Signal(object)
    """The LaneMenu of the selected lane, before it is shown."""
    asked = Signal(str)
    """``duplicate`` or ``remove`` the selected lane."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._set_up()
        self._drag = RowDrag(self.viewport(), self._edges)

    def show_lanes(
        self,
        lanes: list[LaneEntry],
        groups: tuple[tuple[int, ...], ...],
        entries: list[LaneEntry],
        more: Mapping[str, FieldInfo],
    ) -> None:
        self._drag.cancel()
        super().show_lanes(lanes, groups, entries, more)

    def _set_up(self) -> None:
        self.setObjectName("lanes.rows")
        self.setItemDelegate(LaneCells(self))
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
        self.setMouseTracking(True)

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
            QFrame.mouseMoveEvent(self, event)  # that of a view gives the editor below the keyboard, and so the wheel
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
        self.menu_opens.emit(menu)
        menu.popup(place)

    def _on_triggered(self, action: QAction) -> None:
        if action.data() is not None:  # the others do something by themselves
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
