"""The open document: what happens to it when files change, vanish, or take their time."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.store.experiment_files import open_experiment, save_experiment
from playground.document import data_loader
from playground.document.session import Session
from playground.ui.text import i18n
from tests.playground.conftest import OpenDesk, OpenSession
from tests.playground.helpers import csv_of_flowers, small, told, wait_for_step


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(small())


@pytest.fixture
def refused(session: Session) -> list[str]:
    """Why the session could not do what it was asked for."""
    sentences: list[str] = []
    session.failed.connect(lambda error: sentences.append(i18n.error_text(error)))
    return sentences


@pytest.fixture
def flowers(session: Session, qtbot: QtBot, tmp_path: Path) -> Path:
    """The session has read this table."""
    path = csv_of_flowers(tmp_path)
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(path))
    return path


def test_edits_need_no_file_once_it_is_read(session: Session, refused: list[str], flowers: Path) -> None:
    flowers.unlink()
    assert session.edit("optimizer.learning_rate", 0.5)
    assert session.edit("layers.0.units", 5)
    assert not refused


def test_undo_to_a_file_that_is_gone_stops_the_run(
    session: Session, refused: list[str], qtbot: QtBot, flowers: Path
) -> None:
    session.edit("data.source", "digits")
    session.run.play()
    wait_for_step(qtbot, session, 20)
    flowers.unlink()
    session.undo_stack.undo()
    assert session.dataset is None
    assert not session.is_training
    assert session.snapshot is None
    assert flowers.name in refused[-1]
    session.run.play()
    assert not session.is_training
    session.undo_stack.redo()
    assert session.dataset is not None
    session.run.play()
    wait_for_step(qtbot, session, 20)


def test_a_file_that_has_changed_is_read_anew_and_fitted(session: Session, qtbot: QtBot, flowers: Path) -> None:
    flowers.write_text("width,height,label\n" + "".join(f"{i},{i % 3},{'ab'[i % 2]}\n" for i in range(70)))
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.train", 30)
    assert session.dataset is not None
    assert session.dataset.classes == ("a", "b")
    assert session.experiment.layers[-1].model_dump()["units"] == 2


def test_edits_made_while_a_file_is_read_are_kept(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(csv_of_flowers(tmp_path)))
        session.edit("layers.0.l2", 0.25)
    assert session.experiment.layers[0].model_dump()["l2"] == 0.25
    assert session.dataset is not None
    assert session.dataset.n_classes == 3


def test_undoing_an_opening_goes_back_to_the_other_file(session: Session, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    save_experiment(small(name="first"), first)
    save_experiment(small(name="second"), second)
    session.open(open_experiment(first), first)
    session.open(open_experiment(second), second)
    assert session.path == second
    session.undo_stack.undo()
    assert (session.experiment.name, session.path) == ("first", first)
    session.undo_stack.redo()
    assert (session.experiment.name, session.path) == ("second", second)


def test_work_that_is_restored_goes_back_to_the_other_file_too(
    session: Session, open_session: OpenSession, tmp_path: Path
) -> None:
    path = tmp_path / "first.json"
    save_experiment(small(name="first"), path)
    session.open(open_experiment(path), path)
    session.open(small(name="second"))
    later = open_session(small())
    later.restore(session.work())
    later.undo_stack.undo()
    assert (later.experiment.name, later.path) == ("first", path)
    later.undo_stack.undo()
    assert (later.experiment.name, later.path) == ("small", None)


def test_a_table_that_was_left_long_ago_is_read_again(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    tables = []
    for number in range(data_loader.KEPT_TABLES + 1):
        (folder := tmp_path / str(number)).mkdir()
        tables.append(str(csv_of_flowers(folder)))
        with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
            session.edit("data.source", tables[-1])
    read: list[str] = []
    session.reading.connect(read.append)
    session.go_to(2)
    assert (session.experiment.data.source, read) == (tables[1], [])
    session.go_to(1)
    assert session.experiment.data.source == read[0] == tables[0]
    qtbot.waitUntil(lambda: session.dataset is not None, timeout=20_000)


def test_a_model_that_cannot_be_saved_does_not_stop_the_run(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.run.play()
    wait_for_step(qtbot, session, 20)
    with qtbot.waitSignal(session.failed, timeout=20_000):
        session.run.save_model(tmp_path / "nowhere" / "model.npz")
    assert session.is_training
    assert session.snapshot is not None
    wait_for_step(qtbot, session, session.snapshot.step + 50)


def test_more_rows_than_there_are_is_told_and_taken_back(session: Session, refused: list[str]) -> None:
    assert not session.edit("data.train", 5000)
    assert "1,797" in refused[-1]
    assert session.experiment == small()


def test_a_network_too_large_for_the_memory_is_refused(session: Session, refused: list[str]) -> None:
    layers = [{"kind": "dense", "units": 10_000}] * 10 + [{"kind": "dense", "units": 10}]
    lanes = [{"name": str(lane)} for lane in range(64)]
    assert session.edit("lanes", lanes)
    assert not session.edit("layers", layers)
    assert "GB" in refused[-1]


def test_a_lane_that_the_rows_do_not_fit_is_refused(session: Session, refused: list[str]) -> None:
    """Not by the training thread, when the edit is made and its run is gone."""
    session.structure.duplicate_lane(0)
    before = session.experiment
    output = len(before.layers) - 1
    assert not session.edit(f"lanes.1.set.layers.{output}.on", False)
    assert session.experiment == before
    assert "lanes.1" in refused[-1]
    assert "they must be equal" in refused[-1]


def test_play_after_close_does_nothing(session: Session) -> None:
    session.close()
    session.run.play()
    assert not session.is_training


def test_cross_validation_goes_over_to_another_table(shared_desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = shared_desk(small(data={"source": str(csv_of_flowers(tmp_path)), "train": 30, "test": 20}))
    session = desk.session
    assert session.edit("name", "flowers")
    assert session.structure.compare("folds", 0)
    other = csv_of_flowers(tmp_path).rename(tmp_path / "meadow.csv")
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(other))
    assert told(desk) == "The lanes are still 5 folds, of meadow.csv now."
    assert [lane.set for lane in session.experiment.lanes] == [{"data.fold": fold} for fold in range(1, 6)]
    assert session.experiment.name == "meadow"
