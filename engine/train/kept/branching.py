"""A run with one lane more, or one less, that goes on where it is: the other lanes do not feel it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.lane_edits import folded
from engine.experiment.lanes.own_layers import own_layers
from engine.experiment.lanes.spec import LaneSpec
from engine.nn.layers.base import has_weights
from engine.nn.shapes import layer_shapes, row_shape
from engine.records import record
from engine.train.history.history import HistoryView
from engine.train.history.layer_history import LayerHistoryView
from engine.train.kept.restacking import placed, without
from engine.train.kept.run_state import Checkpoint, GroupCheckpoint, read_only
from engine.train.trainer import Trainer

_Of = TypeVar("_Of")


@record(eq=False)
class Start:
    """Where a new lane starts: at ``lane`` as it was after so many of its steps, its parameters and state, (n,).

    plateau: (4,), best_looks: (3,), lowest: (2,), as `GroupCheckpoint` has them of each lane; best_state: (n,) and
    memory, what its optimizer remembers, (slots, parameters), where that is known. moved: by how much its outputs are
    others than those of the lane, as a share of their spread, where its network is another
    (`engine.train.kept.growing`).
    """

    lane: int
    state: Array
    step: int
    plateau: Array
    best_looks: Array
    lowest: Array
    best_state: Array | None = None
    memory: Array | None = None
    moved: float | None = None
    was: float | None = None
    """What a number was before it was edited."""


NO_LOOKS = np.array([math.inf, -1, 0])
"""Of a lane that looks at its held-out loss for the first time: see `engine.optim.patience`."""


def start_at(moment: Checkpoint, lane: int) -> Start:
    """As a lane was at a moment. What came of looks, and what its optimizer remembered, a moment does not keep."""
    group, own = _group_of(moment, lane)
    plateau = np.append(group.plateau[0, own], NO_LOOKS)
    made = group.step - group.behind.get(own, 0)
    return Start(lane, read_only(group.lanes[own].copy()), made, plateau, NO_LOOKS, NO_LOOKS[:2])


def start_now(trainer: Trainer, lane: int) -> Start:
    """As a lane is, and all that belongs to it: it goes on as the lane does. With its best weights where it went back
    to them, and then its optimizer starts afresh, which remembers another place."""
    group, own = trainer.of(lane)
    row = group.lanes.row_of(own)
    keeps = row is not None and own not in group.lanes.restored
    best = group.best_looks.states.get(own)
    looks = group.best_looks
    return Start(
        lane,
        read_only(group.lanes.now(own)),
        trainer.step - group.behind.get(own, 0),
        np.append(group.plateau.factor[own], group.plateau.patience.state()[:, own] if keeps else NO_LOOKS),
        looks.patience.state()[:, own].copy() if keeps else NO_LOOKS,
        looks.lowest_state()[:, own].copy() if keeps else NO_LOOKS[:2],
        None if best is None or not keeps else read_only(best.copy()),
        read_only(group.optimizer.state[:, row].copy()) if keeps else None,
    )


def with_lane(checkpoint: Checkpoint, lane: LaneSpec, start: Start) -> Checkpoint:
    """One more lane behind the others, of the group that it fits into, or of one of its own. It has no past figures.

    Among moments before it was made, it stands where it started.
    """
    experiment = _of(checkpoint.experiment, (*checkpoint.experiment.lanes, lane))
    specs = groups(experiment)
    number = len(experiment.lanes) - 1
    grown = next(place for place, group in enumerate(specs) if number in group.lanes)
    kept = list(checkpoint.groups)
    if grown < len(kept):
        kept[grown] = _grown(kept[grown], specs[grown].experiment, start)
    else:
        kept.append(_beside(*_group_of(checkpoint, start.lane), specs[grown].experiment, start))
    return _merged(
        checkpoint,
        experiment,
        tuple(kept),
        checkpoint.history.of_lanes(read_only(_with_nan(checkpoint.history.values))),
        _with_nan(_of_all_layers(checkpoint)),
    )


def _of_all_layers(checkpoint: Checkpoint) -> Array:
    """The layers' history, (points, figures, layers with weights, lanes), also where no lane has some of them: that of
    a single group knows but its own."""
    values, stack, only = checkpoint.layer_history.values, checkpoint.experiment.layers, checkpoint.groups[0]
    if values.shape[2] == sum(map(has_weights, stack)):
        return values
    return placed([index for index, layer in enumerate(only.experiment.layers) if has_weights(layer)], stack, values)


def without_lane(checkpoint: Checkpoint, lane: int = -1) -> Checkpoint:
    """One lane less, the last where none is named; with it goes a group that has no other, and the layers that it alone
    has."""
    old = checkpoint.experiment
    lane %= len(old.lanes)
    rows = own_layers(old, lane)
    stay = [index for index in range(len(old.lanes)) if index != lane]
    experiment = _of(old, tuple(old.lanes[index] for index in stay))
    kept = []
    for group in groups(experiment):
        first = stay[group.lanes[0]]
        source, of = next(
            (kept, each.lanes) for each, kept in zip(groups(old), checkpoint.groups, strict=True) if first in each.lanes
        )
        kept.append(_shrunk(source, of.index(lane)) if lane in of else source)
    fewer = without(
        _merged(
            checkpoint,
            experiment,
            tuple(kept),
            checkpoint.history.only(stay),
            checkpoint.layer_history.values[..., stay],
        ),
        rows,
    )
    return _written(fewer, folded(fewer.experiment))


def _written(checkpoint: Checkpoint, experiment: Experiment) -> Checkpoint:
    """With an experiment that says the same in other words."""
    pairs = zip(checkpoint.groups, groups(experiment), strict=True)
    kept = tuple(replace(each, experiment=group.experiment) for each, group in pairs)
    return replace(checkpoint, experiment=experiment, groups=kept)


def _of(experiment: Experiment, lanes: tuple[LaneSpec, ...]) -> Experiment:
    return experiment.model_copy(update={"lanes": lanes})


def _group_of(checkpoint: Checkpoint, lane: int) -> tuple[GroupCheckpoint, int]:
    """The group of a lane, and its number there."""
    pairs = zip(groups(checkpoint.experiment), checkpoint.groups, strict=True)
    return next((kept, group.lanes.index(lane)) for group, kept in pairs if lane in group.lanes)


def _merged(
    checkpoint: Checkpoint,
    experiment: Experiment,
    kept: tuple[GroupCheckpoint, ...],
    history: HistoryView,
    layers: Array,
) -> Checkpoint:
    """With these groups, and this history of all lanes; that of a single group is its own."""
    specs = groups(experiment)
    kept = tuple(replace(each, experiment=group.experiment) for each, group in zip(kept, specs, strict=True))
    if len(kept) == 1 and kept[0].history.values.shape == history.values.shape:
        return replace(
            checkpoint, experiment=experiment, groups=kept, history=kept[0].history, layer_history=kept[0].layer_history
        )
    return replace(
        checkpoint,
        experiment=experiment,
        groups=kept,
        history=history,
        layer_history=LayerHistoryView(checkpoint.layer_history.steps, read_only(layers)),
    )


def _grown(group: GroupCheckpoint, experiment: Experiment, start: Start) -> GroupCheckpoint:
    slots, _, n_parameters = group.optimizer_memory.shape
    new = len(group.experiment.lanes)
    memory = np.zeros((slots, n_parameters), group.optimizer_memory.dtype) if start.memory is None else start.memory
    states = {} if start.best_state is None else {new: start.best_state}
    changed = _regrouped(
        group,
        experiment,
        lanes=_behind(group.lanes, start.state[None], axis=0),
        optimizer_memory=_behind(group.optimizer_memory, memory[:, None], axis=1),
        plateau=_behind(group.plateau, start.plateau[:, None], axis=1),
        best_looks=_behind(group.best_looks, start.best_looks[:, None], axis=1),
        lowest=_behind(group.lowest, start.lowest[:, None], axis=1),
        figures=_with_nan(group.figures),
        kept=_with_nan(group.kept),
        came_to=_with_nan(group.came_to),
        history=group.history.of_lanes(read_only(_with_nan(group.history.values))),
        layer_history=_with_nan(group.layer_history.values),
        warm_started=group.warm_started | {new},
    )
    changed = replace(changed, behind=_with_behind(group.behind, new, group.step - start.step))
    return replace(changed, best_states={**group.best_states, **states} if group.best_states else dict(states))


def _with_behind(behind: Mapping[int, int], lane: int, steps: int) -> dict[int, int]:
    return {**behind, lane: steps} if steps else dict(behind)


def _beside(source: GroupCheckpoint, own: int, experiment: Experiment, start: Start) -> GroupCheckpoint:
    """A group of this lane alone, which has come as far as that of the lane ``own`` that it comes from."""
    history, layers = source.history, source.layer_history
    n_weighted = sum(map(has_weights, experiment.layers))
    shapes = layer_shapes(experiment.layers, row_shape(experiment.layers, source))
    n_parameters = sum(layer.learned(shape) for layer, shape in zip(experiment.layers, shapes, strict=False))
    slots = len(source.optimizer_memory)
    dtype = source.optimizer_memory.dtype
    memory = np.zeros((slots, n_parameters), dtype) if start.memory is None else start.memory
    if not any(source.optimizer_memory.strides):  # zeros that take no memory: see `capture_weights`
        memory = np.broadcast_to(np.zeros((), dtype), memory.shape)
    figures = read_only(np.full((len(source.figures), 1), np.nan))
    timed = None if history.timed is None else history.timed[:, own : own + 1]
    return replace(
        source,
        experiment=experiment,
        seconds=0.0,
        diverged_at={},
        stopped_at={},
        restored={},
        lanes=read_only(start.state[None]),
        optimizer_memory=read_only(memory[:, None]),
        plateau=read_only(start.plateau[:, None]),
        best_looks=read_only(start.best_looks[:, None]),
        lowest=read_only(start.lowest[:, None]),
        best_states={} if start.best_state is None else {0: start.best_state},
        figures=figures,
        kept=figures,
        came_to=figures,
        history=HistoryView(history.steps, _nan(*history.values.shape[:2], 1), history.marks, timed),
        layer_history=LayerHistoryView(layers.steps, _nan(*layers.values.shape[:2], n_weighted, 1)),
        warm_started=frozenset({0}),
        behind=_with_behind({}, 0, source.step - start.step),
    )


def _nan(*shape: int) -> NDArray[np.float32]:
    return read_only(np.full(shape, np.nan, np.float32))


def _shrunk(group: GroupCheckpoint, lane: int) -> GroupCheckpoint:
    """Without its lane of this number."""
    stay = [index for index in range(len(group.experiment.lanes)) if index != lane]
    memory, row = group.optimizer_memory, _row_of(group, lane)
    if row is not None:
        memory = np.delete(memory, row, axis=1) if any(memory.strides) else memory[:, :-1]
    fewer = _regrouped(
        group,
        _of(group.experiment, tuple(group.experiment.lanes[index] for index in stay)),
        lanes=group.lanes[stay],
        optimizer_memory=memory,
        plateau=group.plateau[:, stay],
        best_looks=group.best_looks[:, stay],
        lowest=group.lowest[:, stay],
        figures=group.figures[:, stay],
        kept=group.kept[:, stay],
        came_to=group.came_to[:, stay],
        history=group.history.only(stay),
        layer_history=group.layer_history.values[..., stay],
        warm_started=frozenset(stay.index(index) for index in group.warm_started if index != lane),
    )
    return replace(
        fewer,
        diverged_at=_of_others(group.diverged_at, stay),
        stopped_at=_of_others(group.stopped_at, stay),
        restored=_of_others(group.restored, stay),
        behind=_of_others(group.behind, stay),
        best_states=_of_others(group.best_states, stay),
    )


def _row_of(group: GroupCheckpoint, lane: int) -> int | None:
    """Where a lane stands in the arrays of those that still train."""
    return group.active.index(lane) if lane in group.active else None


def _of_others(of_lanes: Mapping[int, _Of], stay: Sequence[int]) -> dict[int, _Of]:
    """What is known of some lanes, by the numbers that they have then."""
    return {stay.index(lane): value for lane, value in of_lanes.items() if lane in stay}


def _regrouped(
    group: GroupCheckpoint,
    experiment: Experiment,
    history: HistoryView,
    layer_history: Array,
    warm_started: frozenset[int],
    **arrays: Array,
) -> GroupCheckpoint:
    layers = group.layer_history
    return replace(
        group,
        experiment=experiment,
        history=history,
        layer_history=LayerHistoryView(layers.steps, read_only(layer_history)),
        warm_started=warm_started,
        **{name: read_only(array) for name, array in arrays.items()},  # type: ignore[arg-type]
    )


def _behind(array: Array, more: Array, axis: int) -> Array:
    if not any(array.strides):  # zeros that take no memory: see `capture_weights`
        shape = list(array.shape)
        shape[axis] += 1
        return np.broadcast_to(np.zeros((), array.dtype), tuple(shape))
    return np.concatenate([array, more], axis=axis)


def _with_nan(array: Array) -> Array:
    """(..., lanes) -> (..., lanes + 1)"""
    return np.concatenate([array, np.full((*array.shape[:-1], 1), np.nan, array.dtype)], axis=-1)
