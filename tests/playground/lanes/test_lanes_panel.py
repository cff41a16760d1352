"""The table of lanes: edited in place, compared by a click, and filled in while training."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.store.presets import load_preset
from playground.lanes.table.columns import FIGURES, SETTINGS
from playground.lanes.table.figures.lane_figures import sentence, status
from playground.ui.fields.name_edit import NameEdit
from playground.ui.text import i18n
from tests.playground.helpers import click, find, small, type_into
from tests.playground.lane_desk import Desk, lane, snapshot

Key = Qt.Key
TWO = [{"name": "a"}, {"name": "b"}]

Open = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment | None = None) -> Desk:
        return Desk(qtbot, experiment or small(lanes=TWO))

    return make


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [("l2", "0.5", 0.5), ("rate", "0.4", 0.4), ("learning_rate", "0.2", 0.2), ("seed", "12", 12)],
)
def test_numbers_are_edited_in_the_table(desk: Open, qtbot: QtBot, field: str, text: str, value: float) -> None:
    d = desk()
    with qtbot.waitSignal(d.panel.edited) as said:
        type_into(d.panel, f"lanes.1.{field}", text)
    assert said.args == [f"lanes.1.{field}", value]
    assert type(d.asked[0][1]) is type(value)
    assert d.selected() == 1
    assert find(d.panel, QAbstractSpinBox, f"lanes.1.{field}").text() == text
    assert find(d.panel, QAbstractSpinBox, f"lanes.0.{field}").text() != text
    assert d.panel.table.header.varying() == {field}


def test_the_name_and_the_initialization_are_edited_in_the_table(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    name = find(d.panel, QLineEdit, "lanes.1.name")
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Mine")
    QTest.keyClick(name, Key.Key_Return)
    combo = find(d.panel, QComboBox, "lanes.0.initialization")
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_Down)
    assert d.asked == [("lanes.1.name", "Mine"), ("lanes.0.initialization", "he_normal")]
    assert d.names() == ["a", "Mine"]
    assert d.selected() == 0


def test_an_empty_name_is_refused(desk: Open) -> None:
    d = desk()
    name = find(d.panel, QLineEdit, "lanes.1.name")
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Key.Key_Delete)
    QTest.keyClick(name, Key.Key_Return)
    assert d.asked == []
    assert d.names() == ["a", "b"]


def test_showing_is_silent(desk: Open) -> None:
    d = desk()
    for name in ("initializations", "l2-and-dropout", "spiral", "l2"):
        d.show(load_preset(name))
        d.names()
        d.panel.show_snapshot(snapshot(*[lane(0.5, 0.5)] * len(d.experiment.lanes)))
        d.panel.show_snapshot(None)
    assert d.asked == []


def test_lanes_are_added_duplicated_and_removed_by_buttons(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    click(qtbot, d.panel, "action.add_lane")
    assert d.selected() == 2
    d.click_row(0)
    click(qtbot, d.panel, "action.duplicate_lane")
    assert d.names() == ["a", "a 2", "b", "Lane 3"]
    assert d.selected() == 1
    click(qtbot, d.panel, "action.remove_lane")
    assert d.asked == [("add",), ("duplicate", 0), ("remove", 1)]
    assert d.names() == ["a", "b", "Lane 3"]


def test_lanes_are_duplicated_and_removed_by_keys(desk: Open) -> None:
    d = desk()
    d.click_row(0)
    rows = d.panel.table.rows
    QTest.keyClick(rows, Key.Key_Down)
    assert d.selected() == 1
    QTest.keyClick(rows, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(rows, Key.Key_Home)
    QTest.keyClick(rows, Key.Key_Delete)
    assert d.asked == [("duplicate", 1), ("remove", 0)]
    assert d.names() == ["b", "b 2"]
    QTest.keyClick(rows, Key.Key_F2)
    assert QApplication.focusWidget() is find(d.panel, QLineEdit, "lanes.0.name")


def test_delete_while_typing_a_name_deletes_a_letter(desk: Open) -> None:
    d = desk()
    name = find(d.panel, QLineEdit, "lanes.0.name")
    name.setFocus()
    name.setCursorPosition(1)
    QTest.keyClick(name, Key.Key_Delete)
    assert d.asked == []
    assert len(d.names()) == 2


def test_the_last_lane_stays(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    click(qtbot, d.panel, "action.remove_lane")
    remove = find(d.panel, QToolButton, "action.remove_lane")
    assert not remove.isEnabled()
    assert "last lane" in remove.toolTip()
    d.panel.table.rows.setFocus()
    QTest.keyClick(d.panel.table.rows, Key.Key_Delete)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert d.asked == [("remove", 0)]
    click(qtbot, d.panel, "action.add_lane")
    assert remove.isEnabled()


@pytest.mark.parametrize(
    ("button", "field", "lanes"), [("initializations", "initialization", 3), ("l2", "l2", 4), ("dropout", "rate", 4)]
)
def test_comparisons_are_one_click(desk: Open, qtbot: QtBot, button: str, field: str, lanes: int) -> None:
    d = desk()
    with qtbot.waitSignal(d.panel.compared) as said:
        click(qtbot, d.panel, f"action.compare_{button}")
    assert said.args == [button, 0]
    assert len(d.names()) == lanes
    assert d.panel.table.header.varying() == {field}


def test_without_dropout_its_rate_cannot_be_set_or_compared(desk: Open) -> None:
    d = desk(small(lanes=TWO, layers=[{"kind": "dense", "units": 10}]))
    rate = find(d.panel, QAbstractSpinBox, "lanes.0.rate")
    compare = find(d.panel, QToolButton, "action.compare_dropout")
    for control in (rate, compare):
        assert not control.isEnabled()
        assert "no dropout layer" in control.toolTip()
    d.show(small(lanes=TWO))
    for control in (rate, compare):
        assert control.isEnabled()
        assert "no dropout layer" not in control.toolTip()


def test_layers_that_differ_show_as_mixed(desk: Open) -> None:
    d = desk(small(layers=[{"kind": "dense", "units": 8, "l2": 0.1}, {"kind": "dense", "units": 10}]))
    box = find(d.panel, QAbstractSpinBox, "lanes.0.l2")
    assert box.text() == ""
    assert box.lineEdit().placeholderText() == "mixed"
    type_into(d.panel, "lanes.0.l2", "0.02")
    assert d.asked == [("lanes.0.l2", 0.02)]
    assert box.text() == "0.02"


def test_numbers_have_room_to_be_read(desk: Open) -> None:
    d = desk(load_preset("l2-and-dropout"))
    for index in (0, 3):
        for field in ("l2", "rate", "learning_rate", "seed"):
            box = find(d.panel, QAbstractSpinBox, f"lanes.{index}.{field}")
            text = box.lineEdit().fontMetrics().horizontalAdvance(box.text())
            assert box.lineEdit().width() - box.lineEdit().textMargins().left() >= text
    assert not d.panel.table.rows.horizontalScrollBar().isVisible()


def test_a_long_name_ends_in_an_ellipsis_until_it_is_edited(desk: Open) -> None:
    long = "a name that is far too long for its column"
    d = desk(small(lanes=[{"name": long}, {"name": "b"}]))
    name, other = (find(d.panel, NameEdit, f"lanes.{index}.name") for index in (0, 1))
    assert name.text() == long
    assert long.startswith(name.shown_text().removesuffix("…"))
    assert name.shown_text().endswith("…")
    assert long in name.toolTip()
    assert other.shown_text() == "b"
    calm = name.grab().toImage()
    name.setFocus()
    assert name.grab().toImage() != calm


@pytest.mark.parametrize("language", ["en", "ko"])
def test_headings_have_room_and_all_columns_fit_at_900_pixels(desk: Open, language: str) -> None:
    i18n.set_language(language)
    try:
        d = desk(load_preset("initializations"))
        header = d.panel.table.header
        for name in (*SETTINGS, *FIGURES):
            assert not header.shown_heading(name).endswith("…"), name
        d.panel.grab()
        assert not d.panel.table.rows.horizontalScrollBar().isVisible()
    finally:
        i18n.set_language("en")


def test_what_says_least_is_left_out_before_numbers_have_to_be_scrolled(desk: Open, qtbot: QtBot) -> None:
    """Of a net without dropout, its column; and the penalty, whose loss stands beside it."""
    d = desk(small(layers=[{"kind": "dense", "units": 8}, {"kind": "dense", "units": 10}]))
    table, bar = d.panel.table, d.panel.table.rows.horizontalScrollBar()
    assert {"rate", "penalty"} <= set(table.columns.names)
    whole = table.columns.narrowest
    d.panel.resize(d.panel.width() - table.rows.viewport().width() + whole - 20, 220)
    qtbot.waitUntil(lambda: "rate" not in table.columns.names)
    assert "penalty" in table.columns.names
    assert not bar.isVisible()
    d.panel.resize(1200, 220)
    qtbot.waitUntil(lambda: "rate" in table.columns.names)


def test_selecting_does_not_scroll_sideways(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    d.panel.resize(600, 220)
    bar = d.panel.table.rows.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    d.click_row(1)
    click(qtbot, d.panel, "action.add_lane")
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    header = d.panel.table.header
    assert header.heading_at(header.width() - 12) == "penalty", "the headings scroll with the rows"


def test_figures_are_written_out(desk: Open) -> None:
    d = desk()
    dash = "–"
    assert d.texts(0) == (dash,) * 6
    d.panel.show_snapshot(snapshot(lane(1.0, 0.793), lane(0.9366, 0.95, loss=12.3456789)))
    assert d.texts(0) == ("100.0%", "79.3%", "+20.7", "0.5000", "0.7500", "0.1250")
    assert d.texts(1) == ("93.7%", "95.0%", "−1.3", "12.346", "12.596", "0.1250")
    assert [d.figures(index).is_best for index in (0, 1)] == [False, True]
    d.panel.show_snapshot(None)
    assert d.texts(0) == (dash,) * 6


def test_a_diverged_lane_says_so_and_nan_is_a_dash(desk: Open) -> None:
    d = desk()
    nan = math.nan
    d.panel.show_snapshot(snapshot(lane(nan, nan, loss=nan, diverged_at=4), lane(0.5, 0.4, loss=math.inf)))
    assert d.texts(0) == ("–",) * 6
    assert status(d.figures(0)) == "diverged at step 4"
    assert "diverged at step 4" in sentence(d.figures(0))
    assert d.texts(1)[3:] == ("∞", "∞", "0.1250")
    assert status(d.figures(1)) == ""
    d.panel.grab()  # both are painted without an error


def test_figures_change_in_place(desk: Open) -> None:
    d = desk()
    d.panel.show_snapshot(snapshot(lane(0.5, 0.5), lane(0.6, 0.6)))
    name = find(d.panel, QLineEdit, "lanes.0.name")
    name.setFocus()
    QTest.keyClicks(name, "half typed")
    changes = QSignalSpy(d.panel.table.rows.model_of_lanes.dataChanged)
    d.panel.show_snapshot(snapshot(lane(0.7, 0.5), lane(0.6, 0.6)))
    assert changes.count() == 1
    assert changes.at(0)[0].row() == 0, "and the other row is not painted again"
    d.panel.show_snapshot(snapshot(lane(0.7, 0.5), lane(0.6, 0.6)))
    assert changes.count() == 1, "what has not changed is not painted again"
    assert d.texts(0)[0] == "70.0%"
    assert QApplication.focusWidget() is name
    assert name.text() == "ahalf typed"


def test_a_snapshot_of_other_lanes_is_not_mixed_up(desk: Open) -> None:
    d = desk()
    d.panel.show_snapshot(snapshot(lane(0.5, 0.5)))
    assert d.texts(0) == ("–",) * 6


def test_sixty_four_lanes(desk: Open, qtbot: QtBot) -> None:
    lanes = [{"name": f"seed {index}", "set": {"seed": index}} for index in range(64)]
    d = desk(small(lanes=lanes))
    assert len(d.panel.table.rows.model_of_lanes.lanes) == 64
    for name in ("action.add_lane", "action.duplicate_lane"):
        button = find(d.panel, QToolButton, name)
        assert not button.isEnabled()
        assert "64" in button.toolTip()
    d.click_row(0)
    QTest.keyClick(d.panel.table.rows, Key.Key_End)
    assert d.selected() == 63
    qtbot.waitUntil(lambda: 63 in d.panel.table.rows.in_sight())
    d.panel.show_snapshot(snapshot(*[lane(index / 64, 0.5) for index in range(64)]))
    assert d.texts(63)[0] == "98.4%"
    type_into(d.panel, "lanes.63.seed", "99")
    click(qtbot, d.panel, "action.remove_lane")
    assert d.asked == [("lanes.63.seed", 99), ("remove", 63)]
    assert find(d.panel, QToolButton, "action.add_lane").isEnabled()


def test_every_control_explains_itself_and_can_be_reached(desk: Open) -> None:
    d = desk()
    for kind in (QAbstractSpinBox, QComboBox, QLineEdit, QToolButton):
        for control in d.panel.findChildren(kind):
            if control.objectName().startswith(("lanes.", "action.")):
                assert control.accessibleName(), control.objectName()
                assert control.toolTip(), control.objectName()
                assert control.focusPolicy() != Qt.FocusPolicy.NoFocus, control.objectName()
    assert find(d.panel, QAbstractSpinBox, "lanes.1.rate").accessibleName() == "Lane b: dropout rate"


def test_the_table_says_of_which_step_its_figures_are(desk: Open) -> None:
    """They may lie behind the step that the run has come to."""
    d = desk()
    header = d.panel.table.header
    assert header.shown_step() == ""
    blank = header.grab().toImage()
    d.panel.show_snapshot(replace(snapshot(lane(0.5, 0.4), lane(0.5, 0.4)), step=55, evaluated_at=40))
    assert header.shown_step() == "step 40"
    assert header.grab().toImage() != blank
    back = [replace(lane(0.5, 0.4), stopped_at=50, restored_from=step) for step in (30, 30, 20)]
    d.panel.show_snapshot(replace(snapshot(*back[:2]), step=55, evaluated_at=50))
    assert header.shown_step() == "step 30", "that of the weights which early stopping went back to"
    d.panel.show_snapshot(replace(snapshot(*back[1:]), step=55, evaluated_at=50))
    assert not header.shown_step(), "no one step is that of all"
    d.panel.show_snapshot(replace(snapshot(lane(0.5, 0.4), lane(0.5, 0.4)), step=1_234_570, evaluated_at=1_234_567))
    assert header.shown_step() == "1,234,567"
    d.panel.show_snapshot(None)
    assert header.shown_step() == ""
