"""The rows of the stack, one a layer, between input and output: shown, reused and selected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QVBoxLayout, QWidget

from playground.layers.ends import HEIGHT, EndRow
from playground.layers.folding import Folding
from playground.layers.insert_mark import InsertMark
from playground.layers.rows.columns import ROW, Columns, columns, measured, narrowest
from playground.layers.rows.kinds import ROWS, NumberRow
from playground.layers.rows.net import folded, net
from playground.layers.rows.row import LayerRow
from playground.layers.rows.view import LayerView
from playground.layers.selection import RowSelection, alike_ends, where_to
from playground.ui.look import theme
from playground.ui.text.numbers import count
from playground.ui.widgets.row_drag import RowDrag

MARGIN = theme.SPACE_1
"""Left and right of the rows."""


class LayerStack(QWidget):
    """``edited`` says (path, value); ``moved`` says (indices, to) where rows were dropped elsewhere."""

    edited = Signal(str, object)
    moved = Signal(list, int)
    insert_wanted = Signal(int, QPoint)
    """Before which layer, and where on the screen a menu may open."""
    columns_changed = Signal(object)
    selection_changed = Signal()
    row_removed = Signal(object)
    revealed = Signal(object)
    """A row that a person should see now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._measures = measured()
        self.narrowest = narrowest(self._measures) + 2 * MARGIN
        """Pixels with which no row is cut."""
        self.columns: Columns = columns(self._measures, 0)
        self.rows: list[LayerRow] = []
        self.selection = RowSelection()
        self.folding = Folding()
        self.input = EndRow(self.tr("Input"), self)
        self.output = EndRow(self.tr("Output"), self)
        for end in (self.input, self.output):
            end.set_columns(self.columns)
        self._views: Sequence[LayerView] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.input)
        self._column.addWidget(self.output)
        self._column.addStretch(1)
        self._drag = RowDrag(self, self._edges)
        self._pressed: LayerRow | None = None
        self._opens_later = self._selects_later = False
        """The row is one of several selected ones, and is selected alone if it is not dragged."""
        self.insert_mark = InsertMark(self)
        self.insert_mark.wanted.connect(self.insert_wanted)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # --- rows -------------------------------------------------------------------------------------------------------

    def show_views(self, views: Sequence[LayerView], wanted: Sequence[int] = ()) -> None:
        """Shows these layers. Selects the rows ``wanted``, or else those that were selected, as far as possible."""
        focus = self._focused_field()
        self._views = views
        kinds = [view.layer.kind for view in views]
        rearranged = kinds != [row.kind for row in self.rows]
        if rearranged:
            self.insert_mark.hide()
            self._rearrange(kinds)
        for index, (row, view) in enumerate(zip(self.rows, views, strict=True)):
            row.set_index(index)
            row.show_layer(view)
        self.folding.follow(self.rows, [view.layer for view in views])
        for index in wanted:
            if self.folding.is_folded(index) and not set(self.folding.of(index)) <= set(wanted):
                self.folding.open(index, alone=True)
        self._show_folds(rearranged=rearranged)
        if wanted and max(wanted) < len(self.rows):
            self.selection.select_all(list(wanted))
            self._show_selection()
        elif rearranged:
            self.selection.choose(self.folding.whole(self.selection.indices()))
            self._show_selection()
        else:
            self._show_net()
        if focus is not None:
            self._focus_again(focus)

    def _rearrange(self, kinds: Sequence[str]) -> None:
        """Reuses the rows at both ends, then any of the right kind, and makes what is missing."""
        old = self.rows
        head, tail = alike_ends([row.kind for row in old], kinds)
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

    def _new_row(self, kind: str) -> LayerRow:
        row = ROWS.get(kind, NumberRow)(kind, self)
        row.set_columns(self.columns)
        row.edited.connect(self.edited)
        row.fold_wanted.connect(self._on_fold_wanted)
        return row

    def _discard(self, row: LayerRow) -> None:
        row.edited.disconnect(self.edited)  # what was being typed there counts no more
        self.row_removed.emit(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    # --- folding ----------------------------------------------------------------------------------------------------

    def set_folding(self, is_on: bool) -> None:
        """Whether a hidden layer is one row, or each of its layers always has one."""
        self.folding.is_on = is_on
        self._show_folds()
        self.selection.choose(self.folding.whole(self.selection.indices()))
        self._show_selection()

    def open(self, index: int, *, alone: bool = True) -> None:
        """Shows all layers of the hidden layer that a row belongs to. alone: the others fold."""
        if self.folding.is_folded(index):
            self.folding.open(index, alone=alone)
            self._show_folds()
            self.selection.choose(self.folding.whole(self.selection.indices()))
            self._show_selection()

    def fold(self, index: int) -> None:
        """Makes one row of it; whoever was on one of its layers is on all of it."""
        head = self.folding.of(index).start
        if not self.folding.can_fold(head) or self.folding.is_folded(head):
            return
        self.folding.fold(index)
        focus = self._focused_field()
        if focus is not None and focus[0].index in self.folding.of(index)[1:]:
            self.rows[head].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_folds()
        chosen = self.folding.whole(self.selection.indices())
        self.selection.choose(chosen, head if self.selection.current in self.folding.of(index) else None)
        self._show_selection()

    def _on_fold_wanted(self, row: LayerRow) -> None:
        if row.is_open:
            self.fold(row.index)
        else:
            self.open(row.index, alone=False)

    def _show_folds(self, *, rearranged: bool = False) -> None:
        layers = [view.layer for view in self._views]
        shown = set(self.folding.shown())
        for index, row in enumerate(self.rows):
            can_fold = self.folding.can_fold(index)
            is_folded = can_fold and not row.is_open
            rest = self.folding.of(index)[1:] if is_folded else ()
            row.show_followers([layers[at] for at in rest], can_fold=can_fold)
            if index in shown:
                rearranged |= not row.is_made
                row.make()
            row.setVisible(index in shown)
        if rearranged:
            self.set_tab_order()
        self._show_net()

    # --- columns and net --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() - 2 * MARGIN
        if (new := columns(self._measures, width)) != self.columns:
            self.columns = new
            for end in (self.input, self.output):
                end.set_columns(new)
            for row in self.rows:
                row.set_columns(new)
            self._show_net()
            self.columns_changed.emit(new)

    def _show_net(self) -> None:
        """Each row gets its part of the drawing, and repaints it where it is new."""
        if len(self._views) != len(self.rows) or not self.rows:
            return  # the rows are just changing, and what had the focus went away
        first, *parts, last = net(self._views, self.selection.indices(), self.columns.gutter)
        inputs, outputs = self._views[0].inputs, self._views[-1].outputs
        known = self.tr("{count} values of each row of the data").format(count=count(inputs) if inputs else "?")
        self.input.show_net(first, known)
        self.output.show_net(last, self.tr("{count} numbers, one for each class").format(count=count(outputs)))
        end = (HEIGHT + ROW) / 2
        shown = self.folding.shown()
        for index in shown:
            row, rest = self.rows[index], self.folding.of(index)[1:] if self.folding.is_folded(index) else range(0)
            row.net.set_distances(above=ROW if index != shown[0] else end, below=ROW if index != shown[-1] else end)
            row.show_net(folded(parts[index], [parts[at] for at in rest]))

    def set_tab_order(self) -> None:
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
        if isinstance(new, LayerRow) and (new.is_clicked or self.selection.current >= 0):
            return  # a click or an arrow key, which know better what to select
        row: QWidget | None = new
        while row is not None and row.parentWidget() is not self:
            row = row.parentWidget()
        if isinstance(row, LayerRow) and row in self.rows and row.index not in self.selection.indices():
            self._select_shown(row.index)

    # --- selection --------------------------------------------------------------------------------------------------

    def select(self, index: int, *, extend: bool = False) -> None:
        """Selects one row, or all from the anchor to it; one that cannot be seen is shown."""
        if index >= 0 and not extend:
            self.open(index)
        self._select_shown(index, extend=extend)

    def deselect(self) -> None:
        """They are the layers of another network from now on."""
        self._select_shown(-1)

    def _select_shown(self, index: int, *, extend: bool = False) -> None:
        """A row as it is seen: of a folded hidden layer, all."""
        self.selection.select(index, extend=extend)
        self.selection.choose(self.folding.whole(self.selection.indices()), index)
        self._show_selection()

    def _show_selection(self) -> None:
        chosen = set(self.selection.indices())
        entry = self.selection.current if chosen else 0
        for index, row in enumerate(self.rows):
            row.set_selected(index in chosen)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == entry else Qt.FocusPolicy.ClickFocus)
        self._show_net()
        self.selection_changed.emit()
        if self.selection.current >= 0:
            self.revealed.emit(self.rows[self.selection.current])

    def row_at(self, y: int) -> LayerRow | None:
        """The row at a height of this widget."""
        shown = (self.rows[index] for index in self.folding.shown())
        return next((row for row in shown if row.y() <= y < row.y() + row.height()), None)

    def boundary(self, gap: int) -> int:
        """The height at which row ``gap`` begins, or the last one ends."""
        shown = self.folding.shown()
        row = next((index for index in shown if index >= gap), None)
        last = self.rows[shown[-1]]
        return last.y() + last.height() if row is None else self.rows[row].y()

    def _edges(self) -> list[int]:
        return [self.boundary(gap) for gap in self._gaps()]

    def _gaps(self) -> list[int]:
        """The layers before which something can come to lie, between rows that can be seen."""
        return [*self.folding.shown(), len(self.rows)]

    # --- keys and mouse ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.selection.current
        target = where_to(key, self.folding.shown(), current)
        if key == Qt.Key.Key_Escape and self._drag.is_dragging:
            self._drag.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and current >= 0:
            self._enter(self.rows[current])
        elif target is not None:
            self._go(target, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Right and current >= 0:
            self.open(current, alone=False)
        elif key == Qt.Key.Key_Left and current >= 0:
            self.fold(current)
        else:
            super().keyPressEvent(event)

    def _enter(self, row: LayerRow) -> None:
        """The focus goes to the first editor that can be used."""
        usable = [widget for widget in row.tab_stops() if widget.isEnabled()]
        if usable:
            usable[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, index: int, *, extend: bool) -> None:
        self._select_shown(index, extend=extend)
        self.rows[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = int(event.position().y())
        row = self.row_at(y)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.selection.toggle(row.index, self.folding.of(row.index) if self.folding.is_folded(row.index) else ())
            self._show_selection()
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_one_of_several = not extend and row.is_selected and len(self.selection.indices()) > 1
        self._opens_later = not extend and self.folding.is_folded(row.index)
        if not is_one_of_several:  # which may all be dragged; if not, the release selects this one
            self._select_shown(row.index, extend=extend)
        self._pressed, self._selects_later = row, is_one_of_several
        self._drag.press(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.insert_mark.dismiss()
            self._drag.move(position.y())
            under = self.row_at(position.y())
            if self._drag.is_dragging and under is not None:
                self.revealed.emit(under)
        else:
            boundaries = {gap: self.boundary(gap) for gap in self._gaps()}
            self.insert_mark.offer(position, boundaries, range(MARGIN, MARGIN + self.columns.gutter))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, self._pressed = self._pressed, None
        gap = self._drag.release()
        if row is not None and gap >= 0:
            self._drop(row.index, gap)
        elif row is not None:
            if self._selects_later:
                self._select_shown(row.index)
            if self._opens_later:  # now, for what is pressed must not move away
                self.open(row.index)

    def _drop(self, index: int, gap: int) -> None:
        """Moves a row before another, and with it all that are selected if it is. gap: among those that are seen."""
        selected, gap = self.selection.indices(), self._gaps()[gap]
        dragged = selected if index in selected else [index]
        to = gap - sum(1 for index in dragged if index < gap)
        if dragged != list(range(to, to + len(dragged))):
            self.moved.emit(dragged, to)

    def leaveEvent(self, event: QEvent) -> None:
        self.insert_mark.dismiss()
        super().leaveEvent(event)
