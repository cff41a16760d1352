"""The history of edits: it names them, follows undo and redo, and leads back to each of them in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from playground.document.files.file_dialogs import Files
from playground.document.history_list import EditRole
from playground.document.history_panel import HistoryPanel
from playground.document.session import Session
from playground.document.undo import EditCommand
from playground.shell.main_window import MainWindow
from playground.ui.text.edit_descriptions import edit_text
from playground.ui.text.edit_titles import path_title
from tests.playground.conftest import Open, OpenSession
from tests.playground.helpers import click, small, type_into, wait_for_step


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(small())


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> HistoryPanel:
    """Follows the session, as in a window."""
    panel = HistoryPanel(session.undo_stack)
    qtbot.addWidget(panel)
    session.experiment_changed.connect(panel.show_experiment)
    panel.show_experiment(session.experiment)
    panel.index_wanted.connect(session.go_to)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    window = shared_window(small())
    window.actions_by_name["focus_history"].trigger()
    return window


def lines(panel: HistoryPanel) -> list[str]:
    """What the list reads, from top to bottom."""
    model = panel.model
    return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def current(panel: HistoryPanel) -> int:
    """The row that is marked as what one sees."""
    model = panel.model
    (row,) = [row for row in range(model.rowCount()) if model.index(row).data(EditRole.AGE) == 0]
    return row


def click_row(qtbot: QtBot, panel: HistoryPanel, row: int) -> None:
    place = panel.list.visualRect(panel.model.index(row)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def edit(session: Session, path: str, value: object) -> None:
    """Under the name that a field of the window gives it."""
    assert session.edit(path, value, path_title(path))


def edit_three_times(session: Session) -> None:
    edit(session, "layers.0.units", 12)
    edit(session, "layers.0.l2", 0.1)
    assert session.structure.insert_layer(1, "dropout")


def test_it_begins_with_a_sentence_and_the_experiment(panel: HistoryPanel) -> None:
    assert lines(panel) == ["Began with small"]
    assert panel.hint.isVisible()


def test_each_edit_says_what_became_of_what(session: Session, panel: HistoryPanel) -> None:
    edit_three_times(session)
    assert lines(panel) == ["Began with small", "Layer 1: Units 8 → 12", "Layer 1: L2 λ 0 → 0.1", "Add layer"]
    assert not panel.hint.isVisible()
    assert current(panel) == 3
    session.undo_stack.undo()
    assert current(panel) == 2
    assert len(lines(panel)) == 4, "what was taken back can still be made again"
    edit(session, "optimizer.learning_rate", 0.5)
    assert lines(panel)[-1] == "Learning rate 0.01 → 0.5"
    assert len(lines(panel)) == 4, "a new edit takes the place of those that were taken back"


def test_a_click_and_enter_lead_there(session: Session, panel: HistoryPanel, qtbot: QtBot) -> None:
    states = [session.experiment]
    for value in (12, 13, 14, 15):
        edit(session, "layers.0.units", value)
        assert session.structure.insert_layer(0, "dropout")  # so that no two edits of a field are merged
        assert session.structure.remove_layers([0])
        states.append(session.experiment)
    panel.list.scrollToTop()
    click_row(qtbot, panel, 1)
    assert session.experiment == states[1]
    assert current(panel) == 1
    edits = panel.list
    edits.setFocus()
    qtbot.keyClick(edits, Qt.Key.Key_End)
    assert session.experiment == states[1], "the arrow keys only look around"
    qtbot.keyClick(edits, Qt.Key.Key_Return)
    assert session.experiment == states[-1]
    qtbot.keyClick(edits, Qt.Key.Key_Home)
    qtbot.keyClick(edits, Qt.Key.Key_Return)
    assert session.experiment == small()


def test_a_far_jump_shows_only_where_it_leads(session: Session, panel: HistoryPanel, qtbot: QtBot) -> None:
    for index in range(20):
        assert session.structure.insert_layer(0, "dropout" if index % 2 else "activation")
    session.run.play()
    wait_for_step(qtbot, session, 5)
    assert session.snapshot is not None
    run = session.snapshot.run
    shown = []
    session.experiment_changed.connect(shown.append)
    panel.list.scrollToTop()
    click_row(qtbot, panel, 0)
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


def test_numbers_in_a_row_are_one_edit(session: Session, panel: HistoryPanel) -> None:
    for value in (0.02, 0.03, 0.04):
        edit(session, "optimizer.learning_rate", value)
    assert lines(panel) == ["Began with small", "Learning rate 0.01 → 0.04"]


def test_opening_names_the_experiment(session: Session, panel: HistoryPanel, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    files = Files(window, session)
    files.open_preset("spiral")
    files.new()
    assert lines(panel) == ["Began with small", "Open preset spiral", "New untitled"]


def test_it_comes_back_in_another_theme_and_language(window: MainWindow, qtbot: QtBot) -> None:
    type_into(window, "layers.0.units", "12")
    window.actions_by_name["theme"].trigger()
    assert window.history.isVisible()
    assert lines(window.history)[-1] == "Layer 1: Units 8 → 12"
    window.grab()
    click_row(qtbot, window.history, 0)
    assert window.session.experiment == small()


def test_the_stack_keeps_its_commands(session: Session, panel: HistoryPanel) -> None:
    """PySide gives back the very objects that were pushed, also after a merge and a cut."""
    stack: QUndoStack = session.undo_stack
    for value in (5, 6, 7):
        edit(session, "layers.0.units", value)
    session.undo_stack.undo()
    session.structure.add_lane()
    assert [type(stack.command(index)) for index in range(stack.count())] == [EditCommand]
    assert panel.list.visualRect(panel.model.index(0)).contains(QPoint(10, 10))


@pytest.mark.parametrize(
    ("label", "path", "value", "says"),
    [
        ("Source", "data.source", "circle", ("Source", "Digits 8 × 8 → Circle")),
        ("Lane 1: L2 λ", "lanes.0.l2", 0.5, ("Lane 1: L2 λ", "0 → 0.5")),
    ],
)
def test_an_edit_is_called_by_the_field_that_it_set(
    session: Session, label: str, path: str, value: object, says: tuple[str, str]
) -> None:
    old = session.experiment
    assert session.edit(path, value, label)
    assert edit_text(old, session.experiment, label) == says
