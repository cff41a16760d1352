"""What is said of a remedy that was taken is true of the run that it began, and of nothing else."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.diagnosis.findings import Finding, Remedy, say
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.train.history.history import MEASURES, HistoryView
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.inside.taken_remedy import TakenRemedy
from tests.playground.helpers import small

FINDING = Finding("rate_too_large", 0, say("too large"), (), Remedy(say("Less"), ()))


def snapshot(experiment: Experiment, run: int, step: int, loss: float) -> Snapshot:
    found = Trainer(experiment, load(experiment.data), run=run).snapshot()
    lane = replace(found.lanes[0], test_data_loss=loss, test_accuracy=0.9 if loss < 2 else 0.1)
    return replace(found, step=step, lanes=(lane, *found.lanes[1:]))


def with_history(made: Snapshot, losses: dict[int, float]) -> Snapshot:
    """losses: the lane's test loss by step."""
    values = np.full((len(losses), len(MEASURES), len(made.lanes)), 0.9, np.float32)
    values[:, MEASURES.index("test_data_loss"), 0] = list(losses.values())
    return replace(made, history=HistoryView(np.array(list(losses)), values))


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
        (math.inf, 0.5, "no longer diverged at step 50; test loss 0.5."),
        (math.inf, 2.4, "test loss 2.4. That is no better than guessing, which gives 2.36."),
        (math.inf, 2.3, "test loss 2.3. That is hardly better than guessing, which gives 2.36."),
        (9.0, 2.4, "test loss 9 → 2.4 at step 50. That is no better than guessing"),
    ],
)
def test_what_came_of_it_is_called_by_its_name(experiment: Experiment, before: float, after: float, words: str) -> None:
    remedy = taken(experiment, before)
    assert words in remedy.outcome(snapshot(experiment, 2, 50, after), experiment, load(experiment.data))


@pytest.mark.parametrize(
    ("step", "after", "words"),
    [
        # At step 375 the run before, 2.3 at 350 and 2.2 at 400, stood at 2.25; what it came to later does not count.
        (375, {0: 2.4, 375: 2.28}, "Less: test loss 2.25 → 2.28 at step 375."),
        (375, {0: 2.4, 375: 1.0}, "Less: test loss 2.25 → 1 at step 375."),
        (375, {0: 2.4, 375: 3.0}, "test loss 2.25 → 3 at step 375. That is worse"),
        (2000, {0: 2.4, 2000: 1.1}, "Less: test loss 1.14 → 1.1 at step 2,000."),
        # Farther than the run before came: both at its end.
        (4000, {0: 2.4, 2000: 1.3, 4000: 0.2}, "test loss 1.14 → 1.3 at step 2,000. That is worse"),
    ],
)
def test_both_runs_are_compared_at_the_same_step(
    experiment: Experiment, step: int, after: dict[int, float], words: str
) -> None:
    before = with_history(snapshot(experiment, 1, 2000, 1.14), {0: 2.4, 350: 2.3, 400: 2.2, 2000: 1.14})
    now = with_history(snapshot(experiment, 2, step, after[step]), after)
    said = TakenRemedy(FINDING, "Less", before).outcome(now, experiment, load(experiment.data))
    assert words in said
    assert ("worse" in said) == ("worse" in words)


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


def test_undo_and_redo_keep_what_came_of_it(experiment: Experiment) -> None:
    """They bring back each run as it was left, under a number of its own."""
    other = edited(experiment, "optimizer.learning_rate", 0.02)
    remedy = TakenRemedy(FINDING, "Less", snapshot(experiment, 1, 50, 2.0), None, experiment)
    rows = load(experiment.data)
    said = remedy.outcome(snapshot(other, 2, 50, 1.0), other, rows)
    assert "test loss 2 → 1" in said
    assert remedy.outcome(snapshot(experiment, 3, 50, 2.0), experiment, rows) == "", "undo"
    assert remedy.outcome(snapshot(other, 4, 50, 1.0), other, rows) == said, "redo"
    assert remedy.outcome(snapshot(other, 4, 70, 1.0), other, rows)
    assert remedy.outcome(snapshot(other, 5, 0, 2.3), other, rows) == "", "Reset"


def test_of_a_remedy_that_only_starts_again_the_run_before_is_none_of_it(experiment: Experiment) -> None:
    remedy = TakenRemedy(FINDING, "Again", snapshot(experiment, 1, 50, 2.0), None, experiment)
    rows = load(experiment.data)
    assert remedy.outcome(snapshot(experiment, 2, 50, 1.0), experiment, rows)
    assert remedy.outcome(snapshot(experiment, 3, 50, 2.0), experiment, rows) == "", "undo"


def test_losses_in_another_unit_are_not_set_beside_each_other() -> None:
    """A robust label has another scale, and so has each loss of it."""
    wavy = {"source": "sine", "task": "numbers", "train": 40, "test": 20}
    layers = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 1}]
    before = small(data=wavy, layers=layers, loss="huber")
    after = edited(before, "data.robust_label", True)
    remedy = TakenRemedy(FINDING, "Robust", snapshot(before, 1, 50, 2.0), load(before.data))
    said = remedy.outcome(snapshot(after, 2, 50, 1.0), after, load(after.data))
    assert said == "Robust: rows, or the scale of the label, are others now, so that losses cannot be compared."
    early = TakenRemedy(FINDING, "Robust", snapshot(before, 1, 50, 2.0), load(before.data))
    assert early.outcome(snapshot(after, 2, 0, 2.0), after, load(after.data)) == said, "nobody is told to wait for more"
    same = TakenRemedy(FINDING, "Less", snapshot(before, 1, 50, 2.0), load(before.data))
    assert "test loss 2 → 1" in same.outcome(snapshot(before, 2, 50, 1.0), before, load(before.data))
