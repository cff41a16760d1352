"""Validation rows stand where test rows stood, by their own name; the test set is sealed, and opened by a button."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from engine.experiment.lanes.grids import grid
from engine.train.openings import Openings
from engine.train.trainer import Trainer
from playground.data.size_slider import SizeSlider
from playground.document.session import Session
from playground.lanes.seal_button import SealButton
from playground.lanes.table.columns import ERRORS, FIGURES, TEST
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.ui.text.numbers import percent
from tests.playground.conftest import Open, OpenSession
from tests.playground.helpers import click, find, small, told, type_into
from tests.playground.lane_desk import Desk

VALIDATED = {"source": "digits", "train": 60, "validation": 40, "test": 50}
BUTTON = "action.open_test_set"


def trained(qtbot: QtBot, session: Session, steps: int) -> None:
    """So many steps more, paused."""
    before = session.snapshot.step if session.snapshot is not None else 0
    session.run.play(steps)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == before + steps)
    qtbot.waitUntil(lambda: not session.is_training)


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small(data=VALIDATED, lanes=[{"name": "a"}, {"name": "b", "set": {"seed": 5}}]))


@pytest.fixture
def unseen(qtbot: QtBot) -> MainWindow:
    """The same in a window of its own, for which rows were looked at is never forgotten."""
    made = create_window(small(data=VALIDATED, lanes=[{"name": "a"}, {"name": "b", "set": {"seed": 5}}]))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.session.snapshot is not None)
    trained(qtbot, made.session, 10)
    return made


def texts(window: MainWindow) -> list[tuple[str, ...]]:
    return [figures.texts for figures in window.lanes.table.rows.model_of_lanes.figures]


def test_the_table_shows_validation_figures_and_keeps_the_test_figures_back(qtbot: QtBot, window: MainWindow) -> None:
    trained(qtbot, window.session, 40)
    session = window.session
    assert session.snapshot is not None
    assert session.dataset is not None
    trainer = Trainer(session.experiment, session.dataset)
    trainer.run(40)
    trainer.measure()
    known = trainer.snapshot().lanes
    for row, lane, shown in zip(texts(window), known, session.snapshot.lanes, strict=True):
        assert row[FIGURES.index("held_out_accuracy")] == percent(lane.valid_accuracy)
        assert row[-1] == "sealed"
        assert math.isnan(shown.test_accuracy)
    best = max(lane.valid_accuracy for lane in known)
    are_best = [figures.is_best for figures in window.lanes.table.rows.model_of_lanes.figures]
    assert are_best == [lane.valid_accuracy == best for lane in known]
    headings = window.lanes.table.rows.model_of_lanes.headings
    assert [headings[name][0] for name in (*FIGURES, TEST)] == [
        *("Train acc.", "Val. acc.", "Gap", "Train loss", "Val. loss", "Penalty", "Test"),
    ]


def test_errors_of_test_rows_are_sealed_as_well(qtbot: QtBot, shared_window: Open) -> None:
    wavy = {**VALIDATED, "source": "sine", "task": "numbers"}
    layers = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 1}]
    window = shared_window(small(data=wavy, layers=layers, loss="mean_squared_error"))
    trained(qtbot, window.session, 10)
    model = window.lanes.table.rows.model_of_lanes
    assert [model.headings[name][0] for name in ERRORS] == ["Train RMSE", "Val. RMSE", "Test RMSE"]
    assert [model.text(0, name) for name in (TEST, ERRORS[-1])] == ["sealed", "sealed"]
    click(qtbot, window, BUTTON)
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and not session.snapshot.is_test_sealed)
    assert session.snapshot is not None
    lane = session.snapshot.lanes[0]
    shown = [float(model.text(0, name)) for name in ERRORS]
    assert shown == pytest.approx([lane.train_rmse, lane.valid_rmse, lane.test_rmse], rel=1e-3)


def test_the_button_pauses_opens_it_says_how_often_and_the_next_step_seals_it(qtbot: QtBot, unseen: MainWindow) -> None:
    button = find(unseen, QToolButton, BUTTON)
    assert button.text() == "Open the test set"
    assert "Looking cannot be undone" in button.toolTip()
    assert "Not opened yet." in button.toolTip()
    session = unseen.session
    session.run.play()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 10)
    click(qtbot, unseen, BUTTON)
    qtbot.waitUntil(lambda: session.snapshot is not None and not session.snapshot.is_test_sealed)
    assert not session.is_training
    assert session.snapshot is not None
    assert [row[-1] for row in texts(unseen)] == [percent(lane.test_accuracy) for lane in session.snapshot.lanes]
    assert not button.isEnabled()
    assert f"Opened at step {session.snapshot.step:,}." in button.toolTip()
    trained(qtbot, session, 5)
    assert {row[-1] for row in texts(unseen)} == {"seen 1×"}, "which nothing takes back"
    assert button.isEnabled()
    assert button.text() == "Open the test set · 1×"


def test_a_look_is_no_step_of_undo_and_outlives_reset_and_undo(qtbot: QtBot, open_session: OpenSession) -> None:
    session = open_session(small(data=VALIDATED))
    trained(qtbot, session, 10)
    undos = session.undo_stack.count()
    session.run.open_test_set()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.openings == Openings((10,)))
    assert session.undo_stack.count() == undos
    session.reset()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.openings == Openings((), 1))
    session.edit("data.validation", 30)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.openings.seen is not None)
    assert session.snapshot is not None
    assert session.snapshot.openings.earlier == 1
    button = SealButton()
    qtbot.addWidget(button)
    button.show_snapshot(session.snapshot)
    assert f"{session.snapshot.openings.seen} of these test rows were among those looked at." in button.toolTip()
    session.undo_stack.undo()
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == 10)
    assert session.snapshot is not None
    assert session.snapshot.openings == Openings((10,))
    assert not session.snapshot.is_test_sealed


def test_that_test_rows_have_validated_is_told_where_it_comes_to_be(qtbot: QtBot, unseen: MainWindow) -> None:
    session = unseen.session
    data = session.experiment.data
    type_into(unseen, "data.validation", "0")
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.openings.chosen_by > 0)
    assert session.snapshot is not None
    count = min(int(data.validation), int(data.test))
    assert session.snapshot.openings.chosen_by == count
    text = f"{count} of these test rows were validation rows before, and may have chosen the settings."
    assert told(unseen) == text
    unseen.message.action_clicked.emit()
    qtbot.waitUntil(lambda: session.snapshot is not None and not session.snapshot.openings.chosen_by)
    assert session.experiment.data.validation == data.validation


def test_without_validation_rows_all_is_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert find(window, QToolButton, BUTTON).isVisible()
    session.edit("data.validation", 0)
    qtbot.waitUntil(lambda: session.snapshot is not None and not session.snapshot.has_validation)
    assert not find(window, QToolButton, BUTTON).isVisible()
    assert TEST not in window.lanes.table.rows.model_of_lanes.headings
    qtbot.waitUntil(lambda: {len(row) for row in texts(window)} == {len(FIGURES)})
    assert window.lanes.table.rows.model_of_lanes.headings["held_out_accuracy"][0] == "Test acc."


def test_the_size_is_typed_or_dragged_down_to_none(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    before = session.dataset
    type_into(window, "data.validation", "30")
    qtbot.waitUntil(lambda: session.dataset not in (None, before))
    assert session.dataset is not None
    assert session.dataset.valid_x is not None
    assert (len(session.dataset.valid_x), len(session.dataset.test_x)) == (30, 50)
    assert "validation rows" in [label.text() for label in window.curves.header.findChildren(QLabel)]
    slider = find(window, SizeSlider, "data.validation.slider")
    assert slider.number() == 30
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: session.dataset is not None and session.dataset.valid_x is None)
    assert "test rows" in [label.text() for label in window.curves.header.findChildren(QLabel)]
    session.undo_stack.undo()
    assert session.experiment.data.validation == 40, "edits of one number in quick succession are one"


def test_the_map_goes_by_validation_rows(qtbot: QtBot) -> None:
    desk = Desk(qtbot, grid(small(data=VALIDATED), {"l2": [0.0, 0.1], "rate": [0.0, 0.5]}))
    view = desk.panel.views.map
    assert [view.figure.itemText(row) for row in range(view.figure.count())][:2] == [
        *("Validation accuracy", "Validation loss"),
    ]
    assert view.figure.value() == "held_out_accuracy"
    desk.edit("data.validation", 0)
    assert view.figure.itemText(0) == "Test accuracy"
