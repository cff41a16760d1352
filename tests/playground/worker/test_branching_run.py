"""A branch with another network, made while the run trains: what it begins with, and what it does to the others."""

from __future__ import annotations

import numpy as np
import pytest

from engine.experiment.lanes.lane_edits import branch_lane
from playground.worker.commands import Branch, LookBack, Pause, Play, Unbranch
from tests.playground.worker.test_run import desk, engine, figures


@pytest.mark.parametrize("settings", [{"layers.0.units": 12}, {"layers.1.on": False}])
def test_it_comes_while_the_run_trains_and_the_others_never_feel_it(settings: dict[str, object]) -> None:
    run = desk()
    two = branch_lane(run.experiment, 0, "other", settings)
    run.do_until_step(30, Branch(2, two, lane=0, step=None, serial=1, noise=0.01), Pause())
    began = run.window.shown[-1]
    assert (began.run, len(began.lanes)) == (2, 2)
    ((number, name, moved),) = run.branched
    assert (number, name) == (2, "other")
    assert 0 < moved < 0.05 or "layers.1.on" in settings
    assert np.isfinite(began.lanes[1].train_loss), "what it begins with is known at once"
    there = began.history.steps[-1]
    assert there == began.step
    assert np.isfinite(began.history.measure("train_data_loss")[-1, 1])
    shown = run.do(Play(2, steps=20))
    alone = engine(run.experiment, run.dataset, shown.step).snapshot().lanes[0]
    assert figures(shown.lanes[0]) == figures(alone) != figures(shown.lanes[1])
    run.do(Unbranch(3, run.experiment))
    (left,) = run.do(Play(3, steps=5)).lanes
    assert figures(left) == figures(engine(run.experiment, run.dataset, shown.step + 5).snapshot().lanes[0])


def test_grown_without_noise_its_curve_begins_on_that_of_its_lane() -> None:
    run = desk()
    run.do(Play(1, steps=30))
    two = branch_lane(run.experiment, 0, "wide", {"layers.0.units": 12})
    old, new = run.do(Branch(2, two, lane=0, step=None, serial=1)).lanes
    assert figures(new) == pytest.approx(figures(old), rel=1e-4)
    assert run.branched[0][2] < 1e-6


def test_from_an_earlier_step_its_curve_forks_there() -> None:
    run = desk()
    run.do(Play(1, steps=40))
    kept = run.window.shown[-1].kept_steps
    step = kept[len(kept) // 2]
    run.do(LookBack(step))
    two = branch_lane(run.experiment, 0, "wide", {"layers.0.units": 12})
    run.do(Branch(2, two, lane=0, step=step, serial=1))
    history = run.window.shown[-1].history
    losses = history.measure("train_data_loss")
    at = list(history.steps).index(step)
    assert losses[at, 1] == pytest.approx(losses[at, 0], rel=1e-4)
    assert np.isnan(losses[:at, 1]).all()
