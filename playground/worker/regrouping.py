"""A run that goes on with a lane more or less: what it is then, and the moments that it can look back at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from engine.train.history.history import Mark
from engine.train.kept.run_state import Checkpoint, capture, trainer_of
from engine.train.kept.timeline import Timeline
from engine.train.trainer import Trainer
from playground.worker.commands import Branch, Unbranch

if TYPE_CHECKING:
    from engine.train.kept.branching import Start


class Regrouped(NamedTuple):
    """``moved`` as `engine.train.kept.branching.Start` has it."""

    trainer: Trainer
    timeline: Timeline
    moved: float | None = None


def without_lane(command: Unbranch, trainer: Trainer, timeline: Timeline) -> Regrouped:
    """All others feel nothing of it."""
    from engine.train.kept.branching import without_lane  # here, as below: most runs never branch

    lane = len(trainer.experiment.lanes) - 1 if command.lane is None else command.lane
    new = _gone_on(trainer, timeline, partial(without_lane, lane=lane), command.run)
    new.trainer.apply(command.experiment)
    return new


def with_branch(command: Branch, trainer: Trainer, timeline: Timeline, starts: dict[int, Start]) -> Regrouped:
    """starts: where branches have started, by their serials."""
    from engine.experiment.lanes.own_layers import own_layers
    from engine.train.kept.branching import with_lane
    from engine.train.kept.recollection import recollect
    from engine.train.kept.restacking import with_layers

    rows: tuple[int, ...] = ()
    if len(command.experiment.layers) > len(trainer.experiment.layers):  # which the new lane alone has
        rows = own_layers(command.experiment)
        layers = [command.experiment.layers[row] for row in rows]
        trainer, timeline, _ = _gone_on(trainer, timeline, partial(with_layers, at=rows[0], layers=layers), command.run)
    start = starts.get(command.serial)
    if start is None:
        start = starts[command.serial] = _start(command, trainer, timeline)
    add = partial(with_lane, lane=command.experiment.lanes[-1], start=start)
    new = _gone_on(trainer, timeline, add, command.run)
    new.trainer.apply(command.experiment)
    lane = len(command.experiment.lanes) - 1
    if start.memory is None:
        new.trainer.begin(lane)
    if rows:
        recollect(new.trainer, lane, rows)
    if command.edit is not None:
        new.trainer.history.mark(Mark(new.trainer.step, command.edit.path(lane), start.was, command.edit.value))
    return new._replace(moved=start.moved)


def _start(command: Branch, trainer: Trainer, timeline: Timeline) -> Start:
    from engine.train.kept.branching import start_at, start_now
    from engine.train.kept.growing import as_another_network
    from engine.train.kept.interventions import as_another_function

    kept = None if command.step is None else timeline.at(command.step)
    start = start_now(trainer, command.lane) if kept is None else start_at(kept, command.lane)
    start = as_another_network(start, trainer, command.experiment, command.noise)
    return as_another_function(start, trainer, command.experiment, command.edit)


def _gone_on(trainer: Trainer, timeline: Timeline, change: Callable[[Checkpoint], Checkpoint], run: int) -> Regrouped:
    """From a changed checkpoint of the run as it is, with its past as if it had always been so."""
    new = trainer_of(change(capture(trainer)), trainer.dataset, run=run, seals_test=True)
    return Regrouped(new, timeline.changed(change))
