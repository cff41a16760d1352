"""The data panel as a person uses it: choose, type, click, and read what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment import Experiment
from engine.specs import NAMED_SOURCES
from playground.panels.data import DataPanel
from playground.widgets.data_rows import unscaled, wrong_labels
from playground.widgets.message_bar import MessageBar
from tests.playground.helpers import click, csv_of_flowers, find, small, type_into

FIELDS = ("source", "scaling", "train", "test", "label_noise", "noise", "label", "shuffle_seed")


@pytest.fixture
def panel(qtbot: QtBot) -> DataPanel:
    panel = DataPanel()
    qtbot.addWidget(panel)
    panel.resize(360, 225)
    with qtbot.waitExposed(panel):
        panel.show()
    show(panel, source="digits", train=60, test=40)
    return panel


def show(panel: DataPanel, **data: Any) -> Experiment:
    """Gives the panel rows and experiment, in the session's order."""
    experiment = small(data=data)
    panel.show_dataset(load(experiment.data))
    panel.show_experiment(experiment)
    return experiment


def note(panel: DataPanel) -> str:
    return " ".join(label.text() for label in panel.header.findChildren(QLabel))


def is_shown(panel: DataPanel, field: str) -> bool:
    return find(panel, QWidget, f"data.{field}").isVisible()


def csv_of_numbers(folder: Path) -> Path:
    """Four features, text labels; the values of row i are i, i + 0.5, ..."""
    path = folder / "a rather long name of a table.csv"
    rows = [f"{i},{i + 0.5},{i + 0.25},{-i},{'yes' if i % 2 else 'no'}" for i in range(40)]
    path.write_text("one,two,three,four,label\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_it_says_what_there_is(panel: DataPanel) -> None:
    assert panel.objectName() == "panel.data"
    assert note(panel) == "Data 100 rows, 64 features, 10 classes"
    assert find(panel, QComboBox, "data.source").currentText() == "Digits 8 × 8"
    assert find(panel, QAbstractSpinBox, "data.train").text() == "60"
    assert panel.rows.pictures.isVisible()


def test_every_control_explains_itself(panel: DataPanel) -> None:
    for name in [f"data.{field}" for field in FIELDS] + ["action.open_data"]:
        control = find(panel, QWidget, name)
        assert control.toolTip(), name
        assert control.accessibleName(), name
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [("train", "200", 200), ("test", "50", 50), ("label_noise", "0.25", 0.25), ("shuffle_seed", "7", 7)],
)
def test_typing_a_number(panel: DataPanel, qtbot: QtBot, field: str, typed: str, value: float) -> None:
    with qtbot.waitSignal(panel.edited) as edit:
        type_into(panel, f"data.{field}", typed)
    assert edit.args == [f"data.{field}", value]


def test_a_number_out_of_range_is_not_taken(panel: DataPanel) -> None:
    edits = QSignalSpy(panel.edited)
    box = find(panel, QAbstractSpinBox, "data.label_noise")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "1.5")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert edits.count() == 0
    assert box.text() == "0"


def test_emptying_the_shuffle_seed_brings_the_order_of_the_file_back(panel: DataPanel, qtbot: QtBot) -> None:
    show(panel, source="digits", train=60, test=40, shuffle_seed=3)
    box = find(panel, QAbstractSpinBox, "data.shuffle_seed")
    box.setFocus()
    box.selectAll()
    with qtbot.waitSignal(panel.edited) as edit:
        QTest.keyClick(box, Qt.Key.Key_Backspace)
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert edit.args == ["data.shuffle_seed", None]


@pytest.mark.parametrize(("field", "title", "value"), [("source", "Spiral", "spiral"), ("scaling", "None", "none")])
def test_choosing(panel: DataPanel, qtbot: QtBot, field: str, title: str, value: str) -> None:
    box = find(panel, QComboBox, f"data.{field}")
    with qtbot.waitSignal(panel.edited) as edit:
        QTest.keyClicks(box, title)
    assert edit.args == [f"data.{field}", value]


def test_the_folder_asks_for_a_file(panel: DataPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.file_wanted):
        click(qtbot, panel, "action.open_data")
    button = find(panel, QToolButton, "action.open_data")
    button.setFocus()
    with qtbot.waitSignal(panel.file_wanted):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_showing_is_silent(panel: DataPanel, tmp_path: Path) -> None:
    edits = QSignalSpy(panel.edited)
    show(panel, source="xor", train=30, test=20, noise=0.1, label_noise=0.2, scaling="standard")
    show(panel, source=str(csv_of_flowers(tmp_path)), train=30, test=20)
    assert edits.count() == 0


def test_all_named_sources_are_offered(panel: DataPanel) -> None:
    box = find(panel, QComboBox, "data.source")
    assert [box.itemData(index) for index in range(box.count())] == list(NAMED_SOURCES)


def test_a_file_is_one_more_entry(panel: DataPanel, tmp_path: Path) -> None:
    path = str(csv_of_flowers(tmp_path))
    show(panel, source=path, train=30, test=20)
    box = find(panel, QComboBox, "data.source")
    assert (box.currentText(), box.currentData()) == ("flowers.csv", path)
    assert "flowers.csv" in box.toolTip()
    show(panel, source="digits", train=60, test=40)
    assert box.currentData() == "digits"
    assert box.findData(path) >= 0, "one can go back to the file"
    other = str(csv_of_numbers(tmp_path))
    show(panel, source=other, train=30, test=10)
    assert box.count() == len(NAMED_SOURCES) + 1
    assert box.currentData() == other


def test_settings_come_and_go_with_the_source(panel: DataPanel, tmp_path: Path) -> None:
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [False, False, True]
    show(panel, source="circle", train=30, test=20)
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [True, False, False]
    show(panel, source=str(csv_of_numbers(tmp_path)), train=30, test=10)
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [False, True, True]
    show(panel, source="digits", train=60, test=40)
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [False, False, True]


def test_typing_the_label_column(panel: DataPanel, qtbot: QtBot, tmp_path: Path) -> None:
    show(panel, source=str(csv_of_numbers(tmp_path)), train=30, test=10)
    line = find(panel, QLineEdit, "data.label")
    line.setFocus()
    line.selectAll()
    with qtbot.waitSignal(panel.edited) as edit:
        QTest.keyClicks(line, "one")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert edit.args == ["data.label", "one"]


@pytest.mark.parametrize("scaling", ["max", "standard", "none"])
def test_pictures_are_those_of_the_source_whatever_the_scaling(scaling: str) -> None:
    spec = small(data={"source": "digits", "train": 60, "test": 40, "scaling": scaling}).data
    plain = load(spec.model_copy(update={"scaling": "none"}))
    np.testing.assert_allclose(unscaled(load(spec), 5), plain.train_x[:5], atol=1e-4)


def test_wrong_labels_are_marked(panel: DataPanel) -> None:
    experiment = show(panel, source="digits", train=60, test=40, label_noise=0.5)
    dataset = load(experiment.data)
    marked = wrong_labels(dataset, 60)
    assert sum(marked) == 30
    wrong = panel.rows.grab().toImage()
    show(panel, source="digits", train=60, test=40)
    assert panel.rows.grab().toImage() != wrong


def test_two_features_are_points(panel: DataPanel) -> None:
    show(panel, source="spiral", train=30, test=20)
    assert panel.rows.scatter.isVisible()
    assert not panel.rows.pictures.isVisible()
    assert panel.rows.scatter.count() == 50
    assert panel.rows.scatter.x() + panel.rows.x() > panel.form.geometry().right()


def test_a_table_shows_its_first_rows(panel: DataPanel, tmp_path: Path) -> None:
    show(panel, source=str(csv_of_numbers(tmp_path)), train=30, test=10, scaling="standard")
    assert panel.rows.table.isVisible()
    columns = panel.rows.table.texts()
    assert columns[0] == ("Class", "no", "yes", "no", "yes")
    assert columns[2] == ("two", "0.5", "1.5", "2.5", "3.5")
    panel.rows.table.grab()


def test_no_data(panel: DataPanel) -> None:
    panel.show_dataset(None)
    assert panel.rows.nothing.isVisible()
    assert panel.rows.nothing.text() == "No data"
    assert note(panel).strip() == "Data"


def test_an_error_stays_until_the_next_rows(panel: DataPanel, tmp_path: Path) -> None:
    experiment = show(panel, source="digits", train=60, test=40)
    find(panel, QAbstractSpinBox, "data.train").setProperty("value", 5000)
    panel.show_error("digits has 1797 rows")
    assert panel.findChild(MessageBar).text() == "digits has 1797 rows"
    assert panel.message.isVisible()
    assert find(panel, QAbstractSpinBox, "data.train").text() == "60", "the editor goes back to what is true"
    assert is_shown(panel, "label"), "another column can be named"
    panel.show_dataset(None)
    assert panel.message.isVisible()
    panel.show_dataset(load(experiment.data))
    assert not panel.message.isVisible()
    assert panel.rows.pictures.isVisible()


def test_an_error_can_be_closed(panel: DataPanel, qtbot: QtBot) -> None:
    panel.show_error("That went wrong.")
    assert not panel.rows.isVisible()
    click(qtbot, panel, "message.close")
    assert not panel.message.isVisible()
    assert panel.rows.isVisible()


def test_a_source_that_could_not_be_read_goes_back(panel: DataPanel) -> None:
    box = find(panel, QComboBox, "data.source")
    with QSignalBlocker(panel):
        QTest.keyClicks(box, "MNIST")
    assert box.currentData() == "mnist"
    panel.show_error("There is no network.")
    assert box.currentData() == "digits"


def test_it_fits_where_the_window_is_small(panel: DataPanel, tmp_path: Path) -> None:
    sources: list[dict[str, Any]] = [
        {"source": "digits", "train": 60, "test": 40},
        {"source": "spiral", "train": 60, "test": 40, "noise": 0.1},
        {"source": str(csv_of_flowers(tmp_path)), "train": 30, "test": 20},
        {"source": str(csv_of_numbers(tmp_path)), "train": 30, "test": 10},
    ]
    for data in sources:
        show(panel, **data)
        assert panel.minimumSizeHint().height() <= 225
        assert panel.minimumSizeHint().width() <= 320


def test_tab_goes_through_the_settings_from_top_to_bottom(panel: DataPanel) -> None:
    find(panel, QWidget, "data.source").setFocus()
    visited = []
    for _ in range(6):
        visited.append(panel.focusWidget().objectName())
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert visited == [f"data.{name}" for name in ("source", "scaling", "train", "test", "label_noise", "shuffle_seed")]
