"""A run that comes back when its rows are read: what is said meanwhile, and that nothing of another one is written."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from playground.document import data_loader
from playground.document.work import Work
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open, OpenSession
from tests.playground.helpers import csv_of_flowers, small, told, wait_for_step

STEP = 40


@pytest.fixture
def may_read() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def waiting(
    open_session: OpenSession,
    shared_window: Open,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    may_read: threading.Event,
) -> Iterator[MainWindow]:
    """As after a restart: the work of another session, on a file that takes its time."""
    experiment = small(
        data={"source": str(csv_of_flowers(tmp_path)), "label": "label", "train": 40, "test": 20},
        layers=[{"kind": "dense", "units": 3}],
    )
    first = open_session(experiment)
    first.run.play(STEP)
    qtbot.waitUntil(lambda: not first.is_training, timeout=20_000)
    checkpoint, work = first.run.at_rest(), Work(first.experiment)
    assert checkpoint is not None
    load_table = data_loader.load_table

    def read_late(*args: object, **options: object) -> object:
        may_read.wait(20)
        return load_table(*args, **options)  # type: ignore[arg-type]

    window = shared_window(small())
    monkeypatch.setattr(data_loader, "load_table", read_late)
    window.session.restore(work, checkpoint)
    yield window
    may_read.set()


def comes_back(window: MainWindow, qtbot: QtBot, may_read: threading.Event) -> None:
    may_read.set()
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == STEP, timeout=20_000)


def test_where_the_run_stands_is_said_before_its_rows_are_there(
    waiting: MainWindow, qtbot: QtBot, may_read: threading.Event
) -> None:
    play = waiting.actions_by_name["play"]
    assert waiting.session.waiting_step == STEP
    assert waiting.curves.loss.hint == "The run comes back at step 40 when the rows are read"
    assert not play.isEnabled()
    assert "then the run comes back" in play.toolTip()
    comes_back(waiting, qtbot, may_read)
    assert play.isEnabled()
    assert waiting.curves.loss.hint == "Press Play and watch the loss fall"
    waiting.session.run.play()
    wait_for_step(qtbot, waiting, STEP + 1)
    assert not waiting.curves.loss.hint, "nobody is told to do what is being done"


def test_nothing_of_another_network_is_written(
    waiting: MainWindow, qtbot: QtBot, may_read: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _: pytest.fail("a file was asked for"))
    for action in ("export_script", "save_model", "export_history", "save_run", "export_report"):
        waiting.actions_by_name[action].trigger()
        verb = "save" if action.startswith("save") else "export"
        assert f"There is nothing to {verb} yet: the rows are still being read." in told(waiting)
    comes_back(waiting, qtbot, may_read)
    assert "nothing to" not in told(waiting)
