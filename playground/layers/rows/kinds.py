"""The rows of each kind of layer: which settings stand in the row, and where."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from engine.nn.layers.base import LayerSpec
from engine.nn.layers.registry import LAYERS
from playground.layers.details import BatchNormDetails, DenseDetails, FieldsDetails
from playground.layers.rows.choice import LayerChoice
from playground.layers.rows.columns import GAP, Columns, Span
from playground.layers.rows.row import LayerRow
from playground.layers.rows.view import LayerView
from playground.ui.fields.numbers.rate_slider import RateSlider
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count

_OF_MANY_KINDS: Final = ("kind", "frozen", "off_units")
"""Fields that stand elsewhere in each row."""


class DenseRow(LayerRow):
    """Units, initialization and L2; all else stands in the strip below the stack."""

    _in_row: Final = ("units", "initialization", "l2")
    _was_output = False
    _strip: DenseDetails | None = None

    def _build(self) -> None:
        for name in self._in_row:
            is_choice = name == "initialization"
            self.add_editor(name, LayerChoice(self.info(name), self) if is_choice else None)

    def _build_details(self) -> QWidget:
        flags = [self.add_editor(name) for name in ("bias", "frozen")]
        self._strip = DenseDetails(flags, self.info("l1"), self.add_editor("l1"))
        return self._strip

    def _cells(self, columns: Columns) -> list[tuple[QWidget, Span]]:
        return [(self.editors[name], getattr(columns, name)) for name in self._in_row]

    def _show_values(self, view: LayerView) -> None:
        super()._show_values(view)
        if self._strip is not None:
            self._strip.show_layer(view)
        if view.is_output:
            units = self.editors["units"]
            units.setEnabled(False)
            units.setToolTip(field_text.wrapped(self.tr("The output layer has one unit for each class of the data.")))
        elif self._was_output and "units" not in view.own and not view.is_off:
            self.editors["units"].setToolTip(field_text.tooltip(self.info("units")))
        self._was_output = view.is_output

    def _net_text(self, view: LayerView) -> str:
        template = self.tr("{count} units; each one is wired to every value that comes from above.")
        return template.format(count=count(view.outputs))


class ActivationRow(LayerRow):
    """The nonlinearity, whose curve lies on the net."""

    def _build(self) -> None:
        self.add_editor("function", LayerChoice(self.info("function"), self))

    def _cells(self, columns: Columns) -> list[tuple[QWidget, Span]]:
        left, right = columns.units, columns.initialization
        return [(self.editors["function"], Span(left.x, right.end - left.x))]

    def _net_text(self, view: LayerView) -> str:
        return self.tr("Every value goes through this curve.")


def number_of(spec: type[LayerSpec]) -> str:
    """The first setting of a kind that is its own; empty where it has none."""
    return next((name for name in spec.model_fields if name not in _OF_MANY_KINDS), "")


class NumberRow(LayerRow):
    """A row with one number at its right end, its name before it: what a kind without a row of its own has. Whether it
    is frozen stands in the strip below the stack."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        self.field = number_of(LAYERS[kind])
        super().__init__(kind, parent)

    def _build(self) -> None:
        if self.field:
            self.add_editor(self.field)

    def _build_details(self) -> QWidget | None:
        has_more = "frozen" in LAYERS[self.kind].model_fields
        return FieldsDetails([(self.info("frozen"), self.add_editor("frozen"))]) if has_more else None

    def _cells(self, columns: Columns) -> list[tuple[QWidget, Span]]:
        return [(self.editors[self.field], columns.l2)] if self.field else []

    def _caption_room(self, columns: Columns) -> Span:
        return Span(columns.units.x, columns.initialization.end - columns.units.x)

    def _paint_texts(self, painter: QPainter, view: LayerView, columns: Columns) -> None:
        super()._paint_texts(painter, view, columns)
        room = self._caption_room(columns)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(room.x, 0, room.width - GAP, self.height()), flags, self._caption())

    def _caption(self) -> str:
        return i18n.field_title(self.info(self.field)) if self.field else ""


class DropoutRow(NumberRow):
    """The rate, as a slider and as a number."""

    def _build(self) -> None:
        self.slider = RateSlider(self.info("rate"), self)
        self.slider.committed.connect(partial(self._on_committed, "rate"))
        self.add_editor("rate")

    def _cells(self, columns: Columns) -> list[tuple[QWidget, Span]]:
        left, caption = columns.units, self._caption_room(columns)
        return [(self.slider, Span(left.x, caption.x - left.x - GAP)), *super()._cells(columns)]

    def _caption(self) -> str:
        return self.tr("Rate")

    def _caption_room(self, columns: Columns) -> Span:
        width = QFontMetrics(theme.font("small")).horizontalAdvance(self._caption()) + 2 * GAP
        return Span(columns.initialization.end - width, width)

    def controls(self, name: str) -> list[QWidget]:
        return [*super().controls(name), self.slider]

    def _name_editors(self) -> None:
        super()._name_editors()
        if self.editors:
            self.slider.setObjectName(f"layers.{self.index}.rate.slider")
            self.slider.setAccessibleName(self._editor_name("rate"))

    def _show_values(self, view: LayerView) -> None:
        self.slider.set_value(getattr(view.layer, self.field))
        super()._show_values(view)

    def _net_text(self, view: LayerView) -> str:
        return self.tr("Crosses are units that are switched off: about that share, others in each step.")


class BatchNormRow(NumberRow):
    """The momentum of the running figures; all else stands in the strip below the stack."""

    _strip: BatchNormDetails | None = None

    def _build(self) -> None:
        self.add_editor("momentum")

    def _build_details(self) -> QWidget:
        self._strip = BatchNormDetails(self.add_editor("epsilon"), self.add_editor("frozen"))
        return self._strip

    def _show_values(self, view: LayerView) -> None:
        super()._show_values(view)
        if self._strip is not None:
            self._strip.show_layer(view)


class Conv2dRow(LayerRow):
    """Filters, initialization and L2; all else stands in the strip below the stack."""

    _in_row: Final = ("filters", "initialization", "l2")

    def _build(self) -> None:
        for name in self._in_row:
            is_choice = name == "initialization"
            self.add_editor(name, LayerChoice(self.info(name), self) if is_choice else None)

    def _build_details(self) -> QWidget:
        below = ("kernel", "stride", "padding", "bias", "frozen", "l1")
        return FieldsDetails([(self.info(name), self.add_editor(name)) for name in below])

    def _cells(self, columns: Columns) -> list[tuple[QWidget, Span]]:
        places = (columns.units, columns.initialization, columns.l2)
        return [(self.editors[name], place) for name, place in zip(self._in_row, places, strict=True)]

    def _net_text(self, view: LayerView) -> str:
        template = self.tr("{count} filters; each one sees a window of {side}×{side} pixels at a time.")
        filters, side = (getattr(view.layer, name) for name in ("filters", "kernel"))
        return template.format(count=count(filters), side=side)


class PoolRow(NumberRow):
    """The side of the window; the stride stands in the strip below the stack."""

    def _build_details(self) -> QWidget:
        return FieldsDetails([(self.info("stride"), self.add_editor("stride"))])


ROWS: Final[dict[str, type[LayerRow]]] = {
    "dense": DenseRow,
    "activation": ActivationRow,
    "dropout": DropoutRow,
    "batch_norm": BatchNormRow,
    "conv2d": Conv2dRow,
    "max_pool": PoolRow,
    "average_pool": PoolRow,
}
"""Kinds whose rows are more than a `NumberRow`."""
