"""The stack of layers, worked as a person does: by buttons, keys, typing and dragging."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCheckBox, QComboBox, QMenu, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.nn.layers.parts.functions import ACTIVATIONS, Function
from engine.nn.layers.registry import LAYERS
from engine.store.presets import load_preset
from playground.layers.rows.kind_mark import curve
from tests.playground.helpers import click, find, small, type_into, with_room
from tests.playground.layers.desk import ALT, CONTROL, SHIFT, Key, Open, drag

# Offscreen says so where a menu opens.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


def test_it_shows_the_stack_between_input_and_output(desk: Open) -> None:
    d = desk()
    assert d.kinds() == "DaoD"
    assert find(d.panel, QAbstractSpinBox, "layers.0.units").text() == "8"
    assert find(d.panel, QComboBox, "layers.1.function").currentText() == "ReLU"
    assert find(d.panel, QAbstractSpinBox, "layers.2.rate").text() == "0.1"
    assert d.panel.stack.input.text() == "8 × 8 = 64"
    assert d.panel.stack.output.text() == "10 classes"
    assert "610" in d.panel.count.text()  # 64*8+8 + 8*10+10
    assert d.selected() == []


@pytest.mark.parametrize("function", get_args(Function))
def test_an_activation_is_marked_by_its_own_curve(function: Function) -> None:
    curve.cache_clear()
    path = curve(ACTIVATIONS[function])
    points = [path.elementAt(index) for index in range(path.elementCount())]
    assert all(-1.001 <= value <= 1.001 for point in points for value in (point.x, point.y))
    heights = [-point.y for point in points]
    assert heights[-1] > heights[0]
    if function == "relu":
        assert len({round(height, 6) for height in heights[:17]}) == 1, "flat up to the middle"
        assert heights[17:] == sorted(set(heights[17:]))


def test_numbers_have_room_to_be_read(desk: Open) -> None:
    d = desk(small(layers=[{"kind": "dense", "units": 10000, "l2": 0.0001}, {"kind": "dense", "units": 10}]))
    d.panel.resize(400, 440)  # as the window has it; wide fonts need it all
    for name in ("layers.0.units", "layers.0.l2"):
        box = find(d.panel, QAbstractSpinBox, name)
        text = box.lineEdit().fontMetrics().horizontalAdvance(box.text())
        assert box.lineEdit().width() - box.lineEdit().textMargins().left() >= text


@pytest.mark.parametrize("kind", [kind for kind, spec in LAYERS.items() if spec.sees_pictures])
def test_a_layer_that_sees_pictures_goes_where_there_still_is_one(desk: Open, kind: str) -> None:
    """Before the first dense layer, wherever one has clicked; and the next one behind it."""
    d = desk()
    d.click_row(0)
    d.add(kind)
    assert d.asked == [("insert", 0, kind)]
    assert d.selected() == [0]
    d.add("conv2d")
    places = {"conv2d": 1, "max_pool": 1, "average_pool": 1}
    assert d.asked[1] == ("insert", places.get(kind, 0), "conv2d")


@pytest.mark.parametrize("kind", [kind for kind, spec in LAYERS.items() if not spec.sees_pictures])
def test_a_layer_is_added_behind_the_selected_one(desk: Open, kind: str) -> None:
    d = desk()
    d.click_row(0)
    d.add(kind)
    assert d.asked == [("insert", 1, kind)]
    assert d.experiment.layers[1].kind == kind
    assert len(d.kinds()) == len(d.experiment.layers)
    assert d.selected() == [1]


def test_without_a_selection_a_layer_goes_before_the_output(desk: Open) -> None:
    d = desk()
    d.panel.actions_by_name.add_chosen.emit("dense")
    assert d.asked == [("insert", 3, "dense")]
    assert d.kinds() == "DaoDD"


def test_only_a_dropout_goes_behind_the_output(desk: Open) -> None:
    d = desk()
    d.click_row(3)
    d.add("activation")
    d.click_row(4)
    d.add("dropout")
    assert d.kinds() == "DaoaDo"


def test_the_add_button_opens_the_list_of_kinds(desk: Open) -> None:
    d = desk()
    button = find(d.panel, QToolButton, "action.add_layer")
    assert button.menu() is d.panel.actions_by_name.menu
    menu = d.panel.findChild(QMenu)
    assert menu is not None
    kinds = [spec.title for spec in LAYERS.values()]
    assert [action.text() for action in menu.actions()] == ["Hidden layer", "", *kinds, ""]
    assert all(action.toolTip() != action.text() for action in d.panel.actions_by_name.kinds())
    assert d.panel.actions_by_name.note() == ""


def test_duplicate_by_button_and_by_key(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.click_row(1)
    click(qtbot, d.panel, "action.duplicate_layer")
    assert d.kinds() == "DaaoD"
    assert d.selected() == [2]
    d.press(Key.Key_D, CONTROL)
    assert d.asked == [("duplicate", 1), ("duplicate", 2)]
    assert d.selected() == [3]


def test_remove_by_button_and_by_key(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.click_row(2)
    click(qtbot, d.panel, "action.remove_layer")
    assert d.kinds() == "DaD"
    d.click_row(1)
    d.press(Key.Key_Delete)
    assert d.asked == [("remove", 2), ("remove", 1)]
    assert d.kinds() == "DD"
    assert d.selected() == [1]


def test_several_are_removed_at_once(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    d.click_row(2, SHIFT)
    assert d.selected() == [0, 1, 2]
    assert "3" in d.panel.details.text()
    d.press(Key.Key_Delete)
    assert d.asked == [("remove", 0, 1, 2)]
    assert d.kinds() == "D"


def test_move_by_button_and_by_key(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.click_row(2)
    click(qtbot, d.panel, "action.move_layer_up")
    assert d.kinds() == "DoaD"
    assert d.selected() == [1]
    d.press(Key.Key_Up, ALT)
    assert d.kinds() == "oDaD"
    assert not find(d.panel, QToolButton, "action.move_layer_up").isEnabled()
    d.press(Key.Key_Down, ALT)
    click(qtbot, d.panel, "action.move_layer_down")
    assert d.kinds() == "DaoD"
    assert d.selected() == [2]
    assert d.asked == [("move", 2, 1), ("move", 1, 0), ("move", 0, 1), ("move", 1, 2)]


def test_a_row_is_dragged_down_and_up(desk: Open) -> None:
    d = desk()
    rows = d.panel.stack.rows
    drag(d, 0, rows[2].geometry().bottom() - 2)
    assert d.asked == [("move", 0, 2)]
    assert d.kinds() == "aoDD"
    assert d.selected() == [2]
    drag(d, 2, 2 + d.panel.stack.input.height())
    assert d.asked[1:] == [("move", 2, 0)]
    assert d.kinds() == "DaoD"


def test_dragging_to_its_own_place_or_escape_moves_nothing(desk: Open) -> None:
    d = desk()
    rows = d.panel.stack.rows
    drag(d, 1, rows[1].geometry().bottom() - 1)
    drag(d, 1, rows[3].geometry().bottom() - 1, drop=False)
    QTest.keyClick(d.panel.stack, Key.Key_Escape)
    QTest.mouseRelease(d.panel.stack, Qt.MouseButton.LeftButton, pos=QPoint(40, rows[3].geometry().bottom() - 1))
    assert d.asked == []
    assert d.kinds() == "DaoD"


def test_arrow_keys_walk_through_the_rows(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    d.press(Key.Key_Down)
    assert d.selected() == [1]
    d.press(Key.Key_End)
    assert d.selected() == [3]
    d.press(Key.Key_Up, SHIFT)
    assert d.selected() == [2, 3]
    d.press(Key.Key_Home)
    assert d.selected() == [0]
    d.press(Key.Key_Return)
    assert QApplication.focusWidget() is find(d.panel, QAbstractSpinBox, "layers.0.units")


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        *(("layers.0.units", "12", 12), ("layers.0.l1", "0.001", 0.001), ("layers.0.l2", "0.25", 0.25)),
        ("layers.2.rate", "0.35", 0.35),
    ],
)
def test_a_typed_number_says_path_and_value(desk: Open, qtbot: QtBot, path: str, text: str, value: float) -> None:
    d = desk()
    d.click_row(int(path.split(".")[1]))
    with qtbot.waitSignal(d.panel.edited) as said:
        type_into(d.panel, path, text)
    assert said.args == [path, value]
    assert d.asked == [(path, value)]
    assert type(d.asked[0][1]) is type(value)
    assert d.selected() == [int(path.split(".")[1])]


@pytest.mark.parametrize(
    ("path", "value"), [("layers.0.initialization", "xavier_uniform"), ("layers.1.function", "leaky_relu")]
)
def test_a_choice_is_made_by_keys(desk: Open, qtbot: QtBot, path: str, value: str) -> None:
    d = desk()
    combo = find(d.panel, QComboBox, path)
    combo.setFocus()
    steps = combo.findData(value) - combo.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(combo, Key.Key_Down if steps > 0 else Key.Key_Up)
    assert d.asked[-1] == (path, value)
    assert combo.currentData() == value


def test_the_bias_stands_below_the_stack(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.click_row(0)
    bias = find(d.panel, QCheckBox, "layers.0.bias")
    assert bias.isVisible()
    qtbot.mouseClick(bias, Qt.MouseButton.LeftButton, pos=QPoint(8, bias.height() // 2))
    assert d.asked == [("layers.0.bias", False)]
    d.click_row(1)
    assert not bias.isVisible()
    assert "positive" in d.panel.details.text()


def test_the_rate_moves_by_its_slider(desk: Open) -> None:
    d = desk()
    slider = find(d.panel, QSlider, "layers.2.rate.slider")
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_Right)
    assert d.asked == [("layers.2.rate", 0.15)]
    assert find(d.panel, QAbstractSpinBox, "layers.2.rate").text() == "0.15"
    QTest.keyClick(slider, Key.Key_End)
    assert d.asked[-1] == ("layers.2.rate", 0.95), "1 is excluded"


@pytest.mark.parametrize("text", ["50", "-1", ""])
def test_what_is_out_of_range_is_not_said(desk: Open, text: str) -> None:
    d = desk()
    box = find(d.panel, QAbstractSpinBox, "layers.0.l2")
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Key.Key_Delete)
    QTest.keyClicks(box, text)
    d.press(Key.Key_Tab)
    assert d.asked == []
    assert box.text() == "0"


def test_delete_while_typing_deletes_a_digit(desk: Open) -> None:
    d = desk()
    box = find(d.panel, QAbstractSpinBox, "layers.0.units")
    box.setFocus()
    box.lineEdit().setCursorPosition(0)
    d.press(Key.Key_Delete)
    assert d.asked == []
    assert box.text() == ""


@pytest.mark.parametrize(
    ("button", "then"),
    [("move_layer_down", ("move", 0, 1)), ("duplicate_layer", ("duplicate", 0)), ("remove_layer", ("remove", 0))],
)
def test_what_is_being_typed_counts_for_its_own_layer(desk: Open, button: str, then: tuple[Any, ...]) -> None:
    """The buttons do not take the focus, so nothing but this ends the typing before the layers change places."""
    hidden = {"kind": "dense", "units": 4}
    d = desk(small(layers=[hidden, hidden, {"kind": "dense", "units": 10}]))
    l2 = find(d.panel, QAbstractSpinBox, "layers.0.l2")
    l2.setFocus()
    l2.selectAll()
    QTest.keyClicks(l2, "0.5")
    click(d.qtbot, d.panel, f"action.{button}")
    assert d.asked == [("layers.0.l2", 0.5), then]
    if button == "move_layer_down":
        assert [layer.model_dump()["l2"] for layer in d.experiment.layers] == [0, 0.5, 0]
        assert QApplication.focusWidget() is find(d.panel, QAbstractSpinBox, "layers.1.l2")


def test_what_is_being_typed_is_lost_with_its_layer(desk: Open) -> None:
    d = desk()
    l2 = find(d.panel, QAbstractSpinBox, "layers.0.l2")
    l2.setFocus()
    l2.selectAll()
    QTest.keyClicks(l2, "0.5")
    d.remove([0])  # as undo does, or another experiment
    assert d.asked == [("remove", 0)]


def test_what_is_refused_goes_back(desk: Open) -> None:
    d = desk()
    d.is_refusing = True
    type_into(d.panel, "layers.0.units", "12")
    assert d.asked == [("layers.0.units", 12)]
    assert find(d.panel, QAbstractSpinBox, "layers.0.units").text() == "8"


def test_showing_is_silent(desk: Open) -> None:
    d = desk()
    d.click_row(1)
    for experiment in (load_preset("l2-and-dropout"), load_preset("spiral"), small(), load_preset("initializations")):
        d.experiment = experiment
        d.panel.show_experiment(experiment)
        d.panel.show_dataset(None)
        d.panel.show_dataset(load(experiment.data))
        d.kinds()
        d.selected()
    assert d.asked == []


def test_the_output_has_one_unit_a_class_and_says_so(desk: Open) -> None:
    d = desk()
    units = find(d.panel, QAbstractSpinBox, "layers.3.units")
    assert not units.isEnabled()
    assert "class" in units.toolTip()
    first = find(d.panel, QAbstractSpinBox, "layers.0.units")
    assert first.isEnabled()
    assert "one unit for each class" not in first.toolTip()
    d.click_row(3)
    d.press(Key.Key_Up, ALT)
    d.press(Key.Key_Up, ALT)
    d.press(Key.Key_Up, ALT)
    assert d.kinds() == "DDao"
    assert not find(d.panel, QAbstractSpinBox, "layers.1.units").isEnabled()
    assert find(d.panel, QAbstractSpinBox, "layers.0.units").isEnabled()


def test_fields_that_lanes_set_are_marked(desk: Open) -> None:
    lanes = [{"name": "a"}, {"name": "big", "set": {"layers.*.l2": 0.1, "layers.0.initialization": "zeros"}}]
    d = desk(small(lanes=lanes))
    box = find(d.panel, QAbstractSpinBox, "layers.0.l2")
    assert box.font().italic()
    assert "big" in box.toolTip()
    assert "big" in find(d.panel, QComboBox, "layers.0.initialization").toolTip()
    assert "big" not in find(d.panel, QComboBox, "layers.3.initialization").toolTip()
    assert not find(d.panel, QAbstractSpinBox, "layers.2.rate").font().italic()
    d.panel.show_experiment(small())
    assert not box.font().italic()
    assert "big" not in box.toolTip()
    assert "big" not in find(d.panel, QComboBox, "layers.0.initialization").toolTip()


def test_a_hundred_layers(desk: Open) -> None:
    hidden = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dropout"}]
    d = desk(small(layers=[*(hidden * 33), {"kind": "dense", "units": 10}]))
    assert len(d.kinds()) == 100
    d.click_row(0)
    d.press(Key.Key_End)
    last = d.panel.stack.rows[99]
    d.qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    rows = list(d.panel.stack.rows)
    d.press(Key.Key_Delete)
    assert d.asked == [("remove", 99)]
    assert d.kinds().endswith("aoD"), "the net still ends in its output"
    d.click_row(49)
    d.press(Key.Key_D, CONTROL)
    assert len(d.kinds()) == 98
    assert sum(row in rows for row in d.panel.stack.rows) == 97, "rows are reused"


def test_every_control_explains_itself_and_can_be_reached(desk: Open) -> None:
    d = desk()
    for kind in (QAbstractSpinBox, QComboBox, QSlider, QCheckBox, QToolButton):
        for control in d.panel.findChildren(kind):
            if control.objectName().startswith(("layers.", "action.")):
                assert control.accessibleName(), control.objectName()
                assert control.toolTip(), control.objectName()
                assert control.focusPolicy() != Qt.FocusPolicy.NoFocus, control.objectName()
    names = [find(d.panel, QAbstractSpinBox, f"layers.{index}.units").accessibleName() for index in (0, 3)]
    assert names == ["Layer 1 units", "Layer 4 units"]


def test_tab_goes_from_top_to_bottom(desk: Open) -> None:
    d = desk()
    d.insert(1, "dropout")
    d.qtbot.waitUntil(d.panel.stack.rows[1].isVisible)
    find(d.panel, QAbstractSpinBox, "layers.0.units").setFocus()
    seen = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.objectName())
        d.press(Key.Key_Tab)
    assert [name for name in seen if name.count(".") > 1] == [
        *("layers.0.units", "layers.0.initialization", "layers.0.l2"),
        *("layers.1.rate.slider", "layers.1.rate", "layers.2.function"),
    ]


# --- what cannot be ---


def test_the_last_dense_layer_stays_and_the_strip_says_why(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    d.press(Key.Key_End, SHIFT)
    d.press(Key.Key_Delete)
    assert d.asked == []
    assert "at least one dense layer" in d.panel.details.text()
    d.click_row(2)
    assert "at least" not in d.panel.details.text()


def test_a_stack_too_high_is_refused_in_place(desk: Open) -> None:
    d = desk(small(layers=[*([{"kind": "flatten"}] * 999), {"kind": "dense", "units": 10}]))
    d.panel.stack.select(0)
    click(d.qtbot, d.panel, "action.duplicate_layer")
    assert d.asked == []
    assert "1,000" in d.panel.details.text()


# --- what a row says ---


def test_each_row_says_its_sizes_and_parameters(desk: Open) -> None:
    d = desk(small(layers=[{"kind": "dense", "units": 100}, {"kind": "batch_norm"}, {"kind": "dense", "units": 10}]))
    d.panel.resize(400, 440)
    d.qtbot.waitUntil(lambda: d.panel.stack.width() > 380)
    texts = [row.second_line() for row in d.panel.stack.rows]
    assert texts == ["64→100 · 6.5k", "100→100 · 200", "100→10 · 1k"]
    assert "6,500" in d.panel.stack.rows[0].toolTip()
    assert "6500" not in d.panel.stack.rows[0].toolTip()
    assert "6,500" in d.panel.stack.rows[0].accessibleDescription()
    assert "7,710" in d.panel.count.text()


@pytest.mark.parametrize("width", [340, 360, 400, 480, 600])
def test_everything_has_its_place_at_any_width(desk: Open, width: int) -> None:
    d = desk()
    d.insert(1, "batch_norm")
    d.panel.resize(with_room(width), 440)
    d.qtbot.waitUntil(lambda: d.panel.stack.rows[1].width() == with_room(width) - 8)
    columns = d.panel.stack.columns
    assert 40 <= columns.gutter <= 56
    for row in d.panel.stack.rows:
        edge = columns.name.end
        for editor in row.tab_stops():
            assert editor.x() >= edge
            edge = editor.geometry().right() + 1
        assert edge <= row.width()
    dense = d.panel.stack.rows[0]
    for name in ("units", "initialization", "l2"):
        left = dense.editors[name].mapTo(d.panel, QPoint(8, 0)).x()
        assert d.panel.heading.caption_at(left) == name, "captions stand above their editors"


def test_batch_norm_has_momentum_and_epsilon(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    d.add("batch_norm")
    assert d.kinds() == "DbaoD"
    type_into(d.panel, "layers.1.momentum", "0.3")
    epsilon = find(d.panel, QAbstractSpinBox, "layers.1.epsilon")
    assert epsilon.isVisible()
    type_into(d.panel, "layers.1.epsilon", "0.001")
    assert d.asked[1:] == [("layers.1.momentum", 0.3), ("layers.1.epsilon", 0.001)]
    d.click_row(0)
    assert not epsilon.isVisible()
