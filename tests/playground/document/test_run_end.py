"""The end of a run is said, to eyes and to screen readers, and Play says what it is going to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from playground.inside.signals.view import SignalsPanel
from playground.shell import messages
from playground.shell.main_window import MainWindow
from tests.playground import conftest
from tests.playground.helpers import click, find, press_play, small, wait_for_step

Open = Callable[..., MainWindow]


@pytest.fixture
def opened(shared_window: conftest.Open) -> Open:
    def make(**changes: Any) -> MainWindow:
        return shared_window(small(**changes))

    return make


def play_out(qtbot: QtBot, window: MainWindow) -> None:
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)


def ending(window: MainWindow) -> str:
    return window.ending.text() if window.ending.isVisible() else ""


def play_button(window: MainWindow) -> QToolButton:
    return find(window, QToolButton, "button.play")


def test_the_end_is_said_and_play_says_how_far_it_goes(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []

    class Ears(QAccessible):
        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:
            said.append(event.message())

    monkeypatch.setattr(messages, "QAccessible", Ears)
    window = opened(steps=1000, layers=[{"kind": "dense", "units": 10}])
    assert ending(window) == ""
    assert play_button(window).text() == "Play"
    assert play_button(window).toolTip().startswith("Train 1,000 steps")
    width = play_button(window).width()
    play_out(qtbot, window)
    assert ending(window) == "Done: 1,000 steps"
    assert said == ["Done: 1,000 steps"]
    assert play_button(window).text() == "Continue"
    assert play_button(window).width() == width, "nothing moves"
    assert window.actions_by_name["play"].text() == "Play 1,000 more steps"
    assert play_button(window).toolTip().startswith("Train 1,000 more steps")
    window.session.edit("steps", 1010)
    qtbot.waitUntil(lambda: ending(window) == "", timeout=20_000)
    assert play_button(window).toolTip().startswith("Train 10 more steps")
    play_out(qtbot, window)
    assert ending(window) == "Done: 1,010 steps"
    click(qtbot, window, "button.reset")
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
    assert ending(window) == ""
    assert play_button(window).text() == "Play"


def test_a_pause_and_a_single_step_are_no_end(opened: Open, qtbot: QtBot) -> None:
    window = opened(steps=100_000)
    click(qtbot, window, "button.step")
    wait_for_step(qtbot, window, 1)
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert ending(window) == ""
    assert play_button(window).text() == "Play"
    assert play_button(window).toolTip().startswith("Train 99,999 more steps")
    press_play(qtbot, window)
    assert play_button(window).text() == "Pause"
    assert ending(window) == ""


def test_a_step_that_reaches_the_end_is_the_end(opened: Open, qtbot: QtBot) -> None:
    window = opened(steps=2)
    for step in (1, 2):
        click(qtbot, window, "button.step")
        wait_for_step(qtbot, window, step)
        qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert ending(window) == "Done: 2 steps"


def test_lanes_that_have_left_are_told_too(opened: Open, qtbot: QtBot) -> None:
    lanes = [{"name": "a"}, {"name": "b", "set": {"layers.*.initialization": "zeros"}}]
    stopping = {"on": True, "every": 10, "patience": 2}
    window = opened(steps=40, lanes=lanes, early_stopping=stopping)
    play_out(qtbot, window)
    assert ending(window) == "Done: 40 steps · 1 of 2 stopped early"


def test_what_cannot_play_on_does_not_promise_it(opened: Open, qtbot: QtBot) -> None:
    """Once early stopping has stopped every lane; what they have come to can be looked into all the same."""
    window = opened(steps=30_000, early_stopping={"on": True, "every": 10, "patience": 2, "minimum_change": 50.0})
    play_out(qtbot, window)
    snapshot = window.session.snapshot
    assert snapshot is not None
    assert snapshot.all_left
    assert ending(window).startswith(f"Ended at step {snapshot.step} · stopped early")
    for name in ("play", "step", "epoch"):
        assert not find(window, QToolButton, f"button.{name}").isEnabled()
    assert "Reset starts them again" in play_button(window).toolTip()
    window.inside.choose("signals")
    signals = window.inside.views["signals"]
    assert isinstance(signals, SignalsPanel)
    qtbot.waitUntil(lambda: len(signals.strips.strips) > 0, timeout=20_000)
    click(qtbot, window, "button.reset")
    qtbot.waitUntil(lambda: play_button(window).isEnabled(), timeout=20_000)
    assert play_button(window).toolTip().startswith("Train 30,000 steps")


def test_the_end_stays_said_whatever_is_looked_at(opened: Open, qtbot: QtBot) -> None:
    window = opened(steps=20)
    play_out(qtbot, window)
    with qtbot.waitSignal(window.session.snapshot_changed, timeout=20_000):
        window.inside.choose("weights")
    assert ending(window) == "Done: 20 steps"
    window.rebuild()
    assert ending(window) == "Done: 20 steps"
    play_out(qtbot, window)
    assert ending(window) == "Done: 40 steps", "as many again"
