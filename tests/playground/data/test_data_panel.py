"""The data panel as a person uses it: choose, type, click, and read what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLabel, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.layer_edits import move_layer
from engine.experiment.experiment import Experiment, parse
from engine.store.presets import load_preset
from playground.data.panel import DataPanel
from playground.data.rows.first_rows import unscaled, wrong_labels
from playground.data.size_slider import SizeSlider, stops
from playground.ui.fields.numbers.size_edit import SizeEdit
from playground.ui.text.edit_descriptions import run_text
from playground.ui.widgets.message_bar import MessageBar
from tests.playground.helpers import click, csv_of_flowers, find, small, type_into

FIELDS = ("source", "scaling", "train", "validation", "test", "label_noise", "noise", "label", "shuffle_seed")


@pytest.fixture(scope="module")
def kept(keep: Callable[[QWidget], None]) -> DataPanel:
    panel = DataPanel()
    keep(panel)
    return panel


@pytest.fixture
def panel(kept: DataPanel, qtbot: QtBot) -> Iterator[DataPanel]:
    """The same for all tests, in which each begins with what a new one shows of some digits."""
    kept.resize(360, 225)
    with qtbot.waitExposed(kept):
        kept.show()
    kept.activateWindow()
    qtbot.waitUntil(kept.isActiveWindow)
    kept.message.clear()
    kept.download.hide()
    show(kept, source="digits", train=60, test=40)
    yield kept
    kept.setFocus()  # and no text that is half typed


def show(panel: DataPanel, **data: Any) -> Experiment:
    """Gives the panel rows and experiment, in the session's order."""
    experiment = small(data=data)
    panel.show_dataset(load(experiment.data))
    panel.show_experiment(experiment)
    return experiment


def show_numbers(panel: DataPanel, **data: Any) -> None:
    """Rows with numbers to learn."""
    layers = [{"kind": "dense", "units": 1}]
    experiment = parse({"data": data, "layers": layers, "loss": "mean_squared_error"})
    panel.show_dataset(load(experiment.data))
    panel.show_experiment(experiment)


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
    assert note(panel) == "Data Digits 8 × 8 · 100 of 1,797 rows, 64 features, 10 classes"
    assert find(panel, QComboBox, "data.source").currentText() == "Digits 8 × 8"
    assert find(panel, QAbstractSpinBox, "data.train").text() == "60"
    assert panel.rows.pictures.isVisible()


def test_every_control_explains_itself(panel: DataPanel) -> None:
    names = [*FIELDS, "train.slider", "validation.slider", "test.slider", "label_noise.slider", "noise.slider"]
    for name in [f"data.{name}" for name in names] + ["action.open_data"]:
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


def test_choosing_a_scaling(panel: DataPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.edited) as edit:
        QTest.keyClicks(find(panel, QComboBox, "data.scaling"), "None")
    assert edit.args == ["data.scaling", "none"]


def test_the_button_asks_for_a_file(panel: DataPanel, qtbot: QtBot) -> None:
    assert find(panel, QToolButton, "action.open_data").text() == "Your data…"
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


def test_settings_come_and_go_with_the_source(panel: DataPanel, tmp_path: Path) -> None:
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [False, False, True]
    show(panel, source="circle", train=30, test=20)
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [True, False, False]
    show(panel, source=str(csv_of_numbers(tmp_path)), train=30, test=10)
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [False, True, True]
    show(panel, source="digits", train=60, test=40)
    assert [is_shown(panel, field) for field in ("noise", "label", "shuffle_seed")] == [False, False, True]


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


def test_two_features_are_points(panel: DataPanel, qtbot: QtBot) -> None:
    show(panel, source="spiral", train=30, test=20)
    assert panel.rows.scatter.isVisible()
    assert not panel.rows.pictures.isVisible()
    assert panel.rows.scatter.count() == 50
    assert panel.rows.x() > panel.form.geometry().right()
    panel.resize(360, 700)
    qtbot.waitUntil(lambda: panel.rows.y() > panel.form.geometry().bottom())
    assert panel.rows.scatter.height() > 250, "with more height the points have the whole width"


def test_a_table_shows_its_first_rows(panel: DataPanel, tmp_path: Path) -> None:
    show(panel, source=str(csv_of_numbers(tmp_path)), train=30, test=10, scaling="standard")
    assert panel.rows.table.isVisible()
    columns = panel.rows.table.texts()
    assert columns[0][:5] == ("label", "no", "yes", "no", "yes")
    assert columns[2][:5] == ("two", "0.5", "1.5", "2.5", "3.5")
    panel.rows.table.grab()


def test_days_and_codes_are_written_as_the_file_has_them(panel: DataPanel, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    rows = [f"2023-06-{1 + row % 28:02},{(1067, 10115, 99998)[row % 3]:05},{row / 4},{row % 2}" for row in range(40)]
    path.write_text("\n".join(["day,PLZ,size,label", *rows]) + "\n")
    show(panel, source=str(path), train=30, test=10, scaling="standard")
    columns = {column[0]: column[1:4] for column in panel.rows.table.texts()}
    assert columns["day"] == ("2023-06-01", "2023-06-02", "2023-06-03")
    assert columns["PLZ"] == ("01067", "10115", "99998")
    assert columns["size"] == ("0", "0.25", "0.5")


def test_no_data(panel: DataPanel) -> None:
    panel.show_dataset(None)
    assert panel.rows.nothing.isVisible()
    assert panel.rows.nothing.text() == "No data"
    assert note(panel).strip() == "Data"


def test_without_rows_the_columns_of_the_file_can_be_chosen(panel: DataPanel, qtbot: QtBot, tmp_path: Path) -> None:
    path = csv_of_numbers(tmp_path)
    panel.show_dataset(None)
    panel.show_experiment(small(data={"source": str(path), "label": "missing", "train": 30, "test": 10}))
    box = find(panel, QComboBox, "data.label")
    assert [box.itemText(index) for index in range(box.count())] == ["one", "two", "three", "four", "label"]
    assert box.currentIndex() == -1
    with qtbot.waitSignal(panel.edited) as edit:
        box.setCurrentIndex(4)
    assert edit.args == ["data.label", "label"]


def test_a_robust_label_takes_the_loss_with_it_by_key_and_gives_it_back(
    panel: DataPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    """With squared errors in the scale of most rows the few values far off would rule what is learned all the more."""
    (tmp_path / "prices.csv").write_text("size,price\n" + "".join(f"{i},{2 * i + 0.5}\n" for i in range(40)))
    show_numbers(panel, source=str(tmp_path / "prices.csv"), label="price", task="numbers", train=30, test=10)
    box = find(panel, QCheckBox, "data.robust_label")
    assert "loss with it" in box.toolTip()
    with qtbot.waitSignal(panel.mended) as mend:
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert mend.args == ["Robust label", (("data.robust_label", True), ("loss", "huber"))]
    with qtbot.waitSignal(panel.mended) as mend:
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert mend.args[1] == (("data.robust_label", False), ("loss", "mean_squared_error"))


def test_an_error_stays_until_the_next_rows(panel: DataPanel, tmp_path: Path) -> None:
    experiment = show(panel, source="digits", train=60, test=40)
    find(panel, QAbstractSpinBox, "data.train").setProperty("value", 5000)
    panel.show_error("digits has 1797 rows")
    assert panel.findChild(MessageBar).text() == "digits has 1797 rows"
    assert panel.message.isVisible()
    assert find(panel, QAbstractSpinBox, "data.train").text() == "60", "the editor goes back to what is true"
    panel.show_dataset(None)
    assert panel.message.isVisible()
    panel.show_dataset(load(experiment.data))
    assert not panel.message.isVisible()
    assert panel.rows.pictures.isVisible()


def test_an_error_can_be_closed(panel: DataPanel, qtbot: QtBot) -> None:
    panel.show_error("That went wrong.")
    assert panel.message.isVisible()
    click(qtbot, panel, "message.close")
    assert not panel.message.isVisible()
    assert panel.rows.isVisible()


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
        assert panel.minimumSizeHint().width() <= 300


def test_the_most_important_is_seen_where_the_window_is_small(panel: DataPanel, tmp_path: Path) -> None:
    panel.resize(400, 270)
    for data in (
        {"source": "digits", "train": 60, "test": 40},
        {"source": "spiral", "train": 60, "test": 40},
        {"source": str(csv_of_numbers(tmp_path)), "train": 30, "test": 10},
    ):
        show(panel, **data)
        seen = QRect(QPoint(0, 0), panel.area.viewport().size())
        for name in ("source", "train", "train.slider", "test", "label_noise", "label_noise.slider"):
            editor = find(panel, QWidget, f"data.{name}")
            corner = editor.mapTo(panel.area.viewport(), QPoint(0, 0))
            assert seen.contains(QRect(corner, editor.size())), (data["source"], name)
        top = panel.rows.mapTo(panel.area.viewport(), QPoint(0, 0)).y()
        assert seen.height() - top >= 60, "some rows"


@pytest.mark.parametrize("size", [(300, 250), (400, 270), (600, 300), (300, 900)])
def test_nothing_is_cut_off(panel: DataPanel, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    path = csv_of_numbers(tmp_path)
    first, *lines = path.read_text().splitlines()
    path.write_text("\n".join([f"same,{first}", *(f"1,{line}" for line in lines)]))
    panel.resize(*size)
    show(panel, source=str(path), train=30, test=10)
    assert panel.account.isVisible()
    body = panel.area.widget()
    qtbot.waitUntil(lambda: body.width() == panel.area.viewport().width())
    qtbot.waitUntil(lambda: body.height() >= body.heightForWidth(body.width()))
    qtbot.waitUntil(lambda: panel.account.geometry().bottom() <= body.height())
    assert panel.account.height() >= panel.account.heightForWidth(panel.account.width()) > 0


def test_more_height_is_more_rows(panel: DataPanel) -> None:
    show(panel, source="digits", train=300, test=40)
    small_rows, small_bars = panel.rows.height(), panel.balance.height()
    panel.resize(400, 700)
    panel.grab()
    assert panel.rows.height() > 2 * small_rows
    assert panel.balance.height() > small_bars


def test_the_balance_counts_the_training_rows(panel: DataPanel) -> None:
    experiment = show(panel, source="digits", train=60, test=40)
    labels = load(experiment.data).train_y
    assert panel.balance.counts() == {str(digit): int((labels == digit).sum()) for digit in range(10)}
    assert sum(panel.balance.counts().values()) == 60
    panel.resize(400, 700)
    panel.grab()
    heights = {index: panel.balance.bar(index).height() for index in range(10)}
    assert len(set(heights.values())) == 1
    assert panel.balance.class_at(panel.balance.bar(3).center()) == 3
    show(panel, source="xor", train=30, test=10)
    assert panel.balance.counts() == {"A": 15, "B": 15}


def test_more_classes_than_there_is_room_for(panel: DataPanel) -> None:
    panel.balance.set_counts([f"c{i}" for i in range(500)], range(500), colored=False)
    panel.grab()
    assert 50 < panel.balance.n_shown() < 500
    assert "first" in panel.balance._caption()


# --- sliders ----------------------------------------------------------------------------------------------------------


def test_sliders_stand_where_the_numbers_are(panel: DataPanel) -> None:
    show(panel, source="digits", train=300, test=297, label_noise=0.25)
    train = find(panel, QSlider, "data.train.slider")
    assert isinstance(train, SizeSlider)
    assert train.number() == 300
    assert find(panel, QSlider, "data.label_noise.slider").value() == 5
    QTest.keyClick(train, Qt.Key.Key_End)
    assert train.number() == 1500, "the test rows are needed for testing"
    assert not is_shown(panel, "noise.slider")
    show(panel, source="spiral", train=300, test=200, noise=0.1)
    assert find(panel, QSlider, "data.noise.slider").value() == 2


@pytest.mark.parametrize(
    ("field", "key", "value"),
    [
        ("train", Qt.Key.Key_Right, 61),
        ("train", Qt.Key.Key_Left, 59),
        ("test", Qt.Key.Key_Home, 10),
        ("test", Qt.Key.Key_End, 1737),
        ("label_noise", Qt.Key.Key_Right, 0.05),
    ],
)
def test_keys_move_a_slider(panel: DataPanel, qtbot: QtBot, field: str, key: Qt.Key, value: float) -> None:
    slider = find(panel, QSlider, f"data.{field}.slider")
    slider.setFocus()
    with qtbot.waitSignal(panel.edited) as edit:
        QTest.keyClick(slider, key)
    assert edit.args == [f"data.{field}", value]


@pytest.mark.parametrize("limit", [1, 2, 9, 10, 99, 100, 150, 1000, 1497, 69_999, 1_000_000])
def test_stops_of_a_size(limit: int) -> None:
    found = stops(limit)
    assert found == sorted(set(found))
    assert found[-1] == limit
    assert found[0] in (1, 10)
    ratios = [after / before for before, after in pairwise(found) if before >= 10]
    assert max(ratios, default=1) <= 1.1001, "each step is at most a tenth"


def test_tab_goes_through_the_settings_from_top_to_bottom(panel: DataPanel) -> None:
    find(panel, QWidget, "data.source").setFocus()
    visited = []
    for _ in range(11):
        visited.append(panel.focusWidget().objectName())
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    sizes = (f"{part}{kind}" for part in ("train", "validation", "test", "label_noise") for kind in ("", ".slider"))
    names = ("source", "scaling", *sizes)
    assert visited == [f"data.{name}" for name in (*names, "shuffle_seed")]


def test_the_number_of_classes_comes_and_goes_with_the_toys_that_can_have_any(panel: DataPanel, qtbot: QtBot) -> None:
    assert not is_shown(panel, "classes")
    show(panel, source="circle", train=30, test=20)
    assert not is_shown(panel, "classes")
    show(panel, source="rings", train=30, test=20)
    assert is_shown(panel, "classes")
    assert find(panel, QAbstractSpinBox, "data.classes").text() == "3", "as many as it has by itself"
    with qtbot.waitSignal(panel.edited) as edit:
        type_into(panel, "data.classes", "5")
    assert edit.args == ["data.classes", 5]
    show(panel, source="rings", train=30, test=20, classes=4)
    assert find(panel, QAbstractSpinBox, "data.classes").text() == "4"
    assert note(panel) == "Data Rings · 50 rows, 2 features, 4 classes"


def test_a_share_of_the_rows_can_be_typed_and_stays_one_on_the_slider(panel: DataPanel, qtbot: QtBot) -> None:
    edits = QSignalSpy(panel.edited)
    train = find(panel, QAbstractSpinBox, "data.train")
    type_into(panel, "data.train", "50 %")
    assert edits.at(0) == ["data.train", 0.5]
    type_into(panel, "data.train", "0.25")
    assert edits.at(1) == ["data.train", 0.25]
    show(panel, source="digits", train=0.5, test=0.25)
    assert train.text() == "50 %"
    assert find(panel, SizeSlider, "data.train.slider").number() == pytest.approx(0.5 * 1797, rel=0.05)
    assert "898" in train.accessibleDescription()
    assert "449 test" in find(panel, QLabel, "data.summary").text()
    find(panel, QSlider, "data.train.slider").setValue(0)
    assert edits.at(2) == ["data.train", 0.01]
    train.stepUp()
    assert edits.at(3)[1] == pytest.approx(0.55)
    type_into(panel, "data.train", "200")
    assert edits.at(4) == ["data.train", 200]


def test_a_share_is_one_in_the_history_too() -> None:
    rows = small(data={"source": "digits", "train": 60, "test": 40})
    assert run_text(rows, edited(rows, "data.train", 0.5)) == "Training rows 60 → 50 %"
    assert run_text(rows, edited(rows, "data.label_noise", 0.5)) == "Label noise 0 → 0.5"


def test_a_layer_that_was_moved_is_one_change_and_not_many() -> None:
    stack = load_preset("dead-relu")
    moved = move_layer(stack, 1, 2)
    assert run_text(stack, moved) == "layers in another order"
    assert run_text(stack, edited(moved, "batch_size", 7)).startswith("layers in another order, Batch")


def test_inputs_in_the_history_are_columns_by_their_own_names() -> None:
    rows = small(data={"source": "digits", "train": 60, "test": 40})
    text = run_text(rows, edited(rows, "data.inputs", ["`petal length`", "b", "`petal length` * b"]))
    assert text.endswith("petal length, b, petal length * b")


def test_what_is_said_of_a_column_names_it() -> None:
    rows = small(data={"source": "digits", "train": 60, "test": 40, "columns": {"Plz": {"role": "ignored"}}})
    said = {"Plz": {"role": "feature"}, "Alter 1.5": {"kind": "category"}}
    assert run_text(rows, edited(rows, "data.columns", said)) == (
        "Plz: Role Ignored → Feature, Alter 1.5: Kind – → Category"
    )


def test_fields_keep_their_places_when_a_sentence_comes_or_goes(panel: DataPanel, tmp_path: Path) -> None:
    path = csv_of_numbers(tmp_path)
    show(panel, source=str(path), label="label", train=20, test=10)
    for sentence in (panel.form.guess, panel.form.summary, panel.message, panel.download):
        sentence.show()
    QTest.qWait(0)
    for field in ("train", "test", "label", "scaling", "shuffle_seed"):
        editor = find(panel, QWidget, f"data.{field}")
        bottom = editor.mapTo(panel.form, editor.rect().bottomLeft()).y()
        assert panel.form.guess.geometry().top() > bottom, "what is below cannot push it"
        assert panel.form.summary.geometry().top() > bottom
    for bar in (panel.message, panel.download):
        assert bar.geometry().top() > panel.area.geometry().bottom()


def test_classes_are_kept_alike_only_where_there_are_classes(panel: DataPanel, tmp_path: Path) -> None:
    table = {"source": str(csv_of_numbers(tmp_path)), "train": 20, "test": 10, "shuffle_seed": 0, "stratify": True}
    box = find(panel, QCheckBox, "data.stratify")
    show(panel, **table, label="label")
    assert box.isEnabled()
    assert box.isChecked()
    show_numbers(panel, **table, label="one", task="numbers")
    assert not box.isEnabled()
    assert not box.isChecked()
    assert "numbers have no classes" in box.toolTip()
    show(panel, **table, label="label")
    assert box.isChecked(), "what is set stays set"
    assert "numbers have no classes" not in box.toolTip()


def test_the_words_of_a_table_have_the_width_where_there_is_little(panel: DataPanel, tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("a,b,label\n" + "".join(f"{i},{i % 5},{i % 2}\n" for i in range(40)))
    show(panel, source=str(path), label="label", train=20, test=10)
    QTest.qWait(0)
    summary = panel.form.summary
    assert summary.text.width() == summary.width()
    assert summary.button.geometry().top() > summary.text.geometry().bottom()


def test_folds_are_named_where_the_rows_are_counted(panel: DataPanel, tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text("a,b,label\n" + "".join(f"{i},{i % 5},{i % 2}\n" for i in range(40)))
    data = {"source": str(path), "train": 20, "test": 10, "folds": 5}
    experiment = show(panel, **data)
    assert "folds" not in panel.form.summary.text.text(), "no lane leaves one out"
    lanes = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in range(1, 6)]
    panel.show_experiment(edited(experiment, "lanes", lanes))
    assert "20 train in 5 folds" in panel.form.summary.text.text()
    size = find(panel, SizeEdit, "data.validation")
    assert (size.isEnabled(), size.text(), size.lineEdit().placeholderText()) == (False, "", "folds")
    assert "one of 5 folds" in size.toolTip()
    panel.show_experiment(experiment)
    assert (size.isEnabled(), size.text()) == (True, "0")


def test_classes_that_are_read_late_are_kept_alike_too(panel: DataPanel, tmp_path: Path) -> None:
    table = {"source": str(csv_of_numbers(tmp_path)), "train": 20, "test": 10, "shuffle_seed": 0, "stratify": True}
    box = find(panel, QCheckBox, "data.stratify")
    show_numbers(panel, **table, label="one", task="numbers")
    late = small(data={**table, "label": "label"})
    panel.show_dataset(None)  # an undo leads back to a table that is read again
    panel.show_experiment(late)
    panel.show_dataset(load(late.data))
    assert box.isEnabled()
    assert box.isChecked()
