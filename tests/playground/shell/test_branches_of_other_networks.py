"""Layers that grow or go in a branch, clicked while the run trains: in the drawing, the stack and the lane table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.train.snapshot import Snapshot
from playground.shell.main_window import MainWindow
from playground.ui.branching.deepen_form import DeepenForm
from playground.ui.branching.grow_form import GrowForm
from tests.engine.helpers import activation, dense
from tests.playground.conftest import Open
from tests.playground.document.test_kept_runs import assert_same_run, at_rest
from tests.playground.helpers import find, press_play, told, type_into, wait_for_step
from tests.playground.network.desk import spiral

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
STACK = [dense(5), activation("tanh"), dense(5), activation("tanh"), dense(2)]


@pytest.fixture
def window(qtbot: QtBot, shared_window: Open) -> Iterator[MainWindow]:
    """One that trains."""
    window = shared_window(spiral(*STACK, steps=None))
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 5)
    qtbot.waitUntil(lambda: window.panels.network.drawing.scenes[0].net is not None)
    yield window
    for menu in window.findChildren(QMenu, "network.menu"):
        menu.close()


def column_menu(window: MainWindow, column: int) -> QMenu:
    drawing = window.panels.network.drawing
    drawing.customContextMenuRequested.emit(drawing.scenes[0].placed[column].rect.center().toPoint())
    return next(menu for menu in window.findChildren(QMenu, "network.menu") if menu.isVisible())


def menu_of(window: MainWindow, widget: QWidget, place: QPoint, name: str = "") -> QMenu:
    """What a press with the other button opens."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return next(menu for menu in window.findChildren(QMenu, name) if menu.isVisible())


def entry(menu: QMenu, name: str) -> QAction:
    found = menu.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def wait_for_lanes(qtbot: QtBot, window: MainWindow, lanes: int) -> Snapshot:
    """Until so many are trained and measured."""
    session = window.session

    def is_there() -> bool:
        shown = session.snapshot
        return shown is not None and len(shown.lanes) == lanes and np.isfinite(shown.lanes[-1].train_loss)

    qtbot.waitUntil(is_there)
    assert session.snapshot is not None
    return session.snapshot


def test_a_layer_grows_by_the_menu_of_the_drawing_and_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    menu = column_menu(window, 1)
    entry(menu, "branch.grow").trigger()
    menu.close()
    form = window.panels.network.branching.form
    assert isinstance(form, GrowForm)
    assert (form.units.value(), form.units.minimum(), form.noise.value()) == (10, 6, "0.01")
    type_into(form, "branch.units", "7")
    began = wait_for_lanes(qtbot, window, 2)
    assert window.session.is_training
    assert window.session.experiment.lanes[1].set == {"layers.0.units": 7}
    assert window.session.experiment.lanes[1].name == "Lane 1 · layer 1 units 7"
    assert "differ from its lane's by 0." in told(window)
    assert window.lanes.table.rows.selected == 1, "which is drawn"
    wait_for_step(qtbot, window, began.step + 5)
    window.session.run.pause()
    window.session.undo_stack.undo()
    wait_for_lanes(qtbot, window, 1)
    assert told(window) == ""
    window.session.undo_stack.redo()
    wait_for_lanes(qtbot, window, 2)


def test_a_layer_is_added_beside_wider_and_undo_takes_it_out_of_the_stack(window: MainWindow, qtbot: QtBot) -> None:
    stack = window.session.experiment.layers
    menu = column_menu(window, 2)
    grow, deepen = entry(menu, "branch.grow"), entry(menu, "branch.deepen")
    actions = menu.actions()
    assert actions.index(deepen) == actions.index(grow) + 1
    deepen.trigger()
    menu.close()
    form = window.panels.network.branching.form
    assert isinstance(form, DeepenForm)
    assert [form.function.itemData(at) for at in range(form.function.count())] == ["identity"], "behind tanh"
    assert form.noise.value() == "0.0"
    qtbot.waitUntil(form.button.hasFocus)
    QTest.keyClick(form.button, Qt.Key.Key_Return)
    began = wait_for_lanes(qtbot, window, 2)
    assert window.session.is_training
    assert [lane.name for lane in window.session.experiment.lanes] == ["Lane 1", "Lane 1 · layer 5 added"]
    assert "what its lane says, up to rounding" in told(window)
    assert window.lanes.table.rows.selected == 1, "which is drawn"
    qtbot.waitUntil(lambda: len(window.panels.network.drawing.plan.blocks) == 5)
    wait_for_step(qtbot, window, began.step + 5)
    window.session.run.pause()
    there = at_rest(window.session)
    window.session.undo_stack.undo()
    wait_for_lanes(qtbot, window, 1)
    assert window.session.experiment.layers == stack
    window.session.undo_stack.redo()
    wait_for_lanes(qtbot, window, 2)
    assert_same_run(at_rest(window.session), there)


def test_a_hidden_layer_is_switched_off_by_the_menu_of_the_drawing(window: MainWindow, qtbot: QtBot) -> None:
    menu = column_menu(window, 2)
    entry(menu, "branch.off").trigger()
    menu.close()
    wait_for_lanes(qtbot, window, 2)
    assert window.session.is_training
    assert window.session.experiment.lanes[1].set == {"layers.2.on": False, "layers.3.on": False}
    qtbot.waitUntil(lambda: len(window.panels.network.drawing.plan.blocks) == 3)


def test_what_does_not_fit_says_why(window: MainWindow, qtbot: QtBot) -> None:
    menu = column_menu(window, 1)
    off = entry(menu, "branch.off")
    assert not off.isEnabled()
    assert "Layer 1 makes another number of values" in off.toolTip()
    menu.close()
    last = column_menu(window, 3)
    assert last.findChild(QAction, "branch.off") is None
    last.close()


def test_by_the_menu_of_the_stack(window: MainWindow, qtbot: QtBot) -> None:
    layers = window.layers
    window.panels.folds.fold("layers", False)
    layers.stack.select(1)
    row = layers.stack.rows[1]
    menu = menu_of(window, layers, row.mapTo(layers, QPoint(4, 4)))
    off = entry(menu, "branch.off")
    assert off.isEnabled(), off.toolTip()
    off.trigger()
    menu.close()
    wait_for_lanes(qtbot, window, 2)


def test_by_the_menu_of_the_lane_table(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.lanes.table.rows
    menu = menu_of(window, rows.viewport(), QPoint(30, 10), "lanes.menu")
    off, grow = menu.findChild(QMenu, "lane.branch_off"), menu.findChild(QMenu, "lane.branch_grow")
    assert isinstance(off, QMenu)
    assert isinstance(grow, QMenu)
    assert [action.text() for action in off.actions()] == ["1  Dense, Tanh", "3  Dense, Tanh"]
    assert [action.isEnabled() for action in off.actions()] == [False, True]
    grow.actions()[1].trigger()
    menu.close()
    form = window.lanes.branching.form
    assert isinstance(form, GrowForm)
    form.noise.set_value("0.0")
    qtbot.mouseClick(find(form, QPushButton, "branch.do_grow"), Qt.MouseButton.LeftButton)
    began = wait_for_lanes(qtbot, window, 2)
    assert window.session.experiment.lanes[1].set == {"layers.2.units": 10}
    assert "what its lane says, up to rounding" in told(window)
    wait_for_step(qtbot, window, began.step + 5)
    menu = menu_of(window, rows.viewport(), QPoint(30, 40), "lanes.menu")
    again = menu.findChild(QMenu, "lane.branch_off")
    assert isinstance(again, QMenu)
    assert [action.isEnabled() for action in again.actions()] == [False, False], "of the lane that has grown"
    menu.close()


def test_a_layer_that_is_normalized_says_which_numbers_can_be(shared_window: Open, qtbot: QtBot) -> None:
    window = shared_window(spiral(dense(4), {"kind": "layer_norm"}, activation("tanh"), dense(2)))
    qtbot.waitUntil(lambda: bool(window.panels.network.drawing.scenes[0].placed))
    menu = column_menu(window, 1)
    entry(menu, "branch.grow").trigger()
    menu.close()
    form = window.panels.network.branching.form
    assert isinstance(form, GrowForm)
    assert form.button.isEnabled()
    form.units.setValue(9)
    assert not form.button.isEnabled()
    assert "twice as many" in form.why_not.text()
    form.units.setValue(12)
    assert form.button.isEnabled()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.panels.network.branching.form is None)
