"""The line above the lanes: what it says, when it changes, and the button that adds seeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from engine.verdict.settings import settings_of
from engine.verdict.verdict import Verdict, judged
from playground.shell.app import create_window
from playground.ui.text import i18n
from tests.playground.helpers import find, small
from tests.playground.lane_desk import Desk, lane, snapshot

TWO = [{"name": "a"}, {"name": "b", "set": {"layers.*.l2": 0.1}}]
Open = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment | None = None) -> Desk:
        return Desk(qtbot, experiment or small(lanes=TWO))

    return make


def verdict(experiment: Experiment, *right: int, step: int = 1) -> Verdict:
    """Of lanes that have so many of 300 rows right."""
    scores = np.array([np.arange(300) < count for count in right], float)
    names = [each.name for each in experiment.lanes]
    settings = settings_of(experiment)
    return judged(settings, scores, names, step=step, of_validation=False, task="classes")


def told(experiment: Experiment, *right: int, step: int = 1, **more: bool) -> Snapshot:
    found = snapshot(*[lane(0.5, count / 300) for count in right])
    inside = {"verdict": verdict(experiment, *right, step=step)}
    return replace(found, step=step, evaluated_at=step, inside=inside, **more)


def test_it_says_what_there_is_to_say_and_offers_seeds(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    line = d.panel.verdict
    assert line.isVisible()
    assert not line.button.isVisible()
    d.panel.show_snapshot(told(d.experiment, 200, 201, has_ended=True))
    assert line.text.text() == "b is ahead of a by one row in 300: within noise. 5 more seeds would tell more."
    assert "300 test rows" in line.text.toolTip()
    button = find(d.panel, QToolButton, "action.more_seeds")
    assert button.text() == button.accessibleName() == "Add 5 seeds"
    qtbot.waitUntil(lambda: line._settling.is_over)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert d.asked == [("more seeds", 5)]
    assert len(d.experiment.lanes) == 12


def test_while_it_trains_it_says_so_and_does_not_jump(desk: Open) -> None:
    d = desk()
    text = d.panel.verdict.text.text
    d.panel.show_snapshot(told(d.experiment, 203, 200, step=1))
    assert text().startswith("At step 1: a is ahead of b by 3 rows")
    d.panel.show_snapshot(told(d.experiment, 204, 200, step=2))
    assert text().startswith("At step 2: a is ahead of b by 4 rows"), "numbers are the newest"
    d.panel.show_snapshot(told(d.experiment, 200, 203, step=3))
    assert text().startswith("At step 2: a is ahead"), "who leads has to stay before it is said"
    d.panel.show_snapshot(told(d.experiment, 200, 203, step=3, is_finished=True))
    assert text().startswith("b is ahead of a by 3 rows")


def test_what_was_found_long_before_the_figures_of_the_table_is_not_said(desk: Open) -> None:
    d = desk()
    d.panel.show_snapshot(told(d.experiment, 60, 32, step=1))
    d.panel.show_snapshot(replace(told(d.experiment, 60, 32, step=1), step=180, evaluated_at=179))
    assert "is said here" in d.panel.verdict.text.text()
    d.panel.show_snapshot(replace(told(d.experiment, 32, 60, step=178), step=180, evaluated_at=179))
    assert d.panel.verdict.text.text().startswith("At step 178: b, 20.0%, is ahead of a")


def test_at_a_pause_it_speaks_of_that_very_step(desk: Open) -> None:
    d = desk()
    d.panel.show_snapshot(told(d.experiment, 203, 200, step=1))
    d.panel.show_snapshot(told(d.experiment, 200, 203, step=1_500, stands_still=True))
    assert d.panel.verdict.text.text().startswith("So far: b is ahead of a by 3 rows")


def test_one_lane_has_no_line(desk: Open) -> None:
    d = desk(small())
    assert d.panel.findChild(QWidget, "lanes.verdict") is None
    d.add()
    assert d.panel.verdict.isVisible()
    d.remove(1)
    assert not d.panel.verdict.isVisible()


def test_another_run_forgets_what_was_said(desk: Open) -> None:
    d = desk()
    d.panel.show_snapshot(told(d.experiment, 200, 250, has_ended=True))
    d.panel.show_snapshot(None)
    assert "is said here" in d.panel.verdict.text.text()
    assert not d.panel.verdict.button.isVisible()


def test_it_speaks_korean(desk: Open) -> None:
    i18n.set_language("ko")
    try:
        d = desk()
        d.panel.show_snapshot(told(d.experiment, 200, 250, has_ended=True))
        d.panel.verdict.grab()
    finally:
        i18n.set_language("en")


def test_in_the_window_seeds_are_added_as_lanes_and_undone(qtbot: QtBot) -> None:
    window = create_window(small(lanes=TWO))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
    window.session.run.play(10)
    line = window.lanes.verdict
    qtbot.waitUntil(lambda: not window.session.is_training and line.button.isVisible(), timeout=20_000)
    snapshot = window.session.snapshot
    assert snapshot is not None
    means = {each.name: each.mean for each in snapshot.inside["verdict"].standings}
    assert means == pytest.approx({each.name: each.test_accuracy for each in snapshot.lanes})
    qtbot.waitUntil(lambda: line._settling.is_over)
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert len(window.session.experiment.lanes) == 12
    assert window.session.experiment.lanes[:2] == small(lanes=TWO).lanes
    window.session.undo_stack.undo()
    assert len(window.session.experiment.lanes) == 2


def test_weights_that_were_not_trained_get_no_verdict(desk: Open) -> None:
    d = desk()
    line = d.panel.verdict
    d.panel.show_snapshot(told(d.experiment, 250, 200, step=0))
    assert line.text.text() == "Which setting is best is said here once training has begun."
    assert line.text.toolTip() == ""
    assert not line.button.isVisible()
    d.panel.show_snapshot(told(d.experiment, 250, 200, step=1))
    assert line.text.text().startswith("At step 1: a, 83.3%, is ahead of b by 50 rows")


def test_in_a_narrow_panel_it_says_less_and_its_tooltip_all(desk: Open) -> None:
    d = desk()
    line = d.panel.verdict
    d.panel.show_snapshot(told(d.experiment, 200, 201, has_ended=True))
    whole = line.text.whole()
    assert whole.endswith("5 more seeds would tell more.")
    room = line.text.fontMetrics().horizontalAdvance(whole)
    line.text.resize(room + 4, 20)
    assert line.text.text() == whole
    line.text.resize(room - 40, 20)
    assert line.text.text() == "b is ahead of a by one row in 300: within noise.", "the button says the rest"
    assert line.text.shown_text() == line.text.text()
    assert whole in line.text.toolTip()
    assert line.text.accessibleName() == whole


def test_of_folds_it_says_why_there_is_none(desk: Open) -> None:
    folds = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in (1, 2)]
    data = {"source": "digits", "train": 60, "test": 40, "folds": 2}
    d = desk(small(lanes=folds, data=data))
    assert d.panel.verdict.text.text().startswith("Each fold is judged by the rows that it leaves out")
    d.panel.show_experiment(small(lanes=TWO))
    assert d.panel.verdict.text.text().startswith("Which setting is best")
