"""What is said of a remedy that was taken is true of the run that it began, and of nothing else."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from engine.data import load
from engine.diagnosis.findings import Finding, Remedy, say
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.inside.taken_remedy import TakenRemedy
from tests.playground.helpers import small

FINDING = Finding("rate_too_large", 0, say("too large"), (), Remedy(say("Less"), ()))


def snapshot(experiment: Experiment, run: int, step: int, loss: float) -> Snapshot:
    found = Trainer(experiment, load(experiment.data), run=run).snapshot()
    lane = replace(found.lanes[0], test_data_loss=loss, test_accuracy=0.9 if loss < 2 else 0.1)
    return replace(found, step=step, lanes=(lane, *found.lanes[1:]))


@pytest.fixture
def experiment() -> Experiment:
    return small()


def taken(experiment: Experiment, loss: float = 2.0) -> TakenRemedy:
    return TakenRemedy(FINDING, "Less", snapshot(experiment, 1, 50, loss))


def test_it_is_told_after_as_many_steps(experiment: Experiment) -> None:
    remedy = taken(experiment)
    early = remedy.outcome(snapshot(experiment, 2, 49, 1.0), experiment, load(experiment.data))
    assert early == "Less: at step 50 it is said here what came of it."
    assert (
        remedy.outcome(snapshot(experiment, 2, 50, 1.0), experiment, load(experiment.data))
        == "Less: test loss 2 → 1 at step 50."
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (2.0, 3.0, "That is worse"),
        (2.0, math.nan, "it diverges all the same"),
        (math.inf, 0.5, "no longer diverged at step 60; test loss 0.5."),
        (math.inf, 2.4, "test loss 2.4. That is no better than guessing, which gives 2.29."),
        (9.0, 2.4, "test loss 9 → 2.4 at step 60. That is no better than guessing"),
    ],
)
def test_what_came_of_it_is_called_by_its_name(experiment: Experiment, before: float, after: float, words: str) -> None:
    remedy = taken(experiment, before)
    assert words in remedy.outcome(snapshot(experiment, 2, 60, after), experiment, load(experiment.data))


@pytest.mark.parametrize("path", ["optimizer.learning_rate", "batch_size"])
def test_after_another_edit_nothing_is_said(experiment: Experiment, path: str) -> None:
    remedy = taken(experiment)
    after: Any = snapshot(experiment, 2, 60, 1.0)
    assert remedy.outcome(after, experiment, load(experiment.data))
    other = edited(experiment, path, 7)
    assert remedy.outcome(after, other, load(other.data)) == ""
    assert remedy.outcome(snapshot(other, 3, 60, 1.0), other, load(other.data)) == "", "whatever run it is"


def test_in_the_run_before_nothing_is_said(experiment: Experiment) -> None:
    remedy = taken(experiment)
    assert remedy.outcome(snapshot(experiment, 1, 500, 1.0), experiment, load(experiment.data)) == ""
