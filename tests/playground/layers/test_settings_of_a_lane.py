"""The stack as one lane has it: its own values, and its own structure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QMenu, QSlider, QWidget
from pytestqt.qtbot import QtBot

from engine.store.presets import load_preset
from playground.shell.main_window import MainWindow
from tests.playground.helpers import find, small, type_into
from tests.playground.layers.desk import CONTROL, Desk, Key, Open

# Offscreen says so where a menu opens.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


# --- the settings of one lane ---

LANES = [{"name": "a"}, {"name": "b", "set": {"layers.0.l2": 0.1, "layers.*.rate": 0.5}}, {"name": "c"}]


def choose_scope(d: Desk, index: int) -> None:
    """By the keyboard, as from any list."""
    scope = d.panel.scope
    scope.setFocus()
    QTest.keyClick(scope, Key.Key_Home)
    for _ in range(index):
        QTest.keyClick(scope, Key.Key_Down)


def test_with_one_lane_there_is_no_choice_of_lanes(desk: Open) -> None:
    d = desk()
    scope = find(d.panel, QComboBox, "layers.scope")
    assert not scope.isVisible()
    d.experiment = small(lanes=LANES)
    d.panel.show_experiment(d.experiment)
    assert scope.isVisible()
    assert [scope.itemText(index) for index in range(scope.count())] == ["All lanes", "a", "b", "c"]
    assert all(not scope.itemIcon(index).isNull() for index in (1, 2, 3))
    assert scope.toolTip()
    assert scope.accessibleName()


def test_where_lanes_go_without_layers_the_parameters_are_those_of_a_lane(desk: Open) -> None:
    d = desk(load_preset("dense-or-conv"))
    assert d.panel.count.text() == "1,258 – 12,010 parameters"
    choose_scope(d, 1)
    one = d.panel.count.text()
    choose_scope(d, 2)
    assert {one, d.panel.count.text()} == {"1,258 parameters", "12,010 parameters"}


def test_where_lanes_differ_in_units_the_parameters_are_those_of_the_least_and_the_most(desk: Open) -> None:
    """2-2-2-2, and 64 units in each hidden layer: 6 + 6 + 6, and 192 + 4160 + 130."""
    assert desk(load_preset("width")).panel.count.text() == "18 – 4,482 parameters"


def test_a_setting_is_made_for_one_lane(desk: Open) -> None:
    d = desk(small(lanes=LANES))
    choose_scope(d, 3)
    type_into(d.panel, "layers.3.l1", "0.01")
    combo = find(d.panel, QComboBox, "layers.0.initialization")
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_End)
    assert d.asked == [("lanes.2.set.layers.3.l1", 0.01), ("lanes.2.set.layers.0.initialization", "zeros")]
    assert d.experiment.layers[3].model_dump()["l1"] == 0
    assert d.experiment.lanes[2].set == {"layers.3.l1": 0.01, "layers.0.initialization": "zeros"}
    box = find(d.panel, QAbstractSpinBox, "layers.3.l1")
    assert box.text() == "0.01"
    assert box.font().bold()
    assert "c" in box.toolTip()
    choose_scope(d, 0)
    assert box.text() == "0"
    assert not box.font().bold()
    assert box.font().italic(), "and who has another value is marked for all lanes too"
    assert "c (0.01)" in box.toolTip()


def test_a_lane_shows_its_own_values(desk: Open) -> None:
    d = desk(small(lanes=LANES))
    choose_scope(d, 2)
    l2, rate = (find(d.panel, QAbstractSpinBox, f"layers.{name}") for name in ("0.l2", "2.rate"))
    assert (l2.text(), rate.text()) == ("0.1", "0.5")
    assert l2.font().bold()
    assert rate.font().bold()
    assert not find(d.panel, QAbstractSpinBox, "layers.3.l2").font().bold()
    assert find(d.panel, QSlider, "layers.2.rate.slider").value() == 10
    choose_scope(d, 1)
    assert (l2.text(), rate.text()) == ("0", "0.1")
    assert not l2.font().bold()
    assert d.asked == []


def test_a_lane_gives_its_own_back_by_a_key(desk: Open) -> None:
    d = desk(small(lanes=LANES))
    choose_scope(d, 2)
    box = find(d.panel, QAbstractSpinBox, "layers.0.l2")
    box.setFocus()
    d.press(Key.Key_Backspace, CONTROL)
    assert d.asked == [("lanes.1.set.layers.0.l2", None)]
    assert d.experiment.lanes[1].set == {"layers.*.rate": 0.5}
    assert (box.text(), box.font().bold()) == ("0", False)
    d.press(Key.Key_Backspace, CONTROL)
    assert len(d.asked) == 1, "there is nothing more to give back"


def test_a_lane_gives_its_own_back_by_the_menu(desk: Open) -> None:
    d = desk(small(lanes=LANES))
    slider = find(d.panel, QSlider, "layers.2.rate.slider")
    assert slider.actions() == []
    choose_scope(d, 2)
    assert slider.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    (action,) = slider.actions()
    assert "every layer" in action.text(), "it is set for all of them at once"
    action.trigger()
    assert d.asked == [("lanes.1.set.layers.*.rate", None)]
    assert slider.value() == 2
    assert slider.actions() == []


def test_a_lane_has_a_structure_of_its_own(desk: Open) -> None:
    d = desk(small(lanes=LANES))
    choose_scope(d, 3)
    type_into(d.panel, "layers.0.units", "5")
    combo = find(d.panel, QComboBox, "layers.1.function")
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_End)
    assert d.experiment.lanes[2].set["layers.0.units"] == 5
    units = find(d.panel, QAbstractSpinBox, "layers.0.units")
    assert (units.text(), units.font().bold()) == ("5", True)
    assert d.panel.stack.rows[3].second_line().startswith("5→10")
    assert not find(d.panel, QWidget, "layers.3.units").isEnabled(), "as many as classes"
    choose_scope(d, 2)
    assert (units.text(), units.font().bold()) == ("8", False)
    choose_scope(d, 0)
    assert "c (5)" in units.toolTip()
    assert not find(d.panel, QWidget, "layers.3.units").isEnabled()


def test_a_layer_that_a_lane_goes_without_is_there_struck_out(desk: Open) -> None:
    d = desk(small(lanes=[*LANES, {"name": "bare", "set": {"layers.2.on": False}}]))
    choose_scope(d, 4)
    row = d.panel.stack.rows[2]
    assert row.kind == "dropout", "and no layer that passes on"
    assert row.second_line() == "off in this lane"
    rate = find(d.panel, QAbstractSpinBox, "layers.2.rate")
    assert not rate.isEnabled()
    assert "without" in rate.toolTip()
    assert row.net.row is not None
    assert row.net.row.dropped == ()
    choose_scope(d, 1)
    assert rate.isEnabled()
    assert "off" not in row.second_line()


def test_layers_are_switched_off_and_on_in_the_lane_in_view(qtbot: QtBot) -> None:
    window = MainWindow(small(lanes=LANES))
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.session.dataset is not None)
    panel, session = window.layers, window.session
    before = session.experiment

    def switch(words: str) -> None:
        menu = QMenu()
        panel._offer_to_switch(menu)
        action = next(action for action in menu.actions() if action.objectName() == "layers.switch")
        assert action.text() == words
        action.trigger()

    panel.stack.select(1)
    menu = QMenu()
    panel._offer_to_switch(menu)
    assert menu.isEmpty(), "for all lanes a layer is removed"
    panel.scope.setCurrentIndex(2)
    switch("Switch off in b")
    assert session.experiment.lanes[1].set["layers.1.on"] is False
    switch("Switch on in b")
    assert session.experiment == before
    for _ in range(2):
        session.undo_stack.undo()
    assert session.experiment == before
    window.close()


def test_the_choice_follows_its_lane(desk: Open) -> None:
    d = desk(small(lanes=LANES))
    choose_scope(d, 3)
    renamed = [*LANES[:2], {"name": "other"}]
    d.panel.show_experiment(small(lanes=renamed))
    assert d.panel.scope.currentText() == "other"
    d.panel.show_experiment(small(lanes=renamed[1:]))
    assert d.panel.scope.currentText() == "other"
    assert d.panel.scope.lane == 1
    d.panel.show_experiment(small(lanes=LANES[:2]))
    assert d.panel.scope.currentText() == "All lanes"
    assert d.panel.scope.lane is None
    choose_scope(d, 2)
    d.panel.show_experiment(small())
    assert d.panel.scope.lane is None
    assert not d.panel.scope.isVisible()
    assert d.asked == []


def test_several_layers_and_one_lane_in_the_window(qtbot: QtBot) -> None:
    """What the panel asks for reaches the experiment, each as one step of undo."""
    window = MainWindow(small(lanes=LANES))
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.session.dataset is not None)
    panel, session = window.layers, window.session
    start = session.experiment
    panel.stack.selection.select_all([0, 1])
    panel.stack._show_selection()
    panel.actions_by_name["duplicate_layer"].trigger()
    assert [layer.kind for layer in session.experiment.layers[:4]] == ["dense", "activation"] * 2
    panel.actions_by_name["move_layer_down"].trigger()
    assert panel.stack.selection.indices() == [3, 4]
    panel.scope.setCurrentIndex(2)
    type_into(window, "layers.0.l2", "0.5")
    assert session.experiment.lanes[1].set["layers.0.l2"] == 0.5
    for _ in range(3):
        session.undo_stack.undo()
    assert session.experiment == start
    window.close()
