"""A branch with a layer more, which can begin as the identity: where it stands, and what it can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from engine.experiment.experiment import Experiment, parse
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import branch_lane
from engine.experiment.lanes.lanes import lane_layers
from engine.experiment.lanes.own_layers import with_layers_off
from engine.experiment.lanes.spec import KIND, LONGEST_NAME
from engine.experiment.lanes.value_names import BETWEEN
from engine.fields import field_infos
from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.base import LayerSpec, has_weights, may_be_output
from engine.nn.layers.parts.copies import GrowthError
from engine.nn.layers.parts.functions import ACTIVATIONS, Function
from engine.nn.shapes import Rows, layer_shapes, row_shape

_FIRST_DRAW: Final = 1000
"""Behind those of all places of a stack."""


def place_behind(layers: Sequence[LayerSpec], head: int) -> int:
    """Where a new layer stands behind the one at ``head`` and its nonlinearity: before what normalizes, switches off or
    pools, so that it is met in the same state as by the layers that are there."""
    stop = next((at for at in range(head + 1, len(layers)) if has_weights(layers[at])), len(layers))
    functions = [at for at in range(head + 1, stop) if layers[at].nonlinearity is not None]
    return max(functions, default=head) + 1


def functions_at(layers: Sequence[LayerSpec], at: int) -> tuple[Function, ...]:
    """The nonlinearities that leave as it is what comes out before ``at``: with one of them, a layer that begins as the
    identity is one altogether. Chen, Goodfellow and Shlens 2016, "Net2Net"; there the maximum with 0 alone."""
    came = layers[at - 1].nonlinearity if at else None
    no_negatives = came is not None and came.is_nonnegative
    return tuple(
        name for name, kind in ACTIVATIONS.items() if kind.is_linear or (no_negatives and kind.keeps_nonnegative)
    )


def usual_function(layers: Sequence[LayerSpec], at: int) -> Function:
    """That of the layer before, or else ReLU, where they can be had; or none."""
    before, able = layers[at - 1], functions_at(layers, at)
    wanted = (before.called, "relu", "identity")
    return next(name for name in able if name == next(each for each in wanted if each in able))


def new_layers(
    layers: Sequence[LayerSpec], head: int, function: Function, rows: Rows
) -> tuple[int, tuple[LayerSpec, LayerSpec]]:
    """A layer like the one at ``head``, and its nonlinearity: where they stand, and what they are.

    Raises:
        GrowthError: there is none such, or not behind the output.
    """
    like = layers[head]
    if head == max(index for index, layer in enumerate(layers) if may_be_output(layer)) or not has_weights(like):
        raise GrowthError("Behind the output layer there is none: it says what comes out.")
    at = place_behind(layers, head)
    made = like.handing_on(layer_shapes(layers, row_shape(layers, rows))[at])
    fresh = made.model_copy(update={"frozen": False, "off_units": (), "draw": None})
    return at, (fresh, ActivationSpec(function=function))


def deepen_lane(experiment: Experiment, lane: int, head: int, function: Function, rows: Rows) -> Experiment:
    """A branch of a lane, the last, with a layer more than all others have behind the one at ``head``.

    Raises:
        GrowthError: there is none such.
    """
    at, layers = new_layers(lane_layers(experiment, lane), head, function, rows)
    draws = [layer.drawn_as(index) for index, layer in enumerate(experiment.layers) if has_weights(layer)]
    first = layers[0].model_copy(update={"draw": max(_FIRST_DRAW, *(draw + 1 for draw in draws))})
    wanted = (first, *layers[1:])
    others = with_layers_off(experiment, at, wanted)
    name = f"{BETWEEN}layer {at + 1} added"
    new = branch_lane(others, lane, others.lanes[lane].name[: LONGEST_NAME - len(name)] + name)
    settings = {text: value for text, value in new.lanes[-1].set.items() if FieldPath.parse(text).layer not in _at(at)}
    new = _with_last(new, settings)
    return _with_last(new, settings | _differing(wanted, lane_layers(new, len(new.lanes) - 1), at))


def _at(at: int) -> range:
    return range(at, at + 2)


def _with_last(experiment: Experiment, settings: Mapping[str, Any]) -> Experiment:
    data = experiment.to_dict()
    data["lanes"][-1]["set"] = dict(settings)
    return parse(data)


def _differing(wanted: Sequence[LayerSpec], found: Sequence[LayerSpec], at: int) -> dict[str, Any]:
    """What a lane has to set for itself, where it sets something else for all layers."""
    return {
        str(FieldPath.of_layer(at + place, name)): getattr(layer, name)
        for place, layer in enumerate(wanted)
        for name in field_infos(type(layer))
        if name != KIND and getattr(found[at + place], name) != getattr(layer, name)
    }
