"""The data sheet: what it says of each column is what is in the file, and what is chosen in it is an edit."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from engine.data import load_table
from engine.data.preprocessing.sizes import rows_asked
from engine.data.reading import read_sheet
from engine.data.sheet import Writing
from engine.data.spec import ColumnSpec, DataSpec
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from playground.data.own_file.account import DataAccount
from playground.data.sheet import facts
from playground.data.sheet.list import ColumnList
from playground.data.sheet.model import SORT, At
from playground.data.sheet.preview import PreviewModel
from playground.data.sheet.window import DataSheet
from playground.data.sheet.writing_form import WritingForm
from playground.document.new_rows import fitted, wanted
from playground.shell.drop_hint import DropHint
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open, OpenDesk
from tests.playground.data_desk import DataDesk
from tests.playground.helpers import click, find, small, wait_for_step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ROWS = 60


def passengers(folder: Path) -> Path:
    """What tables have: a number of the row, words that all differ, a yes or no, holes, a category, a constant."""
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            "id": np.arange(1, ROWS + 1),
            "name": [f"Roe {i}" for i in range(ROWS)],
            "sex": ["male" if i % 3 else "female" for i in range(ROWS)],
            "age": np.where(np.arange(ROWS) % 7 == 0, np.nan, rng.integers(1, 80, ROWS)),
            "fare": rng.normal(30, 5, ROWS).round(3),
            "port": [
                ["Oslo", "Rome", "Lima", None][i % 4] if i % 20 == 3 else ["Oslo", "Rome", "Lima"][i % 3]
                for i in range(ROWS)
            ],
            "ship": "Titanic",
            "survived": np.arange(ROWS) % 2,
        }
    )
    path = folder / "passengers.csv"
    frame.to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    """On the passengers, with all that is proposed for a new file."""
    new = edited(small(), "data.source", str(passengers(tmp_path_factory.mktemp("rows"))))
    return fitted(new, small(), load_table(wanted(small().data, new.data), is_new=True))


@pytest.fixture
def desk(shared_desk: OpenDesk, learned: Experiment) -> DataDesk:
    """With the passengers as rows, in the same file for all tests: it is read once."""
    return shared_desk(learned)


@pytest.fixture
def opening(qtbot: QtBot, shared_desk: OpenDesk, tmp_path: Path) -> DataDesk:
    """On which the passengers have just been opened, in place of the digits."""
    desk = shared_desk(small())
    with qtbot.waitSignal(desk.session.dataset_changed):
        desk.session.edit("data.source", str(passengers(tmp_path)))
    return desk


@pytest.fixture
def sheet(desk: DataDesk, qtbot: QtBot) -> DataSheet:
    return sheet_of(desk, qtbot)


@pytest.fixture
def window(shared_window: Open, learned: Experiment) -> MainWindow:
    """The whole of it, for what it has to do with the sheet."""
    return shared_window(learned)


def sheet_of(window: DataDesk | MainWindow, qtbot: QtBot) -> DataSheet:
    """Opens it."""
    click(qtbot, window, "data.columns.open")
    sheet = window.data.sheet
    assert sheet is not None
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.list.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as they stand in the file
    sheet.account.settling._until = 0.0  # as if the time of a double click were over
    return sheet


def cell(sheet: DataSheet, name: str, at: At) -> QModelIndex:
    """That of a column, wherever its row stands."""
    model = sheet.list.filtered
    rows = [row for row in range(model.rowCount()) if model.index(row, At.NAME).data() == name]
    assert len(rows) == 1, f"{name} is not there once"
    return model.index(rows[0], at)


def text(sheet: DataSheet, name: str, at: At) -> str:
    return str(cell(sheet, name, at).data())


def press(
    qtbot: QtBot, sheet: DataSheet, name: str, at: At, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Clicks a cell."""
    place = sheet.list.visualRect(cell(sheet, name, at)).center()
    qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def pick(qtbot: QtBot, value: str) -> None:
    """Chooses from the menu that is open, by its keys."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName().rpartition(".")[2] for action in menu.actions()]
    menu.setActiveAction(menu.actions()[names.index(value)])
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_a_preview_invents_no_value_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "weather.csv"
    path.write_text("size,state\n1,rain\n2,\n3,sun\n")
    model = PreviewModel()
    model.show_sheet(read_sheet(path, exact=["state"]))
    assert [model.index(row, 1).data() for row in range(3)] == ["rain", "–", "sun"]


def test_a_preview_writes_codes_with_their_zeros(tmp_path: Path) -> None:
    path = tmp_path / "towns.csv"
    path.write_text("PLZ,people\n01067,1234\n10115,5678\n")
    model = PreviewModel()
    model.show_sheet(read_sheet(path))
    assert [model.index(row, 0).data() for row in range(2)] == ["01067", "10115"]
    assert model.index(0, 1).data() == "1,234"


def test_years_have_no_mark_between_thousands(tmp_path: Path) -> None:
    path = tmp_path / "films.csv"
    rows = "".join(f"{1960 + row},{1900 + 7 * row},{1990 + row}\n" for row in range(30))
    path.write_text(f"released,weight,Year built\n{rows}1990,5000,0\n")
    model = PreviewModel()
    model.show_sheet(read_sheet(path))
    assert [model.index(8, column).data() for column in range(3)] == ["1968", "1,956", "1998"]


def shown(account: DataAccount) -> list[QLabel]:
    """In the order in which they are read aloud."""
    return [label for label in account.findChildren(QLabel) if label.isVisibleTo(account)]


# --- what is proposed -------------------------------------------------------------------------------------------------


def test_a_new_file_is_mixed_split_and_standardized(opening: DataDesk) -> None:
    desk, data = opening, opening.session.experiment.data
    assert (data.train, data.validation, data.test) == (36, 12, 12)
    assert (data.shuffle_seed, data.stratify, data.scaling, data.label) == (0, True, "standard", "survived")
    assert {name for name, said in data.columns.items() if said.role == "ignored"} == {"id", "name", "ship"}
    dataset = desk.session.dataset
    assert dataset is not None
    numbers = [dataset.feature_names.index(name) for name in ("age", "fare")]
    np.testing.assert_allclose(dataset.train_x[:, numbers].mean(axis=0), 0, atol=1e-5)
    assert np.bincount(dataset.test_y).tolist() == [6, 6]
    assert find(desk.data, QLabel, "data.summary").text() == (
        f"60 rows, {dataset.n_features} features, 2 classes; 36 train, 12 validate, 12 test, "
        "mixed, classes alike in each; standardized"
    )


def test_classes_may_be_shared_out_by_chance(desk: DataDesk, qtbot: QtBot) -> None:
    box = find(desk.data, QCheckBox, "data.stratify")
    assert box.isChecked()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not desk.session.experiment.data.stratify
    assert find(desk.data, QLabel, "data.summary").text().endswith("12 test, mixed; standardized")


def test_what_was_said_of_another_file_goes_with_it(desk: DataDesk, qtbot: QtBot) -> None:
    assert desk.session.edit("data.source", "digits")
    data = desk.session.experiment.data
    assert (data.columns, data.header, data.separator, data.decimal, data.encoding) == ({}, None, None, None, None)
    desk.session.undo_stack.undo()
    assert desk.session.experiment.data.columns["id"] == ColumnSpec(role="ignored")


def test_what_was_found_has_buttons_that_mend_it(desk: DataDesk, qtbot: QtBot) -> None:
    account, session = desk.data.account, desk.session
    notes = account.sentences()
    assert notes[-3:] == (
        "Column id is ignored: each row has another number in it, as an identifier has.",
        "Column name is ignored: 60 of 60 values differ.",
        "Column ship is ignored: it never changes.",
    )
    before, labels = session.experiment, shown(account)
    assert [label.text() for label in labels] == [f"• {note}" for note in notes]
    button = find(account, QPushButton, f"data.findings.{len(notes) - 3}")
    assert button.text() == "Use it"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert session.experiment.data.columns["id"].role == "feature"
    assert session.dataset is not None
    assert "id" in session.dataset.feature_names
    assert shown(account) == [label for label in labels if "id is" not in label.text()], "others keep their labels"
    session.undo_stack.undo()
    assert session.experiment == before
    assert [label.text() for label in shown(account)] == [f"• {note}" for note in notes], "one that is back, its place"


def test_the_findings_keep_their_room_when_they_change(desk: DataDesk, sheet: DataSheet, qtbot: QtBot) -> None:
    """They shrank to one line with the first change, though there was room, and their buttons were out of sight."""
    before = sheet.findings.height()
    assert len(sheet.account.sentences()) > 2
    qtbot.mouseClick(finding(sheet, "Column id is ignored"), Qt.MouseButton.LeftButton)
    assert desk.session.experiment.data.columns["id"].role == "feature"
    assert 24 < sheet.findings.height() <= before
    desk.session.undo_stack.undo()
    assert sheet.findings.height() == before


def test_what_is_so_already_is_not_offered(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "unequal.csv"
    path.write_text("small,large,label\n" + "".join(f"{i % 7 / 100},{i % 11 * 100},{'ab'[i % 2]}\n" for i in range(40)))
    session = desk.session
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.source", str(path))
    account = desk.data.account

    def offered() -> list[QPushButton]:
        buttons = account.findChildren(QPushButton)
        return [button for button in buttons if button.text() == "Standardize" and button.isVisibleTo(account)]

    assert not offered()
    session.edit("data.scaling", "none")
    qtbot.waitUntil(lambda: len(offered()) == 1)  # when the rows are there
    qtbot.mouseClick(offered()[0], Qt.MouseButton.LeftButton)
    assert session.experiment.data.scaling == "standard"


# --- what it says -----------------------------------------------------------------------------------------------------


def test_it_says_what_is_in_the_file(sheet: DataSheet, desk: DataDesk) -> None:
    frame = pd.read_csv(desk.session.experiment.data.source)
    assert [str(sheet.list.filtered.index(row, At.NAME).data()) for row in range(8)] == list(frame.columns)
    for name in frame.columns:
        assert cell(sheet, name, At.MISSING).data(SORT) == frame[name].isna().sum()
        assert text(sheet, name, At.DISTINCT) == str(frame[name].nunique())
    assert text(sheet, "age", At.MISSING) == "9 · Mean"
    assert text(sheet, "sex", At.KIND) == "Yes or no"
    assert text(sheet, "port", At.KIND) == "Category"
    assert text(sheet, "survived", At.KIND) == "Classes"
    assert text(sheet, "ship", At.ROLE) == "Ignored: it never changes"
    assert text(sheet, "name", At.ROLE) == "Ignored: 60 of 60 values differ"
    assert sheet.summary.text() == "8 columns: 4 features, 3 ignored; label survived"
    assert "Columns of passengers.csv" in sheet.windowTitle()


def test_the_first_rows_stand_beside_their_lines(sheet: DataSheet, desk: DataDesk) -> None:
    model = sheet.preview.model()
    assert isinstance(model, PreviewModel)
    assert (model.rowCount(), model.columnCount()) == (20, 8)
    lines = Path(desk.session.experiment.data.source).read_text().splitlines()
    assert model.headerData(3, Qt.Orientation.Vertical) == "5"
    assert [model.index(3, column).data() for column in (1, 2, 6)] == [
        lines[4].split(",")[column] for column in (1, 2, 6)
    ]
    assert model.index(0, 3).data() == "–", "the first age is missing"


def test_histograms_count_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("a,b,c\n" + "".join(f"{'xyy'[i % 3]},{i % 2},{i / 100}\n" for i in range(600)))
    sheet = read_sheet(path)
    known = facts.SheetFacts(sheet)
    assert known.histogram(0, "category").names == ("y", "x")
    assert known.histogram(0, "category").heights == (1.0, 0.5)
    assert known.histogram(1, "number").names == ("0", "1")
    assert known.histogram(1, "number").heights == (1.0, 1.0)
    assert known.histogram(2, "number").heights == (1.0,) * 20, "evenly spread"
    assert (known.histogram(2, "number").low, known.histogram(2, "number").high) == (0, np.float32(5.99))


def test_sizes_with_a_unit_are_numbers_to_their_histogram_too(tmp_path: Path) -> None:
    """Evenly spread from 0.0 k to 9.9 k: twenty ranges of five each. As a category each text counts by itself."""
    path = tmp_path / "sizes.csv"
    path.write_text("size,label\n" + "".join(f"{i / 10:.1f} k,{i % 2}\n" for i in range(100)))
    known = facts.SheetFacts(read_sheet(path))
    sizes = known.histogram(0, "number")
    assert (sizes.names, sizes.heights) == ((), (1.0,) * 20)
    assert (sizes.low, sizes.high) == (0, 9900)
    assert known.histogram(0, "category").n_more == 88


# --- what is chosen ---------------------------------------------------------------------------------------------------


def test_a_role_is_chosen_by_the_mouse_while_it_trains(sheet: DataSheet, desk: DataDesk, qtbot: QtBot) -> None:
    session = desk.session
    session.run.play()
    wait_for_step(qtbot, desk.session, 5)
    before, n_features = session.experiment, session.dataset.n_features if session.dataset else 0
    edits = session.undo_stack.count()
    press(qtbot, sheet, "fare", At.ROLE)
    pick(qtbot, "ignored")
    assert session.experiment.data.columns["fare"].role == "ignored"
    assert session.dataset is not None
    assert session.dataset.n_features == n_features - 1
    assert session.is_training
    assert session.undo_stack.count() == edits + 1
    assert text(sheet, "fare", At.ROLE) == "Ignored: by choice"
    session.undo_stack.undo()
    assert session.experiment == before
    assert text(sheet, "fare", At.ROLE) == "Feature"


def test_a_kind_is_chosen_by_the_keys(sheet: DataSheet, desk: DataDesk, qtbot: QtBot) -> None:
    sheet.list.setFocus()
    sheet.list.setCurrentIndex(cell(sheet, "survived", At.KIND))
    QTest.keyClick(sheet.list, Qt.Key.Key_Up)
    QTest.keyClick(sheet.list, Qt.Key.Key_Up)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    pick(qtbot, "category")
    assert desk.session.experiment.data.columns["port"].kind == "category"
    sheet.list.setCurrentIndex(cell(sheet, "sex", At.KIND))
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    pick(qtbot, "category")
    assert desk.session.dataset is not None
    assert {"sex = female", "sex = male"} <= set(desk.session.dataset.feature_names)


def test_several_are_changed_as_one_step(sheet: DataSheet, desk: DataDesk, qtbot: QtBot) -> None:
    session, edits = desk.session, desk.session.undo_stack.count()
    press(qtbot, sheet, "id", At.NAME)
    press(qtbot, sheet, "sex", At.NAME, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, sheet, "fare", At.NAME, Qt.KeyboardModifier.ControlModifier)
    assert sheet.selection.text() == "3 selected:"
    click(qtbot, sheet, "data.columns.role")
    pick(qtbot, "ignored")
    assert {session.experiment.data.columns[name].role for name in ("id", "sex", "fare")} == {"ignored"}
    assert session.undo_stack.count() == edits + 1
    assert sheet.selection.text() == "3 selected:", "what was selected stays so"
    click(qtbot, sheet, "data.columns.role")
    pick(qtbot, "feature")
    assert session.dataset is not None
    assert "id" in session.dataset.feature_names


def test_holes_are_filled_as_chosen(sheet: DataSheet, desk: DataDesk, qtbot: QtBot) -> None:
    press(qtbot, sheet, "age", At.MISSING)
    pick(qtbot, "drop")
    assert text(sheet, "age", At.MISSING) == "9 · Rows left out"
    assert desk.session.dataset is not None
    assert desk.session.dataset.source_rows == ROWS - 9
    assert sum(rows_asked(desk.session.experiment.data, ROWS - 9)) <= ROWS - 9, "no more rows than there are"


@pytest.mark.parametrize("is_saved_again", [False, True])
def test_another_label_says_what_there_is_to_learn(
    sheet: DataSheet, desk: DataDesk, qtbot: QtBot, is_saved_again: bool
) -> None:
    if is_saved_again:
        os.utime(desk.session.experiment.data.source, (1, 1))
    session, edits = desk.session, desk.session.undo_stack.count()
    with qtbot.waitSignal(session.experiment_changed):
        press(qtbot, sheet, "fare", At.ROLE)
        pick(qtbot, "label")
    data = session.experiment.data
    assert (data.label_column, data.task) == ("fare", "numbers")
    assert text(sheet, "fare", At.KIND) == "Numbers"
    assert text(sheet, "survived", At.ROLE) == "Feature"
    assert session.undo_stack.count() == edits + 1
    assert find(desk.data, QComboBox, "data.label").currentText() == "fare"


def test_whole_numbers_as_a_label_are_classes_and_a_button_learns_the_number(
    sheet: DataSheet, desk: DataDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    session, path = desk.session, tmp_path / "houses.csv"
    path.write_text("size,stars,rooms,kind\n" + "".join(f"{i}.5,{i % 5},{i % 4},{'ab'[i % 2]}\n" for i in range(60)))
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.source", str(path))
    with qtbot.waitSignal(session.experiment_changed):
        press(qtbot, sheet, "stars", At.ROLE)
        pick(qtbot, "label")
    assert session.experiment.data.task == "classes"
    assert sheet.message.text().startswith("stars is learned as 5 classes")
    sheet.message.settling._until = 0.0  # as if the time of a double click were over
    with qtbot.waitSignal(session.experiment_changed):
        sheet.message.action_button.click()
    assert (session.experiment.data.task, text(sheet, "stars", At.KIND)) == ("numbers", "Numbers")
    assert not sheet.message.isVisible()
    for at, chosen in ((At.KIND, "category"), (At.ROLE, "label")):
        with qtbot.waitSignal(session.experiment_changed):
            press(qtbot, sheet, "size", at)
            pick(qtbot, chosen)
    assert session.experiment.data.task == "classes", "as the person took it"


def test_an_impossible_kind_is_said_in_place(sheet: DataSheet, desk: DataDesk, qtbot: QtBot) -> None:
    before = desk.session.experiment
    press(qtbot, sheet, "port", At.KIND)
    with qtbot.waitSignal(desk.session.failed):
        pick(qtbot, "yes_no")
    assert desk.session.experiment == before
    assert "port" in sheet.message.text()
    assert sheet.message.isVisible()
    press(qtbot, sheet, "fare", At.ROLE)
    pick(qtbot, "ignored")
    assert not sheet.message.isVisible(), "what was said is over"


def test_words_are_no_numbers_and_those_among_numbers_count_as_missing(
    desk: DataDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    words = ["oops" if i % 5 == 0 else f"{i % 11}.5" for i in range(60)]
    lines = [f"{words[i]},{'male' if i % 3 else 'female'},{i % 2}" for i in range(60)]
    (tmp_path / "b.csv").write_text("\n".join(["n,sex,survived", *lines]))
    with qtbot.waitSignal(desk.session.dataset_changed):
        desk.session.edit("data.source", str(tmp_path / "b.csv"))
    with qtbot.waitSignal(desk.session.dataset_changed):
        desk.session.edit("data.columns.n.kind", "number")
    click(qtbot, desk, "data.columns.open")
    sheet = desk.data.sheet
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    assert text(sheet, "n", At.MISSING).startswith("12 ")
    assert any("12 of 60 values of n are no numbers" in line.text() for line in desk.data.findChildren(QLabel))
    with qtbot.waitSignal(desk.session.failed):
        desk.session.edit("data.columns.sex.kind", "number")
    assert "60 of 60 values of sex" in sheet.message.text()


# --- finding columns --------------------------------------------------------------------------------------------------


def test_a_search_leads_to_a_column(sheet: DataSheet, qtbot: QtBot) -> None:
    line = find(sheet, QLineEdit, "data.columns.search")
    line.setFocus()
    QTest.keyClicks(line, "AGE")
    assert sheet.list.filtered.rowCount() == 1
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sheet.list.currentIndex().data() == "age"
    assert sheet.isVisible(), "Return does not close the sheet"
    line.clear()
    assert sheet.list.filtered.rowCount() == 8


def test_another_file_shows_all_of_its_columns(sheet: DataSheet, desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    QTest.keyClicks(find(sheet, QLineEdit, "data.columns.search"), "age")
    path = tmp_path / "lengths.csv"
    path.write_text("length,width,kind\n" + "".join(f"{i % 7},{i % 5},{'ab'[i % 2]}\n" for i in range(40)))
    with qtbot.waitSignal(desk.session.dataset_changed):
        desk.session.edit("data.source", str(path))
    assert sheet.list.filtered.rowCount() == 3


def test_the_most_holes_come_first(sheet: DataSheet) -> None:
    sheet.list.sortByColumn(At.MISSING, Qt.SortOrder.DescendingOrder)
    assert sheet.list.filtered.index(0, At.NAME).data() == "age"


def test_only_what_is_seen_is_worked_out(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "wide.csv"
    names = [f"gene{i}" for i in range(2000)]
    path.write_text(
        ",".join([*names, "label"]) + "\n" + "".join(",".join(["1.5"] * 2000 + [str(i % 2)]) + "\n" for i in range(4))
    )
    drawn = list[object]()
    histogram = facts.histogram
    monkeypatch.setattr(facts, "histogram", lambda column: drawn.append(0) or histogram(column))
    columns = ColumnList()
    qtbot.addWidget(columns)
    columns.resize(900, 400)
    table = read_sheet(path)
    from engine.data.columns.uses import uses_of
    from engine.data.spec import DataSpec

    spec = DataSpec(source=str(path))
    columns.show_sheet(table, uses_of(table, spec), spec)
    columns.show()
    columns.grab()
    assert columns.filtered.rowCount() == 2001
    assert 0 < len(drawn) < 30


# --- how the file is read ---------------------------------------------------------------------------------------------


def choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """Opens the list by the keys, finds an entry by typing, and takes it."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(box.view().isVisible)
    box.view().keyboardSearch("")  # what was typed a moment ago would count as its beginning
    box.view().keyboardSearch(text)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def test_the_header_is_switched_off_and_found_again(sheet: DataSheet, desk: DataDesk, qtbot: QtBot) -> None:
    box = find(sheet, QComboBox, "data.names_line")
    assert box.currentText() == "Found out: line 1"
    with qtbot.waitSignal(desk.session.experiment_changed):
        choose(qtbot, box, "no header")
    data = desk.session.experiment.data
    assert data.header is False
    assert (data.train, data.shuffle_seed, data.scaling) == (36, 0, "standard"), "what was chosen stays"
    assert sheet.list.filtered.index(0, At.NAME).data() == "column 1"
    assert sheet.preview.model().index(0, 1).data() == "name", "the first line is a row now"
    assert box.currentText() == "no header"
    with qtbot.waitSignal(desk.session.experiment_changed):
        choose(qtbot, box, "Found out")
    assert sheet.list.filtered.index(0, At.NAME).data() == "id"


def test_the_line_with_the_names_is_chosen(sheet: DataSheet, desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    """A title in several cells looks like names; who knows better says so, and what cannot be springs back."""
    session, path = desk.session, tmp_path / "flowers.csv"
    rows = "".join(f"{i}.5,{i * 7 % 5}.25,{'ab'[i % 2]}\n" for i in range(1, 31))
    path.write_text(f"My,flowers,here\nlength,width,kind\nby hand\n{rows}")
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.source", str(path))
    box = find(sheet, QComboBox, "data.names_line")
    assert (box.currentText(), session.experiment.data.lines_left_out) == ("Found out: line 1", (2, 3))
    offered = [box.itemText(place) for place in range(4)]
    assert offered == ["Found out: line 1", "no header", "line 1: My,flowers,here", "line 2: length,width,kind"]
    with qtbot.waitSignal(session.dataset_changed):
        choose(qtbot, box, "line 2")
    data = session.experiment.data
    assert (data.names_line, data.header, data.lines_left_out) == (2, True, (3,))
    assert sheet.list.filtered.index(0, At.NAME).data() == "length"
    assert any("above the table is not read" in text for text in sheet.account.sentences())
    assert box.currentText() == "line 2: length,width,kind"
    with qtbot.waitSignal(session.failed):
        choose(qtbot, box, "line 3")
    assert "line 3: 1 name, where most lines have 3 fields: choose another line." in sheet.message.text()
    assert box.currentText() == "line 2: length,width,kind", "what is refused springs back"
    session.undo_stack.undo()
    assert session.experiment.data.names_line == 1, "as it was found"
    qtbot.waitUntil(lambda: box.currentText() == "Found out: line 1", timeout=2000)


def test_a_line_of_sums_is_left_out_and_read_again(
    sheet: DataSheet, desk: DataDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    session, path = desk.session, tmp_path / "shops.csv"
    rows = "".join(f"shop {i % 4},{i},{i * 7 % 5}\n" for i in range(1, 31))
    path.write_text(f"shop,may,june\n{rows}Total,465,{sum(i * 7 % 5 for i in range(1, 31))}\n")
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.source", str(path))
    assert session.dataset is not None
    assert (session.dataset.source_rows, session.experiment.data.lines_left_out) == (30, (32,))
    box = find(sheet, QComboBox, "data.lines_left_out")
    assert (box.isVisible(), box.currentText()) == (True, "32")
    assert [box.itemText(place) for place in range(box.count())] == ["as the file suggests", "none, all are rows", "32"]
    with qtbot.waitSignal(session.dataset_changed):
        finding(sheet, "gives sums or means").click()
    assert session.dataset.source_rows == 31
    assert finding(sheet, "Line 32 seems to be no row").text() == "Leave it out"
    sheet.account.settling._until = 0.0  # as if the time of a double click were over
    with qtbot.waitSignal(session.dataset_changed):
        finding(sheet, "Line 32 seems to be no row").click()
    assert session.dataset.source_rows == 30
    with qtbot.waitSignal(session.dataset_changed):
        choose(qtbot, box, "none")
    assert session.dataset.source_rows == 31


def test_lines_that_are_found_out_are_named(desk: DataDesk, qtbot: QtBot) -> None:
    form = WritingForm()
    qtbot.addWidget(form)
    writing = Writing(columns=("a", "b"), lines_left_out=(32,))
    spec = DataSpec(source="shops.csv", lines_left_out=None)
    form.show_writing(spec, writing, writing)
    assert form.choices["lines_left_out"].currentText() == "Found out: 32"


def test_the_mark_of_numbers_that_are_texts_in_a_workbook_can_be_said(
    sheet: DataSheet, desk: DataDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    pytest.importorskip("openpyxl")
    path = tmp_path / "houses.xlsx"
    prices = [f"{200 + place}.{335 + place} €" for place in range(60)]
    pd.DataFrame({"area": np.arange(60) / 8, "price": prices}).to_excel(path, index=False)
    session = desk.session
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.source", str(path))
    box = find(sheet, QComboBox, "data.decimal")
    assert box.isVisible()
    assert session.dataset is not None
    assert session.dataset.train_y.max() < 300
    with qtbot.waitSignal(session.dataset_changed):
        choose(qtbot, box, "comma")
    assert session.dataset.train_y.min() > 200_000
    assert session.experiment.data.decimal == ","
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: session.experiment.data.decimal is None)


def test_another_sheet_of_a_workbook_is_read(sheet: DataSheet, desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    path = tmp_path / "book.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"Report of": ["Kim"]}).to_excel(book, sheet_name="Cover", index=False)
        pd.DataFrame({"a": np.arange(40) % 7, "kind": [*"xy"] * 20}).to_excel(book, sheet_name="2023", index=False)
        pd.DataFrame({"b": np.arange(40) % 5, "kind": [*"xyz"] * 13 + ["x"]}).to_excel(
            book, sheet_name="2024", index=False
        )
    session = desk.session
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.source", str(path))
    box = find(sheet, QComboBox, "data.sheet")
    assert box.isVisible()
    assert find(sheet, QComboBox, "data.names_line").isVisible()
    assert not find(sheet, QComboBox, "data.separator").isVisible()
    assert box.currentText() == "Found out: 2023"
    with qtbot.waitSignal(session.experiment_changed):
        choose(qtbot, box, "2024")
    assert session.dataset is not None
    assert (session.dataset.feature_names, session.dataset.n_classes) == (("b",), 3)
    assert box.currentText() == "2024"
    session.undo_stack.undo()
    assert session.experiment.data.sheet == "2023"
    qtbot.waitUntil(lambda: sheet.list.filtered.index(0, At.NAME).data() == "a", timeout=2000)


def test_an_encoding_that_cannot_be_is_said_and_nothing_is_lost(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "cats.csv"
    path.write_bytes(
        ("长度,宽度,label\n" + "".join(f"{i % 5},{i % 7},{'猫狗'[i % 2]}\n" for i in range(40))).encode("gbk")
    )
    with qtbot.waitSignal(desk.session.dataset_changed):
        desk.session.edit("data.source", str(path))
    click(qtbot, desk, "data.columns.open")
    sheet = desk.data.sheet
    assert sheet is not None
    box = find(sheet, QComboBox, "data.encoding")
    assert box.currentText() == "Found out: Chinese, simplified (GB 18030)"
    before = desk.session.experiment
    with qtbot.waitSignal(desk.session.failed):
        choose(qtbot, box, "UTF-8")
    assert desk.session.experiment == before
    assert "is not written in utf-8" in sheet.message.text()
    assert box.currentText() == "Found out: Chinese, simplified (GB 18030)"
    assert sheet.preview.model().headerData(0, Qt.Orientation.Horizontal) == "长度"


def test_a_reading_that_is_refused_springs_back(sheet: DataSheet, desk: DataDesk, qtbot: QtBot) -> None:
    box, before = find(sheet, QComboBox, "data.separator"), desk.session.experiment
    steps = desk.session.undo_stack.count()
    with qtbot.waitSignal(desk.session.failed):
        choose(qtbot, box, "semicolon")
    assert box.currentText() == "Found out: comma"
    assert sheet.list.filtered.rowCount() == 8, "the columns that are learned from"
    assert "so there is nothing to learn from. What was chosen before stays." in sheet.message.text()
    assert not desk.data.message.action_button.isVisible()
    assert (desk.session.experiment, desk.session.undo_stack.count()) == (before, steps)
    press(qtbot, sheet, "fare", At.ROLE)
    pick(qtbot, "ignored")
    assert not sheet.message.isVisible()
    desk.session.undo_stack.undo()
    assert desk.session.experiment == before, "what was accepted last is undone, and no more"
    assert text(sheet, "fare", At.ROLE) == "Feature"


def test_undo_works_in_the_sheet_and_a_new_language_keeps_it_open(window: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(window, qtbot)
    press(qtbot, sheet, "fare", At.ROLE)
    pick(qtbot, "ignored")
    assert find(window, QAction, "action.undo") in sheet.actions()
    window.rebuild()
    again = window.data.sheet
    assert again is not None
    assert again is not sheet
    assert again.isVisible()
    assert find(again, QToolButton, "data.columns.role") is not None
    again.close()


# --- what was found ---------------------------------------------------------------------------------------------------


def finding(sheet: DataSheet, words: str) -> QPushButton:
    """The button beside a sentence with these words."""
    shown = (each for each in sheet.findChildren(QPushButton) if not each.parentWidget().isHidden())
    (button,) = [each for each in shown if words in each.accessibleDescription()]  # others are about to be deleted
    return button


def test_all_that_was_found_is_told_in_the_sheet_and_mended_there(
    desk: DataDesk, sheet: DataSheet, qtbot: QtBot
) -> None:
    assert sheet.account.sentences() == desk.data.account.sentences() != ()
    session = desk.session
    assert text(sheet, "age", At.MISSING) == "9 · Mean"
    click_on = finding(sheet, "Rows without age, in which its mean stands in: 9 of 60.")
    with qtbot.waitSignal(session.dataset_changed):
        click_on.click()
    assert session.experiment.data.columns["age"].missing == "drop"
    assert session.dataset is not None
    assert session.dataset.source_rows == 51
    assert text(sheet, "age", At.MISSING) == "9 · Rows left out"
    session.undo_stack.undo()
    with qtbot.waitSignal(session.dataset_changed):
        session.edit("data.columns.age.means_missing", ["33"])
    emptied = int((pd.read_csv(session.experiment.data.source)["age"] == 33).sum())
    assert text(sheet, "age", At.MISSING) == f"{9 + emptied} · Mean", "what only says that there is none is missing"
    sheet.account.settling._until = 0.0  # as if the time of a double click were over
    with qtbot.waitSignal(session.dataset_changed):
        finding(sheet, "counts as missing, since it is 33").click()
    assert text(sheet, "age", At.MISSING) == "9 · Mean", "and a value again"


def test_a_second_press_mends_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    """With what was mended its line goes, and another button slides under the pointer, which took the focus too."""
    sheet = sheet_of(window, qtbot)
    session, account = window.session, sheet.account
    pressed = finding(sheet, "Rows without age, in which its mean stands in: 9 of 60.")
    pressed.setFocus()
    with qtbot.waitSignal(session.dataset_changed, timeout=4000):
        pressed.click()
    mended = session.experiment
    focused = QApplication.focusWidget()
    assert focused is account, "and no button, which the space key would press"
    (other,) = [
        each for each in account.findChildren(QPushButton) if each.isVisible() and each.text() == "Fill in the holes"
    ]
    other.click()
    assert session.experiment == mended
    qtbot.waitUntil(lambda: account.settling.is_over, timeout=4000)
    other.click()
    assert session.experiment.data.columns["age"].missing == "mean"


def test_a_file_dropped_on_the_sheet_is_opened_not_typed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Of several the first, which is said while they hover."""
    sheet = sheet_of(window, qtbot)
    qtbot.waitUntil(lambda: sheet.findChild(DropHint) is not None)
    files = [tmp_path / "first.csv", tmp_path / "second.csv"]
    for file in files:
        file.write_text("a,b,label\n" + "".join(f"{i % 7},{i % 5},{'xy'[i % 2]}\n" for i in range(40)))
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    rest = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    line = find(sheet, QLineEdit, "data.columns.search")
    place, handle = line.mapTo(sheet, line.rect().center()), sheet.windowHandle()
    QApplication.sendEvent(handle, QDragEnterEvent(place, *rest))
    hint = sheet.findChild(DropHint)
    assert hint is not None
    assert "learn from the rows of first.csv" in hint.text()
    assert "first of 2 files" in hint.text()
    hint.grab()
    QApplication.sendEvent(handle, QDragMoveEvent(place, *rest))
    with qtbot.waitSignal(window.session.dataset_changed):
        QApplication.sendEvent(handle, QDropEvent(QPointF(place), *rest))
    assert (line.text(), hint.isVisible()) == ("", False)
    assert sheet.windowTitle() == "Columns of first.csv"
