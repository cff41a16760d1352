"""The finder is opened by a click, reads off, and what it proposes becomes an edit."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import edit_all_lanes, edit_lane
from engine.finder.rates import RateCurve
from playground.training.panel import TrainingPanel
from playground.training.rate_finder import search
from playground.training.rate_finder.uses import RateUses, rates_of
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
    assert not finder.uses.in_all.isEnabled()
    qtbot.waitUntil(lambda: finder.curve is not None, timeout=30_000)
    curve = finder.curve
    assert curve is not None
    assert curve.proposal is not None
    assert finder.verdict.text().startswith("Sound: ")
    assert not finder.grab().toImage().isNull()
    assert finder.uses.in_lane.isHidden(), "there is one lane"
    with qtbot.waitSignal(panel.edited_everywhere) as edit:
        finder.uses.in_all.click()
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


LANES = [
    {"name": "plain", "set": {}},
    {"name": "wild", "set": {"optimizer.learning_rate": 3.0, "optimizer.kind": "adam"}},
]


def test_a_rate_is_used_in_the_lane_that_is_meant_or_in_all_and_it_is_said_where(
    panel: TrainingPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the document does, an edit comes back as an experiment."""
    curve = RateCurve(np.geomspace(1e-3, 10, 5), np.array([[0.6, 0.4, 0.2, 0.5, np.nan]]), np.array([0.7]), 200)
    monkeypatch.setattr(search, "find_rates", lambda *_, **__: curve)
    assert panel._experiment is not None

    def shown() -> Experiment:
        assert panel._experiment is not None
        return panel._experiment

    panel.show_experiment(edited(panel._experiment, "lanes", LANES))
    panel.edited.connect(
        lambda path, value: panel.show_experiment(
            edit_lane(shown(), FieldPath.parse(path).lane or 0, "optimizer.learning_rate", value)
        )
    )
    panel.edited_everywhere.connect(lambda path, value: panel.show_experiment(edit_all_lanes(shown(), path, value)))
    panel.set_focus(1)
    finder = opened(panel, qtbot)
    qtbot.waitUntil(lambda: finder.curve is not None)
    assert "of wild from" in finder.lesson.text(), "the lane that is selected"
    assert finder.uses.in_lane.text() == "Use 0.1 in wild"
    finder.uses.in_lane.click()
    assert rates_of(shown()) == [0.01, 0.1]
    assert finder.verdict.text().endswith("Learning rate of wild: 3 → 0.1.")
    panel.show_experiment(edited(shown(), "lanes", LANES))
    assert "Learning rate of" not in finder.verdict.text(), "it was undone"
    finder.uses.in_lane.click()
    assert finder.uses.in_all.text() == "Use 0.1 in all lanes"
    finder.uses.in_all.click()
    assert rates_of(shown()) == [0.1, 0.1]
    assert "optimizer.learning_rate" not in shown().lanes[1].set
    assert finder.verdict.text().endswith("Learning rate of plain: 0.01 → 0.1.")
    finder.uses.in_all.click()
    assert finder.verdict.text().endswith("Nothing has changed: it was the learning rate already.")
    finder.close()
    qtbot.waitUntil(side_threads.have_ended)


def test_lanes_that_differ_in_their_rate_alone_are_not_made_the_same(qtbot: QtBot) -> None:
    lanes = [{"name": f"η {rate}", "set": {"optimizer.learning_rate": rate}} for rate in (0.1, 1.0)]
    uses = RateUses()
    qtbot.addWidget(uses)
    uses.show_rate(0.03, 0, small(lanes=lanes))
    assert uses.in_lane.isEnabled()
    assert not uses.in_all.isEnabled()
    assert "would be the same" in uses.in_all.toolTip()
