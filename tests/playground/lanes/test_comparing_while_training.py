"""Every comparison, clicked in the window while it trains: the new lanes train, and undo brings the run back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from engine.experiment.comparisons.registry import COMPARISONS
from playground.lanes.compare.chips import FRONT
from playground.shell.main_window import MainWindow
from tests.conftest import BY_NIGHT
from tests.playground.conftest import Open
from tests.playground.helpers import click, find, press_play, small, wait_for_step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, off the screen


@pytest.fixture
def training(qtbot: QtBot, shared_window: Open) -> MainWindow:
    """It has come some steps, and goes on."""
    window = shared_window(small())
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 5)
    return window


def goes_on(qtbot: QtBot, window: MainWindow, lanes: Callable[[int], bool], ask: Callable[[], None]) -> None:
    """Other lanes train from their first step on, and undo brings the run of before back, at the step it had."""
    session = window.session
    assert session.snapshot is not None
    before, run, reached = session.experiment, session.snapshot.run, session.snapshot.step
    ask()
    assert session.experiment != before
    count = len(session.experiment.lanes)
    assert lanes(count)

    def trains() -> bool:
        snapshot = session.snapshot
        return snapshot is not None and snapshot.run != run and len(snapshot.lanes) == count and snapshot.step >= 2

    qtbot.waitUntil(trains, timeout=30_000)
    session.undo_stack.undo()
    assert session.experiment == before

    def is_back() -> bool:
        snapshot = session.snapshot
        return snapshot is not None and len(snapshot.lanes) == len(before.lanes) and snapshot.step >= reached

    qtbot.waitUntil(is_back, timeout=30_000)


@pytest.mark.nightly
def test_each_comparison_of_the_list(training: MainWindow, qtbot: QtBot) -> None:
    """By day every tenth of them."""
    for name in [*COMPARISONS][:: 1 if BY_NIGHT else 10]:

        def ask(name: str = name) -> None:
            click(qtbot, training, "action.compare_more")
            click(qtbot, training, f"compare.{name}")

        goes_on(qtbot, training, lambda count: count >= 2, ask)


@pytest.mark.nightly
def test_each_chip_and_comparisons_of_ones_own(training: MainWindow, qtbot: QtBot) -> None:
    """By day one chip: they are alike, and every comparison is made in the tests of its own."""
    for name in FRONT if BY_NIGHT else FRONT[1:2]:
        goes_on(qtbot, training, lambda count: count >= 2, partial(click, qtbot, training, f"action.compare_{name}"))
    click(qtbot, training, "action.compare_custom")
    values = find(training, QLineEdit, "grid.x.values")
    values.selectAll()
    qtbot.keyClicks(values, "0, 0.1")
    goes_on(qtbot, training, lambda count: count == 10, partial(click, qtbot, training, "action.make_grid"))
    click(qtbot, training, "grid.way.random")
    find(training, QSpinBox, "grid.count").setValue(3)
    goes_on(qtbot, training, lambda count: count == 3, partial(click, qtbot, training, "action.make_grid"))
