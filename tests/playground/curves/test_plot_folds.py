"""Both plots where there is room for both, else one that is high enough, and its title opens the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import parse
from playground.curves.panel import CurvesPanel
from playground.curves.plot_folds import BOTH
from tests.engine.helpers import dense
from tests.playground.helpers import find


def panel_of(qtbot: QtBot, height: int) -> CurvesPanel:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.show_experiment(parse({"data": {"source": "spiral"}, "layers": [dense(2)]}))
    panel.resize(460, height)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def is_open(panel: CurvesPanel) -> tuple[bool, bool]:
    return panel.loss.isVisible(), panel.accuracy.isVisible()


def press(qtbot: QtBot, panel: CurvesPanel, name: str) -> None:
    button = find(panel, QToolButton, f"curves.fold_{name}")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_low_panel_shows_one_and_a_high_one_both(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, 210)
    assert is_open(panel) == (True, False)
    assert panel.loss.height() >= BOTH
    panel.resize(460, 420)
    assert is_open(panel) == (True, True)
    assert min(panel.loss.height(), panel.accuracy.height()) >= BOTH
    panel.resize(460, 210)
    assert is_open(panel) == (True, False)


def test_where_there_is_room_for_one_a_title_opens_it_in_place_of_the_other(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, 210)
    press(qtbot, panel, "accuracy")
    assert is_open(panel) == (False, True)
    press(qtbot, panel, "accuracy")
    assert is_open(panel) == (True, False)
    press(qtbot, panel, "loss")
    assert is_open(panel) == (False, True)
    panel.resize(460, 420)
    assert is_open(panel) == (True, True)


def test_where_there_is_room_for_both_a_person_may_want_one_alone(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, 420)
    press(qtbot, panel, "loss")
    assert is_open(panel) == (False, True)
    panel.resize(460, 210)
    assert is_open(panel) == (False, True)
    panel.resize(460, 420)
    assert is_open(panel) == (False, True), "it stays as it was wanted"
    press(qtbot, panel, "loss")
    assert is_open(panel) == (True, True)


def test_the_slider_lies_below_the_axis_that_has_numbers(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, 210)
    assert panel.timeline.slider.y() >= panel.loss.geometry().bottom()
    assert panel.timeline.slider.y() < panel.timeline.y()
    panel.resize(460, 420)
    qtbot.waitUntil(lambda: panel.timeline.slider.y() >= panel.accuracy.geometry().bottom())
