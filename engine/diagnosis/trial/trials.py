"""Tries remedies before they are offered: a copy of the lane begins anew with each, and what helped most is offered.

It is headless and deterministic: what comes of a trial depends on the experiment, its rows and the steps alone. It can
be carried on in slices, so that whoever has a moment to spare may use it; the run itself is never touched.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from weakref import ReferenceType, ref

import numpy as np

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.data.spec import DataSpec
from engine.diagnosis.diagnosis import evidence_of_lanes
from engine.diagnosis.findings import Finding
from engine.diagnosis.trial.attempt import latest
from engine.diagnosis.trial.judge import FEWEST, Judge, steps_of
from engine.experiment.experiment import Experiment
from engine.nn.layers.parts.products import on_one_thread
from engine.records import record

if TYPE_CHECKING:
    from engine.train.trainer import Trainer

Load = Callable[[DataSpec], Dataset]

AGAIN: Final = 4
"""It is tried again when the lane has made so many times as many steps."""

MOST_LEFT: Final = 8
"""Runs that were left, of which it is remembered what was found out."""


@record(eq=False)
class _Left:
    """What was found out in a run that another has taken the place of. ``rows``: the training rows that it had."""

    experiment: Experiment
    rows: ReferenceType[Array]
    judged: dict[tuple[int, str], Finding]
    asked_at: dict[tuple[int, str], int]
    unfinished: set[tuple[int, str]]
    too_dear: set[tuple[int, str]]


class Trials:
    """Tries what findings propose, one after the other. Forgets everything when the experiment is another."""

    def __init__(self, load: Load, *, dearest: float = np.inf) -> None:
        """load: rows of a data spec, where a remedy changes it. dearest: seconds that one trial may take; where it
        would take more, a remedy is offered untried."""
        self._load = load
        self._dearest = dearest
        self._experiment: Experiment | None = None
        self._judged: dict[tuple[int, str], Finding] = {}
        self._queue: dict[tuple[int, str], tuple[Judge, Iterator[None]]] = {}
        self._asked_at: dict[tuple[int, str], int] = {}
        self._unfinished: set[tuple[int, str]] = set()
        self._too_dear: set[tuple[int, str]] = set()
        self._rows: ReferenceType[Array] | None = None
        self._left: list[_Left] = []

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to try."""
        return bool(self._queue)

    def leave(self) -> None:
        """Another run comes. What was found out in this one is known again where it is brought back."""
        if self._experiment is not None and self._rows is not None and self._judged:
            kept = _Left(
                experiment=self._experiment,
                rows=self._rows,
                judged=self._judged,
                asked_at=self._asked_at,
                unfinished=self._unfinished,
                too_dear=self._too_dear,
            )
            others = [left for left in self._left if left.experiment != kept.experiment]
            self._left = [*others, kept][-MOST_LEFT:]
        self.forget()

    def _come_back(self, trainer: Trainer) -> None:
        """To what was found out in this very run: of one that starts again it is found out anew."""
        for left in self._left:
            is_known = left.rows() is trainer.dataset.train_x and left.experiment == trainer.experiment
            if is_known and trainer.step >= max(left.asked_at.values(), default=0):
                self._judged, self._asked_at = left.judged, left.asked_at
                self._unfinished, self._too_dear = left.unfinished, left.too_dear

    def forget(self) -> None:
        self._experiment, self._judged, self._queue, self._asked_at = None, {}, {}, {}
        self._unfinished, self._too_dear = set(), set()

    def follow(
        self,
        trainer: Trainer,
        findings: tuple[Finding, ...] | list[Finding],
        looks: Collection[int] | None = None,
    ) -> None:
        """Is told what is said of a run just now, by which looks: of what is said no longer nothing more is tried."""
        if trainer.experiment != self._experiment:
            self.leave()
            self._experiment, self._rows = trainer.experiment, ref(trainer.dataset.train_x)
            self._come_back(trainer)
        wanted = {(finding.lane, finding.rule) for finding in findings}
        self._queue = {key: steps for key, steps in self._queue.items() if key in wanted}
        for finding in findings:
            key = finding.lane, finding.rule
            is_known = key in self._judged and not self._is_old(key, trainer)
            if is_known:
                self._judged[key] = _at_the_newest(trainer, self._judged[key])
            if finding.remedy is not None and not is_known and key not in self._queue:
                with np.errstate(all="ignore"):
                    found = evidence_of_lanes(trainer, looks=looks)[finding.lane]
                judge = Judge(trainer, found, finding, self._load, self._dearest)
                self._queue[key] = judge, judge.steps()
                self._asked_at[key] = trainer.step
                self._unfinished.discard(key)
                self._too_dear.discard(key)

    def _is_old(self, key: tuple[int, str], trainer: Trainer) -> bool:
        """Whether it comes from a trial much shorter than one would be now, or from a lane beside that was younger; or
        was not carried to its end, or too dear, and the run has gone on."""
        if key in self._unfinished:
            return trainer.step > self._asked_at[key]
        verdict, asked_at = self._judged[key], max(self._asked_at[key], FEWEST)
        if trainer.step < AGAIN * asked_at:
            return False
        if verdict.tried is None:  # too dear; by now a lane beside may show it
            return verdict.remedy is not None or key in self._too_dear
        is_longer = steps_of(verdict.rule, trainer.step) >= AGAIN * verdict.tried.steps
        return is_longer or len(trainer.experiment.lanes) > 1

    def work(self, seconds: float) -> bool:
        """Tries for about so long. Whether something was found out."""
        ends = time.perf_counter() + seconds
        known = dict(self._judged)
        with np.errstate(all="ignore"), on_one_thread():
            while self._queue and time.perf_counter() < ends:
                key = next(iter(self._queue))
                judge, steps = self._queue[key]
                if next(steps, self) is self:  # it has come to its end
                    self._judged[key] = judge.verdict
                    if judge.is_too_dear:
                        self._too_dear.add(key)
                    del self._queue[key]
        return self._judged != known

    def give_up(self, *, is_dear: bool = True) -> None:
        """What has come out so far is offered: untried, where nothing has helped yet. is_dear: since it takes long."""
        for key, (judge, _) in self._queue.items():
            is_untried = judge.verdict.tried is None
            self._judged[key] = replace(judge.verdict, untried="dear") if is_dear and is_untried else judge.verdict
        self._unfinished |= self._queue.keys()
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
        if verdict is None:
            return replace(finding, remedy=None, tried=None)
        return replace(finding, remedy=verdict.remedy, tried=verdict.tried, untried=verdict.untried)


def _at_the_newest(trainer: Trainer, verdict: Finding) -> Finding:
    """Where a lane beside shows what helps: by how much it does now, as long as it does."""
    tried, lanes = verdict.tried, trainer.experiment.lanes
    others = [lane for lane, each in enumerate(lanes) if tried is not None and each.name == tried.lane]
    if tried is None or not tried.lane or len(others) != 1:
        return verdict
    outcome, own = latest(trainer, others[0]), latest(trainer, verdict.lane)
    if not outcome.helps(own):
        return verdict
    step = int(trainer.history.view().steps[-1])
    return replace(verdict, tried=replace(tried, steps=step, before=own.loss, after=outcome.loss))
