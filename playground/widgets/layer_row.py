"""One layer as a row: its mark and name, painted, and editors of its main settings in shared columns."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.fields import FieldInfo, field_info
from engine.specs import LAYERS, DropoutSpec
from playground import i18n, theme
from playground.widgets import field_text
from playground.widgets.field_edit import Editor, make_editor
from playground.widgets.kind_mark import paint_mark
from playground.widgets.layer_columns import GAP, MARK, MARK_X, ROW, Columns
from playground.widgets.layer_details import DenseDetails
from playground.widgets.layer_view import LayerView
from playground.widgets.narrow_choice import NarrowChoice
from playground.widgets.override_mark import mark_override
from playground.widgets.rate_slider import RateSlider

STYLE: Final = """
LayerRow > QAbstractSpinBox::up-button, LayerRow > QAbstractSpinBox::down-button { width: 0; margin: 0; }
LayerRow > QAbstractSpinBox::up-arrow, LayerRow > QAbstractSpinBox::down-arrow { image: none; width: 0; }
LayerRow > QComboBox::drop-down { width: 16px; }
"""
"""For the stylesheet of what holds the rows. Numbers there have no arrows, to leave room for digits; the keys work.

Not by NoButtons: with a stylesheet, Qt then leaves one pixel for the text.
"""


class LayerRow(QWidget):
    """Shows one layer at a time; ``edited`` says (path, value).

    ``details``: what the strip below the stack shows of it.
    Rows are reused: `set_index` and `show_layer` make one stand for another layer of its kind.
    """

    edited = Signal(str, object)

    def __init__(self, kind: str, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.columns = columns
        self.index = -1
        self.view: LayerView | None = None
        self.editors: dict[str, Editor] = {}
        self.details: DenseDetails | None = None
        self.is_selected = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFixedHeight(ROW)
        self.setToolTip(field_text.wrapped(i18n.choice_help(kind)))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(columns.editors, 0, theme.SPACE_2, 0)
        self._row.setSpacing(0)
        self._build()

    def _build(self) -> None:
        """Adds the editors to ``_row``."""

    def add_editor(self, name: str, editor: Editor | None = None) -> Any:
        """An editor of one of the layer's fields, in the row or wherever it is put."""
        made = editor or make_editor(field_info(LAYERS[self.kind], name), "", self)
        made.committed.connect(partial(self._on_committed, name))
        self.editors[name] = made
        return made

    def info(self, name: str) -> FieldInfo:
        return field_info(LAYERS[self.kind], name)

    def title(self) -> str:
        """``Layer 1: Dense``."""
        return self.tr("Layer {number}: {kind}").format(number=self.index + 1, kind=i18n.choice_name(self.kind))

    def tab_stops(self) -> list[QWidget]:
        """The editors in the row, from left to right."""
        return [editor for editor in self.editors.values() if editor.parentWidget() is self]

    # --- what it shows ----------------------------------------------------------------------------------------------

    def set_index(self, index: int) -> None:
        """Stands for layer ``index`` from now on: names the editors after their paths."""
        if index == self.index:
            return
        self.index = index
        self.setObjectName(f"layers.{index}")
        self.setAccessibleName(self.title())
        for name, editor in self.editors.items():
            editor.setObjectName(f"layers.{index}.{name}")
            editor.setAccessibleName(self._editor_name(name))

    def _editor_name(self, name: str) -> str:
        title = i18n.field_title(self.info(name))
        title = title.lower() if title[1:].islower() else title
        return self.tr("Layer {number} {field}").format(number=self.index + 1, field=title)

    def show_layer(self, view: LayerView) -> None:
        """Puts the layer's settings into the editors, silently."""
        if view == self.view:
            return
        self.view = view
        self._show_values(view)
        self.update()

    def _show_values(self, view: LayerView) -> None:
        for name, editor in self.editors.items():
            editor.set_value(getattr(view.layer, name))
            mark_override(editor, self.info(name), view.overrides.get(name))

    def set_selected(self, is_selected: bool) -> None:
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self.update()

    def _on_committed(self, name: str, value: object) -> None:
        self.edited.emit(f"layers.{self.index}.{name}", value)
        if self.view is not None:
            self._show_values(self.view)  # what was refused goes back to what it was

    # --- painting ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.columns.editors + 200, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter)
        if self.view is not None:
            self._paint_mark(painter, self.view)
            self._paint_texts(painter, self.view)
        painter.end()

    def _background(self) -> str:
        if self.is_selected:
            return "accent_soft"
        return "raised" if self.underMouse() else "surface"

    def _paint_background(self, painter: QPainter) -> None:
        look = theme.current()
        focused = self.hasFocus()
        painter.setPen(QPen(look.color("accent"), 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(look.color(self._background()))
        if self.is_selected or focused or self.underMouse():
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def _paint_mark(self, painter: QPainter, view: LayerView) -> None:
        look = theme.current()
        x = MARK_X + MARK / 2
        painter.setPen(QPen(look.color("border_strong"), 1))
        room = (self.height() - MARK) / 2 - 3
        painter.drawLine(QRectF(x, 0, 0, room).topLeft(), QRectF(x, 0, 0, room).bottomLeft())
        painter.drawLine(
            QRectF(x, self.height() - room, 0, room).topLeft(), QRectF(x, self.height() - room, 0, room).bottomLeft()
        )
        paint_mark(painter, QRect(MARK_X, (self.height() - MARK) // 2, MARK, MARK), view.layer)

    def _paint_texts(self, painter: QPainter, view: LayerView) -> None:
        look = theme.current()
        room = QRect(self.columns.name, 0, self.columns.editors - self.columns.name - GAP, self.height())
        painter.setFont(theme.font("body"))
        painter.setPen(look.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, i18n.choice_name(self.kind))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class DenseRow(LayerRow):
    """Units, initialization and L2; L1 and bias stand in the strip below the stack."""

    def _build(self) -> None:
        units = self.add_editor("units")
        initialization = self.add_editor("initialization", NarrowChoice(self.info("initialization"), self))
        l2 = self.add_editor("l2")
        units.setFixedWidth(self.columns.units)
        l2.setFixedWidth(self.columns.value)
        self._row.addWidget(units)
        self._row.addSpacing(GAP)
        self._row.addWidget(initialization, 1)
        self._row.addSpacing(self.columns.symbol)
        self._row.addWidget(l2)
        self.details = DenseDetails(self.add_editor("l1"), self.add_editor("bias"))

    def _show_values(self, view: LayerView) -> None:
        super()._show_values(view)
        units = self.editors["units"]
        units.setEnabled(not view.is_output)
        if self.details is not None:
            self.details.show_layer(view)
        if view.is_output:
            units.setToolTip(field_text.wrapped(self.tr("The output layer has one unit for each class of the data.")))
        elif units.toolTip() != field_text.tooltip(self.info("units")):
            units.setToolTip(field_text.tooltip(self.info("units")))

    def _paint_texts(self, painter: QPainter, view: LayerView) -> None:
        super()._paint_texts(painter, view)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.current().color("muted"))
        room = QRect(self.editors["l2"].x() - self.columns.symbol, 0, self.columns.symbol, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "λ")


class ActivationRow(LayerRow):
    """The nonlinearity, whose curve is the row's mark."""

    def _build(self) -> None:
        self._row.addWidget(self.add_editor("function", NarrowChoice(self.info("function"), self)), 1)
        self._row.addSpacing(self.columns.symbol + self.columns.value)


class DropoutRow(LayerRow):
    """The rate, as a slider and as a number."""

    def _build(self) -> None:
        rate = self.add_editor("rate")
        rate.setFixedWidth(self.columns.value)
        self.slider = RateSlider(self.info("rate"), self)
        self.slider.committed.connect(partial(self._on_committed, "rate"))
        self._row.addWidget(self.slider, 1)
        self._row.addSpacing(self.columns.symbol)
        self._row.addWidget(rate)

    def tab_stops(self) -> list[QWidget]:
        return [self.slider, *super().tab_stops()]

    def set_index(self, index: int) -> None:
        super().set_index(index)
        self.slider.setObjectName(f"layers.{index}.rate.slider")
        self.slider.setAccessibleName(self._editor_name("rate"))

    def _show_values(self, view: LayerView) -> None:
        super()._show_values(view)
        if isinstance(view.layer, DropoutSpec):
            self.slider.set_value(view.layer.rate)
        self.slider.setToolTip(self.editors["rate"].toolTip())


ROWS: dict[str, type[LayerRow]] = {"dense": DenseRow, "activation": ActivationRow, "dropout": DropoutRow}
