"""All that a run is, at rest: taken from a trainer between two steps, and made into a trainer that goes on.

Chance is a function of (seed, step), so there is none to keep: the restored run goes on bit for bit as the other one
would have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.data.fingerprint import fingerprint
from engine.errors import ModelError
from engine.experiment.experiment import Experiment
from engine.records import record
from engine.train.group_trainer import GroupTrainer
from engine.train.history.history import History, HistoryView
from engine.train.history.layer_history import LayerHistoryView
from engine.train.openings import UNOPENED, Openings
from engine.train.trainer import Trainer


@record(eq=False)
class GroupCheckpoint:
    """The lanes of one network between two steps. The arrays are read-only.

    lanes: (lanes, n), of each lane what `LaneStates.trained` gives: parameters and state, also of those that
    have left. Of lanes that went back to their best at the end it is where their training stands.
    optimizer_memory: (slots, active lanes, parameters), of the lanes that still train, in their order.
    plateau: (4, lanes), its factors and what its Patience gives; best_looks: (3, lanes), early stopping's;
    lowest: (2, lanes), the lowest held-out losses that it has seen and their steps; best_states: lane -> (n,), those of
    them. figures, kept, came_to: (measures, lanes), the last measured, and as `GroupTrainer` has them.
    """

    experiment: Experiment
    n_features: int
    image_shape: tuple[int, int] | None
    step: int
    rows_seen: int
    seconds: float
    diverged_at: Mapping[int, int]
    stopped_at: Mapping[int, int]
    restored: Mapping[int, int]
    has_ended: bool
    lanes: Array
    optimizer_memory: Array
    optimizer_t: int
    optimizer_scalars: Mapping[str, float]
    """What it remembers besides, by name."""
    plateau: NDArray[np.float64]
    best_looks: NDArray[np.float64]
    lowest: NDArray[np.float64]
    best_states: Mapping[int, Array]
    figures: NDArray[np.float64]
    measured_at: int
    kept: NDArray[np.float64]
    came_to: NDArray[np.float64]
    history: HistoryView
    layer_history: LayerHistoryView
    warm_started: frozenset[int] = frozenset()
    """As `GroupTrainer` has it."""
    behind: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """As `GroupTrainer` has it; negative, where a lane had made more steps when it started."""
    openings: Openings = UNOPENED

    @property
    def active(self) -> tuple[int, ...]:
        """The lanes that still train."""
        return active_lanes(len(self.experiment.lanes), self.diverged_at, self.stopped_at)


@record(eq=False)
class Checkpoint:
    """A run between two steps: of all its groups, in their order, and the history of all lanes."""

    experiment: Experiment
    fingerprint: str
    """Of the rows of the experiment, as `engine.data.fingerprint` makes it."""
    groups: tuple[GroupCheckpoint, ...]
    history: HistoryView
    layer_history: LayerHistoryView

    @property
    def step(self) -> int:
        return max(group.step for group in self.groups)

    @property
    def openings(self) -> Openings:
        return self.groups[0].openings

    @property
    def weights_nbytes(self) -> int:
        """Bytes of what training has changed in all lanes."""
        return sum(group.lanes.nbytes for group in self.groups)


def active_lanes(n_lanes: int, diverged_at: Mapping[int, int], stopped_at: Mapping[int, int]) -> tuple[int, ...]:
    """The lanes that have not left."""
    return tuple(lane for lane in range(n_lanes) if lane not in diverged_at and lane not in stopped_at)


def capture(trainer: Trainer) -> Checkpoint:
    """The run as it is now. Histories are shared, not copied: what was handed out of them never changes."""
    return _whole(trainer, fingerprint(trainer.dataset), [_with_memory(group) for group in trainer.groups])


def capture_weights(trainer: Trainer) -> Checkpoint:
    """What it takes to look at the run as it is now, but not to train on: a third of the memory, for most optimizers.

    It is for `trainer_of` with the same rows, while the run has not ended.
    """
    return _whole(trainer, "", [_weights_alone(group) for group in trainer.groups])


def _whole(trainer: Trainer, rows: str, groups: Sequence[GroupCheckpoint]) -> Checkpoint:
    return Checkpoint(trainer.experiment, rows, tuple(groups), trainer.history.view(), trainer.layer_history())


def _with_memory(trainer: GroupTrainer) -> GroupCheckpoint:
    memory = read_only(trainer.optimizer.state.copy())
    states = {lane: read_only(state.copy()) for lane, state in sorted(trainer.best_looks.states.items())}
    return _capture(trainer, memory, states)


def _weights_alone(trainer: GroupTrainer) -> GroupCheckpoint:
    nothing = np.zeros((), trainer.network.dtype)
    return _capture(trainer, np.broadcast_to(nothing, trainer.optimizer.state.shape), {})


def _capture(trainer: GroupTrainer, memory: Array, best_states: Mapping[int, Array]) -> GroupCheckpoint:
    return GroupCheckpoint(
        experiment=trainer.experiment,
        n_features=trainer.dataset.n_features,
        image_shape=trainer.dataset.image_shape,
        step=trainer.step,
        rows_seen=trainer.rows_seen,
        seconds=trainer.seconds,
        diverged_at=MappingProxyType(dict(trainer.diverged_at)),
        stopped_at=MappingProxyType(dict(trainer.stopped_at)),
        restored=MappingProxyType(dict(trainer.lanes.restored)),
        has_ended=trainer.has_ended,
        lanes=read_only(np.stack([trainer.lanes.trained(lane) for lane in range(len(trainer.experiment.lanes))])),
        optimizer_memory=memory,
        optimizer_t=trainer.optimizer.t,
        optimizer_scalars=MappingProxyType(dict(trainer.optimizer.memory)),
        plateau=read_only(np.concatenate([trainer.plateau.factor[None], trainer.plateau.patience.state()])),
        best_looks=read_only(trainer.best_looks.patience.state()),
        lowest=read_only(trainer.best_looks.lowest_state()),
        best_states=MappingProxyType(dict(best_states)),
        figures=read_only(trainer.measured.copy()),
        measured_at=trainer.measured_at,
        kept=read_only(trainer.kept.copy()),
        came_to=read_only(trainer.came_to.copy()),
        history=trainer.history.view(),
        layer_history=trainer.layer_history(),
        warm_started=trainer.warm_started,
        behind=MappingProxyType(dict(trainer.behind)),
        openings=trainer.openings,
    )


def restore(checkpoint: Checkpoint, dataset: Dataset, *, run: int = 0, seals_test: bool = False) -> Trainer:
    """A trainer that goes on from there, on the same rows.

    Raises:
        ModelError: the rows are others.
    """
    check_rows(checkpoint, dataset)
    return trainer_of(checkpoint, dataset, run=run, seals_test=seals_test)


def check_rows(checkpoint: Checkpoint, dataset: Dataset) -> None:
    """Raises ModelError where the rows are others than those that it was trained on."""
    if fingerprint(dataset) != checkpoint.fingerprint:
        raise other_rows(dataset.name)


def other_rows(name: str) -> ModelError:
    """Why a run cannot go on with the data of this name."""
    return ModelError(
        "{name} no longer holds the rows that this run was trained on: it cannot go on with others.", name=name
    )


def trainer_of(checkpoint: Checkpoint, dataset: Dataset, *, run: int = 0, seals_test: bool = False) -> Trainer:
    """The same, where the rows are known to be the same."""
    kind = checkpoint.groups[0].lanes.dtype.type
    trainer = Trainer(checkpoint.experiment, dataset, run=run, dtype=kind, seals_test=seals_test)
    for group, kept in zip(trainer.groups, checkpoint.groups, strict=True):
        if kept.history.has_validation != group.has_validation:
            raise other_rows(dataset.name)
        _go_on(group, kept)
    trainer.merged.go_on_from(checkpoint.history, checkpoint.layer_history)
    return trainer


def _go_on(trainer: GroupTrainer, checkpoint: GroupCheckpoint) -> None:
    """From where a group was."""
    trainer.openings = checkpoint.openings
    trainer.step, trainer.rows_seen, trainer.seconds = checkpoint.step, checkpoint.rows_seen, checkpoint.seconds
    trainer.lane_seconds = _lane_seconds(checkpoint)
    for lane, state in enumerate(checkpoint.lanes):
        trainer.network.set_lane_state(lane, state)
    trainer.plateau.factor = checkpoint.plateau[0].copy()
    trainer.plateau.patience.restore(checkpoint.plateau[1:])
    trainer.best_looks.restore(checkpoint.best_looks, checkpoint.lowest, checkpoint.best_states)
    trainer.kept, trainer.came_to = checkpoint.kept.copy(), checkpoint.came_to.copy()
    trainer.warm_started = checkpoint.warm_started
    trainer.behind = dict(checkpoint.behind)
    trainer.history = History.of(checkpoint.history)
    trainer.recorder.resume_from(checkpoint.layer_history)
    trainer.release(checkpoint.diverged_at, checkpoint.stopped_at, checkpoint.restored, has_ended=checkpoint.has_ended)
    trainer.optimizer.state[:] = checkpoint.optimizer_memory
    trainer.optimizer.t, trainer.optimizer.memory = checkpoint.optimizer_t, dict(checkpoint.optimizer_scalars)
    trainer.measured, trainer.measured_at = checkpoint.figures.copy(), checkpoint.measured_at


def _lane_seconds(checkpoint: GroupCheckpoint) -> NDArray[np.float64]:
    """As the history has them at last; where it does not know, an equal share."""
    n = len(checkpoint.experiment.lanes)
    last = checkpoint.history.seconds[-1:].astype(np.float64).reshape(-1)
    known = last[~np.isnan(last)]
    if not len(known):
        return np.full(n, checkpoint.seconds / n)
    shares = np.array([1 - checkpoint.behind.get(lane, 0) / max(1, checkpoint.step) for lane in range(n)])
    return np.where(np.isnan(last), known.max() * shares, last)  # one that has just joined comes from one of them


def read_only(array: Array) -> Array:
    """The same array, which nobody can write into any more."""
    array.setflags(write=False)
    return array
