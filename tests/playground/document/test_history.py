"""The history of edits: it names them, follows undo and redo, and leads back to each of them in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from playground.document.history_list import EditRole
from playground.document.undo import EditCommand
from playground.shell.main_window import MainWindow
from playground.ui.text.edit_descriptions import edit_text
from tests.playground.conftest import Open
from tests.playground.helpers import click, small, type_into, wait_for_step


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    window = shared_window(small())
    window.actions_by_name["focus_history"].trigger()
    return window


def lines(window: MainWindow) -> list[str]:
    """What the list reads, from top to bottom."""
    model = window.history.model
    return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def current(window: MainWindow) -> int:
    """The row that is marked as what one sees."""
    model = window.history.model
    (row,) = [row for row in range(model.rowCount()) if model.index(row).data(EditRole.AGE) == 0]
    return row


def click_row(qtbot: QtBot, window: MainWindow, row: int) -> None:
    place = window.history.list.visualRect(window.history.model.index(row)).center()
    qtbot.mouseClick(window.history.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def edit_three_times(window: MainWindow) -> None:
    type_into(window, "layers.0.units", "12")
    type_into(window, "layers.0.l2", "0.1")
    assert window.session.structure.insert_layer(1, "dropout")


def test_it_begins_with_a_sentence_and_the_experiment(window: MainWindow) -> None:
    assert lines(window) == ["Began with small"]
    assert window.history.hint.isVisible()


def test_each_edit_says_what_became_of_what(window: MainWindow) -> None:
    edit_three_times(window)
    assert lines(window) == ["Began with small", "Layer 1: Units 8 → 12", "Layer 1: L2 λ 0 → 0.1", "Add layer"]
    assert not window.history.hint.isVisible()
    assert current(window) == 3
    window.session.undo_stack.undo()
    assert current(window) == 2
    assert len(lines(window)) == 4, "what was taken back can still be made again"
    assert window.session.edit("optimizer.learning_rate", 0.5, "Learning rate")
    assert lines(window)[-1] == "Learning rate 0.01 → 0.5"
    assert len(lines(window)) == 4, "a new edit takes the place of those that were taken back"


def test_a_click_and_enter_lead_there(window: MainWindow, qtbot: QtBot) -> None:
    states = [window.session.experiment]
    for value in (12, 13, 14, 15):
        type_into(window, "layers.0.units", str(value))
        assert window.session.structure.insert_layer(0, "dropout")  # so that no two edits of a field are merged
        assert window.session.structure.remove_layers([0])
        states.append(window.session.experiment)
    click_row(qtbot, window, 1)
    assert window.session.experiment == states[1]
    assert current(window) == 1
    edits = window.history.list
    edits.setFocus()
    qtbot.keyClick(edits, Qt.Key.Key_End)
    assert window.session.experiment == states[1], "the arrow keys only look around"
    qtbot.keyClick(edits, Qt.Key.Key_Return)
    assert window.session.experiment == states[-1]
    qtbot.keyClick(edits, Qt.Key.Key_Home)
    qtbot.keyClick(edits, Qt.Key.Key_Return)
    assert window.session.experiment == small()


def test_a_far_jump_shows_only_where_it_leads(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    for index in range(20):
        assert session.structure.insert_layer(0, "dropout" if index % 2 else "activation")
    session.run.play()
    wait_for_step(qtbot, window, 5)
    assert session.snapshot is not None
    run = session.snapshot.run
    shown = []
    session.experiment_changed.connect(shown.append)
    click_row(qtbot, window, 0) if window.history.list.visualRect(window.history.model.index(0)).y() >= 0 else None
    session.go_to(0)
    assert shown == [small()]
    assert session.is_training
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.run == run + 1, timeout=20_000)
    session.go_to(20)
    assert len(shown) == 2
    assert len(session.experiment.layers) == 24
    session.go_to(20)
    assert len(shown) == 2, "it is there already"


def test_undo_and_redo_name_the_edit(window: MainWindow, qtbot: QtBot) -> None:
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert (undo.text(), redo.text()) == ("Undo", "Redo")
    type_into(window, "layers.0.units", "12")
    click(qtbot, window, "action.add_lane")
    assert undo.text() == "Undo Add lane"
    assert "Add lane" in undo.toolTip()
    undo.trigger()
    assert undo.text() == "Undo Layer 1: Units"
    assert redo.text() == "Redo Add lane"
    assert "Add lane" in redo.toolTip()
    undo.trigger()
    assert undo.text() == "Undo"


def test_numbers_in_a_row_are_one_edit(window: MainWindow) -> None:
    for value in (0.02, 0.03, 0.04):
        assert window.session.edit("optimizer.learning_rate", value, "Learning rate")
    assert lines(window) == ["Began with small", "Learning rate 0.01 → 0.04"]


def test_opening_names_the_experiment(window: MainWindow) -> None:
    window.files.open_preset("spiral")
    window.files.new()
    assert lines(window) == ["Began with small", "Open preset spiral", "New untitled"]


def test_it_comes_back_in_another_theme_and_language(window: MainWindow) -> None:
    type_into(window, "layers.0.units", "12")
    window.actions_by_name["theme"].trigger()
    assert window.history.isVisible()
    assert lines(window)[-1] == "Layer 1: Units 8 → 12"
    window.grab()


def test_the_stack_keeps_its_commands(qtbot: QtBot, window: MainWindow) -> None:
    """PySide gives back the very objects that were pushed, also after a merge and a cut."""
    stack: QUndoStack = window.session.undo_stack
    for value in (5, 6, 7):
        window.session.edit("layers.0.units", value, "Units")
    window.session.undo_stack.undo()
    window.session.structure.add_lane()
    assert [type(stack.command(index)) for index in range(stack.count())] == [EditCommand]
    assert window.history.list.visualRect(window.history.model.index(0)).contains(QPoint(10, 10))


@pytest.mark.parametrize(
    ("label", "path", "value", "says"),
    [
        ("Source", "data.source", "circle", ("Source", "Digits 8 × 8 → Circle")),
        ("Lane 1: L2 λ", "lanes.0.l2", 0.5, ("Lane 1: L2 λ", "0 → 0.5")),
    ],
)
def test_an_edit_is_called_by_the_field_that_it_set(
    window: MainWindow, label: str, path: str, value: object, says: tuple[str, str]
) -> None:
    old = window.session.experiment
    assert window.session.edit(path, value, label)
    assert edit_text(old, window.session.experiment, label) == says
