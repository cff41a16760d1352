"""Numbers as a person writes them: typed, stepped by keys and wheel, and what is then committed."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QStyle,
    QStyleOptionSpinBox,
    QToolTip,
)
from pytestqt.qtbot import QtBot

from engine.data.spec import DataSpec
from engine.fields import FieldInfo, field_info
from playground.ui.fields.field_edit import Editor, make_editor
from playground.ui.fields.numbers import steps
from playground.ui.fields.numbers.number_edit import IntegerEdit, NumberEdit
from playground.ui.fields.text_edit import TextEdit
from playground.ui.text import field_text
from tests.playground.ui.bench import BATCH, BIAS, L2, LABEL, LEARNING_RATE, RATE, START, UNITS, Bench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Offscreen, Qt says of every popup what it cannot do."""


SHUFFLE = field_info(DataSpec, "shuffle_seed")


def test_typing_a_number_and_enter_commits_once(bench: Bench) -> None:
    edit = bench.show(NumberEdit(RATE))
    bench.type(edit, "0.5", None)
    assert bench.committed == [], "what is being typed does not count yet"
    bench.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert bench.committed == [0.5]
    bench.qtbot.keyClick(edit, Qt.Key.Key_Return)
    bench.leave()
    assert bench.committed == [0.5]


def test_the_keypads_enter_counts_too(bench: Bench) -> None:
    edit = bench.show(NumberEdit(RATE))
    bench.type(edit, "0.5", Qt.Key.Key_Enter)
    assert bench.committed == [0.5]


def test_leaving_the_editor_commits(bench: Bench) -> None:
    edit = bench.show(IntegerEdit(UNITS))
    bench.type(edit, "64", None)
    bench.leave()
    assert bench.committed == [64]
    bench.type(edit, "32", Qt.Key.Key_Tab)
    assert bench.committed == [64, 32]


def test_typing_the_same_value_commits_nothing(bench: Bench) -> None:
    edit = bench.show(NumberEdit(RATE))
    edit.set_value(0.2)
    bench.type(edit, "0.20")
    assert bench.committed == []


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return], ids=["while typing", "after Enter"])
def test_escape_brings_the_old_value_back(bench: Bench, key: Qt.Key | None) -> None:
    edit = bench.show(NumberEdit(RATE))
    edit.set_value(0.2)
    bench.type(edit, "7", key)
    bench.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "0.2"
    assert edit.value() == 0.2
    assert not edit.property("invalid")
    bench.leave()
    assert bench.committed == []


@pytest.mark.parametrize(
    ("info", "text"),
    [(RATE, "1"), (RATE, "-0.1"), (RATE, "5"), (L2, "11"), (LEARNING_RATE, "0"), (LEARNING_RATE, "1e9"), (RATE, "1e")],
    ids=lambda value: value.name if isinstance(value, FieldInfo) else value,
)
def test_what_is_out_of_range_is_refused_visibly(bench: Bench, info: FieldInfo, text: str) -> None:
    edit = bench.show(NumberEdit(info))
    before, usual = edit.value(), edit.grab().toImage()
    bench.type(edit, text)
    assert bench.committed == []
    assert edit.text() == text, "it stays, to be corrected"
    assert edit.property("invalid") is True
    assert field_text.range_text(info) in edit.toolTip()
    assert QToolTip.isVisible()
    assert edit.grab().toImage() != usual
    bench.leave()
    assert edit.value() == before
    assert float(edit.text()) == before
    assert not edit.property("invalid")
    assert edit.toolTip() == field_text.tooltip(info)
    assert bench.committed == []


@pytest.mark.parametrize("above", [10, 45, 80, 300])
def test_where_the_screen_ends_below_the_editor_the_reason_stands_above(bench: Bench, above: int) -> None:
    """Upon the editor it would come up under the pointer, and go at once, as Qt has it."""
    edit = bench.show(NumberEdit(RATE))
    screen = edit.screen().availableGeometry()
    edit.window().move(100, screen.bottom() - above - edit.height())
    bench.type(edit, "5")
    (tip,) = (each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible())
    assert not tip.geometry().intersects(QRect(edit.mapToGlobal(QPoint(0, 0)), edit.size()))
    assert tip.y() > edit.mapToGlobal(QPoint(0, 0)).y() or above < 300


@pytest.mark.parametrize("text", ["0", "10001", "2.5", "2,5", "1,00"])
def test_whole_numbers_out_of_range_or_broken_are_refused(bench: Bench, text: str) -> None:
    edit = bench.show(IntegerEdit(UNITS))
    bench.type(edit, text)
    assert (bench.committed, edit.property("invalid")) == ([], True)
    bench.leave()
    assert edit.value() == 100


def test_a_wrong_number_is_marked_while_it_is_typed_and_can_be_corrected(bench: Bench) -> None:
    edit = bench.show(NumberEdit(RATE))
    bench.type(edit, "1", None)
    assert edit.property("invalid") is True
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_0, Qt.Key.Key_Period, Qt.Key.Key_3):
        bench.qtbot.keyClick(edit, key)
    assert not edit.property("invalid")
    bench.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert bench.committed == [0.3]


def test_letters_cannot_be_typed(bench: Bench) -> None:
    edit = bench.show(NumberEdit(RATE))
    bench.type(edit, "0x.k3")
    assert bench.committed == [0.3]


@pytest.mark.parametrize(
    ("info", "text", "value"),
    [
        *((L2, "1e-3", 0.001), (L2, "0,05", 0.05), (L2, " .5 ", 0.5)),
        *((BATCH, "1,000", 1000), (BATCH, "1.000", 1000), (BATCH, "1 000", 1000), (BATCH, "1e3", 1000)),
    ],
)
def test_people_write_numbers_in_many_ways(bench: Bench, info: FieldInfo, text: str, value: float) -> None:
    edit = bench.show(make_editor(info, "field"))
    bench.type(edit, text)
    assert bench.committed == [value]
    assert float(edit.text()) == value


@pytest.mark.parametrize(
    ("info", "text", "value"),
    [(L2, "٠٫٠٥", 0.05), (L2, "۰٫۵", 0.5), (L2, "０．２５", 0.25), (BATCH, "٣٬٠٠٠", 3000), (BATCH, "６４", 64)],
    ids=["Arabic", "Persian", "full width", "Arabic thousands", "full-width whole"],
)
def test_digits_of_other_scripts_are_digits(bench: Bench, info: FieldInfo, text: str, value: float) -> None:
    edit = bench.show(make_editor(info, "field"))
    edit.selectAll()
    for character in text:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character))
    bench.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert bench.committed == [value]
    assert edit.text() == f"{value:g}"


@pytest.mark.parametrize(
    ("value", "text"), [(0.01, "0.01"), (1e-5, "1e-05"), (0.0, "0"), (0.1 + 0.2, "0.3"), (10, "10")]
)
def test_numbers_are_written_short(qtbot: QtBot, value: float, text: str) -> None:
    edit = NumberEdit(L2)
    qtbot.addWidget(edit)
    edit.set_value(value)
    assert edit.text() == text


EDITORS = [(L2, 0.5), (UNITS, 7), (START, "zeros"), (LABEL, "species"), (BIAS, False)]


@pytest.mark.parametrize(("info", "value"), EDITORS, ids=lambda value: getattr(value, "name", ""))
def test_set_value_is_silent(bench: Bench, info: FieldInfo, value: Any) -> None:
    edit = bench.show(make_editor(info, "field"))
    edit.set_value(value)
    assert edit.value() == value
    bench.leave()
    assert bench.committed == []


@pytest.mark.parametrize(
    ("info", "give", "value"),
    [
        (L2, lambda edit: edit.setValue(0.5), 0.5),
        (UNITS, lambda edit: edit.setValue(7), 7),
        (START, lambda edit: edit.setCurrentIndex(edit.findData("zeros")), "zeros"),
        (LABEL, lambda edit: edit.setText("species"), "species"),
        (BIAS, lambda edit: edit.setChecked(False), False),
    ],
    ids=["number", "integer", "choice", "text", "flag"],
)
def test_what_a_script_gives_is_committed(
    bench: Bench, info: FieldInfo, give: Callable[[Editor], None], value: Any
) -> None:
    edit = bench.show(make_editor(info, "field"))
    give(edit)
    assert bench.committed == [value]
    give(edit)
    assert bench.committed == [value], "once"


def test_set_value_leaves_what_is_being_typed_alone(bench: Bench) -> None:
    """While training, the window shows the experiment again and again."""
    edit = bench.show(NumberEdit(L2))
    edit.set_value(0.1)
    bench.type(edit, "0.", None)
    edit.set_value(0.1)
    bench.qtbot.keyClicks(edit, "25")
    bench.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert bench.committed == [0.25]
    line = bench.show(TextEdit(LABEL))
    bench.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    bench.qtbot.keyClicks(line, "led")
    line.set_value("label")
    bench.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert bench.committed == [0.25, "labelled"]


def test_none_stands_for_several_values(bench: Bench) -> None:
    edit = bench.show(NumberEdit(L2, placeholder="mixed"))
    edit.set_value(None)
    assert edit.text() == ""
    assert edit.lineEdit().placeholderText() == "mixed"
    bench.click_into(edit)
    bench.leave()
    assert bench.committed == [], "passing through changes nothing"
    bench.type(edit, "0")
    assert bench.committed == [0.0], "also where the hidden value was the same"
    assert edit.text() == "0"


def test_an_optional_number_can_be_emptied(bench: Bench) -> None:
    edit = bench.show(IntegerEdit(SHUFFLE))
    assert edit.text() == ""
    bench.type(edit, "3")
    bench.type(edit, "")
    bench.leave()
    assert bench.committed == [3, None]
    bench.type(edit, "3")
    assert bench.committed == [3, None, 3]


def test_a_number_that_must_be_cannot_be_emptied(bench: Bench) -> None:
    edit = bench.show(NumberEdit(L2))
    edit.set_value(0.1)
    bench.type(edit, "")
    assert edit.property("invalid") is True
    bench.leave()
    assert (edit.text(), bench.committed) == ("0.1", [])


def arrow(box: QAbstractSpinBox, part: QStyle.SubControl) -> QPoint:
    """The middle of an arrow."""
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    return box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, box).center()


def test_log_fields_step_1_2_5_from_zero(bench: Bench) -> None:
    edit = bench.show(NumberEdit(L2))
    bench.click_into(edit)
    for _ in range(7):
        bench.qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert bench.committed == [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2]
    bench.committed.clear()
    for _ in range(8):
        bench.qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert bench.committed == [5e-3, 2e-3, 1e-3, 5e-4, 2e-4, 1e-4, 0.0], "and stay there"


def test_log_fields_without_zero_never_reach_it(bench: Bench) -> None:
    edit = bench.show(NumberEdit(LEARNING_RATE))
    edit.set_value(1e-4)
    bench.click_into(edit)
    for _ in range(4):
        bench.qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert bench.committed == [5e-5, 2e-5, 1e-5, 5e-6]


def test_stepping_goes_on_from_what_is_typed(bench: Bench) -> None:
    edit = bench.show(NumberEdit(L2))
    bench.type(edit, "0.3", Qt.Key.Key_Up)
    assert bench.committed == [0.5]


@pytest.mark.parametrize(
    ("start", "count", "zero", "end"),
    [(0.3, 1, True, 0.5), (0.3, -1, True, 0.2), (0.01, 3, False, 0.1), (0, 2, True, 2e-4), (9.99, 1, True, 10)],
)
def test_logarithmic_steps(start: float, count: int, zero: bool, end: float) -> None:
    assert steps.logarithmic(start, count, zero=zero) == end


def test_every_1_2_5_number_leads_to_the_next_and_back() -> None:
    stops = [float(f"{digit}e{power}") for power in range(-4, 3) for digit in (1, 2, 5)]
    for low, high in itertools.pairwise(stops):
        assert steps.logarithmic(low, 1, zero=True) == high
        assert steps.logarithmic(high, -1, zero=True) == low


def test_linear_fields_step_evenly_without_dust(bench: Bench) -> None:
    edit = bench.show(NumberEdit(RATE))
    edit.set_value(0.0)
    bench.click_into(edit)
    for _ in range(7):
        bench.qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert bench.committed == [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35]


def test_arrows_stop_before_an_open_limit_and_at_a_closed_one(bench: Bench) -> None:
    edit = bench.show(NumberEdit(RATE))
    edit.set_value(0.95)
    bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton, pos=arrow(edit, QStyle.SubControl.SC_SpinBoxUp))
    assert bench.committed == []
    edit.set_value(0.03)
    for _ in range(2):
        bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton, pos=arrow(edit, QStyle.SubControl.SC_SpinBoxDown))
    assert bench.committed == [0.0]


def test_large_whole_numbers_step_by_about_a_tenth(bench: Bench) -> None:
    edit = bench.show(IntegerEdit(BATCH))
    bench.click_into(edit)
    for _ in range(2):
        bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton, pos=arrow(edit, QStyle.SubControl.SC_SpinBoxUp))
    assert bench.committed == [138, 148]
    edit.set_value(100)
    bench.qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert bench.committed[-1] == 99
    units = IntegerEdit(UNITS)
    bench.qtbot.addWidget(units)
    units.stepBy(1)
    assert units.value() == 101, "units go one by one"


@pytest.mark.parametrize("info", [L2, UNITS, START], ids=lambda info: info.name)
def test_the_wheel_turns_only_the_editor_with_the_focus(bench: Bench, info: FieldInfo) -> None:
    """Scrolling over a panel must not change an experiment."""
    edit = bench.show(make_editor(info, "field"))
    assert not edit.hasFocus()
    assert not bench.wheel(edit)
    assert bench.committed == []
    edit.setFocus()
    assert bench.wheel(edit)
    assert len(bench.committed) == 1


def test_the_wheel_does_not_give_the_focus(bench: Bench) -> None:
    for info in (L2, UNITS, START):
        edit = bench.show(make_editor(info, "field"))
        assert not edit.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_a_key_with_no_meaning_goes_on_to_the_window(bench: Bench) -> None:
    """Escape in an editor that has nothing to take back belongs to the window."""
    edit = bench.show(NumberEdit(L2))
    edit.setFocus()
    keys: list[int] = []
    bench.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert keys == [Qt.Key.Key_Escape]
