"""Choices, flags and texts as a person uses them, and what all editors have in common."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment
from engine.fields import FieldInfo, field_info
from engine.nn.layers.registry import LAYERS
from engine.optim.registry import OPTIMIZERS
from engine.spec import Seeded
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.fields.field_edit import make_editor
from playground.ui.fields.flag_edit import FlagEdit
from playground.ui.fields.numbers.number_edit import NumberEdit
from playground.ui.fields.text_edit import TextEdit
from tests.playground.ui.bench import BATCH, BIAS, L2, LABEL, LEARNING_RATE, START, UNITS, Bench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Offscreen, Qt says of every popup what it cannot do."""


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
