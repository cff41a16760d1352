"""The small widgets as a person uses them: typing, keys, wheel and mouse, and what is then committed."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionSpinBox,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment
from engine.fields import FieldInfo, field_info
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.registry import LAYERS
from engine.optim.base import OptimizerSpec
from engine.optim.registry import OPTIMIZERS
from engine.spec import Seeded
from playground.data.rows.scatter_picture import ScatterPicture
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.fields.field_edit import Editor, make_editor
from playground.ui.fields.flag_edit import FlagEdit
from playground.ui.fields.numbers import steps
from playground.ui.fields.numbers.number_edit import IntegerEdit, NumberEdit
from playground.ui.fields.text_edit import TextEdit
from playground.ui.look import ramps, theme
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.look.palette import DARK, LIGHT
from playground.ui.look.restyle import set_state
from playground.ui.painting.row_pictures import RowPictures
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.message_bar import MessageBar
from playground.ui.widgets.section import Section, SectionHeader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Offscreen, Qt says of every popup what it cannot do."""

L2 = field_info(DenseSpec, "l2")
RATE = field_info(DropoutSpec, "rate")
UNITS = field_info(DenseSpec, "units")
LEARNING_RATE = field_info(OptimizerSpec, "learning_rate")
SHUFFLE = field_info(DataSpec, "shuffle_seed")
BATCH = field_info(Experiment, "batch_size")
START = field_info(DenseSpec, "initialization")
LABEL = field_info(DataSpec, "label")
BIAS = field_info(DenseSpec, "bias")


class Bench:
    """A shown window with one widget in it and another to move the focus to, and a list of what was committed."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.elsewhere = QLineEdit()
        self.committed: list[Any] = []
        self.column = QVBoxLayout(self.window)
        self.column.addWidget(self.elsewhere)
        qtbot.addWidget(self.window)

    def show(self, widget: Any) -> Any:
        self.column.addWidget(widget)
        if hasattr(widget, "committed"):
            widget.committed.connect(self.committed.append)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.elsewhere.setFocus()
        return widget

    def click_into(self, box: QAbstractSpinBox) -> None:
        """Clicks, as a person does, and selects what is there."""
        self.qtbot.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
        assert box.hasFocus()
        self.qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def type(self, box: Any, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
        self.click_into(box)
        if text:
            self.qtbot.keyClicks(box, text)
        else:
            self.qtbot.keyClick(box, Qt.Key.Key_Delete)
        if key is not None:
            self.qtbot.keyClick(box, key)

    def leave(self) -> None:
        self.qtbot.mouseClick(self.elsewhere, Qt.MouseButton.LeftButton)

    def wheel(self, widget: QWidget, notches: int = 1) -> bool:
        """Turns the wheel over a widget. True if it took the turn."""
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        event.ignore()
        QApplication.sendEvent(widget, event)
        return event.isAccepted()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    theme.apply("light")
    yield Bench(qtbot)
    QToolTip.hideText()


# --- numbers: typing ------------------------------------------------------------------------------------------------


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


# --- numbers: by the program ----------------------------------------------------------------------------------------

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


# --- numbers: stepping ----------------------------------------------------------------------------------------------


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


# --- choices, flags, text -------------------------------------------------------------------------------------------


def test_a_choice_by_keyboard(bench: Bench) -> None:
    edit = bench.show(ChoiceEdit(START))
    assert edit.value() == "he_uniform"
    assert edit.currentText() == "He uniform"
    edit.setFocus()
    bench.qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert bench.committed == ["he_normal"]
    assert "bell curve" in edit.toolTip()


def test_a_choice_by_mouse(bench: Bench) -> None:
    edit = bench.show(ChoiceEdit(START))
    bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    view = edit.view()
    bench.qtbot.waitUntil(view.isVisible)
    place = view.visualRect(edit.model().index(edit.findData("zeros"), 0)).center()
    bench.qtbot.mouseMove(view.viewport(), place)
    bench.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    bench.qtbot.waitUntil(lambda: bench.committed == ["zeros"])


def test_every_choice_has_a_name_and_teaches(bench: Bench) -> None:
    for owner in (*LAYERS.values(), DataSpec, Experiment):
        for name in owner.model_fields:
            info = field_info(owner, name)
            if info.kind != "choice" or name in ("kind", "version"):
                continue
            edit = ChoiceEdit(info)
            bench.qtbot.addWidget(edit)
            assert edit.count() == len(info.choices)
            for row in range(edit.count()):
                assert edit.itemText(row) != edit.itemData(row), "a name, not the value"
                assert edit.itemData(row, Qt.ItemDataRole.ToolTipRole)


def test_a_choice_that_is_not_offered_shows_a_dash(bench: Bench) -> None:
    edit = bench.show(ChoiceEdit(["sgd", "adam"]))
    edit.set_value(None)
    assert (edit.currentIndex(), edit.value(), edit.placeholderText()) == (-1, None, "–")
    assert bench.committed == []


def test_a_choice_of_your_own(bench: Bench) -> None:
    edit = bench.show(ChoiceEdit(["digits"]))
    edit.add_choice("/tmp/flowers.csv", "flowers.csv", "Your own file")
    edit.set_value("/tmp/flowers.csv")
    assert edit.currentText() == "flowers.csv"
    assert "Your own file" in edit.toolTip()


def test_a_flag_by_space_and_by_mouse(bench: Bench) -> None:
    edit = bench.show(FlagEdit(BIAS))
    assert edit.text() == "Bias"
    edit.setFocus()
    bench.qtbot.keyClick(edit, Qt.Key.Key_Space)
    bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(10, edit.height() // 2))
    assert bench.committed == [False, True]


def test_text_counts_on_enter_and_on_leaving(bench: Bench) -> None:
    edit = bench.show(TextEdit(LABEL))
    bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    edit.selectAll()
    bench.qtbot.keyClicks(edit, " species ")
    assert bench.committed == []
    bench.qtbot.keyClick(edit, Qt.Key.Key_Return)
    bench.leave()
    assert bench.committed == ["species"]


def test_text_reverts_by_escape_and_cannot_be_empty(bench: Bench) -> None:
    edit = bench.show(TextEdit(LABEL))
    bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    bench.qtbot.keyClicks(edit, "zzz")
    bench.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "label"
    bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    edit.selectAll()
    bench.qtbot.keyClick(edit, Qt.Key.Key_Delete)
    bench.leave()
    assert (edit.text(), bench.committed) == ("label", [])


class Holder(QWidget):
    """What holds editors, such as a row of a table, and has wishes of its own for Return."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("info", [UNITS, L2, START, LABEL], ids=["integer", "number", "choice", "text"])
def test_return_ends_in_every_editor(bench: Bench, info: FieldInfo, key: Qt.Key) -> None:
    holder = bench.show(Holder())
    editor = make_editor(info, "a.path")
    holder.column.addWidget(editor)
    editor.setFocus()
    bench.qtbot.keyClick(editor, key)
    assert holder.heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_the_keys_that_end_an_edit_leave_the_line(bench: Bench, key: Qt.Key) -> None:
    """Nothing holds it that takes the keyboard, so nothing has it; the next key that is typed changes no text."""
    edit = bench.show(TextEdit(LABEL))
    bench.qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    edit.selectAll()
    bench.qtbot.keyClicks(edit, "species")
    bench.qtbot.keyClick(edit, key)
    assert not edit.hasFocus()
    escaped = key == Qt.Key.Key_Escape
    assert (edit.text(), bench.committed) == (("label", []) if escaped else ("species", ["species"]))


def test_every_field_has_an_editor_that_explains_itself(qtbot: QtBot) -> None:
    owners = (DataSpec, Experiment, Seeded, *LAYERS.values(), *OPTIMIZERS.values())
    for owner in owners:
        for name in owner.model_fields:
            info = field_info(owner, name)
            if name in ("kind", "version") or info.kind == "other":
                continue
            edit = make_editor(info, f"path.{name}")
            qtbot.addWidget(edit)
            assert edit.objectName() == f"path.{name}"
            assert edit.accessibleName() == info.title
            assert info.help in edit.accessibleDescription()
            assert edit.toolTip(), name
            if info.default is not None and info.kind in ("integer", "number"):
                assert edit.value() == info.default
            assert not edit.property("invalid")


def test_editors_have_one_height(bench: Bench) -> None:
    edits = [bench.show(make_editor(info, "field")) for info in (L2, UNITS, START, LABEL)]
    assert len({edit.sizeHint().height() for edit in edits}) == 1


@pytest.mark.parametrize("info", [L2, LEARNING_RATE, BATCH], ids=lambda info: info.name)
def test_what_is_typed_fits(bench: Bench, info: FieldInfo) -> None:
    edit = bench.show(make_editor(info, "field"))
    edit.setFixedWidth(edit.sizeHint().width())
    edit.set_value(0.0005 if isinstance(edit, NumberEdit) else 12345)
    line = edit.lineEdit()
    assert line.fontMetrics().horizontalAdvance(edit.text()) <= line.width() - line.textMargins().left()


# --- texts ----------------------------------------------------------------------------------------------------------


def test_ranges_in_words() -> None:
    assert field_text.range_text(RATE) == "from 0 to less than 1"
    assert field_text.range_text(LEARNING_RATE) == "more than 0, up to 100"
    assert field_text.range_text(UNITS) == "from 1 to 10000"
    assert field_text.range_text(LABEL) == ""


def test_tooltips_are_safe_from_markup() -> None:
    assert "<b>" not in field_text.wrapped("<b>a & b</b>", "<i>")
    assert field_text.wrapped("") == ""


# --- messages, headers, labels --------------------------------------------------------------------------------------


def test_the_message_bar_says_what_and_offers_a_remedy(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    assert not bar.isVisible()
    bar.show_message("error", "It diverged.", action="Lower the rate")
    assert bar.isVisible()
    assert bar.text() == bar.accessibleName() == "It diverged."
    with bench.qtbot.assertNotEmitted(bar.action_clicked):
        bench.qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)  # meant for what was there before
    bench.qtbot.waitUntil(lambda: bar.settling.is_over)
    with bench.qtbot.waitSignal(bar.action_clicked):
        bench.qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    bar.show_message("info", "Saved.")
    assert not bar.action_button.isVisible()
    with bench.qtbot.waitSignal(bar.closed):
        bench.qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_message_bar_closes_by_escape_and_says_so_once(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    closed: list[None] = []
    bar.closed.connect(lambda: closed.append(None))
    bar.show_message("warning", "Look.")
    bar.close_button.setFocus()
    bench.qtbot.keyClick(bar.close_button, Qt.Key.Key_Escape)
    bar.close_message()
    assert not bar.isVisible()
    assert len(closed) == 1


def test_the_kinds_of_message_look_different(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    pictures = []
    for kind in ("info", "warning", "error"):
        bar.show_message(kind, "The same words")
        pictures.append(bar.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_message_is_plain_text(bench: Bench) -> None:
    bar = bench.show(MessageBar())
    bar.show_message("error", "<b>x</b> is not a file")
    assert bar.findChildren(QLabel)[1].textFormat() == Qt.TextFormat.PlainText


def test_a_header_carries_title_note_and_buttons(bench: Bench) -> None:
    section = bench.show(Section("Layers"))
    header = section.header
    button = header.add_button("add", "Add a layer", "action.add_layer")
    assert header.findChild(type(button), "action.add_layer") is button
    assert button.accessibleName() == button.toolTip() == "Add a layer"
    header.set_title("Stack")
    header.set_note("3 layers")
    assert [label.text() for label in header.findChildren(QLabel)] == ["Stack", "3 layers"]
    with bench.qtbot.waitSignal(button.clicked):
        bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(header, SectionHeader)


def test_an_elided_label_shows_all_in_its_tooltip(bench: Bench) -> None:
    label = bench.show(ElidedLabel("A sentence that is longer than there is room for"))
    bench.window.resize(120, 80)
    label.resize(60, 20)
    assert label.shown_text().endswith("…")
    assert label.text() in label.toolTip()
    label.resize(label.fontMetrics().horizontalAdvance(label.text()) + 10, 20)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_an_elided_label_keeps_its_tooltip_true_when_the_text_changes(bench: Bench) -> None:
    label = bench.show(ElidedLabel("short"))
    label.resize(60, 20)
    label.setText("A sentence that is longer than there is room for")
    assert label.text() in label.toolTip()
    label.setText("short")
    assert label.toolTip() == ""


def test_swatches_tell_lanes_apart(bench: Bench) -> None:
    swatch = bench.show(LaneSwatch(0))
    pictures: list[QImage] = []
    for lane in range(12):
        swatch.set_lane(lane)
        assert str(lane + 1) in swatch.accessibleName()
        pictures.append(swatch.grab().toImage())
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_set_state_says_whether_it_changed(bench: Bench) -> None:
    label = bench.show(QLabel("x"))
    assert not set_state(label, "invalid", False)
    assert set_state(label, "invalid", True)
    assert not set_state(label, "invalid", True)


# --- pictures -------------------------------------------------------------------------------------------------------


def test_ramps_begin_with_paper_and_end_with_ink(qapp: QApplication) -> None:
    for look in (LIGHT, DARK):
        ink, both = ramps.ink(look), ramps.diverging(look)
        assert len(ink) == len(both) == 256
        assert ink[0] == both[128] == look.color("sunken").rgb()
        assert ink[255] == look.color("text").rgb()
        assert both[255] == look.color("positive").rgb()


def test_pictures_of_rows_wrap_and_explain_themselves(bench: Bench) -> None:
    pictures = bench.show(RowPictures(size=40))
    rows = np.random.default_rng(0).random((10, 8, 8))
    labels = [str(digit) for digit in range(10)]
    pictures.set_rows(rows, labels, tooltips=[f"row {label}" for label in labels], marked=[True] + [False] * 9)
    assert pictures.count() == 10
    assert pictures.heightForWidth(100) > pictures.heightForWidth(400)
    pictures.resize(200, 300)
    cells = [pictures.cell(index) for index in range(10)]
    assert all(cell.right() < 200 for cell in cells)
    assert not any(one.intersects(other) for i, one in enumerate(cells) for other in cells[:i])
    assert [pictures.picture_at(cell.center()) for cell in cells] == list(range(10))
    event = QHelpEvent(QEvent.Type.ToolTip, cells[3].center(), pictures.mapToGlobal(cells[3].center()))
    QApplication.sendEvent(pictures, event)
    assert "row 3" in QToolTip.text()


def test_a_pixel_is_a_sharp_square(bench: Bench) -> None:
    pictures = bench.show(RowPictures(size=40))
    row = np.zeros((1, 2, 2))
    row[0, 0, 1] = 1.0
    pictures.set_rows(row)
    pictures.resize(60, 60)
    image = pictures.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert seen == {theme.current().text, theme.current().sunken}


@pytest.mark.parametrize("diverging", [False, True])
def test_pictures_survive_every_number(bench: Bench, diverging: bool) -> None:
    pictures = bench.show(RowPictures(diverging=diverging))
    for rows in (np.zeros((0, 8, 8)), np.zeros((2, 3, 5)), np.full((1, 2, 2), np.nan), np.full((1, 2, 2), -np.inf)):
        pictures.set_rows(rows)
        assert pictures.count() == len(rows)
        pictures.grab()


def test_points_are_drawn_square_and_inside(bench: Bench) -> None:
    scatter = bench.show(ScatterPicture())
    points = np.random.default_rng(0).normal(size=(200, 2))
    classes = np.arange(200) % 2
    empty = scatter.grab().toImage()
    scatter.set_points(points, classes, np.arange(200) < 100)
    scatter.resize(300, 150)
    assert scatter.grab().toImage() != empty
    square = scatter.square()
    assert square.width() == square.height()
    assert scatter.rect().contains(square.toRect())
    assert scatter.count() == 200


def test_two_features_of_unlike_units_are_no_line(bench: Bench) -> None:
    """An income and a number of rooms: on one scale all rows lay on a line."""
    scatter = bench.show(ScatterPicture())
    points = np.random.default_rng(0).normal(size=(200, 2))
    for size, is_alike in ((1.5, True), (10_000, False)):
        scatter.set_points(points * (size, 1), np.zeros(200, int))
        width, height = np.ptp(scatter._placed(scatter.square()), axis=0)
        assert (height == pytest.approx(width)) is not is_alike
        assert width < scatter.square().width()


def test_many_points_are_thinned_and_impossible_ones_left_out(bench: Bench) -> None:
    scatter = bench.show(ScatterPicture())
    scatter.set_points(np.full((10, 2), np.nan), np.zeros(10, int))
    assert scatter.count() == 0
    scatter.grab()
    scatter.set_points(np.ones((50_000, 2)), np.zeros(50_000, int))
    assert 1000 <= scatter.count() <= 3000
    scatter.grab()


def test_a_key_with_no_meaning_goes_on_to_the_window(bench: Bench) -> None:
    """Escape in an editor that has nothing to take back belongs to the window."""
    edit = bench.show(NumberEdit(L2))
    edit.setFocus()
    keys: list[int] = []
    bench.window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert keys == [Qt.Key.Key_Escape]
