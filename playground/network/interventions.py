"""What can be done to a unit, a weight or a layer of the drawing, in a branch that stands beside the lane as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_layers
from engine.fields import has_field
from engine.inspectors.net.blocks import silencing_layer
from engine.nn.layers.base import LayerSpec
from engine.nn.shapes import Rows, layer_shapes, row_shape
from playground.network.reading import unit_name
from playground.network.scene.scene import Plan, Spot
from playground.ui.text import field_text

if TYPE_CHECKING:
    from engine.inspectors.net.network import LaneNet
    from engine.train.kept.interventions import WeightEdit
    from playground.network.apart.bar import StepBar
    from playground.network.drawing import NetworkDrawing
    from playground.network.weight_editor import WeightEditor

_OFF: Final = "off_units"
_FROZEN: Final = "frozen"


class Interventions(QObject):
    """``branched``: (lane, what the branch sets, by path); ``edited``: the same, in the lane itself;
    ``weight_edited``: (lane, a WeightEdit, what the weight is called)."""

    branched = Signal(int, object)
    edited = Signal(int, object)
    weight_edited = Signal(int, object, str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._lane = 0
        self._layers: tuple[LayerSpec, ...] = ()
        self._own: Mapping[str, Any] = {}
        self._plan = Plan((), ())
        self._shapes: list[tuple[int, ...]] = []
        self.editor: WeightEditor | None = None
        """While one is open."""

    def look_at(self, lane: int, experiment: Experiment, plan: Plan, rows: Rows) -> None:
        """What is done next is done to this lane."""
        self._lane, self._plan = lane, plan
        self._layers, self._own = lane_layers(experiment, lane), experiment.lanes[lane].set
        self._shapes = layer_shapes(self._layers, row_shape(self._layers, rows))

    def offer(
        self,
        menu: QMenu,
        place: QPoint,
        drawing: NetworkDrawing,
        lanes: Sequence[int],
        experiment: Experiment,
        rows: Rows,
        more: Callable[[int, int], None],
    ) -> None:
        """What there is to do at a place of the drawing, or where it is read off by keys. lanes: that are drawn.
        more: offers what else can be done to a column of a lane."""
        at = QPointF(place)
        by_keys = drawing.spot if drawing.pointer is None else None
        spot = by_keys or drawing.spot_at(at)
        scene = drawing.scene_at(at) if spot is None else spot.scene
        column = drawing.column_at(at) if spot is None else spot.column
        if scene < len(lanes) and (column is None or column < len(drawing.plan.blocks)):
            self.look_at(lanes[scene], experiment, drawing.plan, rows)
            if column is not None:
                more(lanes[scene], column)
            self._fill(menu, drawing.mapToGlobal(place), spot, column, drawing.scenes[scene].net)
        if by_keys is not None:  # which go on from there
            menu.aboutToHide.connect(lambda: drawing.look_at(by_keys))

    def _fill(self, menu: QMenu, place: QPoint, spot: Spot | None, column: int | None, net: LaneNet | None) -> None:
        """place: on the screen, where an editor opens. net: of the lane, as it is drawn."""
        if net is not None and spot is not None and spot.source >= 0:
            self._add_weight(menu, place, spot, net)
        elif net is not None and spot is not None and spot.unit >= 0:
            self._add_unit(menu, place, spot, net)
        if column is not None and self._plan.blocks[column].head is not None:
            self._add_freeze(menu, column)
        menu.addSeparator()

    def _add(self, menu: QMenu, name: str, text: str, help_text: str) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(f"network.{name}")
        action.setToolTip(field_text.wrapped(help_text))
        return action

    # --- units ------------------------------------------------------------------------------------------------------

    def _add_unit(self, menu: QMenu, place: QPoint, spot: Spot, net: LaneNet) -> None:
        block = self._plan.blocks[spot.column]
        name = unit_name(self._plan, spot.column, spot.unit)
        if block.head is None:
            return
        if spot.column < len(self._plan.blocks) - 1:
            self._add_switch(menu, spot, name)
        bias = net.columns[spot.column].bias
        if len(bias):
            text = self.tr("Edit the bias of {unit} in a branch…").format(unit=name)
            action = self._add(menu, "bias", text, _edit_help())
            edit = _weight_edit(block.head, "bias", (spot.unit,), float(bias[spot.unit]))
            title = self.tr("b {unit} of layer {layer}").format(unit=spot.unit + 1, layer=block.head + 1)
            action.triggered.connect(partial(self.open_editor, edit, title, place))

    def _add_switch(self, menu: QMenu, spot: Spot, name: str) -> None:
        index = silencing_layer(self._layers, self._plan.blocks[spot.column])
        if index is None:
            return
        path, off = str(FieldPath.of_layer(index, _OFF)), tuple(getattr(self._layers[index], _OFF))
        if spot.unit in off:
            stay = tuple(unit for unit in off if unit != spot.unit)
            help_text = self.tr("It hands on again what it says, with the weights that it has now.")
            action = self._add(menu, "on", self.tr("Switch {unit} on again").format(unit=name), help_text)
            action.triggered.connect(lambda: self.edited.emit(self._lane, {path: stay}))
            return
        more = tuple(sorted((*off, spot.unit)))
        help_text = self.tr(
            "A new lane in which it hands on 0, beside the lane as it was: what gets worse at once is what the unit "
            "was worth, and what comes back is what the others take over."
        )
        action = self._add(menu, "off", self.tr("Switch {unit} off in a branch").format(unit=name), help_text)
        action.triggered.connect(lambda: self.branched.emit(self._lane, {path: more}))
        if path in self._own:
            help_text = self.tr("In this lane, which is a branch with units off already.")
            action = self._add(menu, "off_here", self.tr("Switch {unit} off here").format(unit=name), help_text)
            action.triggered.connect(lambda: self.edited.emit(self._lane, {path: more}))

    # --- layers -----------------------------------------------------------------------------------------------------

    def _add_freeze(self, menu: QMenu, column: int) -> None:
        """All layers of a column that learn something."""
        block = self._plan.blocks[column]
        assert block.head is not None
        rows = [row for row in block.rows if has_field(self._layers[row], _FROZEN)]
        frozen = [row for row in rows if getattr(self._layers[row], _FROZEN)]
        number = block.head + 1
        if frozen:
            help_text = self.tr("Training changes its weights again, from where they are.")
            text = self.tr("Let layer {layer} learn again").format(layer=number)
            self._add(menu, "thaw", text, help_text).triggered.connect(lambda: self._set_frozen(frozen, False))
            return
        help_text = self.tr(
            "A new lane in which its weights stay as they are, beside the lane as it was: how far the other layers get "
            "alone shows what is left to learn in this one."
        )
        text = self.tr("Freeze layer {layer} in a branch").format(layer=number)
        settings = {str(FieldPath.of_layer(row, _FROZEN)): True for row in rows}
        self._add(menu, "freeze", text, help_text).triggered.connect(lambda: self.branched.emit(self._lane, settings))
        if any(path.endswith(_FROZEN) for path in self._own):
            help_text = self.tr("In this lane, which is a branch with frozen layers already.")
            text = self.tr("Freeze layer {layer} here").format(layer=number)
            action = self._add(menu, "freeze_here", text, help_text)
            action.triggered.connect(lambda: self._set_frozen(rows, True))

    def _set_frozen(self, rows: Sequence[int], is_frozen: bool) -> None:
        self.edited.emit(self._lane, {str(FieldPath.of_layer(row, _FROZEN)): is_frozen for row in rows})

    # --- weights ----------------------------------------------------------------------------------------------------

    def _add_weight(self, menu: QMenu, place: QPoint, spot: Spot, net: LaneNet) -> None:
        edges = net.edges[spot.column - 1]
        here = np.flatnonzero((edges.source == spot.source) & (edges.target == spot.unit))
        head = self._plan.blocks[spot.column].head
        if not len(here) or head is None or not self._is_one_weight(head, spot.column):
            return
        edit = _weight_edit(head, "weight", (spot.source, spot.unit), float(edges.weight[here[0]]))
        title = self.weight_name(edit)
        action = self._add(menu, "weight", self.tr("Edit {weight} in a branch…").format(weight=title), _edit_help())
        action.triggered.connect(partial(self.open_editor, edit, title, place))

    def _is_one_weight(self, head: int, column: int) -> bool:
        """Whether a line of the drawing is one weight: of filters, and behind pictures, it stands for many."""
        shape, (n_in, n_out) = self._shapes[head], self._plan.units[column - 1 : column + 1]
        return shape == (n_in,) and self._layers[head].parameter_shapes(shape)["weight"] == (n_in, n_out)

    def edit_followed(self, bar: StepBar) -> None:
        """The weight that is followed through a step."""
        chosen, step = bar.chosen, bar.step
        if chosen is None or step is None or not step.layers:
            return
        head = self._plan.blocks[chosen.layer + 1].head
        if head is not None:
            value = float(step.layers[chosen.layer].weight[chosen.source, chosen.target])
            edit = _weight_edit(head, "weight", (chosen.source, chosen.target), value)
            self.open_editor(edit, self.weight_name(edit), bar.edit.mapToGlobal(bar.edit.rect().bottomLeft()))

    def weight_name(self, edit: WeightEdit) -> str:
        """``w 3→5 of layer 2``"""
        source, target = (each + 1 for each in edit.place)
        return self.tr("w {source}→{target} of layer {layer}").format(
            source=source, target=target, layer=edit.layer + 1
        )

    def open_editor(self, edit: WeightEdit, title: str, place: QPoint, _: bool = False) -> None:
        """edit: the number, with the value that it has."""
        from playground.network.weight_editor import WeightEditor  # no start waits for it

        self.editor = WeightEditor(self._widget, title, edit)
        self.editor.destroyed.connect(self._forget_editor)
        self.editor.chosen.connect(partial(self.weight_edited.emit, self._lane))
        self.editor.open_at(place)

    def _forget_editor(self) -> None:
        self.editor = None


def _weight_edit(layer: int, name: str, place: tuple[int, ...], value: float) -> WeightEdit:
    from engine.train.kept.interventions import WeightEdit  # no start waits for it

    return WeightEdit(layer, name, place, value)


def _edit_help() -> str:
    return QCoreApplication.translate(
        "Interventions",
        "A new lane that starts with another number there, beside the lane as it was: whether training brings it back "
        "shows how much this number mattered.",
    )
