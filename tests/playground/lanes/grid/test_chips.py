"""Comparisons of one click: the chips, and the list of all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from engine.experiment.comparisons.of_overfitting import L2_BY_DROPOUT
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.lanes.grids import grid
from playground.lanes.compare.gallery import Gallery
from playground.ui.widgets.view_choice import ViewChoice
from tests.playground.helpers import click, find, small
from tests.playground.lane_desk import Desk
from tests.playground.lanes.grid.grids import Key, Open, heat

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, off the screen


def test_one_click_makes_a_grid_and_opens_its_map(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    assert not find(d.panel, ViewChoice, "lanes.view").isVisible()
    click(qtbot, d.panel, "action.compare_more")
    click(qtbot, d.panel, "compare.l2_dropout")
    assert d.asked == [("compare", "l2_dropout")]
    assert len(d.experiment.lanes) == 25
    assert heat(d).isVisible()
    assert not d.panel.table.isVisible()
    assert (len(heat(d).cells()), len(heat(d).cells()[0])) == (5, 5)
    assert find(d.panel, ViewChoice, "lanes.view").value() == "map"
    assert d.panel.table.rows.controls(1) is None, "nobody sees the table"
    click(qtbot, d.panel, "lanes.view.table")
    assert d.panel.table.rows.controls(1) is not None


def test_one_click_repeats_each_lane_with_other_seeds(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    click(qtbot, d.panel, "action.compare_l2")
    click(qtbot, d.panel, "action.compare_seeds")
    assert d.asked[1:] == [("compare", "seeds")]
    assert len(d.experiment.lanes) == 20
    click(qtbot, d.panel, "action.compare_seeds")
    assert len(d.experiment.lanes) == 20
    assert d.names()[1] == "λ 0 · seed 1"


def test_chips_that_cannot_say_why(desk: Open) -> None:
    d = desk(small(layers=[{"kind": "dense", "units": 10}]))
    chip = find(d.panel, QToolButton, "action.compare_dropout")
    assert not chip.isEnabled()
    assert "no dropout layer" in chip.toolTip()
    d.show(grid(small(), L2_BY_DROPOUT))
    assert chip.isEnabled()
    repeat = find(d.panel, QToolButton, "action.compare_seeds")
    assert not repeat.isEnabled()
    assert "25 settings" in repeat.toolTip()


def test_chips_without_room_leave_the_list_of_all(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    seeds_chip, custom = (find(d.panel, QToolButton, f"action.compare_{name}") for name in ("seeds", "custom"))
    d.panel.resize(560, 220)
    qtbot.waitUntil(lambda: not seeds_chip.isVisible())
    assert find(d.panel, QToolButton, "action.compare_more").isVisible()
    click(qtbot, d.panel, "action.compare_more")
    click(qtbot, d.panel, "compare.custom")
    assert find(d.panel, QLineEdit, "grid.x.values").isVisible()
    assert custom.isChecked()
    d.panel.resize(1200, 220)
    qtbot.waitUntil(seeds_chip.isVisible)


@pytest.fixture
def opened(desk: Open, qtbot: QtBot) -> Desk:
    d = desk()
    click(qtbot, d.panel, "action.compare_more")
    return d


def test_every_comparison_is_listed_and_says_what_there_is_to_see(opened: Desk) -> None:
    gallery = find(opened.panel, Gallery, "lanes.gallery")
    for name, comparison in COMPARISONS.items():
        chip = find(gallery, QToolButton, f"compare.{name}")
        assert chip.text() == comparison.title
        assert comparison.help in [chip.accessibleDescription()] or not chip.isEnabled()
        assert chip.toolTip()
        QApplication.sendEvent(chip, QEnterEvent(QPointF(), QPointF(), QPointF()))
        if chip.isEnabled():
            assert comparison.help in [label.text() for label in gallery.findChildren(QLabel)]


def test_the_list_is_walked_by_arrows(opened: Desk) -> None:
    gallery = find(opened.panel, Gallery, "lanes.gallery")

    def at() -> str:
        widget = gallery.focusWidget()
        assert widget is not None
        return widget.objectName()

    assert at() == "compare.initializations"
    for key, name in (
        (Key.Key_Down, "activations"),
        (Key.Key_Right, "learning_rates"),
        (Key.Key_Right, "dropout"),
        (Key.Key_Up, "l2"),
        (Key.Key_Up, "l2"),
        (Key.Key_Left, "optimizers"),
    ):
        widget = gallery.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)
        assert at() == f"compare.{name}"


def test_what_is_chosen_by_key_starts_from_the_selected_lane(desk: Open, qtbot: QtBot) -> None:
    d = desk(small(lanes=[{"name": "a"}, {"name": "b", "set": {"seed": 7}}]))
    d.click_row(1)
    click(qtbot, d.panel, "action.compare_more")
    QTest.keyClick(find(d.panel, QToolButton, "compare.widths"), Key.Key_Return)
    assert d.asked == [("compare", "widths")]
    assert d.names() == ["1 unit", "2 units", "4 units", "8 units", "16 units"]
    assert d.experiment.seed == 7
