"""Layers are inserted between rows, and several rows are worked with at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.nn.layers.registry import LAYERS
from playground.layers.insert_mark import InsertMark
from tests.playground.layers.desk import ALT, CONTROL, SHIFT, Desk, Key, Open, drag

# Offscreen says so where a menu opens.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


# --- inserting between rows ---


def point_between(d: Desk, gap: int) -> InsertMark:
    """The pointer goes onto the net, near the boundary before row ``gap``."""
    rows = d.panel.stack
    rows.layout().activate()
    QTest.mouseMove(rows, QPoint(200, 10))
    QTest.mouseMove(rows, QPoint(rows.columns.gutter // 2, rows.boundary(gap) + 3))
    return rows.insert_mark


def insert_by_mouse(d: Desk, gap: int, kind: str) -> None:
    mark = point_between(d, gap)
    assert mark.isVisible()
    assert abs(mark.geometry().center().y() - d.panel.stack.boundary(gap)) <= 1
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton)
    menu = d.panel.actions_by_name.menu
    d.qtbot.waitUntil(menu.isVisible)
    action = next(action for action in d.panel.actions_by_name.kinds() if action.data() == kind)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize("gap", [0, 1, 2, 3])
def test_a_plus_on_the_net_inserts_there(desk: Open, gap: int) -> None:
    d = desk()
    insert_by_mouse(d, gap, "batch_norm")
    assert d.asked == [("insert", gap, "batch_norm")]
    assert d.kinds()[gap] == "b"
    assert d.selected() == [gap]
    assert not d.panel.stack.insert_mark.isVisible()


def test_behind_the_output_the_plus_offers_dropout_only_and_says_so(desk: Open) -> None:
    d = desk()
    insert_by_mouse(d, 4, "dense")
    assert d.asked == []
    entries = {action.data(): action.isEnabled() for action in d.panel.actions_by_name.kinds()}
    assert entries == {kind: kind == "dropout" for kind in LAYERS}
    assert "dropout" in d.panel.actions_by_name.note()
    d.panel.actions_by_name.menu.close()
    insert_by_mouse(d, 4, "dropout")
    assert d.asked == [("insert", 4, "dropout")]


def test_the_plus_is_there_only_near_a_boundary_of_rows(desk: Open) -> None:
    d = desk()
    rows = d.panel.stack
    mark = point_between(d, 2)
    assert mark.isVisible()
    QTest.mouseMove(rows, QPoint(rows.columns.gutter // 2, rows.boundary(2) + 18))
    assert not mark.isVisible(), "the middle of a row"
    assert point_between(d, 2).isVisible()
    QTest.mouseMove(rows, QPoint(200, rows.boundary(2)))
    assert not mark.isVisible(), "beside the net"


def test_shift_insert_adds_before_the_selection(desk: Open) -> None:
    d = desk()
    d.click_row(2)
    d.add("dense", SHIFT)
    assert d.asked == [("insert", 2, "dense")]
    assert d.kinds() == "DaDoD"
    d.click_row(0)
    d.add("dropout")
    assert d.asked[1:] == [("insert", 1, "dropout")], "insert alone adds behind, as ever"


def test_the_menu_says_what_goes_before_the_output(desk: Open) -> None:
    d = desk()
    d.click_row(3)
    d.add("dense")
    assert "before the output" in d.panel.actions_by_name.note()
    d.click_row(0)
    d.add("dense")
    assert d.panel.actions_by_name.note() == ""


# --- several rows ---


def test_ctrl_click_picks_rows(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    d.click_row(2, CONTROL)
    assert d.selected() == [0, 2]
    d.click_row(0, CONTROL)
    assert d.selected() == [2]
    d.click_row(2, CONTROL)
    assert d.selected() == []
    d.click_row(1, CONTROL)
    d.click_row(2, CONTROL)
    d.press(Key.Key_Delete)
    assert d.asked == [("remove", 1, 2)]


def test_several_are_copied_and_moved(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    d.click_row(2, SHIFT)
    d.press(Key.Key_D, CONTROL)
    assert d.kinds() == "DaoDaoD"
    assert d.selected() == [3, 4, 5]
    d.press(Key.Key_Up, ALT)
    assert d.kinds() == "DaDaooD"
    assert d.selected() == [2, 3, 4]
    d.press(Key.Key_Down, ALT)
    assert d.kinds() == "DaoDaoD"
    assert d.selected() == [3, 4, 5]
    assert d.asked == [("duplicate", [0, 1, 2]), ("move", [3, 4, 5], 2), ("move", [2, 3, 4], 3)]


def test_several_are_dragged_together(desk: Open) -> None:
    d = desk()
    rows = d.panel.stack.rows
    d.click_row(1)
    d.click_row(2, SHIFT)
    drag(d, 1, rows[3].geometry().bottom() - 2)
    assert d.asked == [("move", [1, 2], 2)]
    assert d.kinds() == "DDao"
    assert d.selected() == [2, 3]
    d.click_row(2)
    assert d.selected() == [2], "a click without a drag selects that row"
