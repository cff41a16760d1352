"""The rows of the lane table: which one is selected, and what keys, mouse and menu do with it."""

from __future__ import annotations

import time
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import MOST_LANES
from playground.lanes import menu as lane_menu
from playground.lanes.columns import ROW, Columns
from playground.lanes.editors import LaneEntry
from playground.lanes.menu import LaneMenu
from playground.lanes.palette import LanePalette
from playground.lanes.row import LaneRow
from playground.lanes.style import cell_style
from playground.ui.widgets.row_drag import RowDrag

_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
_AT_ONCE: Final = 16
"""So many rows have their editors from the start; the others get them when they come into sight, or soon."""
_PORTION: Final = 0.008
"""Seconds that are spent on editors out of sight before the window may do something else."""


class LaneRows(QWidget):
    """The rows, one below the other."""

    edited = Signal(str, object)
    moved = Signal(int, int)
    """(from, to)"""
    soloed = Signal(int)
    all_shown = Signal()
    asked = Signal(str)
    """``duplicate`` or ``remove`` the selected lane."""
    selection_changed = Signal(int)
    resized = Signal()
    revealed = Signal(int)
    """This height shall come into sight."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.rows: list[LaneRow] = []
        self.selected = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("lanes.rows")
        self.setStyleSheet(cell_style())
        self._drag = RowDrag(self, self._edges)
        self._builder = QTimer(self)
        self._builder.timeout.connect(self._build_some)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    # --- rows ---

    def show_lanes(self, lanes: list[LaneEntry]) -> None:
        """Shows lanes; rows that are there already keep their editors and the focus."""
        self._set_count(len(lanes))
        for row, lane in zip(self.rows, lanes, strict=True):
            row.show_lane(lane)
        for row in self.rows[:_AT_ONCE]:
            row.build()
        self.build_in_sight()
        self._builder.start()

    def _set_count(self, count: int) -> None:
        """Adds rows below, or takes the last ones away."""
        self._drag.cancel()
        while len(self.rows) > count:
            row = self.rows.pop()
            if row.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus()
            row.setParent(None)
            row.deleteLater()
        while len(self.rows) < count:
            self.rows.append(self._row(len(self.rows)))
        self.fit()
        self.select(max(0, min(self.selected, count - 1)))

    def _row(self, index: int) -> LaneRow:
        row = LaneRow(index, self._columns, self)
        row.edited.connect(self.edited)
        row.pressed.connect(self._on_pressed)
        row.dragged.connect(self._on_dragged)
        row.released.connect(self._on_released)
        row.palette_wanted.connect(self.open_palette)
        row.soloed.connect(self.soloed)
        row.setGeometry(0, index * ROW, self.width(), ROW)
        row.show()
        return row

    def fit(self) -> None:
        """As much room as the rows need, after their number or the columns have changed."""
        self.setMinimumSize(self._columns.narrowest, ROW * len(self.rows))

    def lay_out(self) -> None:
        """The columns have changed."""
        self.fit()
        for row in self.rows:
            row.lay_out()
            row.update()

    def in_sight(self) -> list[LaneRow]:
        """The rows that can be seen now, at least in part."""
        seen = self.visibleRegion().boundingRect()
        return self.rows[seen.top() // ROW : seen.bottom() // ROW + 1] if not seen.isEmpty() else []

    def build_in_sight(self) -> None:
        """Rows that can be seen have editors."""
        for row in self.in_sight():
            row.build()

    def _build_some(self) -> None:
        end = time.perf_counter() + _PORTION
        for row in self.rows:
            if not row.is_built():
                row.build()
                if time.perf_counter() > end:
                    return
        self._builder.stop()

    # --- the selection ---

    def select(self, index: int) -> None:
        """Makes a row the one that buttons and keys act on."""
        if not 0 <= index < len(self.rows):
            return
        is_new = index != self.selected
        self.selected = index
        for row in self.rows:
            row.set_selected(row.index == index, row.index == index and self.hasFocus())
        if is_new:
            self.selection_changed.emit(index)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """The row whose editor has the focus is the selected one."""
        row: QObject | None = now
        while row is not None and not isinstance(row, LaneRow):
            row = row.parent()
        if row is not None and row.parent() is self:
            self.select(row.index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.select(self.selected)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.select(self.selected)

    def _edges(self) -> list[int]:
        return [place * ROW for place in range(len(self.rows) + 1)]

    # --- the mouse ---

    def _on_pressed(self, index: int, y: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.select(index)
        self._drag.press(index * ROW + y)

    def _on_dragged(self, index: int, y: int) -> None:
        self._drag.move(index * ROW + y)
        if self._drag.is_dragging:
            self.revealed.emit(index * ROW + y)

    def _on_released(self, index: int, on_mark: bool) -> None:
        was_dragged = self._drag.is_dragging
        gap = self._drag.release()
        to = gap if gap <= index else gap - 1
        if gap >= 0 and to != index:
            self.moved.emit(index, to)
        elif on_mark and not was_dragged:
            self.open_palette(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, place = event.pos().y() // ROW, event.globalPos()
            if index >= len(self.rows):
                return
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.select(index)
        else:
            row = self.rows[self.selected]
            place = row.mapToGlobal(QPoint(ROW, ROW))
        lane = self.rows[self.selected].lane()
        menu = LaneMenu(
            self,
            index=self.selected,
            count=len(self.rows),
            is_shown=lane is None or lane.visible,
            is_full=len(self.rows) >= MOST_LANES,
        )
        menu.triggered.connect(self._on_triggered)
        menu.popup(place)

    def _on_triggered(self, action: QAction) -> None:
        self._do(action.data())

    # --- the keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self.rows) - 1
        name = _KEYS.get((key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if name is not None:
            self._do(name)
        elif key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.select(max(0, min(self.selected + _MOVES[key], last)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.select(0 if key == Qt.Key.Key_Home else last)
        elif key == Qt.Key.Key_Escape and self._drag.is_dragging:
            self._drag.cancel()
        else:
            super().keyPressEvent(event)

    def _do(self, name: str) -> None:
        """Carries out one of the menu's actions on the selected lane."""
        index = self.selected
        lane = self.rows[index].lane()
        match name:
            case lane_menu.RENAME:
                self.rows[index].editors["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)
            case lane_menu.COLOR:
                self.open_palette(index)
            case lane_menu.VISIBLE if lane is not None:
                self.edited.emit(str(FieldPath.of_lane(index, "visible")), not lane.visible)
            case lane_menu.SOLO:
                self.soloed.emit(index)
            case lane_menu.SHOW_ALL:
                self.all_shown.emit()
            case lane_menu.UP | lane_menu.DOWN:
                to = index + (1 if name == lane_menu.DOWN else -1)
                if 0 <= to < len(self.rows):
                    self.moved.emit(index, to)
            case lane_menu.DUPLICATE | lane_menu.REMOVE:
                self.asked.emit(name)

    def open_palette(self, index: int) -> None:
        """Offers the colours and marks under those of a row."""
        row = self.rows[index]
        row.build()
        lane = row.lane()
        if lane is None or row.mark is None:
            return
        taken = {other.style for each in self.rows if (other := each.lane()) is not None and each is not row}
        palette = LanePalette(lane.style, taken, self)
        palette.picked.connect(partial(self.edited.emit, str(FieldPath.of_lane(index, "color"))))
        palette.move(row.mark.mapToGlobal(QPoint(0, row.mark.height() + 2)))
        palette.show()

    # --- geometry ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.rows:
            row.setGeometry(0, row.index * ROW, self.width(), ROW)
        self.build_in_sight()
        self.resized.emit()


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
