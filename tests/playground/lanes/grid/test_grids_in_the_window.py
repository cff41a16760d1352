"""Grids of lanes in the window: undone in one step, filled in while training."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from engine.experiment.lanes.grids import axes
from engine.experiment.lanes.lanes import lane_value
from playground.lanes.grid.heat_map import HeatMap
from tests.playground.conftest import Open
from tests.playground.helpers import click, find, small, type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, off the screen


def test_in_the_window_all_of_it_is_undone_in_one_step(qtbot: QtBot, shared_window: Open) -> None:
    window = shared_window(small())
    session, panel = window.session, window.lanes
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
    click(qtbot, window, "action.compare_custom")  # the strip closes, for the tests that share the window
    click(qtbot, window, "action.compare_initializations")
    undone(lambda: panel.moved.emit(0, 2), 3)
    undone(lambda: panel.soloed.emit(1), 3)
    undone(lambda: click(qtbot, window, "lanes.1.visible"), 3)
    type_into(window, "lanes.0.l2", "0.5")
    assert lane_value(session.experiment, 0, "l2") == 0.5
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.experiment == original


def test_a_map_fills_in_while_training(qtbot: QtBot, shared_window: Open) -> None:
    window = shared_window(small())
    click(qtbot, window, "action.compare_more")
    click(qtbot, window, "compare.l2_dropout")
    assert axes(window.session.experiment) is not None
    window.session.run.play(5)
    cells = find(window, HeatMap, "grid.map").cells
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=30_000)
    qtbot.waitUntil(lambda: all(cell.share is not None for row in cells() for cell in row))


def test_all_rows_of_a_map_are_in_sight_where_screens_are_low(qtbot: QtBot, shared_window: Open) -> None:
    """And when it is no map any more, and the strip is closed, all is as high as it was."""
    window = shared_window(small())
    window.resize(1280, 690)
    before = window.panels.docks["lanes"].height(), window.panels.docks["network"].height()
    click(qtbot, window, "action.compare_custom")
    down = find(window, QComboBox, "grid.y.field")
    down.setCurrentIndex(down.findText("Learning rate"))
    for name, text in (("grid.x.values", "0, 0.1"), ("grid.y.values", "0.1, 0.2, 0.3, 0.4, 0.5")):
        line = find(window, QLineEdit, name)
        line.selectAll()
        QTest.keyClicks(line, text)
    click(qtbot, window, "action.make_grid")
    click(qtbot, window, "action.compare_custom")
    seen = find(window, HeatMap, "grid.map")
    qtbot.waitUntil(lambda: seen.visibleRegion().boundingRect().contains(seen.cell(4, 1)))
    while window.session.undo_stack.canUndo():
        window.session.undo_stack.undo()
    qtbot.waitUntil(lambda: before == (window.panels.docks["lanes"].height(), window.panels.docks["network"].height()))
