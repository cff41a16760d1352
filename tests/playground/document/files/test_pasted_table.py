"""Cells that are copied in a spreadsheet: pasted, they are a table of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.document.files.pasted_table import are_cells
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open
from tests.playground.helpers import small

CELLS = "width\theight\tlabel\n" + "".join(f"{i % 7}\t{i % 5}\t{'ab'[i % 2]}\n" for i in range(40))


@pytest.fixture
def window(shared_window: Open) -> Iterator[MainWindow]:
    yield shared_window(small())
    QApplication.clipboard().clear()  # it would hold what is Python's until after the end of the process


def paste(window: MainWindow, qtbot: QtBot, text: str) -> Path:
    """As a person does, outside of text. Returns the file that is learned from then."""
    QApplication.clipboard().setText(text)
    window.curves.loss.setFocus()
    with qtbot.waitSignal(window.session.dataset_changed, timeout=20_000):
        qtbot.keyClick(window.curves.loss, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return Path(window.session.experiment.data.source)


def test_pasted_cells_are_opened_as_a_table_and_undone(window: MainWindow, qtbot: QtBot, user_path: Path) -> None:
    before = window.session.experiment
    path = paste(window, qtbot, CELLS)
    assert path.is_relative_to(user_path / "XDG_DATA_HOME")
    assert path.read_text(encoding="utf-8") == CELLS
    dataset = window.session.dataset
    assert dataset is not None
    assert (dataset.source_rows, dataset.feature_names) == (40, ("width", "height"))
    assert window.session.undo_stack.undoText() == "Paste table"
    window.session.undo_stack.undo()
    assert window.session.experiment == before


def test_what_is_pasted_later_is_a_file_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    first = paste(window, qtbot, CELLS)
    second = paste(window, qtbot, CELLS.replace("width", "breadth"))
    assert first != second
    assert first.read_text(encoding="utf-8") == CELLS
    assert paste(window, qtbot, CELLS) == first, "the same cells are in a file already"


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("a\tb\n1\t2", True),
        ("a\tb\r\n1\t2\r\n", True),
        ('a\t"two\nlines"\n1\t2\n', True),
        ("\tb\n1\t", True),
        ("a\tb\n", False),
        ("a\nb\nc\n", False),
        ("a,b\n1,2\n", False),
        ("def f():\n\treturn 1\n", False),
        ("", False),
    ],
)
def test_cells_are_two_lines_and_columns_at_least(text: str, is_table: bool) -> None:
    assert are_cells(text) is is_table
