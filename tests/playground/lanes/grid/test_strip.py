"""The strip in which grids and random searches are spelled out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.comparisons.search import Range
from playground.lanes.compare.choice_menu import ChoiceMenu
from tests.playground.helpers import click, find, small
from tests.playground.lane_desk import Desk
from tests.playground.lanes.grid.grids import Button, Key, Open, heat

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, off the screen


def write(d: Desk, name: str, text: str) -> QLineEdit:
    line = find(d.panel, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


def choose(d: Desk, name: str, title: str) -> None:
    combo = find(d.panel, QComboBox, name)
    combo.setCurrentIndex(combo.findText(title))


def message(d: Desk) -> str:
    return find(d.panel, QLabel, "grid.message").text()


@pytest.fixture
def strip(desk: Open, qtbot: QtBot) -> Desk:
    d = desk()
    click(qtbot, d.panel, "action.compare_custom")
    return d


def test_a_grid_is_typed(strip: Desk) -> None:
    d = strip
    assert QApplication.focusWidget() is find(d.panel, QLineEdit, "grid.x.values")
    write(d, "grid.x.values", "0, 0.01")
    line = write(d, "grid.y.values", "0..0.5 by 0.25")
    assert find(d.panel, QToolButton, "action.make_grid").isEnabled()
    assert "2 × 3 = 6 lanes" in [label.text() for label in d.panel.findChildren(QLabel)]
    QTest.keyClick(line, Key.Key_Return)
    assert d.asked == [("grid", {"l2": (0.0, 0.01), "rate": (0.0, 0.25, 0.5)})]
    assert heat(d).isVisible()
    assert find(d.panel, QLineEdit, "grid.x.values").isVisible(), "ready for the next"


def test_other_settings_with_values_of_their_own(strip: Desk, qtbot: QtBot) -> None:
    d = strip
    choose(d, "grid.x.field", "Learning rate")
    assert find(d.panel, QLineEdit, "grid.x.values").text() == "0.001..1 by ×10"
    choose(d, "grid.y.field", "none")
    assert not find(d.panel, QLineEdit, "grid.y.values").isEnabled()
    assert "4 lanes" in [label.text() for label in d.panel.findChildren(QLabel)]
    click(qtbot, d.panel, "action.make_grid")
    assert d.asked == [("grid", {"learning_rate": (0.001, 0.01, 0.1, 1.0)})]
    assert not heat(d).isVisible(), "a row of lanes is a table first"
    write(d, "grid.x.values", "0.5")
    choose(d, "grid.x.field", "Seed")
    choose(d, "grid.x.field", "Learning rate")
    assert find(d.panel, QLineEdit, "grid.x.values").text() == "0.5", "what was typed for it"


def test_initializations_are_ticked(strip: Desk, qtbot: QtBot) -> None:
    d = strip
    choose(d, "grid.x.field", "Initialization")
    choose(d, "grid.y.field", "Seed")
    button = find(d.panel, ChoiceMenu, "grid.x.values")
    assert button.isVisible()
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    for title in ("Zeros", "Naive (±1)"):
        (action,) = [each for each in menu.actions() if each.text() == title]
        QTest.mouseClick(menu, Button.LeftButton, pos=menu.actionGeometry(action).center())
        assert menu.isVisible(), "several can be ticked"
    QTest.keyClick(menu, Key.Key_Escape)
    assert button.values() == ("xavier_uniform", "he_uniform", "zeros")
    click(qtbot, d.panel, "action.make_grid")
    asked = {"initialization": ("xavier_uniform", "he_uniform", "zeros"), "seed": (0, 1, 2, 3, 4)}
    assert d.asked == [("grid", asked)]


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        ("0, x", "0", "“x” is not a number"),
        ("", "0", "no values yet"),
        ("-1", "0", "-1 is out of range. L2 λ: from 0 to 10"),
        ("0", "1", "1 is out of range. Dropout rate: from 0 to less than 1"),
        ("0..1", "0", "how far apart"),
        ("1..0 by 0.1", "0", "goes upwards"),
        ("0..9 by 1", "0..0.9 by 0.1", "at most 64 lanes"),
        ("0..10 by 0.001", "0", "more than 64 values"),
    ],
)
def test_what_is_not_usable_is_said_in_place(strip: Desk, x: str, y: str, said: str) -> None:
    d = strip
    assert "Enter makes the lanes" in message(d)
    write(d, "grid.y.values", y)
    line = write(d, "grid.x.values", x)
    if not x:
        QTest.keyClick(line, Key.Key_Delete)
    assert said in message(d)
    assert not find(d.panel, QToolButton, "action.make_grid").isEnabled()
    QTest.keyClick(line, Key.Key_Return)
    assert d.asked == []
    write(d, "grid.x.values", "0, 0.1")
    write(d, "grid.y.values", "0.5")
    assert "Enter makes the lanes" in message(d)


def test_settings_that_cannot_be_a_grid(strip: Desk) -> None:
    d = strip
    choose(d, "grid.y.field", "L2 λ")
    assert "differ" in message(d)
    choose(d, "grid.y.field", "Seed")
    choose(d, "grid.x.field", "Initialization")
    for action in find(d.panel, ChoiceMenu, "grid.x.values").menu().actions():
        action.setChecked(False)
    assert "at least one" in message(d)
    choose(d, "grid.x.field", "Dropout rate")
    d.show(small(layers=[{"kind": "dense", "units": 10}]))
    assert "no dropout layer" in message(d)


def test_any_field_and_its_sound_values(strip: Desk, qtbot: QtBot) -> None:
    d = strip
    choose(d, "grid.x.field", "Batch size")
    assert find(d.panel, QLineEdit, "grid.x.values").text() == "4, 8, 16, 32"
    choose(d, "grid.y.field", "Optimizer")
    menu = find(d.panel, ChoiceMenu, "grid.y.values")
    for action in menu.menu().actions():
        action.setChecked(action.data() in ("sgd", "adam"))
    click(qtbot, d.panel, "action.make_grid")
    assert d.asked == [("grid", {"batch_size": (4, 8, 16, 32), "optimizer.kind": ("sgd", "adam")})]
    assert heat(d).isVisible(), "two settings make a map, whatever they are"
    assert (len(heat(d).cells()), len(heat(d).cells()[0])) == (2, 4)
    assert d.names()[:2] == ["batch 4 · SGD", "batch 4 · Adam"]


def test_a_layer_that_is_there_or_not(strip: Desk, qtbot: QtBot) -> None:
    d = strip
    choose(d, "grid.x.field", "Layer 2: there or not")
    choose(d, "grid.y.field", "none")
    click(qtbot, d.panel, "action.make_grid")
    assert d.names() == ["layer 2 off", "layer 2 on"]


def test_a_random_search(strip: Desk, qtbot: QtBot) -> None:
    d = strip
    click(qtbot, d.panel, "grid.way.random")
    choose(d, "grid.x.field", "Learning rate")
    assert find(d.panel, QLineEdit, "grid.x.values").text() == "0.001..0.1", "a decade down and up"
    write(d, "grid.x.values", "0.0001..1")
    choose(d, "grid.y.field", "none")
    choose(d, "grid.z.field", "Function")
    find(d.panel, QSpinBox, "grid.count").setValue(12)
    click(qtbot, d.panel, "action.make_grid")
    ((_, ranges, count, draw),) = d.asked
    assert ranges["learning_rate"] == Range(0.0001, 1.0, is_log=True)
    assert "relu" in ranges["layers.*.function"]
    assert (count, draw, len(d.experiment.lanes)) == (12, 0, 12)
    first = d.names()
    click(qtbot, d.panel, "action.make_grid")
    assert d.asked[-1][-1] == 1
    assert d.names() != first, "another draw"


@pytest.mark.parametrize(
    ("text", "said"), [("0.1", "from where to where"), ("0..1", "start above 0"), ("1..0.1", "goes upwards")]
)
def test_ranges_that_are_none(strip: Desk, qtbot: QtBot, text: str, said: str) -> None:
    click(qtbot, strip.panel, "grid.way.random")
    write(strip, "grid.x.values", text)
    assert said in message(strip)
    assert not find(strip.panel, QToolButton, "action.make_grid").isEnabled()


def test_escape_closes_the_strip(strip: Desk, qtbot: QtBot) -> None:
    d = strip
    line = find(d.panel, QLineEdit, "grid.x.values")
    QTest.keyClick(line, Key.Key_Escape)
    assert not line.isVisible()
    assert not find(d.panel, QToolButton, "action.compare_custom").isChecked()
    click(qtbot, d.panel, "action.compare_custom")
    assert line.isVisible()


def test_every_control_of_the_strip_explains_itself(strip: Desk) -> None:
    for name in ("grid.x.field", "grid.x.values", "grid.y.field", "grid.y.values", "action.make_grid", "grid.figure"):
        for control in strip.panel.findChildren(QWidget, name):
            assert control.toolTip(), name
            assert control.accessibleName(), name
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name
