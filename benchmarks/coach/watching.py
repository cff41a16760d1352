"""Trains a recipe as the window does, looks at it at intervals, and tries the remedies that are offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from benchmarks.coach.recipe import Recipe, rows
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import told_of_lanes
from engine.diagnosis.findings import Finding
from engine.diagnosis.trial.trials import Trials
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import isolate_lane
from engine.nn.layers.parts.products import on_one_thread
from engine.train.snapshot import LaneSnapshot
from engine.train.trainer import Trainer

LOOKS: Final = 20
"""In the course of a run, besides those at steps 0 and 1."""

Effect = Literal["helps", "nothing", "harms", "diverges"]
EFFECTS: Final[tuple[Effect, ...]] = ("helps", "nothing", "harms", "diverges")


@dataclass
class Watched:
    """One lane of a recipe: what was told at each look, {step: the finding or None}, and how it ended."""

    recipe: Recipe
    lane: int
    told: dict[int, Finding | None] = field(default_factory=dict)
    judged: Finding | None = None
    """The last, after the trials."""
    end: LaneSnapshot | None = None

    @property
    def last(self) -> Finding | None:
        return list(self.told.values())[-1]

    @property
    def rules(self) -> list[str]:
        return [finding.rule for finding in self.told.values() if finding is not None]

    @property
    def learned_little(self) -> bool:
        """Less than half of the way from guessing to knowing, on the training rows."""
        assert self.end is not None
        labels = rows(self.recipe.experiment.data).train_y
        chance = np.bincount(labels).max() / len(labels) if labels.dtype.kind == "i" else 0.0
        return not self.end.train_accuracy > chance + 0.5 * (1 - chance)


def watched(recipe: Recipe) -> list[Watched]:
    """All lanes of it."""
    lanes = [Watched(recipe, lane) for lane in range(len(recipe.experiment.lanes))]
    with np.errstate(all="ignore"), on_one_thread():
        trainer = Trainer(recipe.experiment, rows(recipe.experiment.data))
        for step in sorted({0, 1, *(recipe.steps * look // LOOKS for look in range(1, LOOKS + 1))}):
            trainer.run(step - trainer.step, record=True)
            trainer.measure()
            if step == recipe.steps:
                trainer.end()
            told = told_of_lanes(trainer)
            for lane in lanes:
                lane.told[step] = told.get(lane.lane)
        if recipe.causes:
            trials = Trials(rows)
            last = tuple(told.values())
            trials.follow(trainer, last)
            trials.settle()
            for finding in trials.judged(last):
                lanes[finding.lane].judged = finding
        for lane in lanes:
            lane.end = trainer.snapshot().lanes[lane.lane]
    return lanes


def effect_of(run: Watched, finding: Finding) -> Effect | None:
    """What the remedy does where the lane begins anew with it and makes as many steps. None where there is none."""
    if finding.remedy is None:
        return None
    assert run.end is not None
    better = _end(isolate_lane(cured(run.recipe.experiment, finding.remedy), run.lane), run.recipe.steps)
    if better.diverged_at is not None or not np.isfinite(better.test_data_loss):
        return "diverges"
    loss, gain = better.test_data_loss / run.end.test_data_loss, better.test_accuracy - run.end.test_accuracy
    if not np.isfinite(run.end.test_data_loss) or loss <= 0.9 or gain >= 0.02:
        return "helps"
    return "harms" if loss >= 1.1 or gain <= -0.02 else "nothing"


def _end(experiment: Experiment, steps: int) -> LaneSnapshot:
    with np.errstate(all="ignore"), on_one_thread():
        trainer = Trainer(experiment, rows(experiment.data))
        trainer.measure()
        trainer.run(steps)
        trainer.end()
        return trainer.snapshot().lanes[0]


def remedies(runs: list[Watched]) -> Iterator[tuple[Watched, Finding, Effect]]:
    """The remedy that each run is offered at its last look, after its trials, and what it does in all of its steps."""
    for run in runs:
        if run.judged is not None and (effect := effect_of(run, run.judged)) is not None:
            yield run, run.judged, effect
