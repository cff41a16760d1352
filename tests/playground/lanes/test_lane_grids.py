"""Grids of lanes: made by a chip or spelled out, seen as a map, read by mouse and keys."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QSpinBox, QToolButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.comparisons.of_overfitting import L2_BY_DROPOUT
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.comparisons.search import Range
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import axes, grid, seeds
from engine.experiment.lanes.lanes import lane_value
from engine.train.snapshot import LaneSnapshot
from playground.lanes.compare.choice_menu import ChoiceMenu
from playground.lanes.compare.gallery import Gallery
from playground.lanes.grid.heat_map import HeatMap
from playground.shell.main_window import MainWindow
from playground.ui.widgets.view_choice import ViewChoice
from tests.playground.helpers import click, find, small, type_into
from tests.playground.lane_desk import Desk, lane, snapshot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, off the screen

Key, Button = Qt.Key, Qt.MouseButton
Open = Callable[..., Desk]
TWO_BY_THREE = {"l2": [0.0, 0.1], "rate": [0.0, 0.2, 0.5]}
"""Across two penalties, down three rates: lane = 3 * column + row."""


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment | None = None) -> Desk:
        return Desk(qtbot, experiment or small())

    return make


@pytest.fixture
def mapped(desk: Open, qtbot: QtBot) -> Desk:
    """A grid of 2 by 3, shown as a map."""
    d = desk(grid(small(), TWO_BY_THREE))
    click(qtbot, d.panel, "lanes.view.map")
    return d


def heat(d: Desk) -> HeatMap:
    return find(d.panel, HeatMap, "grid.map")


def six(*tests: float) -> list[LaneSnapshot]:
    return [lane(1.0, test) for test in tests]


def words(d: Desk) -> list[list[str]]:
    return [[cell.text for cell in row] for row in heat(d).cells()]


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


# --- chips -----------------------------------------------------------------------------------------------------------


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


# --- the list of all --------------------------------------------------------------------------------------------------


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


# --- the strip -------------------------------------------------------------------------------------------------------


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


# --- the map ---------------------------------------------------------------------------------------------------------


def test_the_map_is_offered_where_the_lanes_are_a_grid(desk: Open, qtbot: QtBot) -> None:
    d = desk(small(lanes=[{"name": "a"}, {"name": "b"}]))
    view, button = find(d.panel, ViewChoice, "lanes.view"), find(d.panel, QToolButton, "lanes.view.map")
    assert not button.isVisible()
    d.show(grid(small(), TWO_BY_THREE))
    assert button.isVisible()
    assert view.value() == "table"
    click(qtbot, d.panel, "lanes.view.map")
    assert heat(d).isVisible()
    assert heat(d).hasFocus()
    type_of_grid = d.experiment
    d.edit("lanes.0.l2", 5.0)
    assert d.panel.table.isVisible(), "no grid any more"
    d.show(type_of_grid)
    assert heat(d).isVisible(), "undone: the map again"
    d.show(grid(small(), {"seed": [1, 2]}))
    assert d.panel.table.isVisible(), "another grid begins as a table"
    click(qtbot, d.panel, "lanes.view.map")
    click(qtbot, d.panel, "lanes.view.table")
    assert d.panel.table.rows.hasFocus()


def test_figures_are_written_in_the_cells(mapped: Desk) -> None:
    d = mapped
    assert words(d) == [["–", "–"]] * 3
    d.panel.show_snapshot(snapshot(*six(0.1, 0.2, 0.3, 0.4, 0.9, 0.6)))
    assert words(d) == [["10.0%", "40.0%"], ["20.0%", "90.0%"], ["30.0%", "60.0%"]]
    best = [(row, column) for row in range(3) for column in range(2) if heat(d).cells()[row][column].is_best]
    assert best == [(1, 1)]
    d.panel.show_snapshot(None)
    assert words(d) == [["–", "–"]] * 3


def test_the_choice_of_the_figure(mapped: Desk) -> None:
    d = mapped
    d.panel.show_snapshot(snapshot(*[lane(1.0, 0.5, loss=1 + index) for index in range(5)], lane(0.5, 0.5, loss=0.1)))
    combo = find(d.panel, QComboBox, "grid.figure")
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_Down)
    assert combo.currentText() == "Test loss"
    assert words(d)[0] == ["1.2500", "4.2500"]
    assert heat(d).cells()[2][1].is_best, "the smallest loss is the best"
    QTest.keyClick(combo, Key.Key_Down)
    assert words(d)[2] == ["+50.0", "0.0"]
    assert heat(d).cells()[2][1].is_best
    QTest.keyClick(combo, Key.Key_Down)
    assert words(d)[2] == ["100.0%", "50.0%"]
    QTest.keyClick(combo, Key.Key_Down)
    assert combo.currentText() == "Test loss + penalty"
    assert words(d)[0] == ["1.3750", "4.3750"]


def test_colours_say_the_rank(mapped: Desk) -> None:
    d = mapped
    d.panel.show_snapshot(snapshot(*six(0.1, 0.2, 0.3, 0.4, 0.9, 0.6)))
    picture = heat(d).grab().toImage()
    ratio = picture.devicePixelRatio()

    def paper(row: int, column: int) -> float:
        place = heat(d).cell(row, column).topLeft() + QPoint(5, 5)
        return float(picture.pixelColor(QPoint(place) * ratio).lightnessF())

    worst_to_best = [paper(row, column) for row, column in ((0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (1, 1))]
    assert worst_to_best == sorted(worst_to_best, reverse=True)
    assert worst_to_best[0] - worst_to_best[-1] > 0.3


def test_a_cell_is_picked_by_the_mouse(mapped: Desk, qtbot: QtBot) -> None:
    d = mapped
    with qtbot.waitSignal(d.panel.focused) as said:
        QTest.mouseClick(heat(d), Button.LeftButton, pos=heat(d).cell(1, 1).center())
    assert said.args == [4]
    assert heat(d).current() == (1, 1)
    assert d.selected() == 4
    click(qtbot, d.panel, "action.remove_lane")
    assert d.asked == [("remove", 4)], "the buttons act on it"


def test_cells_are_picked_by_keys(mapped: Desk) -> None:
    d = mapped
    focused: list[int] = []
    d.panel.focused.connect(focused.append)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Left, Key.Key_Up, Key.Key_End):
        QTest.keyClick(heat(d), key)
    assert focused == [3, 4, 5, 2, 1, 4]
    assert heat(d).current() == (1, 1)
    QTest.keyClick(heat(d), Key.Key_Delete)
    assert d.asked == [("remove", 4)]


def test_the_table_and_the_map_have_one_selection(mapped: Desk, qtbot: QtBot) -> None:
    d = mapped
    click(qtbot, d.panel, "lanes.view.table")
    d.click_row(5)
    assert heat(d).current() == (2, 1)
    d.panel.show_snapshot(snapshot(*six(0.1, 0.2, 0.3, 0.4, 0.9, 0.6)))
    click(qtbot, d.panel, "lanes.view.map")
    assert words(d)[2] == ["30.0%", "60.0%"], "figures that came while the table was shown"


def help_at(d: Desk, row: int, column: int) -> str:
    place = heat(d).cell(row, column).center()
    QApplication.sendEvent(heat(d), QHelpEvent(QEvent.Type.ToolTip, place, heat(d).mapToGlobal(place)))
    return QToolTip.text()


def test_a_cell_tells_all_about_its_lane(mapped: Desk) -> None:
    d = mapped
    assert "not trained yet" in help_at(d, 0, 0)
    d.panel.show_snapshot(snapshot(*six(0.1, 0.2, 0.3, 0.4, 0.9, 0.6)))
    text = help_at(d, 1, 1)
    assert "λ 0.1 · dropout 0.2" in text
    for part in ("train accuracy 100.0%", "test accuracy 90.0%", "gap +10.0", "train loss 0.5000", "penalty 0.1250"):
        assert part in text


def test_diverged_cells_are_marked(mapped: Desk) -> None:
    d = mapped
    nan = math.nan
    gone = lane(nan, nan, loss=nan, diverged_at=9)
    d.panel.show_snapshot(snapshot(gone, *six(0.2, 0.3, 0.4, 0.9, 0.6)))
    cell = heat(d).cells()[0][0]
    assert cell.has_diverged
    assert cell.share is None
    assert "diverged at step 9" in help_at(d, 0, 0)
    heat(d).grab()


def test_lanes_that_differ_by_their_seed_share_a_cell(desk: Open, qtbot: QtBot) -> None:
    d = desk(seeds(grid(small(), {"l2": [0.0, 0.1], "rate": [0.0, 0.5]}), 3))
    click(qtbot, d.panel, "lanes.view.map")
    gone = lane(math.nan, math.nan, diverged_at=2)
    lanes = [*six(0.5, 0.6, 0.7), *six(0.1, 0.1, 0.1), *six(0.2, 0.4), gone, gone, gone, gone]
    d.panel.show_snapshot(snapshot(*lanes))
    assert words(d) == [["60.0%", "30.0%"], ["10.0%", "–"]]
    assert heat(d).cells()[0][1].diverged == 1
    assert not heat(d).cells()[0][1].has_diverged
    assert heat(d).cells()[1][1].has_diverged
    text = help_at(d, 0, 1)
    assert "the mean of 3 lanes" in text
    assert text.count("seed ") == 3
    heat(d).grab()
    QTest.mouseClick(heat(d), Button.LeftButton, pos=heat(d).cell(0, 1).center())
    assert d.selected() == 6
    d.panel.table.rows.select(8)
    QTest.mouseClick(heat(d), Button.LeftButton, pos=heat(d).cell(0, 1).center())
    assert d.selected() == 8, "a lane of the cell that is selected already stays so"


def test_a_row_of_lanes_as_a_map(desk: Open, qtbot: QtBot) -> None:
    d = desk(grid(small(), {"initialization": ["he_uniform", "zeros", "uniform"]}))
    click(qtbot, d.panel, "lanes.view.map")
    d.panel.show_snapshot(snapshot(*six(0.9, 0.1, 0.5)))
    assert words(d) == [["50.0%", "90.0%", "10.0%"]]
    QTest.mouseClick(heat(d), Button.LeftButton, pos=heat(d).cell(0, 1).center())
    assert d.selected() == 0


def test_sixty_four_cells_can_be_scrolled(desk: Open, qtbot: QtBot) -> None:
    d = desk(grid(small(), {"l2": [k / 10 for k in range(8)], "seed": range(8)}))
    click(qtbot, d.panel, "lanes.view.map")
    for _ in range(7):
        QTest.keyClick(heat(d), Key.Key_Down)
    QTest.keyClick(heat(d), Key.Key_End)
    assert heat(d).current() == (7, 7)
    qtbot.waitUntil(lambda: heat(d).visibleRegion().contains(heat(d).cell(7, 7).center()))


@pytest.mark.parametrize("width", [400, 860, 1500])
def test_the_map_fits_any_width(mapped: Desk, width: int) -> None:
    d = mapped
    d.panel.resize(width, 220)
    assert d.panel.width() == width
    for row in range(3):
        for column in range(2):
            assert heat(d).cell_at(heat(d).cell(row, column).center()) == (row, column)
    assert heat(d).cell_at(QPoint(0, 0)) is None


# --- in the window ---------------------------------------------------------------------------------------------------


def test_in_the_window_all_of_it_is_undone_in_one_step(qtbot: QtBot) -> None:
    window = MainWindow(small())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    session, panel = window.session, window.lanes
    qtbot.waitUntil(lambda: session.snapshot is not None)
    original = session.experiment

    def undone(asked: Callable[[], Any], lanes: int) -> None:
        before = session.experiment
        asked()
        assert len(session.experiment.lanes) == lanes
        assert session.experiment != before
        session.undo_stack.undo()
        assert session.experiment == before

    undone(lambda: click(qtbot, window, "action.compare_seeds"), 5)
    click(qtbot, window, "action.compare_more")
    undone(lambda: click(qtbot, window, "compare.l2_dropout"), 25)
    click(qtbot, window, "action.compare_custom")
    undone(lambda: click(qtbot, window, "action.make_grid"), 25)
    click(qtbot, window, "action.compare_initializations")
    undone(lambda: panel.moved.emit(0, 2), 3)
    undone(lambda: panel.soloed.emit(1), 3)
    undone(lambda: click(qtbot, window, "lanes.1.visible"), 3)
    type_into(window, "lanes.0.l2", "0.5")
    assert lane_value(session.experiment, 0, "l2") == 0.5
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.experiment == original
    window.close()


def test_a_map_fills_in_while_training(qtbot: QtBot) -> None:
    window = MainWindow(small())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None)
    click(qtbot, window, "action.compare_more")
    click(qtbot, window, "compare.l2_dropout")
    assert axes(window.session.experiment) is not None
    window.session.run.play(30)
    cells = find(window, HeatMap, "grid.map").cells
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=30_000)
    qtbot.waitUntil(lambda: all(cell.share is not None for row in cells() for cell in row))
    window.close()
