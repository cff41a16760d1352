"""The rows of the stack, one a layer, between input and output: shown, reused and selected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QVBoxLayout, QWidget

from playground import theme
from playground.widgets.layer_columns import measured
from playground.widgets.layer_ends import EndRow
from playground.widgets.layer_row import ROWS, STYLE, LayerRow
from playground.widgets.layer_view import LayerView
from playground.widgets.row_drag import RowDrag
from playground.widgets.row_selection import RowSelection

_PAGE = 6
"""How many rows Page Up and Page Down go."""


class LayerStack(QWidget):
    """``edited`` says (path, value); ``moved`` says (from, to) where a row was dropped elsewhere."""

    edited = Signal(str, object)
    moved = Signal(int, int)
    selection_changed = Signal()
    row_added = Signal(object)
    row_removed = Signal(object)
    revealed = Signal(object)
    """A row that a person should see now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(STYLE)
        self.columns = measured()
        self.rows: list[LayerRow] = []
        self.selection = RowSelection()
        self.input = EndRow(self.tr("Input"), self.columns, is_input=True)
        self.output = EndRow(self.tr("Output"), self.columns, is_input=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE_1, 0, theme.SPACE_1, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.input)
        self._column.addWidget(self.output)
        self._column.addStretch(1)
        self._drag = RowDrag(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # --- rows -------------------------------------------------------------------------------------------------------

    def show_views(self, views: Sequence[LayerView], wanted: int | None = None) -> None:
        """Shows these layers. Selects row ``wanted`` where it is given, else the rows that were, as far as possible."""
        focus = self._focused_field()
        kinds = [view.layer.kind for view in views]
        rearranged = kinds != [row.kind for row in self.rows]
        if rearranged:
            self._rearrange(kinds)
        for index, (row, view) in enumerate(zip(self.rows, views, strict=True)):
            row.set_index(index)
            row.show_layer(view)
        if wanted is not None and wanted < len(self.rows):
            self.select(wanted)
        elif rearranged:
            self._show_selection()
        if focus is not None:
            self._focus_again(focus)

    def _rearrange(self, kinds: Sequence[str]) -> None:
        """Reuses the rows at both ends, then any of the right kind, and makes what is missing."""
        old = self.rows
        head = sum(1 for _ in takewhile(_equal, zip((row.kind for row in old), kinds, strict=False)))
        limit = min(len(old), len(kinds)) - head
        ends = zip((row.kind for row in reversed(old)), reversed(kinds), strict=False)
        tail = min(sum(1 for _ in takewhile(_equal, ends)), limit)
        spare: dict[str, list[LayerRow]] = defaultdict(list)
        for row in old[head : len(old) - tail]:
            spare[row.kind].append(row)
        middle = [
            spare[kind].pop(0) if spare[kind] else self._new_row(kind) for kind in kinds[head : len(kinds) - tail]
        ]
        for row in (row for rows in spare.values() for row in rows):
            self._discard(row)
        self.rows = [*old[:head], *middle, *old[len(old) - tail :]]
        for place, row in enumerate(middle, start=head + 1):  # the input is at 0
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
        self.selection.follow(head, tail, len(old), len(kinds))
        self._set_tab_order()

    def _new_row(self, kind: str) -> LayerRow:
        row = ROWS[kind](kind, self.columns, self)
        row.edited.connect(self.edited)
        self.row_added.emit(row)
        return row

    def _discard(self, row: LayerRow) -> None:
        row.edited.disconnect(self.edited)  # what was being typed there counts no more
        self.row_removed.emit(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _set_tab_order(self) -> None:
        """From top to bottom, whatever the order in which the rows were made."""
        before: QWidget | None = None
        for row in self.rows:
            for widget in (row, *row.tab_stops()):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    # --- focus ------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """What is being typed counts now: after a layer has moved it would count for another one."""
        focus = self._focused_field()
        editor = focus[0].editors.get(focus[1]) if focus is not None else None
        if isinstance(editor, QAbstractSpinBox):
            editor.interpretText()

    def _focused_field(self) -> tuple[LayerRow, str] | None:
        """The row that has the focus, and which of its editors; empty for the row itself."""
        focus = QApplication.focusWidget()
        for row in self.rows:
            if focus is row:
                return row, ""
            for name, editor in row.editors.items():
                if focus is editor:
                    return row, name
        return None

    def _focus_again(self, focus: tuple[LayerRow, str]) -> None:
        """The focus goes where the selection went, to the same field."""
        row, name = focus
        if 0 <= self.selection.current < len(self.rows) and row is not self.rows[self.selection.current]:
            target = self.rows[self.selection.current]
            (target.editors.get(name) or target).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whoever works in a row means that row."""
        if new is None or self._drag.is_dragging or not self.isAncestorOf(new):
            return
        if isinstance(new, LayerRow) and self.selection.current >= 0:
            return  # a click or an arrow key, which know better what to select
        row: QWidget | None = new
        while row is not None and row.parentWidget() is not self:
            row = row.parentWidget()
        if isinstance(row, LayerRow) and row in self.rows and row.index not in self.selection.indices():
            self.select(row.index)

    # --- selection --------------------------------------------------------------------------------------------------

    def select(self, index: int, *, extend: bool = False) -> None:
        """Selects one row, or all from the anchor to it."""
        self.selection.select(index, extend=extend)
        self._show_selection()

    def _show_selection(self) -> None:
        chosen = set(self.selection.indices())
        entry = self.selection.current if chosen else 0
        for index, row in enumerate(self.rows):
            row.set_selected(index in chosen)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == entry else Qt.FocusPolicy.ClickFocus)
        self.selection_changed.emit()
        if self.selection.current >= 0:
            self.revealed.emit(self.rows[self.selection.current])

    def row_at(self, y: int) -> LayerRow | None:
        """The row at a height of this widget."""
        return next((row for row in self.rows if row.y() <= y < row.y() + row.height()), None)

    # --- keys and mouse ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self.rows) - 1
        current = self.selection.current
        targets = {
            Qt.Key.Key_Up: max(current - 1, 0),
            Qt.Key.Key_Down: min(current + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_PageUp: max(current - _PAGE, 0),
            Qt.Key.Key_PageDown: min(current + _PAGE, last),
        }
        if key == Qt.Key.Key_Escape and self._drag.is_dragging:
            self._drag.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and current >= 0:
            self.rows[current].tab_stops()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key in targets:
            self._go(targets[Qt.Key(key)], extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _go(self, index: int, *, extend: bool) -> None:
        self.select(index, extend=extend)
        self.rows[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(int(event.position().y()))
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.select(row.index, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._drag.press(row, int(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag.move(int(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag.release()


def _equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
