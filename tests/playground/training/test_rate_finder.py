"""The finder is opened by a click, reads off, and what it proposes becomes an edit."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.edits.field_edits import edited
from playground.training.panel import TrainingPanel
from playground.training.rate_finder import search
from playground.training.rate_finder.window import RateFinder
from playground.ui import side_threads
from tests.playground.helpers import small


@pytest.fixture
def panel(qtbot: QtBot) -> TrainingPanel:
    panel = TrainingPanel()
    qtbot.addWidget(panel)
    panel.resize(360, 500)
    experiment = small(data={"source": "gauss", "train": 60, "test": 40}, layers=[{"kind": "dense", "units": 2}])
    panel.show_experiment(experiment)
    panel.show_dataset(load(experiment.data))
    panel.show()
    return panel


def opened(panel: TrainingPanel, qtbot: QtBot) -> RateFinder:
    button = panel.findChild(QToolButton, "action.find_rate")
    assert isinstance(button, QToolButton)
    button.click()
    finder = panel.findChild(RateFinder)
    assert isinstance(finder, RateFinder)
    return finder


def test_it_searches_and_what_it_finds_is_an_edit(panel: TrainingPanel, qtbot: QtBot) -> None:
    finder = opened(panel, qtbot)
    assert not finder.use.isEnabled()
    qtbot.waitUntil(lambda: finder.curve is not None, timeout=30_000)
    curve = finder.curve
    assert curve is not None
    assert curve.proposal is not None
    assert finder.verdict.text().startswith("Sound: ")
    assert not finder.grab().toImage().isNull()
    with qtbot.waitSignal(panel.edited) as edit:
        finder.use.click()
    assert edit.args == ["optimizer.learning_rate", curve.proposal]
    finder.plot.setFocus()
    QTest.keyClick(finder.plot, Qt.Key.Key_End)
    assert finder.plot.accessibleDescription().startswith("Learning rate 10, ")
    finder.close()
    qtbot.waitUntil(lambda: panel._finder is None)


def test_it_is_opened_once_and_closed_in_the_middle_of_a_search(panel: TrainingPanel, qtbot: QtBot) -> None:
    finder = opened(panel, qtbot)
    assert opened(panel, qtbot) is finder
    finder.close()
    qtbot.waitUntil(lambda: panel._finder is None and side_threads.have_ended())
    again = opened(panel, qtbot)
    QTest.keyClick(again, Qt.Key.Key_Escape)
    qtbot.waitUntil(side_threads.have_ended)


def test_another_search_takes_the_settings_of_now(panel: TrainingPanel, qtbot: QtBot) -> None:
    finder = opened(panel, qtbot)
    assert panel._experiment is not None
    panel.show_experiment(edited(panel._experiment, "layers.0.initialization", "zeros"))
    finder.again.click()
    qtbot.waitUntil(lambda: finder.curve is not None, timeout=30_000)
    assert finder.curve is not None
    assert finder.curve.start.std() == 0, "all seeds begin with the same zeros"
    finder.close()
    qtbot.waitUntil(side_threads.have_ended)


def test_closing_it_waits_for_no_long_evaluation(
    panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, is_there = threading.Event(), threading.Event()

    def find_rates(*_: object, **__: object) -> None:
        is_there.set()
        may_end.wait(20)

    monkeypatch.setattr(search, "find_rates", find_rates)
    finder = opened(panel, qtbot)
    assert is_there.wait(20)
    finder.close()
    assert not side_threads.have_ended()  # it is held, and the window has gone
    may_end.set()
    qtbot.waitUntil(side_threads.have_ended)
