"""A table that cannot be learned from as it is: why, its sheet, and what is chosen there is tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.data import load_table
from engine.data.columns.refused import RefusedTableError
from engine.data.spec import DataSpec
from playground.data.sheet.window import DataSheet
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open
from tests.playground.helpers import click, csv_of_flowers, small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small())


def refused(window: MainWindow, qtbot: QtBot, path: Path, text: str) -> DataSheet:
    """Asks for a file, and opens its sheet by the button of the message."""
    path.write_text(text)
    window.session.edit("data.source", str(path))
    message = window.data.message
    qtbot.waitUntil(message.action_button.isVisible)
    message.settling._until = 0.0  # as if the time of a double click were over
    message.action_button.click()
    sheet = window.data.sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.message.text().startswith(message.text())
    return sheet


def test_rows_of_one_class_get_another_label(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    text = "size,weight,label\n" + "".join(f"{row * row % 17 / 4},{row % 7},x\n" for row in range(30))
    sheet = refused(window, qtbot, tmp_path / "alike.csv", text)
    assert "every row has the same label, x" in sheet.message.text()
    assert sheet.windowTitle() == "Columns of alike.csv"
    assert window.session.experiment.data.source == "digits", "nothing has changed"
    sheet.edited.emit("data.label", "size")
    qtbot.waitUntil(lambda: window.session.experiment.data.source != "digits")
    assert (window.session.experiment.data.label, window.session.experiment.data.task) == ("size", "numbers")
    assert sheet.refused is None
    assert not window.data.message.isVisible()
    window.session.undo_stack.undo()
    assert window.session.experiment.data.source == "digits"


def test_the_next_file_that_is_refused_opens_the_section_that_was_folded_over_the_last(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """It stayed folded, and nobody was told of the second file."""
    folds, message = window.panels.folds, window.data.message
    for name in ("one.csv", "two.csv", "two.csv"):  # the same sentence a second time is news, too
        (tmp_path / name).write_text("a,label\n1,x\n")
        folds.fold("data", True)
        assert not message.isVisible()
        with qtbot.waitSignal(window.session.failed):
            window.session.edit("data.source", str(tmp_path / name))
        assert message.isVisible()
        assert name in message.text()


def test_what_is_still_refused_says_why_in_the_sheet(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    lines = "".join(f"{name},{name[0]}\n" for name in ("Ann", "Bob", "Cid", "Dan", "Eve"))
    sheet = refused(window, qtbot, tmp_path / "names.csv", "name,initial\n" + lines)
    assert "make one of them a feature" in sheet.message.text()
    sheet.edited.emit("data.header", False)
    qtbot.waitUntil(lambda: sheet.refused is not None and sheet.refused.sheet.n_rows == 6)
    assert "nothing to learn from" in sheet.message.text()


def test_the_sheet_of_what_is_learned_from_says_nothing_of_a_file_that_was_refused(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """It was closed meanwhile, and had the other file's error above its own columns when it was opened again."""
    with qtbot.waitSignal(window.session.dataset_changed):
        window.session.edit("data.source", str(csv_of_flowers(tmp_path)))
    click(qtbot, window, "data.columns.open")
    own = window.data.sheet
    assert own is not None
    own.close()
    path = tmp_path / "one.csv"
    path.write_text("a,label\n1,x\n")
    window.session.edit("data.source", str(path))
    qtbot.waitUntil(window.data.message.action_button.isVisible)
    click(qtbot, window, "data.columns.open")
    assert own.windowTitle() == "Columns of flowers.csv"
    assert not own.message.isVisible()
    window.data.message.settling._until = 0.0
    window.data.message.action_button.click()
    assert own.windowTitle() == "Columns of one.csv"
    assert "has a single row" in own.message.text()


def test_a_single_row_is_too_few(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("a,label\n1,x\n")
    with pytest.raises(RefusedTableError, match="has a single row") as refusal:
        load_table(DataSpec(source=str(path)), is_new=True)
    assert refusal.value.sheet.names == ("a", "label")


def test_of_two_rows_one_is_tested(tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("a,label\n1.5,x\n2.5,y\n")
    said = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert said is not None
    assert (said.train, said.validation, said.test) == (1, 0, 1)
