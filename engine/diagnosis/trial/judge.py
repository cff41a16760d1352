"""Judges one finding's remedies: by copies of the lane that begin anew, or by a lane that stands beside it already."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import diagnose
from engine.diagnosis.evidence.course import concerning
from engine.diagnosis.evidence.guessing import held_out_chance_loss
from engine.diagnosis.findings import Finding, Remedy, Tried
from engine.diagnosis.in_whole import remedy_in_whole
from engine.diagnosis.trial.alternatives import BY_HEART, LATE, alone, candidates
from engine.diagnosis.trial.attempt import Outcome, Try, latest, measured
from engine.diagnosis.trial.comparable import are_comparable
from engine.errors import PlaygroundError

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.data.spec import DataSpec
    from engine.diagnosis.evidence.evidence import Evidence
    from engine.experiment.experiment import Experiment
    from engine.train.trainer import Trainer

    Load = Callable[[DataSpec], Dataset]
    Trial = tuple[Outcome, Outcome, Tried]
    """With the remedy, of the lane itself, and what is told of it."""

FEWEST: Final = 100
MOST_STEPS: Final = 500
LONG: Final = 3000
"""Steps of a trial: as many as the lane has made, within these; LONG for what shows late only."""
OF_DIVERGED: Final = 200
"""The same, at least: that it no longer diverges says little."""
CHEAP: Final = 1e9
"""Parameters times rows times steps, for what has no need to be long."""
ENOUGH: Final = 3
"""Remedies that are tried where one has helped."""
CLEARLY: Final = 0.5
"""Share of the loss from which on nothing else is tried."""
BEATS: Final = 0.9
"""Share of the loss of guessing that is better than that."""
ROWS: Final = 20_000
"""Of larger sources none is read anew for a trial."""


class TooDearError(Exception):
    """A trial would take too long."""


class IncomparableError(Exception):
    """What a trial comes to could not be set beside what the lane has."""


def steps_of(rule: str, step: int, cost: float = np.inf) -> int:
    """How long a trial is, of a lane at this step; ``cost``: parameters times rows of one of its steps."""
    most = MOST_STEPS
    if rule in BY_HEART:
        most = LONG
    elif rule in LATE:  # a smaller rate is slower at first
        most = int(min(max(CHEAP / max(cost, 1.0), MOST_STEPS), LONG))
    return max(min(step, most), OF_DIVERGED if rule == "diverged" else FEWEST)


class Judge:
    """Of one finding. `steps` carries the trials on; ``verdict`` is what they have come to so far.

    That none has helped is said when all have ended, and never of trials that were stopped on the way: the next might
    have. ``is_too_dear``: some were left out since they would take too long.
    """

    def __init__(self, trainer: Trainer, found: Evidence, finding: Finding, load: Load, dearest: float) -> None:
        self._trainer, self._found, self._finding = trainer, found, finding
        self._load, self._dearest = load, dearest
        self._experiment, self._lane = trainer.experiment, finding.lane
        self._group, _ = trainer.of(finding.lane)
        cost = self._group.network.parameters.shape[1] * found.batch_rows
        self._length = steps_of(finding.rule, found.step, cost)
        self._own: Outcome | None = None
        self.is_too_dear = False
        self.verdict = finding

    def steps(self) -> Iterator[None]:
        """Each yield is a place to pause."""
        best: tuple[float, Outcome, Remedy, Tried] | None = None
        failed: Tried | None = None
        count, is_enough = 0, False
        try:
            for remedy in self._candidates():
                trial = self._beside(cured(self._experiment, remedy))
                try:
                    if trial is None and not is_enough:
                        trial = yield from self._affordable(remedy)
                except IncomparableError:
                    if not count and remedy == self._finding.remedy:
                        self.verdict = replace(self._finding, untried="incomparable")
                        return  # it comes first, and is offered without figures
                    continue
                if trial is None:
                    continue
                outcome, own, tried = trial
                count += 1
                share = outcome.loss / (own.loss if np.isfinite(own.loss) else 1.0)
                if outcome.helps(own) and (best is None or share < best[0]):
                    best = share, outcome, remedy, tried
                    self.verdict = replace(self._finding, remedy=remedy, tried=replace(tried, count=count))
                if best is None:
                    failed = replace(tried, count=count, after=None, lane="")
                    self.verdict = replace(self._finding, remedy=None)
                elif self._is_enough(best[1], own, best[3], count, is_wanted=not best[2].edits):
                    is_enough = True  # lanes beside are asked yet, for they cost nothing
                    if not best[2].edits:
                        break
        except (PlaygroundError, MemoryError):
            return  # as far as it came; untried, where that is nowhere
        if self.is_too_dear and self.verdict == self._finding:
            self.verdict = replace(self._finding, untried="dear")
        elif best is None and not self.is_too_dear:  # where none was tried the lane has all that could be proposed
            self.verdict = replace(self._finding, remedy=None, tried=failed)

    def _candidates(self) -> list[Remedy]:
        """What might help, as edits of the whole experiment."""
        if len(self._trainer.groups) == 1:
            return candidates(self._found, self._finding)
        lanes = self._trainer.together.lanes_of(self._group)
        told = next((each for each in diagnose(self._found) if each.rule == self._finding.rule), None)
        proposed = [] if told is None else candidates(self._found, told)
        return [remedy_in_whole(each, self._experiment, lanes, self._lane) for each in proposed]

    def _is_enough(self, best: Outcome, own: Outcome, tried: Tried, count: int, *, is_wanted: bool) -> bool:
        """Whether nothing else need be tried. What is no better than guessing is no cure, however bad it was before;
        and what a person has set already, ``is_wanted``, comes before what is better still."""
        beats_guessing = best.loss < BEATS * tried.guessing
        if not beats_guessing and self._finding.rule not in BY_HEART:  # it has learned, if too much
            return False
        return is_wanted or count >= ENOUGH or best.loss < CLEARLY * min(own.loss, tried.guessing)

    def _affordable(self, remedy: Remedy) -> Generator[None, None, Trial | None]:
        """None where trials take too long: from then on only lanes beside show what helps."""
        if self.is_too_dear:
            return None
        try:
            return (yield from self._tried(remedy))
        except TooDearError:
            self.is_too_dear = True
            return None

    def _tried(self, remedy: Remedy) -> Generator[None, None, Trial | None]:
        """By a copy of the lane, beside what the lane itself came to in so many steps."""
        better = cured(self._experiment, remedy)
        dataset = self._rows(better)
        if dataset is None:
            return None
        if not are_comparable(self._trainer.dataset, dataset):
            raise IncomparableError
        if self._own is None:
            self._own = self._known()
        if self._own is None:
            attempt = Try(self._experiment, self._trainer.dataset, self._lane, self._length)
            yield from self._through(attempt)
            self._own = attempt.outcome()
        attempt = Try(better, dataset, self._lane, self._length)
        yield from self._through(attempt)
        outcome = attempt.outcome()
        guessing = held_out_chance_loss(self._found.setup.loss, dataset)
        return outcome, self._own, Tried(self._length, 0, self._own.loss, outcome.loss, guessing)

    def _through(self, attempt: Try) -> Iterator[None]:
        """Up to its end, a few milliseconds at a time."""
        slice_, took = 1, 0.0
        while not attempt.is_over:
            before = attempt.trainer.seconds
            attempt.go_on(slice_)
            took = attempt.trainer.seconds - before
            if took / slice_ * attempt.steps > self._dearest and attempt.trainer.step > 2:
                raise TooDearError
            slice_ = max(1, slice_ * 2 if took < 0.001 else slice_ // 2 if took > 0.004 else slice_)
            yield

    def _known(self) -> Outcome | None:
        """What the lane itself came to in so many steps, where it has made them and nothing was changed on the way."""
        trainer, lane = self._trainer, self._lane
        if lane in trainer.diverged_at and (self._found.is_edited or trainer.diverged_at[lane] <= self._length):
            return Outcome(np.inf, -np.inf, 0)
        if not _is_unchanged(trainer, lane) or trainer.step != self._length or trainer.measured_at != self._length:
            return None
        return measured(trainer, lane)

    def _beside(self, better: Experiment) -> Trial | None:
        """By a lane that stands there with these very settings, and what both have come to by now: no trial is as
        long."""
        trainer, lane = self._trainer, self._lane
        if better.data != self._experiment.data or trainer.step < min(self._length, MOST_STEPS):
            return None
        wanted = alone(better, lane)
        for other in range(len(self._experiment.lanes)):
            if other != lane and alone(self._experiment, other) == wanted:
                if not (_is_unchanged(trainer, other) and _is_unchanged(trainer, lane)):
                    return None
                step, (outcome, own) = trainer.step, (latest(trainer, each) for each in (other, lane))
                name = self._experiment.lanes[other].name
                return outcome, own, Tried(step, 0, own.loss, outcome.loss, self._found.held_out_chance_loss, name)
        return None

    def _rows(self, better: Experiment) -> Dataset | None:
        if better.data.has_rows_of(self._experiment.data):
            return self._trainer.dataset
        if self._trainer.dataset.source_rows > ROWS:
            raise TooDearError
        return self._load(better.data)


def _is_unchanged(trainer: Trainer, lane: int) -> bool:
    """Whether the lane has gone by the same settings from its first step on, looked at on the same rows."""
    history = trainer.history.view()
    is_new = lane not in trainer.warm_started and trainer.has_validation == history.has_validation
    return is_new and not concerning(history.marks, lane)
