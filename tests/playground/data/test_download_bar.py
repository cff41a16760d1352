"""A download in the window: its bar, Cancel, and the old rows that stay until the new ones are there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from engine.data import CancelledError, Report, Table, load_table
from engine.data.files.progress import ignore
from engine.data.sources import downloads
from engine.data.spec import DataSpec
from engine.errors import DataError
from playground.document import data_loader
from playground.shell.main_window import MainWindow
from tests.engine.data.sources.made_downloads import made_downloads
from tests.playground.conftest import Open, OpenDesk
from tests.playground.data_desk import DataDesk
from tests.playground.helpers import click, find, small, told


class SlowServer:
    """Stands in for the network: reports halves of a megabyte until it is told to deliver."""

    def __init__(self) -> None:
        self.delivers = threading.Event()
        self.is_down = False
        self.file = ""
        self.cancelled = 0

    def load(
        self, spec: DataSpec, *, guess_label: bool = False, is_new: bool = False, report: Report = ignore
    ) -> Table:
        if spec.source not in ("mnist", self.file):
            return load_table(spec, guess_label=guess_label, is_new=is_new)
        done = 0
        while not self.delivers.wait(0.02):
            done = min(done + 500_000, 9_000_000)
            try:
                report(done, 11_594_722)
            except CancelledError:
                self.cancelled += 1
                raise
        if self.is_down:
            raise DataError("{name} could not be downloaded.", name="mnist")
        return load_table(DataSpec(source="digits"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowServer]:
    server = SlowServer()
    monkeypatch.setattr(data_loader, "load_table", server.load)
    yield server
    server.delivers.set()


@pytest.fixture
def desk(server: SlowServer, shared_desk: OpenDesk) -> Iterator[DataDesk]:
    """Which has loaded nothing yet."""
    desk = shared_desk(small())
    desk.session._loader._tables.clear()
    yield desk
    desk.session.cancel_reading()
    server.delivers.set()


@pytest.fixture
def window(server: SlowServer, shared_window: Open) -> Iterator[MainWindow]:
    """Which has loaded nothing yet."""
    window = shared_window(small())
    window.session._loader._tables.clear()
    yield window
    window.session.cancel_reading()
    server.delivers.set()


def start(desk: DataDesk, qtbot: QtBot) -> QProgressBar:
    """Asks for MNIST and waits until some of it is there."""
    desk.session.edit("data.source", "mnist")
    bar = find(desk.data, QProgressBar, "download.progress")
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 100, timeout=20_000)
    return bar


def said(desk: DataDesk | MainWindow) -> str:
    return " ".join(label.text() for label in desk.data.download.findChildren(QLabel))


def test_the_old_rows_stay_until_the_new_ones_are_there(desk: DataDesk, qtbot: QtBot, server: SlowServer) -> None:
    old = desk.session.dataset
    bar = start(desk, qtbot)
    assert "MNIST: " in said(desk)
    assert "of 11.6 MB" in said(desk)
    assert desk.session.dataset is old
    assert desk.session.experiment.data.source == "digits"
    with qtbot.waitSignal(desk.session.dataset_changed, timeout=20_000):
        server.delivers.set()
    assert desk.session.experiment.data.source == "mnist"
    qtbot.waitUntil(lambda: not bar.isVisible())


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_cancel(desk: DataDesk, qtbot: QtBot, server: SlowServer, by: str) -> None:
    old, experiment = desk.session.dataset, desk.session.experiment
    bar = start(desk, qtbot)
    if by == "mouse":
        click(qtbot, desk.data, "action.cancel_download")
    else:
        button = find(desk.data, QToolButton, "action.cancel_download")
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: server.cancelled == 1)
    assert desk.session.dataset is old
    assert desk.session.experiment == experiment
    assert not desk.session.undo_stack.canUndo()
    assert told(desk) == ""
    assert start(desk, qtbot).isVisible(), "it can be asked for again"


def test_a_file_that_takes_long_to_read(
    window: MainWindow, qtbot: QtBot, server: SlowServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_loader, "REPORT_FILES_AFTER", 0)
    server.file = str(tmp_path / "big.csv")
    Path(server.file).touch()
    old = window.session.dataset
    window.session.edit("data.source", server.file)
    bar = find(window.data, QProgressBar, "download.progress")
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 100, timeout=20_000)
    assert "big.csv: " in said(window)
    assert bar.accessibleName() == "Reading"
    click(qtbot, window.data, "action.cancel_download")
    qtbot.waitUntil(lambda: server.cancelled == 1)
    assert window.session.dataset is old
    assert not bar.isVisible()


def test_a_server_that_is_down_is_said_and_nothing_changes(desk: DataDesk, qtbot: QtBot, server: SlowServer) -> None:
    old = desk.session.dataset
    bar = start(desk, qtbot)
    server.is_down = True
    with qtbot.waitSignal(desk.session.failed, timeout=20_000):
        server.delivers.set()
    assert "mnist could not be downloaded." in told(desk)
    assert desk.session.dataset is old
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_play_tries_again_what_could_not_be_read_when_the_window_opened(qtbot: QtBot, server: SlowServer) -> None:
    server.is_down = True
    server.delivers.set()
    experiment = small()
    desk = DataDesk(experiment.model_copy(update={"data": DataSpec(source="mnist", train=300, test=300)}))
    qtbot.addWidget(desk)
    session = desk.session
    with qtbot.waitSignal(session.failed, timeout=20_000):
        desk.show()
    with qtbot.waitSignal(session.failed, timeout=20_000):
        session.run.toggle()
    assert not session.is_training
    server.is_down = False
    with qtbot.waitSignal(session.training_changed, timeout=20_000):
        session.run.toggle()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.newest > 0)
    desk.close()


def test_another_source_takes_its_place(desk: DataDesk, qtbot: QtBot, server: SlowServer) -> None:
    bar = start(desk, qtbot)
    desk.session.edit("data.source", "xor")
    assert desk.session.experiment.data.source == "xor"
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: server.cancelled == 1)


def test_it_explains_itself(desk: DataDesk, qtbot: QtBot) -> None:
    bar = start(desk, qtbot)
    button = find(desk.data, QToolButton, "action.cancel_download")
    for control in (bar, button):
        assert control.toolTip()
        assert control.accessibleName()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_preset_whose_rows_are_downloaded_tells_its_story_once_they_are_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fashion-MNIST at half its size, from files of the right format in the cache."""
    monkeypatch.setattr(data_loader, "load_table", load_table)
    window.inside.choose("weights")
    with made_downloads(tmp_path):
        window.files.open_preset("fashion")
        assert window.inside.current == "weights", "nothing is there yet"
        qtbot.waitUntil(lambda: window.session.experiment.name == "fashion", timeout=20_000)
    dataset = window.session.dataset
    assert dataset is not None
    assert (dataset.image_shape, dataset.classes[0], dataset.classes[9]) == ((14, 14), "T-shirt/top", "Ankle boot")
    assert window.inside.current == "predictions"
    assert window.layers.stack.input.text() == "14 × 14 = 196"
    qtbot.waitUntil(lambda: window.session.snapshot is not None and len(window.session.snapshot.lanes) == 2)


def test_without_a_network_a_preset_says_in_a_sentence_what_to_do(
    desk: DataDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_loader, "load_table", load_table)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    nowhere = replace(downloads.FASHION_MNIST, mirrors=("http://127.0.0.1:9/",))
    monkeypatch.setitem(downloads.ALL, "fashion_mnist", nowhere)
    old = desk.session.experiment
    with qtbot.waitSignal(desk.session.failed, timeout=20_000):
        desk.files.open_preset("fashion")
    assert "Fashion-MNIST could not be downloaded (no connection): check the connection and try again" in told(desk)
    assert "open pictures or a table of your own" in told(desk)
    assert desk.session.experiment is old
