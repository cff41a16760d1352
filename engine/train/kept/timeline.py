"""What a run was like at some of its earlier steps: kept in memory, ever wider apart, so that one can look back."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from engine.train.kept.run_state import Checkpoint, capture_weights, trainer_of
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer

MOST: Final = 64
"""Moments."""
MOST_BYTES: Final = 256 * 1024**2
"""Of the weights of all moments together."""


class Timeline:
    """Moments of one run, evenly spread over the logarithm of the step; the first and the last always stay.

    A moment is what `capture_weights` gives.
    """

    def __init__(self, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._moments: list[Checkpoint] = []
        self.steps: tuple[int, ...] = ()
        """Of the moments, growing."""

    @property
    def nbytes(self) -> int:
        """Bytes of the weights of all moments together."""
        return sum(moment.weights_nbytes for moment in self._moments)

    def take(self, trainer: Trainer) -> None:
        """Keeps this moment, just measured, where the last one is far enough away. What a run shows after its end is no
        moment of it.
        """
        room = self._room(trainer)
        if trainer.has_ended or not room or not self._is_due(trainer.step, room):
            return
        self._moments.append(capture_weights(trainer))
        while len(self._moments) > room:
            del self._moments[self._closest()]
        self.steps = tuple(moment.step for moment in self._moments)

    def _room(self, trainer: Trainer) -> int:
        """How many moments may be kept."""
        networks = [(len(group.experiment.lanes), group.network) for group in trainer.groups]
        rows = sum(lanes * (each.parameters.shape[1] + each.state.shape[1]) for lanes, each in networks)
        size = max(1, rows * networks[0][1].parameters.itemsize)
        room = min(self._most, self._most_bytes // size)
        return room if room > 1 else 0

    def _is_due(self, step: int, room: int) -> bool:
        if not self.steps:
            return True
        last = self.steps[-1]
        return step > last and (len(self.steps) < room or _gap(last, step) >= math.log1p(step) / room)

    def _closest(self) -> int:
        """The moment that is missed least: its neighbours are closest together."""
        steps = [moment.step for moment in self._moments]
        return min(range(1, len(steps) - 1), key=lambda index: _gap(steps[index - 1], steps[index + 1]), default=0)

    def changed(self, change: Callable[[Checkpoint], Checkpoint]) -> Timeline:
        """Another one, every moment made anew, because a lane has come or gone."""
        new = Timeline(self._most, self._most_bytes)
        new._moments = [change(moment) for moment in self._moments]
        new.steps = self.steps
        return new

    def at(self, step: int) -> Checkpoint | None:
        """The latest moment that is no later than a step; None where there is none."""
        return next((moment for moment in reversed(self._moments) if moment.step <= step), None)


def past_trainer(moment: Checkpoint, now: Trainer) -> Trainer:
    """A trainer as ``now`` was at that moment, to be looked into; ``now`` does not feel it."""
    past = trainer_of(moment, now.dataset, run=now.run_id, seals_test=now.seals_test)
    past.openings = now.openings
    if now.seals_test and not past.is_test_sealed:  # it was opened after the moment was kept
        past.forget_figures()
    return past


def in_the_past(snapshot: Snapshot, now: Trainer) -> Snapshot:
    """A snapshot of a past trainer, with the whole run's curves."""
    names = [spec.name for spec in now.experiment.lanes]
    lanes = tuple(replace(lane, name=name) for lane, name in zip(snapshot.lanes, names, strict=True))
    return replace(snapshot, lanes=lanes, history=now.history.view(), newest_step=now.step)


def _gap(earlier: int, later: int) -> float:
    return math.log1p(later) - math.log1p(earlier)
