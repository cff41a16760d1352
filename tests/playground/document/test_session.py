"""The open document: what happens to it when files change, vanish, or take their time."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.store.experiment_files import save_experiment
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open
from tests.playground.helpers import csv_of_flowers, small, told, wait_for_step


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small())


@pytest.fixture
def flowers(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    """The window has read this table."""
    path = csv_of_flowers(tmp_path)
    with qtbot.waitSignal(window.session.dataset_changed, timeout=20_000):
        window.session.edit("data.source", str(path))
    return path


def test_edits_need_no_file_once_it_is_read(window: MainWindow, flowers: Path) -> None:
    flowers.unlink()
    assert window.session.edit("optimizer.learning_rate", 0.5)
    assert window.session.edit("layers.0.units", 5)
    assert told(window) == ""


def test_undo_to_a_file_that_is_gone_stops_the_run(window: MainWindow, qtbot: QtBot, flowers: Path) -> None:
    session = window.session
    session.edit("data.source", "digits")
    session.run.play()
    wait_for_step(qtbot, window, 20)
    flowers.unlink()
    session.undo_stack.undo()
    assert session.dataset is None
    assert not session.is_training
    assert session.snapshot is None
    assert flowers.name in told(window)
    session.run.play()
    assert not session.is_training
    session.undo_stack.redo()
    assert session.dataset is not None
    session.run.play()
    wait_for_step(qtbot, window, 20)


def test_a_file_that_has_changed_is_read_anew_and_fitted(window: MainWindow, qtbot: QtBot, flowers: Path) -> None:
    flowers.write_text("width,height,label\n" + "".join(f"{i},{i % 3},{'ab'[i % 2]}\n" for i in range(70)))
    session = window.session
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.train", 30)
    assert session.dataset is not None
    assert session.dataset.classes == ("a", "b")
    assert session.experiment.layers[-1].model_dump()["units"] == 2


def test_edits_made_while_a_file_is_read_are_kept(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    session = window.session
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(csv_of_flowers(tmp_path)))
        session.edit("layers.0.l2", 0.25)
    assert session.experiment.layers[0].model_dump()["l2"] == 0.25
    assert session.dataset is not None
    assert session.dataset.n_classes == 3


def test_undoing_an_opening_goes_back_to_the_other_file(window: MainWindow, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    save_experiment(small(name="first"), first)
    save_experiment(small(name="second"), second)
    window.files.open_path(first)
    window.files.open_path(second)
    assert window.session.path == second
    window.session.undo_stack.undo()
    assert (window.session.experiment.name, window.session.path) == ("first", first)
    window.session.undo_stack.redo()
    assert (window.session.experiment.name, window.session.path) == ("second", second)


def test_a_model_that_cannot_be_saved_does_not_stop_the_run(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    session = window.session
    session.run.play()
    wait_for_step(qtbot, window, 20)
    with qtbot.waitSignal(session.failed, timeout=20_000):
        session.run.save_model(tmp_path / "nowhere" / "model.npz")
    assert session.is_training
    assert session.snapshot is not None
    wait_for_step(qtbot, window, session.snapshot.step + 50)


def test_more_rows_than_there_are_is_told_and_taken_back(window: MainWindow) -> None:
    assert not window.session.edit("data.train", 5000)
    assert "1,797" in told(window)
    assert window.session.experiment == small()


def test_a_network_too_large_for_the_memory_is_refused(window: MainWindow) -> None:
    layers = [{"kind": "dense", "units": 10_000}] * 10 + [{"kind": "dense", "units": 10}]
    lanes = [{"name": str(lane)} for lane in range(64)]
    assert window.session.edit("lanes", lanes)
    assert not window.session.edit("layers", layers)
    assert "GB" in told(window)


def test_a_lane_that_the_rows_do_not_fit_is_refused(window: MainWindow) -> None:
    """Not by the training thread, when the edit is made and its run is gone."""
    session = window.session
    session.structure.duplicate_lane(0)
    before = session.experiment
    output = len(before.layers) - 1
    assert not session.edit(f"lanes.1.set.layers.{output}.on", False)
    assert session.experiment == before
    assert "lanes.1" in told(window)
    assert "they must be equal" in told(window)


def test_play_after_close_does_nothing(window: MainWindow) -> None:
    window.close()
    window.session.run.play()
    assert not window.session.is_training


def test_cross_validation_goes_over_to_another_table(
    window: MainWindow, qtbot: QtBot, flowers: Path, tmp_path: Path
) -> None:
    session = window.session
    assert session.edit("name", flowers.stem)
    assert session.structure.compare("folds", 0)
    other = csv_of_flowers(tmp_path).rename(tmp_path / "meadow.csv")
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(other))
    assert told(window) == "The lanes are still 5 folds, of meadow.csv now."
    assert [lane.set for lane in session.experiment.lanes] == [{"data.fold": fold} for fold in range(1, 6)]
    assert session.experiment.name == "meadow"
