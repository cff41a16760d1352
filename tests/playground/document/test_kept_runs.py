"""A structural edit takes a run away, and undo brings it back: curves, step and every bit, as it was left."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.experiment.edits.field_edits import edited
from engine.store.model_files import load_model
from engine.store.presets import new_experiment
from engine.train.kept.interventions import WeightEdit
from engine.train.kept.run_state import Checkpoint
from engine.train.snapshot import Snapshot
from playground.document.session import Session
from playground.shell.main_window import MainWindow
from tests.playground.conftest import Open, OpenSession
from tests.playground.helpers import click, csv_of_flowers, small, type_into, wait_for_step

TWO = small(lanes=[{"name": "a"}, {"name": "b", "set": {"seed": 4}}])


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(TWO)


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(TWO)


def now(session: Session) -> Snapshot:
    assert session.snapshot is not None
    return session.snapshot


def train(qtbot: QtBot, session: Session, steps: int) -> Checkpoint:
    """So many more steps, and the run after them."""
    wait_until_loaded(qtbot, session)
    session.run.play(steps)
    qtbot.waitUntil(lambda: not session.is_training and session.snapshot is not None, timeout=20_000)
    return at_rest(session)


def wait_until_loaded(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.snapshot is not None, timeout=20_000)


def at_rest(session: Session) -> Checkpoint:
    checkpoint = session.run.at_rest()
    assert checkpoint is not None
    return checkpoint


def press(window: MainWindow, keys: str) -> None:
    action = {"undo": "action.undo", "redo": "action.redo", "reset": "action.reset"}[keys]
    button = window.findChild(QAction, action)
    assert isinstance(button, QAction)
    assert button.isEnabled()
    button.trigger()


def assert_same_run(one: Checkpoint, other: Checkpoint) -> None:
    """Each bit of it, but for the time it took."""
    assert one.step == other.step
    assert one.experiment == other.experiment
    for group, same in zip(one.groups, other.groups, strict=True):
        for name in ("lanes", "optimizer_memory", "plateau", "best_looks"):
            np.testing.assert_array_equal(getattr(group, name), getattr(same, name))


def assert_same_curves(session: Session, run: Checkpoint) -> None:
    history = now(session).history
    np.testing.assert_array_equal(history.steps, run.history.steps)
    np.testing.assert_array_equal(history.values, run.history.values)
    assert history.marks == run.history.marks


def test_undo_brings_the_run_back_and_redo_the_other(window: MainWindow, qtbot: QtBot) -> None:
    first = train(qtbot, window.session, 50)
    type_into(window, "layers.0.units", "5")
    second = train(qtbot, window.session, 20)
    assert second.step == 20
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_step(qtbot, window, 50)
    assert not window.session.is_training
    assert_same_curves(window.session, first)
    assert_same_run(at_rest(window.session), first)
    press(window, "redo")
    qtbot.waitUntil(lambda: window.session.snapshot is not None and now(window.session).step == 20, timeout=20_000)
    assert_same_curves(window.session, second)
    assert_same_run(at_rest(window.session), second)


def test_going_on_after_undo_is_a_run_that_was_never_interrupted(
    session: Session, open_session: OpenSession, qtbot: QtBot
) -> None:
    train(qtbot, session, 50)
    session.edit("layers.0.units", 5)
    train(qtbot, session, 20)
    session.undo_stack.undo()
    interrupted = train(qtbot, session, 70)
    whole = train(qtbot, open_session(session.experiment), 120)
    assert interrupted.step == 120
    assert_same_run(interrupted, whole)


def test_a_run_that_was_training_goes_on_and_one_that_was_paused_does_not(session: Session, qtbot: QtBot) -> None:
    session.run.toggle()
    wait_for_step(qtbot, session, 40)
    session.structure.insert_layer(1, "dropout")
    wait_for_step(qtbot, session, 1)
    before = now(session).step
    session.undo_stack.undo()
    assert session.is_training
    wait_for_step(qtbot, session, max(before, 40) + 20)
    session.run.toggle()
    paused = at_rest(session)
    session.structure.insert_layer(1, "dropout")
    wait_until_loaded(qtbot, session)
    session.run.toggle()
    wait_for_step(qtbot, session, 1)
    session.undo_stack.undo()
    assert not session.is_training
    assert_same_run(at_rest(session), paused)


def test_reset_is_undone_and_leaves_the_experiment_unmodified(window: MainWindow, qtbot: QtBot) -> None:
    run = train(qtbot, window.session, 50)
    click(qtbot, window, "button.reset")
    qtbot.waitUntil(lambda: window.session.snapshot is not None and now(window.session).step == 0, timeout=20_000)
    assert not window.isWindowModified()
    click(qtbot, window, "button.reset")
    assert window.session.undo_stack.count() == 1, "there was nothing to take away"
    click(qtbot, window, "button.undo")
    wait_for_step(qtbot, window, 50)
    assert_same_curves(window.session, run)
    assert_same_run(at_rest(window.session), run)
    click(qtbot, window, "button.redo")
    qtbot.waitUntil(lambda: window.session.snapshot is not None and now(window.session).step == 0, timeout=20_000)


def test_undoing_a_live_edit_goes_on_with_the_run_there_is(session: Session, qtbot: QtBot) -> None:
    train(qtbot, session, 30)
    session.edit("optimizer.learning_rate", 0.5)
    train(qtbot, session, 30)
    session.undo_stack.undo()
    after = at_rest(session)
    assert after.step == 60
    assert [(mark.step, mark.new) for mark in after.history.marks] == [(30, 0.5), (60, 0.01)]


def test_undo_over_a_live_edit_and_a_structural_one(session: Session, qtbot: QtBot) -> None:
    train(qtbot, session, 30)
    session.edit("optimizer.learning_rate", 0.5)
    live = train(qtbot, session, 30)
    session.edit("layers.0.units", 5)
    session.edit("layers.*.l2", 0.1)
    train(qtbot, session, 10)
    session.go_to(1)
    assert_same_run(at_rest(session), live)
    session.go_to(3)
    assert at_rest(session).step == 10


def test_a_jump_over_many_edits_brings_the_right_run(session: Session, qtbot: QtBot) -> None:
    runs = []
    for units in (5, 6, 8, 7):  # from 8, and back to it on the way
        runs.append(train(qtbot, session, 10 + units))
        session.change(lambda old, units=units: edited(old, "layers.0.units", units), "Units")
    runs.append(train(qtbot, session, 3))
    assert session.undo_stack.count() == 4
    for place in (0, 3, 1, 4, 2, 0):
        session.go_to(place)
        assert_same_run(at_rest(session), runs[place])


def test_quick_undos_lose_no_run(session: Session, qtbot: QtBot) -> None:
    """Two orders to bring a run back may wait in the queue together: the first is never carried out."""
    runs = []
    for kind in ("dropout", "dense"):
        runs.append(train(qtbot, session, 20))
        session.structure.insert_layer(1, kind)
    runs.append(train(qtbot, session, 5))
    for _ in range(3):
        session.undo_stack.undo()
        session.undo_stack.undo()
        assert_same_run(at_rest(session), runs[0])
        session.undo_stack.redo()
        assert_same_run(at_rest(session), runs[1])
        session.undo_stack.redo()
        assert_same_run(at_rest(session), runs[2])


def test_other_rows_and_another_document_and_back(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    run = train(qtbot, session, 40)
    path = csv_of_flowers(tmp_path)
    with qtbot.waitSignal(session.dataset_changed, timeout=20_000):
        session.edit("data.source", str(path))
    train(qtbot, session, 5)
    session.open(new_experiment())
    train(qtbot, session, 5)
    session.undo_stack.undo()
    assert at_rest(session).step == 5
    session.undo_stack.undo()
    assert_same_run(at_rest(session), run)


def test_opening_what_is_open_already_can_be_undone(session: Session, qtbot: QtBot) -> None:
    session.open(new_experiment())
    run = train(qtbot, session, 40)
    session.open(new_experiment())
    wait_until_loaded(qtbot, session)
    assert now(session).step == 0
    session.undo_stack.undo()
    assert_same_run(at_rest(session), run)


def test_a_slider_dragged_there_and_back_brings_the_run_back(session: Session, qtbot: QtBot) -> None:
    run = train(qtbot, session, 40)
    for units in (9, 10, 9, 8):
        session.edit("layers.0.units", units, "Units")
    assert session.undo_stack.count() == 0
    assert_same_run(at_rest(session), run)


def test_the_moments_to_look_back_at_come_back_too(session: Session, qtbot: QtBot) -> None:
    train(qtbot, session, 40)
    kept = now(session).kept_steps
    assert len(kept) > 1, "how many depends on how busy the machine is"
    session.edit("layers.0.units", 5)
    train(qtbot, session, 3)
    session.undo_stack.undo()
    wait_for_step(qtbot, session, 40)
    assert now(session).kept_steps == kept


def test_a_branch_after_a_structural_edit(session: Session, qtbot: QtBot) -> None:
    train(qtbot, session, 20)
    session.edit("layers.0.units", 5)
    train(qtbot, session, 30)
    assert session.branches.branch(0)
    branched = train(qtbot, session, 10)
    session.edit("layers.0.units", 6)
    wait_until_loaded(qtbot, session)
    session.undo_stack.undo()
    assert_same_run(at_rest(session), branched)
    session.go_to(0)
    assert at_rest(session).step == 20
    session.go_to(2)
    assert_same_run(at_rest(session), branched)


def test_a_lane_that_is_removed_leaves_the_others_training_and_undo_brings_it_back(
    session: Session, qtbot: QtBot
) -> None:
    train(qtbot, session, 20)
    assert session.branches.branch(0)
    both = train(qtbot, session, 10)
    assert session.branches.remove(0)
    left = at_rest(session)
    assert left.step == 30
    np.testing.assert_array_equal(left.groups[0].lanes[0], both.groups[0].lanes[1])
    assert left.experiment.lanes[0].name == both.experiment.lanes[1].name
    assert train(qtbot, session, 5).step == 35
    session.undo_stack.undo()
    wait_for_step(qtbot, session, 30)
    assert_same_run(at_rest(session), both)
    assert_same_curves(session, both)
    session.undo_stack.redo()
    qtbot.waitUntil(lambda: session.snapshot is not None and len(now(session).lanes) == 2)
    assert at_rest(session).step == 35, "what was trained without it comes back"


def test_all_branches_taken_back_from_the_list_and_made_again_are_what_they_were(
    session: Session, qtbot: QtBot
) -> None:
    """A weight is edited, a layer frozen: neither could be had again from the seed."""
    train(qtbot, session, 20)
    edit = WeightEdit(0, "weight", (0, 0), 3.5)
    assert session.branches.edit_weight(0, edit, "w 1→1 of layer 1")
    train(qtbot, session, 10)
    assert session.branches.intervene(0, {"layers.0.frozen": True})
    train(qtbot, session, 10)
    assert session.branches.deepen(1, 0, "identity", 0.0)
    last = train(qtbot, session, 10)
    session.go_to(0)
    first = at_rest(session)
    assert (first.step, len(first.experiment.lanes)) == (50, 2)
    np.testing.assert_array_equal(first.groups[0].lanes, last.groups[0].lanes[:2])
    session.go_to(3)
    assert_same_run(at_rest(session), last)
    wait_until_loaded(qtbot, session)
    assert_same_curves(session, last)
    session.edit("layers.0.units", 6)
    wait_until_loaded(qtbot, session)
    session.go_to(3)
    assert_same_run(at_rest(session), last)


def test_a_weight_that_is_edited_before_the_first_step_comes_back_too(session: Session, qtbot: QtBot) -> None:
    wait_until_loaded(qtbot, session)
    assert session.branches.edit_weight(0, WeightEdit(0, "weight", (0, 0), 3.5), "w 1→1 of layer 1")
    wait_until_loaded(qtbot, session)
    before = at_rest(session)
    session.edit("layers.0.units", 6)
    wait_until_loaded(qtbot, session)
    session.undo_stack.undo()
    wait_until_loaded(qtbot, session)
    assert_same_run(at_rest(session), before)


def test_a_model_that_was_opened_comes_back(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    train(qtbot, session, 30)
    with qtbot.waitSignal(session.run.model_saved, timeout=20_000):
        session.run.save_model(tmp_path / "model.npz")
    model = load_model(tmp_path / "model.npz")
    session.open(model.experiment, model=model)
    opened = at_rest(session)
    assert session.run.starts_from_model
    session.edit("layers.0.units", 5)
    assert not session.run.starts_from_model
    session.undo_stack.undo()
    assert_same_run(at_rest(session), opened)
    assert session.run.starts_from_model


def ghosts(window: MainWindow) -> list[str]:
    return [ghost.text.split(" · ")[0] for ghost in window.curves.loss.ghosts]


def test_the_run_that_was_replaced_stays_as_a_ghost_of_its_own_experiment(window: MainWindow, qtbot: QtBot) -> None:
    train(qtbot, window.session, 30)
    window.session.edit("layers.0.units", 5)
    train(qtbot, window.session, 20)
    assert ghosts(window) == ["before: Layer 1: Units 8 → 5"]
    press(window, "undo")
    wait_for_step(qtbot, window, 30)
    assert ghosts(window) == ["before: Layer 1: Units 5 → 8"], "and the other way round"
    press(window, "reset")
    train(qtbot, window.session, 20)
    assert ghosts(window) == ["before: reset", "before 2: Layer 1: Units 5 → 8"]
    window.session.edit("data.source", "spiral")
    train(qtbot, window.session, 20)
    assert ghosts(window) == []
    for _ in range(2):
        window.files.new()
        train(qtbot, window.session, 20)
        assert ghosts(window) == []
    press(window, "undo")
    wait_until_loaded(qtbot, window.session)
    assert ghosts(window) == []
