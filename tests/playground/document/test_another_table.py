"""What a table brings that is opened after another experiment: its name, a net of its own, folds that are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open
from tests.playground.helpers import csv_of_flowers, small, told


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small())


def open_table(window: MainWindow, qtbot: QtBot, path: Path) -> Experiment:
    with qtbot.waitSignal(window.session.dataset_changed, timeout=20_000):
        window.files.open_path(path)
    return window.session.experiment


def test_a_table_opened_after_new_gets_its_name_and_a_net_of_its_own(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    new = window.session.experiment
    opened = open_table(window, qtbot, csv_of_flowers(tmp_path))
    assert opened.name == "flowers"
    assert (opened.optimizer.kind, opened.early_stopping.on) == ("adam", True)
    assert [layer.model_dump().get("l2") for layer in opened.layers] == [0.01, None, 0.01]
    assert "laid out for flowers" in told(window)
    window.session.undo_stack.undo()
    assert window.session.experiment == new


def test_what_somebody_has_built_after_new_stays_and_gets_the_name(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.files.new()
    window.session.edit("layers.0.units", 7)
    opened = open_table(window, qtbot, csv_of_flowers(tmp_path))
    assert opened.name == "flowers", "nobody has called it anything"
    assert opened.layers[0].model_dump()["units"] == 7
    assert opened.optimizer.kind == "sgd"


def test_folds_that_go_over_to_another_table_are_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    flowers = csv_of_flowers(tmp_path)
    others = tmp_path / "others.csv"
    others.write_bytes(flowers.read_bytes())
    open_table(window, qtbot, flowers)
    lanes = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in (1, 2, 3)]
    assert window.session.edit_together("Folds", [("data.validation", 0), ("data.folds", 3), ("lanes", lanes)])
    before = window.session.experiment
    opened = open_table(window, qtbot, others)
    assert opened.data.folds == 3
    assert "3 folds" in told(window)
    assert "others.csv" in told(window)
    window.session.undo_stack.undo()
    assert window.session.experiment == before
    assert "folds" not in told(window)


def test_without_folds_nothing_is_said_of_them(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    open_table(window, qtbot, csv_of_flowers(tmp_path))
    assert "folds" not in told(window)
