"""A run that ends shows its best, where early stopping is asked to restore it, and plays on as if it had not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.store.model_files import load_model
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.export.lane_sheet import tab_separated
from playground.lanes.table.figures.lane_figures import explanation, status
from playground.shell.main_window import MainWindow
from playground.ui.text.numbers import loss
from tests.playground.conftest import Open
from tests.playground.helpers import small, told

STEPS = 120


def overfitting() -> Experiment:
    """Its test loss is lowest long before its end, and early stopping waits too long to see it."""
    return small(
        data={"source": "digits", "train": 60, "test": 100, "label_noise": 0.3},
        layers=[{"kind": "dense", "units": 32}, {"kind": "activation"}, {"kind": "dense", "units": 10}],
        optimizer={"kind": "sgd", "learning_rate": 0.3},
        early_stopping={"on": True, "every": 10, "patience": 1000},
        steps=STEPS,
    )


def at_step(experiment: Experiment, step: int) -> Trainer:
    trainer = Trainer(edited(experiment, "early_stopping.on", False), load(experiment.data))
    trainer.run(step)
    return trainer


def play(qtbot: QtBot, window: MainWindow, steps: int | None = None) -> Snapshot:
    window.session.run.play(steps)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert window.session.snapshot is not None
    return window.session.snapshot


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(overfitting())


def test_the_window_shows_and_saves_the_best_and_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (lane,) = play(qtbot, window).lanes
    best = lane.restored_from
    assert best is not None
    assert 0 < best < STEPS
    there = at_step(overfitting(), best).snapshot().lanes[0]
    figures = window.lanes.table.rows.model_of_lanes.figures[0]
    assert figures.texts[4] == loss(there.test_data_loss)
    assert status(figures) == f"best of step {best}"
    assert f"those of step {best}" in explanation(figures)
    window.lanes.grab()
    assert f"that of step {best}" in told(window)
    assert f"Play goes on from {STEPS}" in told(window)
    assert f"best of step {best}" in tab_separated(window.session.experiment, window.session.snapshot)
    assert [(note.step, note.text) for note in window.curves.loss.notes] == [
        (best, f"the best, shown again: step {best}")
    ]
    with qtbot.waitSignal(window.session.run.model_saved, timeout=20_000):
        window.session.run.save_model(tmp_path / "model.npz")
    saved, wanted = load_model(tmp_path / "model.npz").lanes[0], at_step(overfitting(), best).lane_parameters(0)
    for mine, its in zip(saved, wanted, strict=True):
        assert {name: values.tobytes() for name, values in mine.items()} == {n: v.tobytes() for n, v in its.items()}


def test_a_lane_that_stops_says_where_and_which_weights_it_has(shared_window: Open, qtbot: QtBot) -> None:
    """In the status line, the message, the table, the mark on the curve; the curve ends as training did, and its ring
    lies on the step whose weights are shown."""
    experiment = edited(edited(overfitting(), "early_stopping.patience", 5), "steps", 3000)
    window = shared_window(experiment)
    (lane,) = play(qtbot, window).lanes
    stop, best = lane.stopped_at, lane.restored_from
    assert stop is not None
    assert best is not None
    assert best < stop
    assert f"weights of step {best:,}" in window.ending.text()
    assert f"that of step {best:,}" in told(window)
    assert (
        status(window.lanes.table.rows.model_of_lanes.figures[0])
        == f"stopped at step {stop:,}, weights of step {best:,}"
    )
    (mark,) = window.curves.loss.notes
    assert (mark.step, mark.text) == (stop, f"{lane.name} stopped at step {stop:,}; weights of step {best:,}")
    rings = window.curves.loss.lines
    assert rings is not None
    assert rings.best is not None
    there, end = (at_step(experiment, step).snapshot().lanes[0].test_data_loss for step in (best, stop))
    assert (rings.best[0][0], rings.best[1][0]) == (best, lane.test_data_loss) == (best, there)
    steps, losses = window.curves.drawn(0, "test_data_loss")
    assert (steps[-1], losses[-1]) == (stop, pytest.approx(end, rel=1e-6))


def test_playing_on_is_an_unbroken_run(window: MainWindow, qtbot: QtBot) -> None:
    first = play(qtbot, window)
    assert first.lanes[0].restored_from is not None
    second = play(qtbot, window)  # as many again
    assert second.step == 2 * STEPS
    assert f"Play goes on from {2 * STEPS}" in told(window)
    unbroken = Trainer(edited(overfitting(), "steps", 2 * STEPS), load(overfitting().data))
    unbroken.run(2 * STEPS)
    unbroken.end()
    assert second.lanes == unbroken.snapshot().lanes
    window.session.run.play(1)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert window.session.snapshot is not None
    assert window.session.snapshot.lanes[0].restored_from is None
    assert told(window) == "", "what is shown now is no longer the best"
    unbroken.run(1)
    unbroken.measure()
    assert window.session.snapshot.lanes == unbroken.snapshot().lanes


def test_a_pause_is_no_end_but_the_planned_number_of_steps_is(window: MainWindow, qtbot: QtBot) -> None:
    (lane,) = play(qtbot, window, STEPS - 1).lanes
    assert lane.restored_from is None
    assert told(window) == ""
    window.session.run.step()
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert window.session.snapshot is not None
    assert window.session.snapshot.lanes[0].restored_from is not None


def test_a_branch_is_called_after_the_step_whose_weights_it_has(window: MainWindow, qtbot: QtBot) -> None:
    (lane,) = play(qtbot, window).lanes
    window.session.branches.branch(0)
    qtbot.waitUntil(lambda: window.session.snapshot is not None and len(window.session.snapshot.lanes) == 2)
    assert window.session.snapshot is not None
    assert window.session.snapshot.lanes[0] == lane
    branch = window.session.snapshot.lanes[1]
    assert branch.name == f"{lane.name} from step {lane.restored_from}"
    assert branch.test_data_loss == lane.test_data_loss
