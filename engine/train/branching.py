"""A run with one lane more, or one less, that goes on where it is: the other lanes do not feel it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.arrays import Array
from engine.experiment.lanes.spec import LaneSpec
from engine.train.history import HistoryView
from engine.train.layer_history import LayerHistoryView
from engine.train.run_state import Checkpoint, read_only
from engine.train.trainer import Trainer


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """Where a new lane starts: a lane's parameters and state, (n,), and what a plateau had made of its rate.

    figures: (measures,), what was measured of them at ``step``, if it was.
    """

    state: Array
    plateau_factor: float
    step: int
    figures: Array | None = None


def start_at(moment: Checkpoint, lane: int) -> Start:
    """As a lane was at a moment."""
    figures = read_only(moment.figures[:, lane].copy()) if moment.measured_at == moment.step else None
    return Start(read_only(moment.lanes[lane].copy()), float(moment.plateau[0, lane]), moment.step, figures)


def start_now(trainer: Trainer, lane: int) -> Start:
    """As a lane is: with its best weights where it went back to them."""
    return Start(read_only(trainer.lane_state(lane)), float(trainer.plateau.factor[lane]), trainer.step)


def with_lane(checkpoint: Checkpoint, lane: LaneSpec, start: Start) -> Checkpoint:
    """One more lane behind the others. It has no past: no figures, no looks, and nothing that its optimizer remembers.

    Among moments before it was made, it stands where it started.
    """
    plateau = np.array([[start.plateau_factor], [math.inf], [-1], [0]])
    slots, _, n_parameters = checkpoint.optimizer_memory.shape
    return _regrouped(
        checkpoint,
        (*checkpoint.experiment.lanes, lane),
        lanes=_behind(checkpoint.lanes, start.state[None], axis=0),
        optimizer_memory=_behind(
            checkpoint.optimizer_memory, np.zeros((slots, 1, n_parameters), checkpoint.optimizer_memory.dtype), axis=1
        ),
        plateau=_behind(checkpoint.plateau, plateau, axis=1),
        best_looks=_behind(checkpoint.best_looks, plateau[1:], axis=1),
        lowest=_behind(checkpoint.lowest, plateau[1:3], axis=1),
        figures=_with_nan(checkpoint.figures),
        kept=_with_nan(checkpoint.kept),
        came_to=_with_nan(checkpoint.came_to),
        history=_with_nan(checkpoint.history.values),
        layer_history=_with_nan(checkpoint.layer_history.values),
        warm_started=checkpoint.warm_started | {len(checkpoint.experiment.lanes)},
    )


def without_last_lane(checkpoint: Checkpoint) -> Checkpoint:
    """One lane less, the last."""
    last = len(checkpoint.experiment.lanes) - 1
    is_active = last in checkpoint.active
    memory = checkpoint.optimizer_memory
    fewer = _regrouped(
        checkpoint,
        checkpoint.experiment.lanes[:-1],
        lanes=checkpoint.lanes[:-1],
        optimizer_memory=memory[:, :-1] if is_active else memory,
        plateau=checkpoint.plateau[:, :-1],
        best_looks=checkpoint.best_looks[:, :-1],
        lowest=checkpoint.lowest[:, :-1],
        figures=checkpoint.figures[:, :-1],
        kept=checkpoint.kept[:, :-1],
        came_to=checkpoint.came_to[:, :-1],
        history=checkpoint.history.values[..., :-1],
        layer_history=checkpoint.layer_history.values[..., :-1],
        warm_started=checkpoint.warm_started - {last},
    )
    return replace(
        fewer,
        diverged_at={lane: step for lane, step in checkpoint.diverged_at.items() if lane != last},
        stopped_at={lane: step for lane, step in checkpoint.stopped_at.items() if lane != last},
        restored={lane: step for lane, step in checkpoint.restored.items() if lane != last},
        best_states={lane: state for lane, state in checkpoint.best_states.items() if lane != last},
    )


def _regrouped(
    checkpoint: Checkpoint,
    specs: tuple[LaneSpec, ...],
    history: Array,
    layer_history: Array,
    warm_started: frozenset[int],
    **arrays: Array,
) -> Checkpoint:
    experiment = checkpoint.experiment.model_copy(update={"lanes": specs})
    old, layers = checkpoint.history, checkpoint.layer_history
    return replace(
        checkpoint,
        experiment=experiment,
        history=HistoryView(old.steps, read_only(history), old.marks),
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
