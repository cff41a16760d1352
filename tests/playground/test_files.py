"""Opening and saving in the window; the file dialogs are answered in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.models import load_model
from engine.storage import open_experiment
from playground.app import create_window
from playground.main_window import MainWindow
from tests.playground.helpers import small, told, wait_for_step


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = create_window(small())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
    return window


def shown_title(window: MainWindow) -> str:
    """As the window's frame has it."""
    return window.windowHandle().title()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Every file dialog names this file."""
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_, **__: (str(path), ""))


def test_an_experiment_is_saved_and_opened_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.json"
    answer(monkeypatch, path)
    window.session.edit("layers.0.units", 12)
    assert window.isWindowModified()
    assert "small*" in shown_title(window)
    window.actions_by_name["save"].trigger()
    assert window.windowTitle() == "mine.json – Playground"
    assert not window.isWindowModified()
    saved = window.session.experiment
    assert open_experiment(path) == saved
    window.session.edit("layers.0.units", 3)
    assert shown_title(window).startswith("mine.json*")
    window.actions_by_name["open"].trigger()
    assert window.session.experiment == saved
    assert not window.session.is_training
    window.session.undo_stack.undo()
    assert window.session.experiment.layers[0].model_dump()["units"] == 3, "opening is undone like any edit"


def test_a_trained_model_is_saved_and_goes_on_from_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    path = tmp_path / "trained.npz"
    answer(monkeypatch, path)
    session.play(200)
    qtbot.waitUntil(lambda: not session.is_training, timeout=20_000)
    assert session.snapshot is not None
    trained = session.snapshot.lanes[0]
    with qtbot.waitSignal(session.model_saved, timeout=20_000):
        window.actions_by_name["save_model"].trigger()
    assert load_model(path).experiment == session.experiment
    session.reset()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == 0)
    assert session.snapshot.lanes[0] != trained
    window.actions_by_name["load_model"].trigger()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.lanes[0] == trained, timeout=20_000)
    session.play()
    wait_for_step(qtbot, window, 20)


@pytest.mark.parametrize("name", ["no-such.json", "no-such.npz", "no-such.csv"])
def test_a_missing_file_is_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    answer(monkeypatch, tmp_path / name)
    window.actions_by_name["open"].trigger()
    qtbot.waitUntil(lambda: name in told(window), timeout=20_000)
    assert window.session.experiment == small()


@pytest.mark.parametrize("action", ["save", "save_model"])
def test_a_folder_that_is_not_there_is_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    answer(monkeypatch, tmp_path / "nowhere" / "file")
    window.actions_by_name[action].trigger()
    qtbot.waitUntil(lambda: "nowhere" in window.message.text(), timeout=20_000)
