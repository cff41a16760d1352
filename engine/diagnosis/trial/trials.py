"""Tries remedies before they are offered: a copy of the lane begins anew with each, and what helped most is offered.

It is headless and deterministic: what comes of a trial depends on the experiment, its rows and the steps alone. It can
be carried on in slices, so that whoever has a moment to spare may use it; the run itself is never touched.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from engine.data.dataset import Dataset
from engine.data.spec import DataSpec
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.evidence.gather import evidence
from engine.diagnosis.findings import Finding, Remedy, Tried
from engine.diagnosis.trial.alternatives import BY_HEART, alone, candidates
from engine.diagnosis.trial.attempt import Outcome, Try, measured
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.nn.layers.products import on_one_thread

if TYPE_CHECKING:
    from engine.diagnosis.evidence.evidence import Evidence
    from engine.train.trainer import Trainer

Load = Callable[[DataSpec], Dataset]

FEWEST, MOST_STEPS, LONG = 100, 500, 3000
"""Steps of a trial: as many as the lane has made, within these; LONG for what shows late only."""
AGAIN: Final = 4
"""It is tried again when trials are so many times as long."""
TRIES: Final = 7
"""Remedies that are tried for one finding, at most."""
CLEARLY: Final = 0.5
"""Share of the loss from which on nothing else is tried."""
ROWS: Final = 20_000
"""Of larger sources none is read anew for a trial."""


def steps_of(rule: str, step: int) -> int:
    """How long a trial is, of a lane at this step."""
    return max(min(step, LONG if rule in BY_HEART else MOST_STEPS), FEWEST)


class Trials:
    """Tries what findings propose, one after the other. Forgets everything when the experiment is another."""

    def __init__(self, load: Load, *, dearest: float = np.inf) -> None:
        """load: rows of a data spec, where a remedy changes it. dearest: seconds that one trial may take; where it
        would take more, a remedy is offered untried."""
        self._load = load
        self._dearest = dearest
        self._experiment: Experiment | None = None
        self._judged: dict[tuple[int, str], Finding] = {}
        self._queue: dict[tuple[int, str], tuple[Finding, Iterator[None]]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to try."""
        return bool(self._queue)

    def forget(self) -> None:
        self._experiment, self._judged, self._queue = None, {}, {}

    def follow(self, trainer: Trainer, findings: tuple[Finding, ...] | list[Finding]) -> None:
        """Is told what is said of a run just now: of what is said no longer nothing more is tried."""
        if trainer.experiment != self._experiment:
            self.forget()
            self._experiment = trainer.experiment
        wanted = {(finding.lane, finding.rule) for finding in findings}
        self._queue = {key: steps for key, steps in self._queue.items() if key in wanted}
        for finding in findings:
            key = finding.lane, finding.rule
            is_known = key in self._judged and not self._is_old(self._judged[key], trainer.step)
            if finding.remedy is not None and not is_known and key not in self._queue:
                with np.errstate(all="ignore"):
                    found = evidence(trainer, finding.lane)
                self._queue[key] = finding, self._judge(trainer, found, finding)

    @staticmethod
    def _is_old(verdict: Finding, step: int) -> bool:
        """Whether it comes from a trial much shorter than one would be now."""
        return verdict.tried is not None and steps_of(verdict.rule, step) >= AGAIN * verdict.tried.steps

    def work(self, seconds: float) -> bool:
        """Tries for about so long. Whether something was found out."""
        ends = time.perf_counter() + seconds
        known = dict(self._judged)
        with np.errstate(all="ignore"), on_one_thread():
            while self._queue and time.perf_counter() < ends:
                key = next(iter(self._queue))
                if next(self._queue[key][1], self) is self:  # it has come to its end
                    self._queue.pop(key, None)
        return self._judged != known

    def give_up(self) -> None:
        """What is still to be tried is offered untried."""
        self._judged |= {key: finding for key, (finding, _) in self._queue.items()}
        self._queue.clear()

    def settle(self) -> None:
        """Tries all there is."""
        while self._queue:
            self.work(1.0)

    def judged(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings with the remedies that have stood the trial; without one while it goes on, or where none has."""
        return tuple(self._with_verdict(finding) for finding in findings)

    def _with_verdict(self, finding: Finding) -> Finding:
        verdict = self._judged.get((finding.lane, finding.rule))
        remedy = tried = None
        if verdict is not None:
            remedy, tried = verdict.remedy, verdict.tried
        return replace(finding, remedy=remedy, tried=tried)

    def _judge(self, trainer: Trainer, found: Evidence, finding: Finding) -> Iterator[None]:
        """Steps towards a verdict: each yield is a place to pause."""
        key, experiment = (finding.lane, finding.rule), trainer.experiment
        steps = steps_of(finding.rule, found.step)
        own: Outcome | None = None
        best: tuple[Outcome, Remedy] | None = None
        tried = 0
        try:
            own = self._own(trainer, finding.lane, steps)
            if own is None:
                attempt = Try(experiment, trainer.dataset, finding.lane, steps)
                yield from self._through(attempt)
                own = attempt.outcome()
            for remedy in candidates(found, finding)[:TRIES]:
                better = cured(experiment, remedy)
                outcome = self._of_another_lane(trainer, better, finding.lane, steps)
                if outcome is None:
                    dataset = self._rows(trainer, better)
                    if dataset is None:
                        continue
                    attempt = Try(better, dataset, finding.lane, steps)
                    yield from self._through(attempt)
                    outcome = attempt.outcome()
                tried += 1
                if outcome.helps(own) and (best is None or outcome.loss < best[0].loss):
                    best = outcome, remedy
                if best is not None and (best[0].loss < CLEARLY * own.loss or tried >= 3):
                    break
        except (PlaygroundError, TooDearError, MemoryError):
            if best is None:
                self._judged[key] = finding  # untried, and it says so
                return
        assert own is not None
        if best is None:
            self._judged[key] = replace(finding, remedy=None, tried=Tried(steps, tried, own.loss, None))
        else:
            self._judged[key] = replace(finding, remedy=best[1], tried=Tried(steps, tried, own.loss, best[0].loss))

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

    def _own(self, trainer: Trainer, lane: int, steps: int) -> Outcome | None:
        """What the lane itself came to in so many steps, where it has made them and nothing was changed on the way."""
        history = trainer.history.view()
        if history.marks or lane in trainer.warm_started or trainer.has_validation != history.has_validation:
            return None
        if lane in trainer.diverged_at and trainer.diverged_at[lane] <= steps:
            return Outcome(np.inf, -np.inf, 0)
        if trainer.step == steps and trainer.measured_at == steps:
            return measured(trainer, lane)
        return None

    def _of_another_lane(self, trainer: Trainer, better: Experiment, lane: int, steps: int) -> Outcome | None:
        """Of a lane that stands there with these very settings."""
        if better.data != trainer.experiment.data or trainer.step < steps:
            return None
        wanted = alone(better, lane)
        for other in range(len(trainer.experiment.lanes)):
            if other != lane and alone(trainer.experiment, other) == wanted:
                return self._own(trainer, other, steps)
        return None

    def _rows(self, trainer: Trainer, better: Experiment) -> Dataset | None:
        if better.data == trainer.experiment.data:
            return trainer.dataset
        if trainer.dataset.source_rows > ROWS:
            raise TooDearError
        return self._load(better.data)


class TooDearError(Exception):
    """A trial would take too long."""
