"""Some lanes of checkpoints, put together to one: what goes on from a rung is not what came to it together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from engine.arrays import Array
from engine.experiment.experiment import Experiment
from engine.train.history.history import HistoryView
from engine.train.history.layer_history import LayerHistoryView
from engine.train.kept.run_state import Checkpoint, GroupCheckpoint, active_lanes

Part: TypeAlias = tuple[GroupCheckpoint, int]
"""A lane of a group."""


def joined(parts: Sequence[tuple[Checkpoint, int]], experiment: Experiment) -> Checkpoint:
    """Lanes that still train, each of a checkpoint of one group, as the lanes of one network, in their order. All have
    made the same steps with the same rows, and were looked at at the same ones.

    experiment: of these lanes.
    """
    lanes = [(checkpoint.groups[0], lane) for checkpoint, lane in parts]
    first = lanes[0][0]
    group = replace(
        first,
        experiment=experiment,
        seconds=sum(each.seconds / len(each.experiment.lanes) for each, _ in lanes),  # each brings its share
        diverged_at={},
        stopped_at={},
        restored={},
        lanes=np.stack([each.lanes[lane] for each, lane in lanes]),
        optimizer_memory=np.stack([_memory(each, lane) for each, lane in lanes], axis=1),
        optimizer_scalars=dict(first.optimizer_scalars),
        plateau=_columns(lanes, lambda group: group.plateau),
        best_looks=_columns(lanes, lambda group: group.best_looks),
        lowest=_columns(lanes, lambda group: group.lowest),
        best_states={
            place: group.best_states[lane] for place, (group, lane) in enumerate(lanes) if lane in group.best_states
        },
        figures=_columns(lanes, lambda group: group.figures),
        kept=_columns(lanes, lambda group: group.kept),
        came_to=_columns(lanes, lambda group: group.came_to),
        history=HistoryView(first.history.steps, _columns(lanes, lambda group: group.history.values)),
        layer_history=LayerHistoryView(
            first.layer_history.steps, _columns(lanes, lambda group: group.layer_history.values)
        ),
        warm_started=frozenset(),
    )
    return replace(
        parts[0][0], experiment=experiment, groups=(group,), history=group.history, layer_history=group.layer_history
    )


def portable(checkpoint: Checkpoint) -> Checkpoint:
    """The same, of plain data that can be sent to another process."""
    groups = tuple(
        replace(
            group,
            diverged_at=dict(group.diverged_at),
            stopped_at=dict(group.stopped_at),
            restored=dict(group.restored),
            optimizer_scalars=dict(group.optimizer_scalars),
            best_states=dict(group.best_states),
        )
        for group in checkpoint.groups
    )
    return replace(checkpoint, groups=groups)


def _memory(group: GroupCheckpoint, lane: int) -> Array:
    """What the optimizer remembers of a lane: (slots, parameters)"""
    active = active_lanes(len(group.experiment.lanes), group.diverged_at, group.stopped_at)
    return group.optimizer_memory[:, active.index(lane)]


def _columns(parts: Sequence[Part], what: Callable[[GroupCheckpoint], Array]) -> Array:
    """(..., lanes) of each -> (..., parts)"""
    return np.stack([what(group)[..., lane] for group, lane in parts], axis=-1)
