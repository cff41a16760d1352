"""Remedies are tried in spare time: nothing is offered before, and nobody waits for it."""

from __future__ import annotations

import time
from types import SimpleNamespace

import numpy as np
import pytest

from engine.data import load
from engine.diagnosis.diagnosis import told_of_lanes
from engine.experiment.edits.field_edits import edited
from engine.store.presets import load_preset
from engine.train.kept.run_state import capture, trainer_of
from engine.train.trainer import Trainer
from playground.worker import trying
from playground.worker.trying import Trying
from tests.engine.helpers import lane_bytes


@pytest.fixture
def dying() -> Trainer:
    """A run of 100 steps whose first lane's units have died."""
    experiment = edited(load_preset("dead-relu"), "steps", 100)
    trainer = Trainer(experiment, load(experiment.data))
    for step in range(0, 101, 10):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    return trainer


def told(trainer: Trainer) -> dict[str, object]:
    with np.errstate(all="ignore"):
        return {"diagnosis": tuple(told_of_lanes(trainer).values()), "signals": 1}


def test_a_remedy_is_offered_once_it_was_tried(dying: Trainer) -> None:
    worker, inside = Trying(), told(dying)
    before = [lane_bytes(dying, lane) for lane in (0, 1)]
    first = worker.with_verdicts(dying, inside)
    assert [finding.remedy for finding in first["diagnosis"]] == [None]
    while worker.is_busy:
        worker.spare()
    (finding,) = worker.with_verdicts(dying, inside)["diagnosis"]
    assert finding.remedy is not None
    assert finding.tried.after < finding.tried.before
    assert first["signals"] == 1
    assert [lane_bytes(dying, lane) for lane in (0, 1)] == before


def test_a_run_that_is_brought_back_has_the_figures_that_were_tried(dying: Trainer) -> None:
    worker, inside = Trying(), told(dying)
    worker.with_verdicts(dying, inside)
    while worker.is_busy:
        worker.spare()
    before = worker.with_verdicts(dying, inside)["diagnosis"]
    assert before[0].tried is not None
    worker.forget()
    cured = edited(dying.experiment, "optimizer.learning_rate", 0.001)
    other = Trainer(cured, dying.dataset)
    other.measure()
    worker.with_verdicts(other, inside)
    worker.forget()
    back = trainer_of(capture(dying), dying.dataset, run=7)
    assert worker.with_verdicts(back, inside)["diagnosis"] == before
    assert not worker.is_busy


def test_a_command_comes_first(dying: Trainer) -> None:
    worker, inside = Trying(), told(dying)
    worker.with_verdicts(dying, inside)
    assert not worker.rest(lambda: True)
    assert worker.is_busy


def test_what_else_the_machine_does_makes_no_remedy_untried(dying: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that stands still for a second: the same preset had a tried remedy one time, and another untried one the
    next."""
    clock = iter([0.0])
    stalled = SimpleNamespace(perf_counter=lambda: next(clock, 1.0), thread_time=time.thread_time)
    monkeypatch.setattr(trying, "AT_REST", 0.9)
    worker, inside = Trying(), told(dying)
    worker.with_verdicts(dying, inside)
    monkeypatch.setattr(trying, "time", stalled)
    assert worker.rest(lambda: False)
    (finding,) = worker.with_verdicts(dying, inside)["diagnosis"]
    assert finding.tried is not None


def test_what_takes_too_long_is_offered_untried(dying: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "AT_REST", -1.0)
    worker, inside = Trying(), told(dying)
    worker.with_verdicts(dying, inside)
    assert worker.rest(lambda: False)
    (finding,) = worker.with_verdicts(dying, inside)["diagnosis"]
    assert finding.remedy is not None
    assert str(finding.outcome) == "The remedy was not tried: that would take too long."
