"""Grids of lanes seen as a map: read by mouse and keys."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from engine.experiment.lanes.grids import grid, seeds
from engine.train.snapshot import LaneSnapshot
from playground.ui.widgets.view_choice import ViewChoice
from tests.playground.helpers import click, find, small
from tests.playground.lane_desk import Desk, lane, snapshot
from tests.playground.lanes.grid.grids import Button, Key, Open, heat

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, off the screen


TWO_BY_THREE = {"l2": [0.0, 0.1], "rate": [0.0, 0.2, 0.5]}
"""Across two penalties, down three rates: lane = 3 * column + row."""


@pytest.fixture
def mapped(desk: Open, qtbot: QtBot) -> Desk:
    """A grid of 2 by 3, shown as a map."""
    d = desk(grid(small(), TWO_BY_THREE))
    click(qtbot, d.panel, "lanes.view.map")
    return d


def six(*tests: float) -> list[LaneSnapshot]:
    return [lane(1.0, test) for test in tests]


def words(d: Desk) -> list[list[str]]:
    return [[cell.text for cell in row] for row in heat(d).cells()]


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
    d.panel.show_snapshot(replace(snapshot(*six(0.1, 0.2, 0.3, 0.4, 0.9, 0.6)), step=55, evaluated_at=40))
    assert find(d.panel, QLabel, "grid.step").text() == "step 40"
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
