"""What is being typed counts before anything else is done, and nothing is shown inside of something else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.inspectors.net.blocks import blocks
from playground.document import undo
from playground.network.settings import ColumnSettings
from playground.shell.main_window import MainWindow
from tests.conftest import thorough
from tests.playground.conftest import Open
from tests.playground.helpers import find, small


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small())


def type_only(window: MainWindow, qtbot: QtBot, text: str) -> QSpinBox:
    """Without leaving the editor."""
    editor = find(window, QSpinBox, "layers.0.units")
    window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    assert editor.lineEdit().text() == text
    return editor


def units(window: MainWindow) -> int:
    return int(window.session.experiment.layers[0].model_dump()["units"])


def test_a_number_that_is_being_typed_comes_before_undo(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "MERGE_WITHIN", -1.0)
    window.session.edit("layers.0.units", 5)
    type_only(window, qtbot, "9")
    window.actions_by_name["undo"].trigger()
    assert units(window) == 5, "the number was typed, and its edit undone"
    assert window.session.undo_stack.canRedo()
    window.actions_by_name["redo"].trigger()
    assert units(window) == 9


@pytest.mark.parametrize("name", thorough(["reseed", "step", "branch", "reset", "theme"], by_day=["reseed", "branch"]))
def test_every_action_comes_after_what_is_typed(window: MainWindow, qtbot: QtBot, name: str) -> None:
    shown: list[Experiment] = []
    depth = [0]
    deepest = [0]

    def show(experiment: Experiment) -> None:
        depth[0] += 1
        deepest[0] = max(deepest[0], depth[0])
        shown.append(experiment)
        depth[0] -= 1

    window.session.experiment_changed.connect(show)
    type_only(window, qtbot, "9")
    window.actions_by_name[name].trigger()
    assert units(window) == 9
    assert deepest == [1]
    assert [experiment.layers[0].model_dump()["units"] for experiment in shown] == [9] * len(shown)


def test_closing_keeps_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    type_only(window, qtbot, "9")
    window.close()
    assert units(window) == 9


def test_an_edit_that_comes_while_another_one_is_shown_is_dropped(window: MainWindow) -> None:
    session = window.session
    said = []
    session.experiment_changed.connect(lambda _: said.append(session.edit("layers.0.units", 3)))
    session.edit("layers.0.units", 7)
    assert said == [False]
    assert units(window) == 7
    assert session.undo_stack.count() == 1


def test_plots_have_no_menu_of_their_own(window: MainWindow) -> None:
    for plot in window.curves.loss, window.curves.accuracy:
        assert plot.scene().contextMenu == []


def press(qtbot: QtBot, editor: QSpinBox, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.ControlModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(editor, key, held)


def test_undo_in_a_number_is_first_what_was_typed_there_and_then_the_document(window: MainWindow, qtbot: QtBot) -> None:
    editor = type_only(window, qtbot, "9")
    press(qtbot, editor, Qt.Key.Key_Z)
    assert editor.lineEdit().text() == "8", "only the typing is taken back"
    assert not window.session.undo_stack.canUndo()
    type_only(window, qtbot, "9")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert units(window) == 9
    assert editor.hasFocus()
    press(qtbot, editor, Qt.Key.Key_Z)
    assert units(window) == 8
    assert editor.lineEdit().text() == "8"
    press(qtbot, editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert units(window) == 9
    assert editor.hasFocus()


def test_undo_reaches_the_document_from_the_settings_of_a_layer_in_the_drawing(
    window: MainWindow, qtbot: QtBot
) -> None:
    experiment = window.session.experiment
    settings = ColumnSettings(window.network, blocks(experiment.layers)[1], experiment)
    settings.edited.connect(window.network.edited)
    window.session.experiment_changed.connect(settings.show_experiment)
    settings.open_at(QPoint(100, 100))
    editor = find(settings, QSpinBox, "network.layers.0.units")
    editor.setFocus(Qt.FocusReason.PopupFocusReason)
    qtbot.waitUntil(editor.hasFocus)
    editor.selectAll()
    QTest.keyClicks(editor, "9")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert units(window) == 9
    press(qtbot, editor, Qt.Key.Key_Z)
    assert units(window) == 8
    assert editor.lineEdit().text() == "8"
    assert settings.isVisible()
    settings.close()
