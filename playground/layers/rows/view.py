"""What a row of the stack shows: a layer, and what it has to know of its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Any

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.spec import LANE_FIELDS
from engine.nn.layers.base import LayerSpec, may_be_output
from playground.ui.fields.overrides import Override, override_of, own_path


@dataclass(frozen=True, slots=True)
class Own:
    """A setting that the lane in view has for itself: by which path (``layers.0.l2``), and what all lanes have."""

    path: str
    shared: Any


@dataclass(frozen=True, slots=True)
class LayerView:
    """One layer. ``inputs``: how many values reach it, None where that is not known yet.

    ``overrides``: field -> the lanes that set it. ``lane``: whose settings are shown, empty for those of all lanes;
    ``own``: field -> what that lane has for itself.
    """

    layer: LayerSpec
    inputs: int | None
    is_output: bool = False
    overrides: dict[str, Override] = field(default_factory=dict)
    lane: str = ""
    own: dict[str, Own] = field(default_factory=dict)

    @property
    def outputs(self) -> int | None:
        """How many values leave it, None where that is not known yet."""
        if self.inputs is None:
            return self.layer.units if may_be_output(self.layer) else None
        return prod(self.layer.output_shape((self.inputs,)))

    @property
    def parameters(self) -> int:
        """How many numbers the layer learns; 0 where its inputs are not known."""
        return 0 if self.inputs is None else self.layer.learned((self.inputs,))

    @property
    def sizes(self) -> str:
        """``64→100``."""
        return "" if self.outputs is None else f"{'?' if self.inputs is None else self.inputs}→{self.outputs}"

    @property
    def summary(self) -> str:
        """``64→100 · 6.5k``: the sizes, and how many parameters."""
        return self.sizes if self.inputs is None else f"{self.sizes} · {compact(self.parameters)}"


def layer_views(experiment: Experiment, n_features: int | None, lane: int | None = None) -> list[LayerView]:
    """The stack from the input on, with the settings of all lanes or of one."""
    layers = experiment.layers if lane is None else lane_layers(experiment, lane)
    views: list[LayerView] = []
    inputs = n_features
    for index, layer in enumerate(layers):
        is_output = index == experiment.output_layer
        if lane is None:
            view = LayerView(layer, inputs, is_output, _overrides(experiment, index, layer))
        else:
            name = experiment.lanes[lane].name
            view = LayerView(layer, inputs, is_output, lane=name, own=_own(experiment, index, lane))
        views.append(view)
        inputs = view.outputs
    return views


def _lane_fields(layer: LayerSpec) -> list[str]:
    return [name for name in LANE_FIELDS if name in type(layer).model_fields]


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


def compact(count: int) -> str:
    """A count in a few characters: 650, 6.5k, 78k, 1.2M."""
    for size, unit in ((1_000_000_000, "G"), (1_000_000, "M"), (1000, "k")):
        if count >= size * 0.9995:
            share = count / size
            return f"{share:.0f}{unit}" if share >= 9.95 else f"{share:.1f}".removesuffix(".0") + unit
    return str(count)
