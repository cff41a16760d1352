"""Rows of the lane table: dragged, recoloured, hidden and shown alone, by mouse, keys and menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QToolButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_style
from playground.lanes.palette import STYLES, LanePalette
from playground.lanes.table.cells.eye import LaneEye
from playground.lanes.table.cells.mark import LaneMark
from playground.lanes.table.columns import INSET, ROW, Columns
from playground.lanes.table.figures.headings import headings
from playground.lanes.table.figures.lane_figures import explanation, status
from playground.lanes.table.table import LaneTable
from playground.ui.fields.name_edit import NameEdit
from playground.ui.fields.numbers.number_edit import IntegerEdit, NumberEdit
from playground.ui.look import theme
from tests.playground.helpers import click, find, small, with_room
from tests.playground.lane_desk import Desk, lane, snapshot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, off the screen

Key, Button, Alt = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.AltModifier
FOUR = [{"name": name} for name in "abcd"]
Open = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment | None = None) -> Desk:
        return Desk(qtbot, experiment or small(lanes=FOUR))

    return make


def styles(d: Desk) -> list[int]:
    return [lane_style(d.experiment, index) for index in range(len(d.experiment.lanes))]


def shown(d: Desk) -> list[bool]:
    return [each.visible for each in d.experiment.lanes]


def drag(d: Desk, grip: QWidget, place: QPoint, to: int) -> None:
    """Takes hold of a widget and lets go at height ``to`` of the rows."""
    rows = d.panel.table.rows.viewport()
    steps = [grip.mapFromGlobal(rows.mapToGlobal(QPoint(20, y))) for y in (to - 4, to)]
    QTest.mousePress(grip, Button.LeftButton, pos=place)
    QTest.mouseMove(grip, place + QPoint(0, 3))
    for step in steps:
        QTest.mouseMove(grip, step)
    QTest.mouseRelease(grip, Button.LeftButton, pos=steps[-1])


def popup(kind: type[Any]) -> Any:
    (found,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found


# --- places ----------------------------------------------------------------------------------------------------------


def test_a_row_is_dragged_by_its_mark(desk: Open) -> None:
    d = desk()
    mark = find(d.panel, LaneMark, "lanes.0.color")
    drag(d, mark, mark.rect().center(), 3 * ROW - 6)
    assert d.asked == [("move", 0, 2)]
    assert d.names() == ["b", "c", "a", "d"]
    assert styles(d) == [1, 2, 0, 3], "each keeps its colour and mark"
    assert d.selected() == 2


def test_a_row_is_dragged_beside_its_editors(desk: Open) -> None:
    d = desk()
    drag(d, d.panel.table.rows.viewport(), d.place(3, "gap"), 2)
    assert d.names() == ["d", "a", "b", "c"]
    assert d.selected() == 0


def test_while_a_row_is_dragged_a_line_shows_where_it_would_land(desk: Open) -> None:
    d = desk()
    rows = d.panel.table.rows
    mark, line = find(d.panel, LaneMark, "lanes.0.color"), rows._drag._mark
    QTest.mousePress(mark, Button.LeftButton, pos=mark.rect().center())
    assert not line.isVisible()
    QTest.mouseMove(mark, mark.rect().center() + QPoint(0, 2 * ROW))
    assert line.isVisible()
    assert line.geometry().center().y() in range(2 * ROW - 2, 3 * ROW + 2)
    QTest.keyClick(rows, Key.Key_Escape)
    assert not line.isVisible()
    QTest.mouseRelease(mark, Button.LeftButton, pos=mark.rect().center() + QPoint(0, 2 * ROW))
    assert d.asked == []


def test_a_row_that_is_dragged_to_where_it_was_stays(desk: Open) -> None:
    d = desk()
    mark = find(d.panel, LaneMark, "lanes.1.color")
    drag(d, mark, mark.rect().center(), ROW + 2)
    drag(d, mark, mark.rect().center(), 2 * ROW + 2)
    assert d.asked == []


def test_rows_are_moved_by_keys(desk: Open) -> None:
    d = desk()
    d.click_row(1)
    rows = d.panel.table.rows
    QTest.keyClick(rows, Key.Key_Down, Alt)
    QTest.keyClick(rows, Key.Key_Down, Alt)
    QTest.keyClick(rows, Key.Key_Down, Alt)  # the last one stays the last one
    assert d.names() == ["a", "c", "d", "b"]
    assert d.selected() == 3
    QTest.keyClick(rows, Key.Key_Up, Alt)
    assert d.asked == [("move", 1, 2), ("move", 2, 3), ("move", 3, 2)]
    QTest.keyClick(rows, Key.Key_Up)
    assert d.selected() == 1, "without Alt the selection moves"


def test_dragging_scrolls_to_where_the_mouse_is(desk: Open, qtbot: QtBot) -> None:
    d = desk(small(lanes=[{"name": str(index)} for index in range(30)]))
    bar = d.panel.table.rows.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    mark = find(d.panel, LaneMark, "lanes.0.color")
    QTest.mousePress(mark, Button.LeftButton, pos=mark.rect().center())
    QTest.mouseMove(mark, mark.rect().center() + QPoint(0, 12 * ROW + 6))
    assert bar.value() > 0
    QTest.mouseRelease(mark, Button.LeftButton, pos=mark.rect().center() + QPoint(0, 12 * ROW + 6))
    assert d.asked == [("move", 0, 12)]


# --- looks -----------------------------------------------------------------------------------------------------------


def test_a_click_on_the_mark_opens_the_palette(desk: Open) -> None:
    d = desk()
    mark = find(d.panel, LaneMark, "lanes.2.color")
    QTest.mouseClick(mark, Button.LeftButton)
    assert d.selected() == 2
    palette = popup(LanePalette)
    assert palette.at() == 2
    QTest.mouseClick(palette, Button.LeftButton, pos=palette.cell(11).center())
    assert d.asked == [("lanes.2.color", 11)]
    assert mark.lane() == 11
    assert styles(d) == [0, 1, 11, 3]
    assert not palette.isVisible()


def test_the_palette_with_keys(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    QTest.keyClick(d.panel.table.rows, Key.Key_C)
    palette = popup(LanePalette)
    for key in (Key.Key_Right, Key.Key_Down):
        QTest.keyClick(palette, key)
    assert palette.at() == 1 + STYLES // 2
    QTest.keyClick(palette, Key.Key_Left)
    QTest.keyClick(palette, Key.Key_Up)
    QTest.keyClick(palette, Key.Key_Left)
    assert palette.at() == STYLES - 1, "round the end"
    QTest.keyClick(palette, Key.Key_Return)
    assert d.asked == [("lanes.0.color", STYLES - 1)]
    mark = find(d.panel, LaneMark, "lanes.1.color")
    mark.setFocus()
    QTest.keyClick(mark, Key.Key_Space)
    QTest.keyClick(popup(LanePalette), Key.Key_Escape)
    assert len(d.asked) == 1


def test_the_palette_shows_which_styles_others_have(desk: Open) -> None:
    d = desk()
    d.panel.table.rows.open_palette(1)
    palette = popup(LanePalette)
    assert palette.accessibleDescription() == "Mark 2 of 18"
    QTest.keyClick(palette, Key.Key_Left)
    assert palette.accessibleDescription() == "Mark 1 of 18, another lane has it"
    palette.grab()
    palette.close()


# --- the eye ---------------------------------------------------------------------------------------------------------


def test_the_eye_hides_a_lane_and_shows_it_again(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    eye = find(d.panel, LaneEye, "lanes.1.visible")
    assert eye.isChecked()
    click(qtbot, d.panel, "lanes.1.visible")
    assert d.asked == [("lanes.1.visible", False)]
    assert shown(d) == [True, False, True, True]
    assert not eye.isChecked()
    assert find(d.panel, QLineEdit, "lanes.1.name").property("quiet")
    assert not find(d.panel, QLineEdit, "lanes.0.name").property("quiet")
    click(qtbot, d.panel, "lanes.1.visible")
    assert shown(d) == [True] * 4


def test_a_hidden_row_looks_quieter_and_its_figures_go_on(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.panel.show_snapshot(snapshot(*[lane(0.5, 0.5)] * 4))
    rows = d.panel.table.rows.viewport()
    before = rows.grab(QRect(0, 2 * ROW, rows.width(), ROW)).toImage()
    click(qtbot, d.panel, "lanes.2.visible")
    assert rows.grab(QRect(0, 2 * ROW, rows.width(), ROW)).toImage() != before
    d.panel.show_snapshot(snapshot(*[lane(0.75, 0.5)] * 4))
    assert d.texts(2)[0] == "75.0%"


def test_alt_and_a_click_show_a_lane_alone(desk: Open) -> None:
    d = desk()
    eye = find(d.panel, LaneEye, "lanes.2.visible")
    QTest.mouseClick(eye, Button.LeftButton, Alt)
    assert d.asked == [("solo", 2)]
    assert shown(d) == [False, False, True, False]
    QTest.mouseClick(eye, Button.LeftButton, Alt)
    assert shown(d) == [True] * 4


def test_an_eye_that_is_refused_stays_as_it_was(desk: Open) -> None:
    d = desk()
    d.panel.edited.disconnect(d.edit)
    eye = find(d.panel, LaneEye, "lanes.0.visible")
    QTest.mouseClick(eye, Button.LeftButton)
    assert eye.isChecked()


def test_keys_hide_and_show_alone(desk: Open) -> None:
    d = desk()
    rows = d.panel.table.rows
    d.click_row(3)
    QTest.keyClick(rows, Key.Key_V)
    assert shown(d) == [True, True, True, False]
    QTest.keyClick(rows, Key.Key_S)
    assert shown(d) == [False, False, False, True]
    QTest.keyClick(rows, Key.Key_S)
    assert shown(d) == [True] * 4
    eye = find(d.panel, LaneEye, "lanes.0.visible")
    eye.setFocus()
    QTest.keyClick(eye, Key.Key_Space)
    assert shown(d) == [False, True, True, True]


def test_letters_typed_into_a_name_are_letters(desk: Open) -> None:
    d = desk()
    name = find(d.panel, QLineEdit, "lanes.0.name")
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "vsc")
    QTest.keyClick(name, Key.Key_Return)
    assert d.asked == [("lanes.0.name", "vsc")]


def test_return_ends_the_edit_of_a_name_and_the_keys_are_the_rows_again(desk: Open) -> None:
    """Renamed by F2, as by a click: the next key walks through the rows, and no letter of the name goes lost to it."""
    d = desk()
    rows = d.panel.table.rows
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_F2)
    name = find(d.panel, QLineEdit, "lanes.0.name")
    assert QApplication.focusWidget() is name
    QTest.keyClicks(name, "first")
    QTest.keyClick(name, Key.Key_Return)
    assert QApplication.focusWidget() is rows
    asked = list(d.asked)
    assert len(asked) == 1
    QTest.keyClick(rows, Key.Key_Down)
    assert d.selected() == 1
    QTest.keyClick(rows, Key.Key_F2)
    name = find(d.panel, QLineEdit, "lanes.1.name")
    before = name.text()
    QTest.keyClicks(name, "second")
    QTest.keyClick(name, Key.Key_Escape)
    assert (name.text(), d.asked) == (before, asked)
    assert QApplication.focusWidget() is rows


# --- the menu --------------------------------------------------------------------------------------------------------


def menu_of(d: Desk, index: int, *, by_key: bool = False) -> QMenu:
    rows = d.panel.table.rows
    place = QPoint(200, index * ROW + 4)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    at = rows if by_key else rows.viewport()
    QApplication.sendEvent(at, QContextMenuEvent(reason, place, at.mapToGlobal(place)))
    menu: QMenu = popup(QMenu)
    return menu


def choose(menu: QMenu, name: str) -> None:
    (action,) = [each for each in menu.actions() if each.data() == name]
    assert action.isEnabled()
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Return)


def test_the_menu_has_every_action(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    expected = {
        "visible": ("lanes.1.visible", False),
        "solo": ("solo", 1),
        "show_all": ("show all",),
        "up": ("move", 1, 0),
        "down": ("move", 0, 1),
        "duplicate": ("duplicate", 1),
        "remove": ("remove", 2),
    }
    for name, asked in expected.items():
        index = d.selected() if name in ("down", "duplicate", "remove") else 1
        choose(menu_of(d, index), name)
        assert d.asked[-1] == asked, name
    assert d.names() == ["a", "b", "c", "d"]
    choose(menu_of(d, 0), "rename")
    assert QApplication.focusWidget() is find(d.panel, QLineEdit, "lanes.0.name")
    choose(menu_of(d, 0), "color")
    popup(LanePalette).close()


def test_the_menu_key_opens_the_menu_of_the_selected_row(desk: Open) -> None:
    d = desk()
    d.click_row(3)
    menu = menu_of(d, 0, by_key=True)
    assert d.selected() == 3
    state = {each.data(): each.isEnabled() for each in menu.actions() if each.data()}
    assert state["up"]
    assert not state["down"]
    menu.close()


def test_the_menu_of_the_only_lane(desk: Open) -> None:
    d = desk(small())
    menu = menu_of(d, 0)
    state = {each.data(): each.isEnabled() for each in menu.actions() if each.data()}
    assert not any(state[name] for name in ("solo", "up", "down", "remove"))
    assert state["rename"]
    assert state["visible"]
    menu.close()


# --- settings and figures --------------------------------------------------------------------------------------------


def test_a_mixed_cell_lists_its_layers(desk: Open) -> None:
    layers = [{"kind": "dense", "units": 8, "l2": 0.1}, {"kind": "activation"}, {"kind": "dense", "units": 10}]
    d = desk(small(layers=layers, lanes=[{"name": "a", "set": {"layers.2.initialization": "zeros"}}, {"name": "b"}]))
    l2 = find(d.panel, NumberEdit, "lanes.0.l2")
    assert l2.lineEdit().placeholderText() == "mixed"
    assert l2.property("calm"), "arrows, which the selected row has, would leave no room for the word"
    for line in ("Layer 1: 0.1", "Layer 3: 0"):
        assert line in l2.toolTip()
    start = find(d.panel, QComboBox, "lanes.0.initialization").toolTip()
    assert "Layer 1: He uniform" in start
    assert "Layer 3: Zeros" in start
    assert "Layer" not in find(d.panel, QComboBox, "lanes.1.initialization").toolTip()
    d.edit("lanes.0.l2", 0.5)
    assert not l2.property("calm")
    assert "Layer" not in l2.toolTip()


@pytest.mark.parametrize("width", [900, 1200])
def test_seeds_of_ten_digits_can_be_read(desk: Open, width: int) -> None:
    seeds = [2_147_483_647, 1_234_567_890, 3]
    d = desk(small(lanes=[{"name": f"seed {seed}", "set": {"seed": seed}} for seed in seeds]))
    d.panel.resize(with_room(width), 220)
    for index, seed in enumerate(seeds):
        d.click_row(index)
        box = find(d.panel, IntegerEdit, f"lanes.{index}.seed")
        assert box.text() == str(seed)
        room = box.lineEdit().width() - box.lineEdit().textMargins().left()
        assert room >= box.lineEdit().fontMetrics().horizontalAdvance(box.text())
    assert d.panel.table.rows.horizontalScrollBar().maximum() == 0


def test_a_lane_that_stopped_early_says_so_and_keeps_its_figures(desk: Open) -> None:
    d = desk(small(lanes=FOUR[:2]))
    rows = d.panel.table.rows
    width = rows.united(0, ["stopped"]).width()
    stopped = replace(lane(0.9, 0.8), stopped_at=1200, best_at=900)
    d.panel.show_snapshot(snapshot(stopped, lane(0.7, 0.6)))
    assert status(d.figures(0)) == "stopped at step 1,200"
    assert d.texts(0)[0] == "90.0%"
    assert "900" in explanation(d.figures(0))
    assert status(d.figures(1)) == ""
    assert rows.united(0, ["stopped"]).width() > width
    d.panel.grab()
    d.panel.show_snapshot(snapshot(lane(0.9, 0.8), lane(0.7, 0.6)))
    assert rows.united(0, ["stopped"]).width() == width


def test_the_tooltip_of_the_figures_says_them_all(desk: Open) -> None:
    d = desk()
    d.panel.show_snapshot(snapshot(*[lane(0.9, 0.8)] * 3, lane(0.5, 0.5, diverged_at=7)))
    rows, place = d.panel.table.rows.viewport(), d.place(3, "gap")
    QApplication.sendEvent(rows, QHelpEvent(QEvent.Type.ToolTip, place, rows.mapToGlobal(place)))
    assert "diverged at step 7" in QToolTip.text()
    assert "train accuracy 50.0%" in QToolTip.text()


# --- many rows -------------------------------------------------------------------------------------------------------


def test_rows_in_sight_have_editors_at_once_and_the_others_soon(desk: Open, qtbot: QtBot) -> None:
    d = desk(small())
    d.show(small(lanes=[{"name": f"lane {index}"} for index in range(36)]))
    rows = d.panel.table.rows
    assert all(rows.controls(lane) for lane in range(16))
    assert rows.controls(30) is None
    assert find(d.panel, QLineEdit, "lanes.15.name").text() == "lane 15"
    bar = d.panel.table.rows.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert all(rows.controls(lane) for lane in rows.in_sight())
    qtbot.waitUntil(lambda: all(rows.controls(lane) for lane in range(36)), timeout=10_000)
    assert find(d.panel, QLineEdit, "lanes.35.name").isVisible()
    assert find(d.panel, QToolButton, "lanes.30.visible").isChecked()


def test_a_long_name_gets_the_room_that_there_is(qtbot: QtBot) -> None:
    table = LaneTable({})
    qtbot.addWidget(table)
    experiment = small(lanes=[{"name": "He"}, {"name": "Xavier from step 1240", "set": {"layers.*.l2": 0.1}}])
    for width, fits in ((1050, True), (700, False)):
        table.resize(width, 200)
        table.show_experiment(experiment)
        with qtbot.waitExposed(table):
            table.show()
        edit = find(table, NameEdit, "lanes.1.name")
        assert (edit.shown_text() == edit.text()) == fits
        assert "Xavier from step 1240" in edit.toolTip()


def test_where_lanes_have_stopped_in_a_window_of_1280_pixels_names_are_whole(qapp: QApplication) -> None:
    columns = Columns({"rate": "Dropout rate", "learning_rate": "Learning rate"})
    name = QFontMetrics(theme.font("body")).horizontalAdvance("Rate 0.001")
    columns.set_contents(names_width=name, seed_digits=1, has_ended=True)
    assert columns.spans(903)["name"].width >= name + 2 * INSET
    assert columns.narrowest < 850, "and nothing has to be scrolled sideways with wider panels at the sides"


@pytest.mark.parametrize("has_validation", [False, True])
def test_wide_figures_do_not_run_together(qapp: QApplication, has_validation: bool) -> None:
    """0.561 and +0.146 beside each other are two numbers, in the narrowest table too."""
    shown = headings("numbers", has_validation=has_validation)
    columns = Columns({name: title for name, (title, _) in shown.items()})
    spans = columns.spans(columns.narrowest)
    metrics = QFontMetrics(theme.font("number"))
    space = metrics.horizontalAdvance("0")
    for name, text in {"gap": "−0.146", "held_out_accuracy": "−0.561", "train_data_loss": "0.5000"}.items():
        assert spans[name].width - metrics.horizontalAdvance(text) >= space, name


def test_the_heading_of_a_setting_that_lanes_set_is_whole_in_the_narrowest_table(qapp: QApplication) -> None:
    titles = {"batch_size": "Batch size", "layers.0.units": "Layer 1: Units"}
    columns = Columns({})
    columns.set_headings(titles, dict.fromkeys(titles, False))
    spans = columns.spans(columns.narrowest)
    metrics = QFontMetrics(theme.font("small", bold=True))
    for name, heading in {"batch_size": "Batch size", "layers.0.units": "Units"}.items():
        assert spans[name].width >= INSET + metrics.horizontalAdvance(heading)


def test_columns_give_way_in_turn(qapp: QApplication) -> None:
    columns = Columns({"rate": "Dropout rate", "learning_rate": "Learning rate"})
    widths = {name: span.width for name, span in columns.spans(columns.narrowest).items()}
    assert sum(widths.values()) == columns.narrowest
    wider = {name: span.width for name, span in columns.spans(columns.narrowest + 20).items()}
    assert wider["name"] > widths["name"], "what a lane is called comes back first"
    assert wider["rate"] == widths["rate"]
    assert {name: span.width for name, span in columns.spans(1).items()} == widths
