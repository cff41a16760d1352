"""What a row of the stack shows: a layer, and what it has to know of its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.experiment import Experiment
from engine.specs import LANE_FIELDS, DenseSpec, LayerSpec
from playground.overrides import Override, override_of


@dataclass(frozen=True, slots=True)
class LayerView:
    """One layer. ``inputs``: how many values reach it, None where that is not known yet.

    ``overrides``: field -> the lanes that set it.
    """

    layer: LayerSpec
    inputs: int | None
    is_output: bool = False
    overrides: dict[str, Override] = field(default_factory=dict)

    @property
    def outputs(self) -> int | None:
        return self.layer.units if isinstance(self.layer, DenseSpec) else self.inputs

    @property
    def parameters(self) -> int:
        """How many numbers the layer learns; 0 where its inputs are not known."""
        if not isinstance(self.layer, DenseSpec) or self.inputs is None:
            return 0
        return (self.inputs + self.layer.bias) * self.layer.units


def layer_views(experiment: Experiment, n_features: int | None) -> list[LayerView]:
    """The stack from the input on."""
    views: list[LayerView] = []
    inputs = n_features
    for index, layer in enumerate(experiment.layers):
        view = LayerView(layer, inputs, index == experiment.output_layer, _overrides(experiment, index, layer))
        views.append(view)
        inputs = view.outputs
    return views


def _overrides(experiment: Experiment, index: int, layer: LayerSpec) -> dict[str, Override]:
    if not any(lane.set for lane in experiment.lanes):
        return {}
    fields = [name for name in LANE_FIELDS if name in type(layer).model_fields]
    found = {name: override_of(experiment, f"layers.{index}.{name}") for name in fields}
    return {name: override for name, override in found.items() if override is not None}


def total_parameters(views: Sequence[LayerView]) -> int | None:
    """How many numbers one lane learns; None where the input's size is not known."""
    return None if views[0].inputs is None else sum(view.parameters for view in views)
