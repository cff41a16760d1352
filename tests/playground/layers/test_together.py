"""Several selected layers are edited together, a hidden layer is two rows, and rows have a menu of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from playground.layers.rows.choice import LayerChoice, shown_text
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from tests.playground.helpers import find, small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DENSE = {"kind": "dense", "units": 8}
RELU = {"kind": "activation", "function": "relu"}


def window_of(qtbot: QtBot) -> MainWindow:
    window = create_window(small(layers=[DENSE, RELU, DENSE, RELU, {"kind": "dense", "units": 10}]))
    qtbot.addWidget(window)
    return window


def test_a_setting_of_selected_layers_is_set_in_all_that_have_it_as_one_step_of_undo(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    session, stack = window.session, window.layers.stack
    stack.select(0)
    stack.select(4, extend=True)
    before = session.experiment
    stack.rows[0].editors["l2"].committed.emit(0.25)
    assert [layer.l2 for layer in session.experiment.layers if layer.kind == "dense"] == [0.25] * 3
    stack.rows[0].editors["units"].committed.emit(5)
    assert [layer.units for layer in session.experiment.layers if layer.kind == "dense"] == [5, 5, 10]
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.experiment == before
    stack.select(2)
    stack.rows[2].editors["l2"].committed.emit(0.5)
    assert [layer.l2 for layer in session.experiment.layers if layer.kind == "dense"] == [0, 0.5, 0]
    window.close()


def test_a_hidden_layer_comes_behind_the_block_of_the_selected_one(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.layers.stack.select(0)
    action = window.layers.actions_by_name["add_hidden_layer"]
    assert action in window.layers.actions_by_name.menu.actions()
    action.trigger()
    kinds = [layer.kind for layer in window.session.experiment.layers]
    assert kinds == ["dense", "activation"] * 3 + ["dense"]
    assert window.layers.stack.selection.indices() == [2]
    window.session.undo_stack.undo()
    assert len(window.session.experiment.layers) == 5
    window.close()


def test_the_menu_of_a_row_is_about_that_row(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    with qtbot.waitExposed(window):
        window.show()
    layers = window.layers
    row = layers.stack.rows[2]
    at = row.mapTo(layers, QPoint(4, 4))
    QApplication.sendEvent(layers, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, layers.mapToGlobal(at)))
    assert layers.stack.selection.indices() == [2]
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = {action.objectName() for action in menu.actions()}
    assert names >= {"action.add_hidden_layer", "action.duplicate_layer", "action.remove_layer"}
    menu.close()
    window.close()


def test_the_name_of_an_initialization_is_never_cut_off(qtbot: QtBot) -> None:
    window = window_of(qtbot)
    with qtbot.waitExposed(window):
        window.show()
    choice = find(window, LayerChoice, "layers.0.initialization")
    for value, short in (("he_uniform", "He"), ("xavier_normal", "Xavier"), ("uniform", "Naive")):
        choice.set_value(value)
        assert shown_text(choice) in (choice.currentText(), short)
    window.close()
