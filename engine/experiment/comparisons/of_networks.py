"""Comparisons of networks: how weights start, activations, widths, depths, batch normalization."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from engine.errors import ExperimentError
from engine.experiment.comparisons.base import Comparison, Start, of_values
from engine.experiment.edits.layer_edits import duplicate_layer, insert_layer
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lane_edits import with_lanes
from engine.nn.layers.base import OutputSpec, has_weights

_WIDTHS: Final = (0.125, 0.25, 0.5, 1, 2)
_DEEP: Final = 3
"""Hidden layers that the deepest lane has, at least."""
_DEPTHS: Final = 5
"""Lanes of different depths, at most."""


def blocks(experiment: Experiment) -> list[list[int]]:
    """The hidden dense layers, each with what stands behind it up to the next one with weights: places in the stack."""
    found: list[list[int]] = []
    is_open = False
    for place, layer in enumerate(experiment.layers):
        if has_weights(layer):
            is_open = isinstance(layer, OutputSpec) and place != experiment.output_layer
            if is_open:
                found.append([])
        if is_open:
            found[-1].append(place)
    return found


def _check_hidden(start: Start) -> None:
    if not blocks(start.alone):
        _check_lane(is_in_stack=bool(blocks(start.experiment)))
        raise ExperimentError("There is no hidden dense layer: add one to the stack first.", path="layers")


def _widths(start: Start) -> Sequence[int]:
    alone = start.alone
    present = max(int(getattr(alone.layers[block[0]], "units")) for block in blocks(alone))  # noqa: B009
    return sorted({max(1, round(present * factor)) for factor in _WIDTHS})


def _make_widths(start: Start) -> Experiment:
    _check_hidden(start)
    lanes = [
        {"name": f"{units} unit{'s' if units > 1 else ''}", "set": {"layers.*.units": units}}
        for units in _widths(start)
    ]
    return with_lanes(start.alone, lanes)


def _make_depths(start: Start) -> Experiment:
    """The stack as deep as the deepest lane; the others go without its last hidden layers."""
    _check_hidden(start)
    alone = start.alone
    while len(blocks(alone)) < _DEEP:
        alone = duplicate_layer(alone, blocks(alone)[-1])
    every = blocks(alone)
    count = len(every)
    depths = sorted(
        {round(place * count / (_DEPTHS - 1)) for place in range(_DEPTHS)} if count >= _DEPTHS else {*range(count + 1)}
    )
    lanes = [
        {
            "name": "no hidden layer" if not depth else "1 hidden layer" if depth == 1 else f"{depth} hidden layers",
            "set": {f"layers.{place}.on": False for block in every[depth:] for place in block},
        }
        for depth in depths
    ]
    return with_lanes(alone, lanes)


def _make_normed(start: Start) -> Experiment:
    """Batch normalization behind each hidden layer with weights, where there is none yet; one lane goes without."""
    _check_batch_norm(start)
    alone = start.alone
    if not _normed(alone):
        for place in reversed([at for at, layer in enumerate(alone.layers) if _is_hidden(alone, at)]):
            alone = insert_layer(alone, place + 1, "batch_norm")
    off: dict[str, Any] = {f"layers.{place}.on": False for place in _normed(alone)}
    return with_lanes(alone, [{"name": "without batch norm", "set": off}, {"name": "with batch norm", "set": {}}])


def _normed(experiment: Experiment) -> list[int]:
    return [place for place, layer in enumerate(experiment.layers) if layer.normalizes == "batch"]


def _is_hidden(experiment: Experiment, place: int) -> bool:
    return has_weights(experiment.layers[place]) and place != experiment.output_layer


def _check_batch_norm(start: Start) -> None:
    if not _can_be_normed(start.alone):
        _check_lane(is_in_stack=_can_be_normed(start.experiment))
        raise ExperimentError("There is no hidden layer to normalize: add one to the stack first.", path="layers")


def _can_be_normed(stack: Experiment) -> bool:
    return bool(_normed(stack)) or any(_is_hidden(stack, place) for place in range(len(stack.layers)))


def _check_lane(*, is_in_stack: bool) -> None:
    """Where the stack has what the lane has switched off, nothing is to be added to it."""
    if is_in_stack:
        raise ExperimentError("The selected lane has no hidden layer: select another one.", path="lanes")


OF_NETWORKS: Final = (
    of_values(
        "initializations",
        "Initializations",
        "Three lanes that differ only in how their weights start: naive, Xavier and He. Which ones learn?",
        "network",
        "initialization",
        lambda start: ("uniform", "xavier_uniform", "he_uniform"),
    ),
    of_values(
        "activations",
        "Activations",
        "Five lanes with other nonlinearities, one of which has none: then all layers are no more than a single one.",
        "network",
        "layers.*.function",
        lambda start: ("relu", "gelu", "tanh", "sigmoid", "identity"),
    ),
    Comparison(
        "widths",
        "Widths",
        "Lanes with from an eighth of the hidden units to twice as many: how many does the task need?",
        "network",
        _make_widths,
        _check_hidden,
    ),
    Comparison(
        "depths",
        "Depths",
        "Lanes with no hidden layer, with one, with two and more: what does depth add, and when does it stop learning?",
        "network",
        _make_depths,
        _check_hidden,
    ),
    Comparison(
        "batch_norm",
        "Batch norm",
        "Two lanes, with and without batch normalization behind each hidden layer: does it keep signals in size?",
        "network",
        _make_normed,
        _check_batch_norm,
    ),
)
