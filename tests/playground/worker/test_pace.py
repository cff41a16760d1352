"""How far and how fast the window trains: one epoch, a speed limit, without end, until early stopping."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.shell.main_window import MainWindow
from playground.training.speed_choice import SPEEDS, SpeedChoice
from playground.worker import training_loop
from playground.worker.pace import AT_ONCE, MEASURING_SHARE, MEASURING_START, POINTS, Pace, affordable
from playground.worker.speed_limit import DEBT, Limiter
from tests.playground import conftest
from tests.playground.helpers import click, find, press_play, small, told, type_into, wait_for_step

Open = Callable[..., MainWindow]
ONE_AN_HOUR = 1 / 3600
"""Steps a second: nobody can choose it, and no machine is so busy that the next step comes while a test waits."""


@pytest.fixture
def open_window(shared_window: conftest.Open) -> Open:
    def make(experiment: Experiment) -> MainWindow:
        window = shared_window(experiment)
        window.session.run.set_speed_limit(None)
        choose_speed(window, None)
        return window

    return make


def rest(qtbot: QtBot, window: MainWindow) -> Snapshot:
    """What the window shows when it has stopped by itself."""
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert window.session.snapshot is not None
    return window.session.snapshot


def choose_speed(window: MainWindow, limit: int | None) -> SpeedChoice:
    """By the arrow keys."""
    combo = find(window, SpeedChoice, "speed_limit")
    combo.setFocus()
    while combo.limit() != limit:
        down = SPEEDS.index(limit) > combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    return combo


# --- one epoch --------------------------------------------------------------------------------------------------------


def test_epoch_trains_up_to_the_next_epoch(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small(sampling="shuffle"))  # 60 rows in batches of 16; of others, see test_run
    for end in (4, 8):
        click(qtbot, window, "button.epoch")
        wait_for_step(qtbot, window, end)
        assert rest(qtbot, window).step == end


def test_epoch_ends_at_its_boundary_wherever_it_starts(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small(sampling="shuffle"))
    click(qtbot, window, "button.step")
    wait_for_step(qtbot, window, 1)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    wait_for_step(qtbot, window, 4)
    snapshot = rest(qtbot, window)
    assert (snapshot.step, snapshot.epoch) == (4, 1.0)
    (menu,) = [entry.menu() for entry in window.menuBar().actions() if entry.text() == "&Training"]
    assert window.actions_by_name["epoch"] in menu.actions()  # type: ignore[union-attr]


# --- a speed limit ----------------------------------------------------------------------------------------------------


def test_a_limit_holds_training_back_and_shows_every_step(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_loop, "PAINT_TIMEOUT", 60)  # on a busy machine, painting may take any time
    window = open_window(small())
    assert find(window, SpeedChoice, "speed_limit").limit() is None
    choose_speed(window, 30)
    seen: list[tuple[int, int]] = []
    connection = window.session.snapshot_changed.connect(
        lambda snapshot: seen.append((snapshot.step, snapshot.evaluated_at))
    )
    started = time.perf_counter()
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 16)
    took = time.perf_counter() - started
    press_play(qtbot, window)
    window.session.snapshot_changed.disconnect(connection)
    assert took >= 15 / 30 - DEBT, "16 steps at 30 a second take half a second, less what was made up for"
    steps = sorted({step for step, _ in seen})
    assert steps[:16] == list(range(steps[0], steps[0] + 16)), "a step was not shown"


def test_pause_and_the_end_wait_for_no_step(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    window.session.run.set_speed_limit(ONE_AN_HOUR)
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 1)
    with qtbot.waitSignal(window.session.snapshot_changed, timeout=20_000):
        press_play(qtbot, window)
    assert window.session.snapshot is not None
    assert window.session.snapshot.step == 1
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 2)  # the first step after play comes at once
    assert window.close()
    assert window.is_at_rest


def test_edits_do_not_hurry_a_slow_run(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    window.panels.folds.fold("training", False)
    window.session.run.set_speed_limit(ONE_AN_HOUR)
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 1)
    for rate in ("0.1", "0.2", "0.3", "0.4"):
        with qtbot.waitSignal(window.session.snapshot_changed, timeout=20_000):
            type_into(window, "optimizer.learning_rate", rate)
    assert window.session.snapshot is not None
    assert window.session.snapshot.step == 1
    press_play(qtbot, window)


def test_the_limit_changes_while_training(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    choose_speed(window, 1)
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 1)
    choose_speed(window, None)
    wait_for_step(qtbot, window, 50)
    assert window.session.is_training
    press_play(qtbot, window)


def test_the_limit_outlives_new_panels_and_is_no_edit(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    choose_speed(window, 10)
    assert window.session.run.speed_limit == 10
    assert not window.session.undo_stack.canUndo()
    window.rebuild()  # as for another theme or language
    assert find(window.transport, SpeedChoice, "speed_limit").limit() == 10
    window.session.edit("layers.0.units", 9)  # another trainer: the limit is still there
    started = time.perf_counter()
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 4)
    assert time.perf_counter() - started >= 3 / 10 - DEBT
    press_play(qtbot, window)


def test_results_are_the_same_at_any_speed(open_window: Open, qtbot: QtBot) -> None:
    experiment = small(steps=12)
    window = open_window(experiment)
    choose_speed(window, 100)
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 12)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(12)
    trainer.measure()
    assert rest(qtbot, window).lanes == trainer.snapshot().lanes


def test_the_limiter_makes_up_for_little_and_not_for_much(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "perf_counter", lambda: now)
    limiter = Limiter()
    limiter.set_speed(100)
    limiter.restart()
    assert limiter.due() == 1
    limiter.made(1)
    assert limiter.due() == 0
    assert limiter.wait() == pytest.approx(0.01)
    now += 0.0501
    assert limiter.due() == 5
    now += 60  # the machine was asleep
    assert limiter.due() <= 11


# --- without end ------------------------------------------------------------------------------------------------------


def test_a_run_without_end_goes_on_until_it_is_given_one(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small(steps=20))
    window.panels.folds.fold("training", False)
    click(qtbot, window, "steps.endless")
    assert window.session.experiment.steps is None
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 60)
    assert window.session.is_training
    type_into(window, "steps", "40")  # it is beyond that already
    assert rest(qtbot, window).step >= 60
    window.session.undo_stack.undo()
    assert window.session.experiment.steps is None
    assert find(window, QToolButton, "steps.endless").isChecked()


# --- early stopping ---------------------------------------------------------------------------------------------------


def test_the_run_ends_when_all_lanes_have_stopped_and_says_so(open_window: Open, qtbot: QtBot) -> None:
    stopping = {"on": True, "every": 5, "patience": 2, "minimum_change": 50.0}
    window = open_window(small(steps=None, early_stopping=stopping))
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 15)
    snapshot = rest(qtbot, window)
    (lane,) = snapshot.lanes
    assert (snapshot.step, lane.stopped_at, lane.best_at) == (15, 15, 15)  # the lowest loss, by however little
    assert "15" in told(window)
    play = find(window, QToolButton, "button.play")
    assert not play.isEnabled()
    assert "Reset" in play.toolTip()
    window.session.edit("early_stopping.on", False)  # those that have stopped stay so
    assert rest(qtbot, window).step == 15
    assert not find(window, QToolButton, "button.step").isEnabled()
    click(qtbot, window, "button.reset")
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 20)
    press_play(qtbot, window)


def test_a_schedule_is_followed_live(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(small())
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 5)
    window.panels.folds.fold("training", False)
    combo = find(window, QComboBox, "schedule.kind")
    combo.setFocus()
    while combo.currentData() != "cosine":
        QTest.keyClick(combo, Qt.Key.Key_Down)
    type_into(window, "schedule.over", "30")
    wait_for_step(qtbot, window, 40)
    assert window.session.is_training
    assert window.session.snapshot is not None
    qtbot.waitUntil(lambda: window.session.snapshot.lanes[0].learning_rate == 0)  # type: ignore[union-attr]
    press_play(qtbot, window)


# --- how often it is evaluated ----------------------------------------------------------------------------------------


class Clock:
    """A machine on which steps and evaluations take what they are told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(time, "perf_counter", lambda: self.now)

    def measured(
        self, pace: Pace, steps: range, step_takes: float, looks_take: Callable[[int], float]
    ) -> tuple[list[int], float]:
        """The steps of a run that were evaluated, and how long that took together."""
        points, spent = [], 0.0
        for step in steps:
            self.now += step_takes
            if pace.measure_is_due(step):
                took = looks_take(step)
                self.now, spent = self.now + took, spent + took
                pace.measured(step, took)
                points.append(step)
        return points, spent


@pytest.mark.parametrize(
    ("step_takes", "look_takes"), [(0.003, 0.008), (0.00003, 0.0001), (0.0008, 0.0015), (0.00003, 0.004), (0.2, 0.3)]
)
def test_a_run_is_evaluated_at_equal_distances(
    monkeypatch: pytest.MonkeyPatch, step_takes: float, look_takes: float
) -> None:
    """Up to where the distance doubles, and that is seldom: no kinks, no gaps."""
    clock = Clock(monkeypatch)
    pace = Pace(0)
    points, spent = clock.measured(pace, range(1, 20_000), step_takes, lambda step: look_takes)
    assert points[:1] == [1], "the first step is measured"
    assert spent <= affordable(clock.now - 1000, look_takes)
    distances = np.diff(points)
    assert (distances[1:] / distances[:-1] <= 4).all() or look_takes > 10 * AT_ONCE
    assert (distances[1:] != distances[:-1]).mean() < 0.4
    usual = statistics.mode(distances[-20:].tolist())
    assert usual & (usual - 1) == 0
    assert all(step % usual == 0 for step in points[-10:])


def test_an_evaluation_that_the_machine_interrupts_leaves_no_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every tenth takes 0.3 s, because the machine does something else meanwhile."""
    clock, looks = Clock(monkeypatch), itertools.count(1)
    busy, _ = clock.measured(Pace(0), range(1, 5000), 0.001, lambda step: 0.3 if next(looks) % 10 == 0 else 0.002)
    alone, _ = clock.measured(Pace(0), range(1, 5000), 0.001, lambda step: 0.002)
    assert np.diff(busy).max() <= 2 * np.diff(alone).max() <= 256


def test_a_first_evaluation_that_is_interrupted_leaves_the_first_steps_dense(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the run began one took 1 ms; the first of the run takes 15."""
    clock, looks = Clock(monkeypatch), itertools.count()
    pace = Pace(0, looks_take=0.001)
    points, _ = clock.measured(pace, range(1, 40), 0.00003, lambda step: 0.001 if next(looks) else 0.015)
    assert points[:4] == [1, 2, 3, 4]
    assert np.diff(points).max() <= 8


def test_a_long_first_evaluation_is_not_spent_on_the_first_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes a second, as on many pictures and a slow computer, and a step 30 ms."""
    clock = Clock(monkeypatch)
    points, spent = clock.measured(Pace(0, looks_take=1.0), range(1, 3000), 0.03, lambda step: 1.0)
    assert 64 <= points[0] <= 256, "within 10 s there is something to see"
    assert points[1] <= 1024
    assert spent <= affordable(clock.now - 1000, 1.0)


def test_evaluations_that_take_long_draw_a_curve_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two small convolutional networks: 3000 steps of 4 ms, and 8000 pictures to evaluate, which takes 0.25 s."""
    clock = Clock(monkeypatch)
    points, spent = clock.measured(Pace(0, looks_take=0.25), range(1, 3001), 0.004, lambda step: 0.25)
    assert len(points) >= 7
    assert np.diff(points).max() <= 512
    assert spent <= 0.16 * 12 + MEASURING_START


def test_steps_that_become_slow_leave_no_hole_in_the_curve(monkeypatch: pytest.MonkeyPatch) -> None:
    """64 lanes at 200 steps a second, then at 11, as other programs take the cores."""
    clock, pace = Clock(monkeypatch), Pace(0)
    pace.stride = 1024
    pace.measured(512, 0.05)
    points, step = [], 512
    pace.stride = 1024
    while step < 2048:
        due = pace.next_measure(step)
        step += 1
        clock.now += 0.09
        if step == due and pace.measure_is_due(step):
            clock.now += 0.05
            pace.measured(step, 0.05)
            points.append(step)
    assert np.diff([512, *points]).max() <= 64


def test_evaluations_become_more_again_when_the_machine_has_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, pace = Clock(monkeypatch), Pace(0)
    clock.measured(pace, range(1, 3000), 0.001, lambda step: 0.02)
    coarse = pace.stride
    clock.measured(pace, range(3000, 30_000), 0.001, lambda step: 0.001)
    assert pace.stride < coarse / 2


def test_a_long_run_has_as_many_points_as_a_screen_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    points, _ = clock.measured(Pace(0), range(1, 100_000), 0.01, lambda step: 1e-6)
    assert points[:999] == list(range(1, 1000)), "no step of a young run is left out"
    late = [step for step in points if step > 50_000]
    assert POINTS / 4 <= len(late) <= POINTS


def test_a_run_that_is_played_in_pieces_is_evaluated_like_one_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    whole, _ = clock.measured(Pace(0), range(1, 4000), 0.001, lambda step: 0.004)
    pace, pieces = Pace(0), []
    for start in range(1, 4000, 250):
        pieces += clock.measured(pace, range(start, min(start + 250, 4000)), 0.001, lambda step: 0.004)[0]
        pace.end()
        clock.now += 60
        pace = Pace(start + 249, pace)
    assert pieces == whole


def test_when_it_is_measured_changes_nothing(open_window: Open, qtbot: QtBot) -> None:
    """Each record of the history is what a trainer without a window finds there."""
    experiment = small(steps=60)
    window = open_window(experiment)
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 60)
    history = rest(qtbot, window).history
    steps = history.steps.tolist()
    assert steps[:2] == [0, 1]
    trainer = Trainer(experiment, load(experiment.data))
    for step, record in zip(steps, history.values, strict=True):
        trainer.run(step - trainer.step)
        trainer.measure()
        np.testing.assert_array_equal(record, trainer.history.view().values[-1])


def test_a_long_run_is_evaluated_for_a_part_of_the_time() -> None:
    assert affordable(0) == AT_ONCE
    assert affordable(3600) == pytest.approx(3600 * MEASURING_SHARE + MEASURING_START)
    spent = [affordable(seconds / 10) for seconds in range(100)]
    assert all(later - earlier >= MEASURING_SHARE / 10 for earlier, later in itertools.pairwise(spent))
