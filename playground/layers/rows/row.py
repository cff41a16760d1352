"""One layer as a row: the net beside it, its name and sizes, and editors of its main settings in shared columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.experiment.field_path import FieldPath
from engine.fields import FieldInfo, field_info
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.registry import LAYERS
from playground.layers.rows.columns import FOLD, ROW, Columns, Span
from playground.layers.rows.fold_mark import FoldMark
from playground.layers.rows.give_back import GiveBack
from playground.layers.rows.net import NetRow
from playground.layers.rows.net_view import NetView
from playground.layers.rows.view import LayerView, Own
from playground.ui.fields.field_edit import Editor, make_editor
from playground.ui.fields.override_mark import clear_mark, mark_off, mark_override, mark_own
from playground.ui.fields.overrides import value_text
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count
from playground.ui.text.short_names import followers


class LayerRow(QWidget):
    """Shows one layer at a time; ``edited`` says (path, value), the value None where a lane gives its own back.

    Rows are reused: `set_index` and `show_layer` make one stand for another layer of its kind. Editors are made when
    the row is to be seen (`make`), and those of the strip below the stack when that is (`details`).
    """

    edited = Signal(str, object)
    fold_wanted = Signal(object)
    """The row whose mark was pressed."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.kind = kind
        self.index = -1
        self.view: LayerView | None = None
        self.editors: dict[str, Editor] = {}
        self.is_made = self._has_details = False
        self._details: QWidget | None = None
        self.is_selected = False
        self.is_clicked = False
        """Whether it has the focus from the mouse, which selects by itself."""
        self._columns: Columns | None = None
        self._give_back: dict[QWidget, GiveBack] = {}
        self.is_open = False
        """Whether the layers that follow it stand below it, each in a row of its own."""
        self.followers: tuple[LayerSpec, ...] = ()
        """Those that this row tells of in place of rows of their own."""
        self.net = NetView(self, above=ROW, below=ROW)
        self.fold_mark: FoldMark | None = None
        """Made where there is something to fold."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFixedHeight(ROW)

    def make(self) -> None:
        """The editors in the row: while it is folded away nobody waits for them."""
        if not self.is_made:
            self.is_made = True
            self._build()
            self._catch_up()

    @property
    def details(self) -> QWidget | None:
        """What the strip below the stack shows of it."""
        if not self._has_details:
            self.make()
            self._has_details = True
            self._details = self._build_details()
            self._catch_up()
        return self._details

    @property
    def made_details(self) -> QWidget | None:
        """The same, as far as somebody has asked for it."""
        return self._details

    @property
    def is_complete(self) -> bool:
        """Whether all of its editors are there."""
        return self._has_details

    def _build(self) -> None:
        """Makes the editors in the row."""

    def _build_details(self) -> QWidget | None:
        """Makes the others, in a page for the strip."""
        return None

    def _catch_up(self) -> None:
        """What was just made says what the row says."""
        columns, self._columns = self._columns, None
        if columns is not None:
            self.set_columns(columns)
        self._name_editors()
        if self.view is not None:
            self._show_values(self.view)

    def _cells(self, columns: Columns) -> list[tuple[QWidget, Span]]:
        """Where the editors of the row are, from left to right."""
        return []

    def add_editor(self, name: str, editor: Editor | None = None) -> Any:
        """An editor of one of the layer's fields, in the row or wherever it is put."""
        made = editor or make_editor(self.info(name), "", self)
        made.committed.connect(partial(self._on_committed, name))
        self.editors[name] = made
        return made

    def info(self, name: str) -> FieldInfo:
        return field_info(LAYERS[self.kind], name)

    @property
    def number(self) -> int:
        """What the layer is called wherever it is spoken of: its row, counted from 1."""
        return self.index + 1

    def title(self) -> str:
        """``Layer 1: Dense``."""
        return self.tr("Layer {number}: {kind}").format(number=self.number, kind=i18n.choice_name(self.kind))

    def tab_stops(self) -> list[QWidget]:
        """The editors in the row, from left to right."""
        return [widget for widget, _ in self._cells(self._columns)] if self.is_made and self._columns else []

    def controls(self, name: str) -> list[QWidget]:
        """All that edit a field."""
        return [self.editors[name]]

    # --- where things are -------------------------------------------------------------------------------------------

    def set_columns(self, columns: Columns) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self.net.setGeometry(0, 0, columns.gutter, ROW)
        self._place_mark()
        for widget, span in self._cells(columns) if self.is_made else ():
            widget.ensurePolished()
            height = min(widget.sizeHint().height(), ROW - 4)
            widget.setGeometry(span.x, (ROW - height) // 2, span.width, height)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    # --- what it shows ----------------------------------------------------------------------------------------------

    def set_index(self, index: int) -> None:
        """Stands for layer ``index`` from now on: names the editors after their paths."""
        if index == self.index:
            return
        self.index = index
        self.setObjectName(f"layers.{index}")
        self._show_name()
        self._name_mark()
        self._name_editors()

    def _name_editors(self) -> None:
        for name, editor in self.editors.items():
            editor.setObjectName(f"layers.{self.index}.{name}")
            editor.setAccessibleName(self._editor_name(name))

    def _editor_name(self, name: str) -> str:
        title = i18n.field_title(self.info(name))
        title = title.lower() if title[1:2].islower() else title  # but not "L2 λ"
        return self.tr("Layer {number} {field}").format(number=self.number, field=title)

    def show_layer(self, view: LayerView) -> None:
        """Puts the layer's settings into the editors, silently."""
        if view == self.view:
            return
        self.view = view
        if self.is_made:
            self._show_values(view)
        sizes = self._sizes_text(view)
        self.setToolTip(field_text.wrapped(i18n.choice_help(self.kind), sizes))
        self.setAccessibleDescription(sizes)
        self.update()

    def _sizes_text(self, view: LayerView) -> str:
        if view.inputs is None:
            return ""
        template = self.tr("{inputs} values in, {outputs} out; {count} parameters to learn")
        numbers = {"inputs": view.inputs, "outputs": view.outputs, "count": view.parameters}
        return template.format(**{name: count(number) for name, number in numbers.items()})

    def _show_values(self, view: LayerView) -> None:
        for name, editor in self.editors.items():
            editor.set_value(getattr(view.layer, name))
            for control in self.controls(name):
                self._mark(control, name, view)

    def _mark(self, control: QWidget, name: str, view: LayerView) -> None:
        """Says whose value it is, and whether it can be changed in what is shown."""
        own = view.own.get(name)
        control.setEnabled(not view.is_off)
        if view.is_off:
            mark_off(control, self.info(name))
        elif own is not None:
            mark_own(control, self.info(name), self._own_text(view.lane, own))
        elif name in view.overrides:
            mark_override(control, self.info(name), view.overrides[name])
        else:
            clear_mark(control, self.info(name))
        if own is not None and control not in self._give_back:
            self._give_back[control] = GiveBack(control)
            self._give_back[control].triggered.connect(partial(self._on_given_back, name))
        if control in self._give_back:
            everywhere = own is not None and "*" in own.path
            self._give_back[control].offer(own is not None, everywhere=everywhere)

    def _own_text(self, lane: str, own: Own) -> str:
        if "*" in own.path:
            template = self.tr("Lane {lane} has its own value in all layers; all lanes have {value} here. {keys}")
        else:
            template = self.tr("Lane {lane} has its own value here; all lanes have {value}. {keys}")
        keys = self.tr("Ctrl+Backspace restores the shared value.")
        return template.format(lane=lane, value=value_text(own.shared), keys=keys)

    def show_followers(self, layers: Sequence[LayerSpec], *, can_fold: bool) -> None:
        """The layers that this row tells of. can_fold: whether there is anything to open or to fold."""
        if can_fold and self.fold_mark is None:
            self.fold_mark = FoldMark(self)
            self.fold_mark.clicked.connect(self._on_mark)
            self._place_mark()
            self._name_mark()
        if self.fold_mark is not None:
            self.fold_mark.setVisible(can_fold)
            self.fold_mark.show_open(not layers)
        if tuple(layers) != self.followers:
            self.followers = tuple(layers)
            self._show_name()
            self.update()

    def _place_mark(self) -> None:
        if self.fold_mark is not None and self._columns is not None:
            self.fold_mark.setGeometry(self._columns.name.x, 0, FOLD, ROW)

    def _name_mark(self) -> None:
        if self.fold_mark is not None:
            self.fold_mark.setObjectName(f"layers.{self.index}.fold")
            self.fold_mark.setAccessibleName(self.tr("Layers behind layer {number}").format(number=self.number))

    def _on_mark(self, checked: bool = False) -> None:
        self.fold_wanted.emit(self)

    def _show_name(self) -> None:
        """To who cannot see the row."""
        names = followers(self.followers)
        self.setAccessibleName(f"{self.title()} · {names[0]}" if names else self.title())

    def set_selected(self, is_selected: bool) -> None:
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self.update()

    def show_net(self, row: NetRow) -> None:
        """What of the net lies beside this row."""
        if self.view is not None and self.net.show_row(row, self.view.layer):
            self.net.setToolTip(field_text.wrapped(self._net_text(self.view), self._insert_text()))
            self.net.setAccessibleDescription(self._net_text(self.view))

    def _net_text(self, view: LayerView) -> str:
        return i18n.choice_help(self.kind)

    def _insert_text(self) -> str:
        return self.tr("Point between two rows to insert a layer there.")

    def _on_committed(self, name: str, value: object) -> None:
        self.edited.emit(str(FieldPath.of_layer(self.index, name)), value)
        if self.view is not None:
            self._show_values(self.view)  # what was refused goes back to what it was

    def _on_given_back(self, name: str, checked: bool = False) -> None:
        if self.view is not None and name in self.view.own:
            self.edited.emit(self.view.own[name].path, None)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._columns is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, self._columns)
        if self.view is not None:
            self._paint_texts(painter, self.view, self._columns)
        painter.end()

    def _paint_background(self, painter: QPainter, columns: Columns) -> None:
        look = theme.current()
        focused, hovered = self.hasFocus(), self.underMouse()
        if not (self.is_selected or focused or hovered):
            return
        painter.setPen(QPen(look.color("accent"), 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent_soft" if self.is_selected else "raised"))
        if not self.is_selected and not hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        room = QRectF(columns.gutter, 0, self.width() - columns.gutter, ROW)
        painter.drawRoundedRect(room.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def _paint_texts(self, painter: QPainter, view: LayerView, columns: Columns) -> None:
        look = theme.current()
        room = columns.name
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body"))
        painter.setPen(look.color("muted"))
        room = Span(room.x + FOLD, room.width - FOLD)
        number, place = f"{self.number} ", QRect(room.x, 2, room.width, 18)
        painter.drawText(place, left, number)
        painter.setPen(look.color("text"))
        metrics = painter.fontMetrics()
        place.setLeft(place.left() + metrics.horizontalAdvance(number))
        if view.is_off:
            struck = painter.font()
            struck.setStrikeOut(True)
            painter.setFont(struck)
            painter.setPen(look.color("muted"))
        kind = metrics.elidedText(i18n.choice_name(self.kind), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, left, kind)
        painter.setFont(theme.font("small"))
        painter.setPen(look.color("muted"))
        painter.drawText(QRect(room.x, 18, room.width, 15), left, self.second_line())

    def second_line(self) -> str:
        """What follows the layer, or else as much of its sizes and parameters as there is room for."""
        if self.view is None or self._columns is None:
            return ""
        metrics, room = QFontMetrics(theme.font("small")), self._columns.name.width - FOLD
        ways = followers(self.followers) or (self.view.summary, self.view.sizes)
        if self.view.is_off:
            ways = (self.tr("off in this lane"), self.tr("off"))
        fitting = next((text for text in ways if metrics.horizontalAdvance(text) <= room), None)
        return metrics.elidedText(ways[-1], Qt.TextElideMode.ElideRight, room) if fitting is None else fitting

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.is_clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
