"""A run with layers more in its stack, or fewer, that none of its lanes has: they go on bit for bit.

What stands for a layer that is off has no parameters, so of all that a checkpoint has only the history of layers and
the marks, which name layers by their place, are others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from engine.arrays import Array
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.own_layers import (
    places_with,
    places_without,
    renumbered,
    with_layers_off,
    without_layers,
)
from engine.nn.layers.base import LayerSpec, has_weights
from engine.train.history.history import HistoryView
from engine.train.history.layer_history import LayerHistoryView
from engine.train.kept.run_state import Checkpoint, read_only


def with_layers(checkpoint: Checkpoint, at: int, layers: Sequence[LayerSpec]) -> Checkpoint:
    """With these before layer ``at``, off in all lanes."""
    experiment = with_layers_off(checkpoint.experiment, at, layers)
    return _restacked(checkpoint, experiment, places_with(at, len(layers)))


def without(checkpoint: Checkpoint, rows: Sequence[int]) -> Checkpoint:
    """Without these layers, which no lane has."""
    if not rows:
        return checkpoint
    return _restacked(checkpoint, without_layers(checkpoint.experiment, rows), places_without(rows))


def _restacked(checkpoint: Checkpoint, experiment: Experiment, moved: Callable[[int], int | None]) -> Checkpoint:
    old = checkpoint.experiment.layers
    kept = tuple(
        replace(each, experiment=group.experiment, history=_marked(each.history, moved))
        for each, group in zip(checkpoint.groups, groups(experiment), strict=True)
    )
    history = kept[0].history if checkpoint.history is checkpoint.groups[0].history else None
    layers = checkpoint.layer_history
    if layers.values.shape[2] == sum(map(has_weights, old)) and len(kept) > 1:
        places = [moved(index) for index, layer in enumerate(old) if has_weights(layer)]
        values = placed([place for place in places if place is not None], experiment.layers, _stayed(layers, places))
        layers = LayerHistoryView(layers.steps, values)
    return replace(
        checkpoint,
        experiment=experiment,
        groups=kept,
        history=_marked(checkpoint.history, moved) if history is None else history,
        layer_history=layers,
    )


def _stayed(layers: LayerHistoryView, places: Sequence[int | None]) -> Array:
    return layers.values[:, :, [index for index, place in enumerate(places) if place is not None]]


def placed(places: Sequence[int], layers: Sequence[LayerSpec], values: Array) -> Array:
    """values: (points, figures, layers with weights, lanes), of those that stand at ``places`` of a stack; NaN for the
    others that it has."""
    weighted = [index for index, layer in enumerate(layers) if has_weights(layer)]
    found = np.full((*values.shape[:2], len(weighted), values.shape[3]), np.nan, np.float32)
    found[:, :, [weighted.index(place) for place in places]] = values
    return read_only(found)


def _marked(history: HistoryView, moved: Callable[[int], int | None]) -> HistoryView:
    marks = [(mark, renumbered(mark.path, moved)) for mark in history.marks]
    return replace(history, marks=tuple(replace(mark, path=path) for mark, path in marks if path is not None))
