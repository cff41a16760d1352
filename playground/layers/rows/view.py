"""What a row of the stack shows: a layer, and what it has to know of its surroundings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from math import prod
from typing import Any

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.spec import KIND, LANE_SETTINGS, ON
from engine.nn.layers.base import LayerSpec, Shape, may_be_output
from engine.nn.layers.pictures import ShapeError
from engine.nn.shapes import Rows, row_shape
from engine.records import record
from playground.ui.fields.overrides import Override, override_of, own_path
from playground.ui.text.numbers import short_count


@record
class Own:
    """A setting that the lane in view has for itself: by which path (``layers.0.l2``), and what all lanes have."""

    path: str
    shared: Any


@record
class LayerView:
    """One layer. ``shape``: of what reaches it, None where that is not known yet, or cannot be.

    ``overrides``: field -> the lanes that set it. ``lane``: whose settings are shown, empty for those of all lanes;
    ``own``: field -> what that lane has for itself.
    """

    layer: LayerSpec
    shape: Shape | None
    is_output: bool = False
    overrides: dict[str, Override] = field(default_factory=dict)
    lane: str = ""
    own: dict[str, Own] = field(default_factory=dict)
    is_off: bool = False
    """The lane in view goes without it, and hands on what comes in."""

    @property
    def output_shape(self) -> Shape | None:
        """Of what leaves it, None where that is not known yet, or cannot be."""
        if self.is_off:
            return self.shape
        if self.shape is None:
            return (self.layer.units,) if may_be_output(self.layer) else None
        return None if self.problem is not None else self.layer.output_shape(self.shape)

    @property
    def problem(self) -> ShapeError | None:
        """Why the layer cannot be where it is."""
        try:
            if self.shape is not None:
                self.layer.output_shape(self.shape)
        except ShapeError as error:
            return error
        return None

    @property
    def inputs(self) -> int | None:
        """How many values reach it, None where that is not known yet."""
        return None if self.shape is None else prod(self.shape)

    @property
    def outputs(self) -> int | None:
        """How many values leave it, None where that is not known yet."""
        shape = self.output_shape
        return None if shape is None else prod(shape)

    @property
    def parameters(self) -> int:
        """How many numbers the layer learns; 0 where its inputs are not known."""
        is_without = self.is_off or self.shape is None or self.problem is not None
        return 0 if is_without else self.layer.learned(self.shape or ())

    @property
    def sizes(self) -> str:
        """``64→100``, of pictures ``8×8→6×6×8``: a single channel is not named."""
        after = self.output_shape
        return "" if after is None else f"{'?' if self.shape is None else shown_shape(self.shape)}→{shown_shape(after)}"

    @property
    def summary(self) -> str:
        """``64→100 · 6.5k``: the sizes, and how many parameters."""
        return self.sizes if self.inputs is None else f"{self.sizes} · {short_count(self.parameters)}"


def shown_shape(shape: Shape) -> str:
    """``6×6×8``"""
    return "×".join(map(str, shape[:-1] if len(shape) == 3 and shape[-1] == 1 else shape))


def layer_views(experiment: Experiment, rows: Rows | None, lane: int | None = None) -> list[LayerView]:
    """The stack from the input on, with the settings of all lanes or of one."""
    layers = experiment.layers if lane is None else lane_layers(experiment, lane)
    output = max((index for index, layer in enumerate(layers) if may_be_output(layer)), default=None)
    views: list[LayerView] = []
    shape = None if rows is None else row_shape(layers, rows)
    for index, layer in enumerate(layers):
        is_output = index == output
        if lane is None:
            view = LayerView(layer, shape, is_output, _overrides(experiment, index, layer))
        else:
            name, is_off = experiment.lanes[lane].name, is_off_in(experiment, index, lane)
            kept = experiment.layers[index] if is_off else layer
            view = LayerView(kept, shape, is_output, lane=name, own=_own(experiment, index, lane), is_off=is_off)
        views.append(view)
        shape = view.output_shape
    return views


def is_off_in(experiment: Experiment, index: int, lane: int) -> bool:
    """Whether a lane goes without a layer."""
    return experiment.lanes[lane].set.get(str(FieldPath.of_layer(index, ON))) is False


def _lane_fields(layer: LayerSpec) -> list[str]:
    return [name for name in type(layer).model_fields if name != KIND]


def _overrides(experiment: Experiment, index: int, layer: LayerSpec) -> dict[str, Override]:
    if not any(lane.set for lane in experiment.lanes):
        return {}
    found = {name: override_of(experiment, str(FieldPath.of_layer(index, name))) for name in _lane_fields(layer)}
    return {name: override for name, override in found.items() if override is not None}


def _own(experiment: Experiment, index: int, lane: int) -> dict[str, Own]:
    layer, settings = experiment.layers[index], experiment.lanes[lane].set
    paths = {name: own_path(settings, str(FieldPath.of_layer(index, name))) for name in _lane_fields(layer)}
    return {name: Own(path, getattr(layer, name)) for name, path in paths.items() if path is not None}


def total_parameters(views: Sequence[LayerView]) -> int | None:
    """How many numbers one lane learns; None where the input's size is not known."""
    return None if views[0].inputs is None else sum(view.parameters for view in views)


def _structure(settings: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """Those of a lane's settings that may give a layer other sizes: a change of any other is made while it trains."""
    own = {text for text in settings if FieldPath.parse(text).layer is not None}
    live = {name for name, info in LANE_SETTINGS.items() if info.live}
    return frozenset((text, str(settings[text])) for text in own if FieldPath.parse(text).field not in live)


def parameters_of_lanes(experiment: Experiment, rows: Rows | None, lane: int | None) -> list[int]:
    """How many numbers a lane learns; of all lanes the fewest and the most, where their layers differ.

    Nothing where the input's size is not known.
    """
    different = {_structure(each.set): index for index, each in enumerate(experiment.lanes)}
    lanes = different.values() if lane is None else [lane]
    counts = {total_parameters(layer_views(experiment, rows, each)) for each in lanes}
    known = [count for count in counts if count is not None]
    return sorted({min(known), max(known)}) if known else []
