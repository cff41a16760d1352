"""A person's own table in the window: dropped or opened, its label column guessed and chosen, its sliders dragged."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.data.spec import DataSpec
from engine.store.presets import FIRST_PRESET, REFERENCE, load_preset
from playground.data.own_file.summary import summary
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open, OpenDesk, OpenSession
from tests.playground.data_desk import DataDesk
from tests.playground.helpers import click, csv_of_flowers, find, small, told, type_into, wait_for_step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # lists that open, off the screen


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small())


@pytest.fixture
def desk(shared_desk: OpenDesk) -> DataDesk:
    return shared_desk(small())


def csv_of_species(folder: Path) -> Path:
    """Korean, with semicolons; the class stands in the column species, and a number in the column legs."""
    rows = [f"{i % 7}.5;{i % 3};{i % 5};1;{('고양이', '개', '새')[i % 8 // 3]}" for i in range(80)]
    path = folder / "동물.csv"
    path.write_bytes(("무게;legs;나이;행성;species\n" + "\n".join(rows) + "\n").encode("cp949"))
    return path


def drop(target: QWidget, path: Path) -> None:
    """Drags a file over a widget and lets it fall."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    centre = target.rect().center()
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(centre, *rest)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(centre), *rest))


def choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    """Opens the list by the keys, finds an entry by typing, and takes it."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(box.view().isVisible)
    box.view().keyboardSearch(text)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def words(window: MainWindow | DataDesk) -> str:
    """All that the data panel says in labels."""
    return " ".join(label.text() for label in window.data.findChildren(QLabel) if label.isVisibleTo(window.data))


@pytest.mark.parametrize("target", ["window", "panel"])
def test_a_dropped_table_finds_its_class(window: MainWindow, qtbot: QtBot, tmp_path: Path, target: str) -> None:
    path = csv_of_species(tmp_path)
    session = window.session
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        drop(window if target == "window" else window.data, path)
    assert session.experiment.data.source == str(path)
    assert session.experiment.data.label == "species"
    assert session.dataset is not None
    assert session.dataset.classes == ("개", "고양이", "새")
    assert session.experiment.layers[-1].model_dump()["units"] == 3
    box = find(window.data, QComboBox, "data.label")
    assert [box.itemText(index) for index in range(box.count())] == ["무게", "legs", "나이", "행성", "species"]
    assert box.currentText() == "species"
    said = words(window)
    assert "Learning to tell “species” is a guess" in said
    assert "80 rows, 3 features, 3 classes; 48 train, 16 validate, 16 test, mixed" in said
    assert "Column 행성 is ignored: it never changes." in said
    data = session.experiment.data
    assert (data.separator, data.encoding) == (";", "cp949"), "what was found out is written down"
    assert set(window.data.balance.counts()) == {"개", "고양이", "새"}
    assert sum(window.data.balance.counts().values()) == session.experiment.data.train
    assert told(window) == ""
    session.undo_stack.undo()
    assert session.experiment == small(), "file, column, rows and classes are one step of undo"


def test_choosing_another_column(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text("a,b,c\n" + "".join(f"{i % 7},{i % 2},{i % 3}\n" for i in range(60)))
    session = desk.session
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        drop(desk.data, path)
    assert session.experiment.data.label == "c"
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        choose(qtbot, find(desk.data, QComboBox, "data.label"), "b")
    assert session.experiment.data.label == "b"
    assert session.dataset is not None
    assert session.dataset.classes == ("0", "1")
    assert session.dataset.feature_names == ("a", "c")
    assert set(desk.data.balance.counts()) == {"0", "1"}
    assert "is a guess" not in words(desk), "it was chosen, not guessed"


def test_the_button_opens_a_table(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = csv_of_flowers(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    with qtbot.waitSignal(window.session.dataset_changed, timeout=20_000):
        click(qtbot, window, "action.open_data")
    assert window.session.experiment.data.source == str(path)
    assert "is a guess" not in words(window), "there is a column called label"


def test_the_menu_of_the_button_opens_a_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    button = find(window, QToolButton, "action.open_data")
    assert [action.text() for action in button.menu().actions()] == [
        "A table or a file of pictures…",
        "A folder of pictures…",
    ]
    with qtbot.waitSignal(window.session.failed):
        find(window, QAction, "data.open_pictures").trigger()
    assert str(tmp_path) in told(window), "an empty folder, and the message names it"


def test_an_experiment_is_not_taken_for_rows(desk: DataDesk, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "mine.json"))])
    centre = desk.data.rect().center()
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(centre, *rest)
    enter.ignore()
    desk.data.dragEnterEvent(enter)
    assert not enter.isAccepted(), "the window opens it"


def test_an_experiment_file_with_a_missing_column_is_refused(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    experiment = small(data={"source": str(csv_of_species(tmp_path)), "train": 30, "test": 20})
    with qtbot.waitSignal(desk.session.failed, timeout=20_000):
        desk.session.open(experiment)
    assert "species is the likeliest label" in told(desk)
    assert desk.session.experiment == small()


def test_what_was_refused_is_over_with_another_document(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    """On the same rows, so that none are read anew."""
    path = tmp_path / "one.csv"
    path.write_text("a,label\n1,x\n")
    with qtbot.waitSignal(desk.session.failed):
        desk.session.edit("data.source", str(path))
    assert desk.data.message.isVisible()
    with qtbot.waitSignal(desk.session.document_changed):
        desk.session.open(small(seed=5))
    assert not desk.data.message.isVisible()


# --- sliders ----------------------------------------------------------------------------------------------------------


def handle(slider: QSlider) -> QPoint:
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider).center()


def drag(slider: QSlider, by: int) -> list[int]:
    """Presses the handle, moves it so many pixels in small steps, and lets go. The values on the way."""
    start = handle(slider)
    values = []
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for moved in range(0, by, 2 if by > 0 else -2):
        QTest.mouseMove(slider, start + QPoint(moved, 0))
        values.append(slider.value())
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    return values


def test_dragging_a_slider_while_training(desk: DataDesk, qtbot: QtBot) -> None:
    session = desk.session
    session.run.play()
    wait_for_step(qtbot, desk.session, 20)
    values = drag(find(desk, QSlider, "data.train.slider"), 24)
    assert len(set(values)) > 3
    assert session.experiment.data.train > 100
    assert session.dataset is not None
    assert len(session.dataset.train_x) == session.experiment.data.train
    assert session.is_training
    wait_for_step(qtbot, desk.session, 20)
    assert session.undo_stack.count() == 1, "one step of undo, however far it went"
    session.undo_stack.undo()
    assert session.experiment == small()
    assert session.is_training


def test_dragging_the_noise_of_a_toy_keeps_files_in_memory(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    session = desk.session
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(csv_of_flowers(tmp_path)))
    session.edit("data.source", "circle")
    drag(find(desk, QSlider, "data.noise.slider"), 40)
    assert session.experiment.data.noise > 0.1
    session.undo_stack.undo()
    assert session.experiment.data.noise == 0
    session.undo_stack.undo()
    assert session.dataset is not None, "at hand, not read again"
    assert session.dataset.n_classes == 3


# --- undo to rows that are no longer kept -----------------------------------------------------------------------------


def test_undo_to_a_table_that_is_no_longer_kept_reads_it_beside(
    open_session: OpenSession, qtbot: QtBot, tmp_path: Path
) -> None:
    session = open_session(small())
    path = csv_of_species(tmp_path)
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(path))
    session.edit("data.source", "digits")
    session.run.play()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step >= 20)
    session._loader._tables.clear()
    session._loader._latest = None
    with qtbot.waitSignals([session.dataset_changed, session.dataset_changed], timeout=20_000):
        session.undo_stack.undo()
        assert session.dataset is None
        assert not session.is_training
    assert session.dataset is not None
    assert session.dataset.classes == ("개", "고양이", "새")
    assert session.is_training, "it goes on where it was interrupted"
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step >= 20)


def test_a_table_in_the_first_window_gets_a_net_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
    before = window.session.experiment
    drop(find(window, QWidget, "panel.data"), csv_of_flowers(tmp_path))
    qtbot.waitUntil(lambda: window.session.experiment != before, timeout=20_000)
    assert window.session.experiment.early_stopping.on
    assert len(window.session.experiment.layers) == 3
    assert "small network" in told(window)
    window.session.undo_stack.undo()
    assert window.session.experiment == before
    window.close()


@pytest.mark.parametrize("preset", [FIRST_PRESET, REFERENCE])
def test_a_table_in_place_of_what_the_window_opens_on_gets_a_net_of_its_own(
    preset: str, open_session: OpenSession, qtbot: QtBot, tmp_path: Path
) -> None:
    session = open_session(load_preset(preset))
    with qtbot.waitSignal(session.file_came, timeout=20_000):
        session.edit("data.source", str(csv_of_flowers(tmp_path)))
    made = session.experiment
    assert (made.name, len(made.lanes), made.early_stopping.on) == ("flowers", 1, True)
    assert [layer.kind for layer in made.layers] == ["dense", "activation", "dense"]


def test_an_input_is_added_to_a_table_of_ones_own(open_session: OpenSession, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("w,h,label\n" + "".join(f"{i % 7}.5,{i * i % 11},{i % 2}\n" for i in range(60)))
    session = open_session(small())
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(tmp_path / "own.csv"))
    session.edit("data.inputs", ["w", "h", "w^2"])
    assert session.dataset is not None
    assert session.dataset.feature_names == ("w", "h", "w^2")


def test_one_line_says_what_was_found_and_leads_there(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    line = find(desk.data, QToolButton, "data.findings.line")
    assert not line.isVisible()
    rows = [f"{i * 7 % 13},{5 if i < 60 else 9},1,{'a' if i < 60 else 'b'}" for i in range(120)]
    (tmp_path / "leak.csv").write_text("\n".join(["size,leak,same,kind", *rows]))
    with qtbot.waitSignal(desk.session.dataset_changed, timeout=20_000):
        drop(desk.data, tmp_path / "leak.csv")
    assert line.isVisible()
    told = desk.data.account.sentences()
    assert line.accessibleName() == f"{len(told)} findings, worst: {told[0]}"
    bar = desk.data.area.verticalScrollBar()
    click(qtbot, desk, "data.findings.line")
    assert desk.data.account.hasFocus()
    assert bar.value() == min(bar.maximum(), desk.data.account.y())
    with qtbot.waitSignal(desk.session.dataset_changed, timeout=20_000):
        drop(desk.data, csv_of_flowers(tmp_path))
    assert bar.value() == 0


def test_more_training_rows_are_taken_from_the_others_and_told(desk: DataDesk, qtbot: QtBot, tmp_path: Path) -> None:
    """70 % typed where 60, 20 and 20 % are all rows: as `playground train --train 0.7` does."""
    session = desk.session
    drop(desk.data, csv_of_flowers(tmp_path))
    qtbot.waitUntil(lambda: session.dataset is not None and session.dataset.source_rows == 60)
    type_into(desk, "data.train", "70 %")
    data = session.experiment.data
    assert (data.train, data.validation, data.test) == (0.7, 6, 12), "the test rows stay the same"
    assert "the others gave way: 70 % train, 6 validate, 12 test now." in told(desk)
    session.undo_stack.undo()
    assert (session.experiment.data.train, session.experiment.data.validation) == (36, 12)
    type_into(desk, "data.train", "60")
    assert ": lower one of them" in told(desk), "nothing is left for the others"


def test_a_folder_of_pictures_is_read_in_colour_and_may_be_grey(qtbot: QtBot, desk: DataDesk, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    for name, color in (("rose", (200, 20, 20)), ("iris", (40, 40, 220))):
        (tmp_path / name).mkdir()
        for number in range(20):
            image.new("RGB", (4, 4), (color[0] + number, *color[1:])).save(tmp_path / name / f"{number}.png")
    desk.session.edit("data.source", str(tmp_path))
    qtbot.waitUntil(lambda: desk.session.experiment.data.source == str(tmp_path))
    assert desk.session.experiment.data.color
    box = find(desk, QCheckBox, "data.color")
    assert box.isVisible()
    assert box.isChecked()
    assert desk.session.dataset is not None
    assert desk.session.dataset.n_features == 4 * 4 * 3
    box.click()
    qtbot.waitUntil(lambda: desk.session.dataset is not None and desk.session.dataset.n_features == 4 * 4)
    assert not desk.session.experiment.data.color


def test_large_pictures_can_be_made_smaller_and_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """Their size is told where the network begins, and the other views follow the rows."""
    images = np.arange(40 * 28 * 28).reshape(40, 28, 28) % 251
    path = tmp_path / "t10k-images-idx3-ubyte"
    path.write_bytes(struct.pack(">4I", 0x803, *images.shape) + images.astype(np.uint8).tobytes())
    (tmp_path / "t10k-labels-idx1-ubyte").write_bytes(struct.pack(">2I", 0x801, 40) + bytes(n % 2 for n in range(40)))
    assert not find(window, QWidget, "data.downsample").isVisible(), "the bundled digits are small"
    session = window.session
    drop(window.data, path)
    qtbot.waitUntil(lambda: session.dataset is not None and session.dataset.image_shape == (28, 28))
    assert find(window, QWidget, "data.downsample").isVisible()
    assert window.layers.stack.input.text() == "28 × 28 = 784"
    type_into(window, "data.downsample", "2")
    qtbot.waitUntil(lambda: session.dataset is not None and session.dataset.image_shape == (14, 14))
    assert session.dataset is not None
    assert session.dataset.n_features == 196
    assert window.layers.stack.input.text() == "14 × 14 = 196"
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: session.dataset is not None and session.dataset.image_shape == (28, 28))
    assert session.experiment.data.downsample == 1
    session.undo_stack.redo()
    session.edit("data.source", "digits")
    assert session.experiment.data.downsample == 1, "small pictures are not made smaller because large ones were"


def test_one_feature_is_not_several(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("a,y\n" + "".join(f"{i % 17},{i % 2}\n" for i in range(40)))
    for task, what in (("classes", "2 classes"), ("numbers", "y to learn")):
        spec = DataSpec(source=str(path), label="y", task=task, train=20, test=20)
        assert summary(load(spec), spec).startswith(f"40 rows, 1 feature, {what}; ")


def test_rows_that_no_share_takes_are_said(tmp_path: Path) -> None:
    """Of 297 rows a share of 60, 20 and 20 per cent takes 296: elsewhere that number stands."""
    path = tmp_path / "rows.csv"
    path.write_text("a,b,y\n" + "".join(f"{i % 17},{i * 7 % 29},{i * 3 % 101 + 0.5}\n" for i in range(297)))
    spec = DataSpec(source=str(path), label="y", task="numbers", train=178, validation=59, test=59)
    assert "297 rows" in summary(load(spec), spec)
    assert "178 train, 59 validate, 59 test, 1 left over, " in summary(load(spec), spec)
    whole = spec.model_copy(update={"train": 179})
    assert "left over" not in summary(load(whole), whole)
