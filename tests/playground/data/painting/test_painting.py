"""Painting points: clicked, dragged, erased and by keys, each a step of undo; kept, saved, and learned meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QDoubleSpinBox, QFileDialog, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data import load_table
from engine.data.spec import MOST_POINTS, DataSpec, Point
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.painting import with_points
from engine.store.experiment_files import open_experiment
from playground.data.painting.board import PaintBoard
from playground.data.painting.canvas import PaintCanvas
from playground.data.painting.strokes import BRUSH, Stroke
from playground.shell.main_window import MainWindow
from playground.ui.painting.hint import note_place
from playground.ui.text.edit_descriptions import edit_text, run_text
from tests.playground.conftest import Open, OpenDesk
from tests.playground.data_desk import DataDesk
from tests.playground.helpers import click, find, small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows that come to the front, off the screen

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
FOUR: tuple[Point, ...] = ((1, 1, 0), (-1, -1, 1), (2, 2, 0), (-2, -2, 1))


@pytest.fixture
def board(qtbot: QtBot) -> PaintBoard:
    board = PaintBoard()
    qtbot.addWidget(board)
    board.resize(300, 380)
    with qtbot.waitExposed(board):
        board.show()
    board.show_points(FOUR)
    return board


LAYERS = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 2}]
XOR = small(data={"source": "xor", "train": 30, "test": 10, "noise": 0.1}, layers=LAYERS)


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    window = shared_window(XOR)
    window.panels.folds.fold("data", False)
    return window


@pytest.fixture
def desk(shared_desk: OpenDesk) -> DataDesk:
    return shared_desk(XOR)


def drag(canvas: PaintCanvas, *places: tuple[float, float], button: Qt.MouseButton = LEFT) -> None:
    """From place to place of the plane, with a button held."""
    first, *rest = (canvas.place_of(*place).toPoint() for place in places)
    QTest.mousePress(canvas, button, pos=first)
    for place in rest:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, button, pos=rest[-1] if rest else first)


def painted(spy: QSignalSpy) -> list[Point]:
    """By the last stroke."""
    return list(spy.at(spy.count() - 1)[0])


# --- the board alone --------------------------------------------------------------------------------------------------


def test_every_tool_explains_itself(board: PaintBoard) -> None:
    for control in [*board.findChildren(QToolButton), board.canvas]:
        assert control.toolTip(), control.objectName()
        assert control.accessibleName(), control.objectName()
        assert control.objectName().startswith("paint.")
        assert control.focusPolicy() != Qt.FocusPolicy.NoFocus  # of buttons in a group one has the tab key
    assert board.classes[0].focusPolicy() & board.canvas.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_click_sets_one_point_of_the_chosen_class(board: PaintBoard, qtbot: QtBot) -> None:
    spy = QSignalSpy(board.painted)
    drag(board.canvas, (3, -2))
    click(qtbot, board, "paint.class.C")
    drag(board.canvas, (-4, 4))
    assert spy.count() == 2
    assert painted(spy)[:4] == list(FOUR)
    pixel = 12 / (0.92 * board.canvas.square().width())
    for found, expected in zip(painted(spy)[4:], [(3, -2, 0), (-4, 4, 2)], strict=True):
        assert found == pytest.approx(expected, abs=pixel)


def test_a_drag_sprays_along_its_way_in_one_stroke(board: PaintBoard) -> None:
    spy = QSignalSpy(board.painted)
    drag(board.canvas, (-4, 3), (0, 3), (4, 3))
    assert spy.count() == 1
    new = np.array(painted(spy)[4:])
    assert 20 < len(new) < 60
    assert np.abs(new[:, 1] - 3).max() <= 6 * BRUSH + 0.1
    assert (np.abs(new[:, 0]) <= 4 + 6 * BRUSH + 0.1).all()
    assert (new[:, 2] == 0).all()


@pytest.mark.parametrize("tool", ["button", "eraser"])
def test_erasing_takes_what_it_touches(board: PaintBoard, qtbot: QtBot, tool: str) -> None:
    spy = QSignalSpy(board.painted)
    if tool == "eraser":
        click(qtbot, board, "paint.eraser")
    drag(board.canvas, (-5, 5), (1, 1), button=RIGHT if tool == "button" else LEFT)
    assert painted(spy) == [point for point in FOUR if point[:2] != (1, 1)]
    drag(board.canvas, (-5, 5), button=RIGHT)
    assert spy.count() == 1, "nothing was there"


def test_the_keys_paint_too(board: PaintBoard) -> None:
    spy = QSignalSpy(board.painted)
    board.canvas.setFocus()
    for _ in range(4):
        QTest.keyClick(board.canvas, Qt.Key.Key_Right)
    QTest.keyClick(board.canvas, Qt.Key.Key_Up)
    QTest.keyClick(board.canvas, Qt.Key.Key_4)
    QTest.keyClick(board.canvas, Qt.Key.Key_Space)
    assert painted(spy)[4] == pytest.approx((1.2, 0.3, 3), abs=0.01)
    assert find(board, QToolButton, "paint.class.D").isChecked()
    QTest.keyClick(board.canvas, Qt.Key.Key_Delete)
    assert painted(spy) == list(FOUR)


def test_escape_ends_a_stroke_and_loses_no_point(board: PaintBoard, qtbot: QtBot) -> None:
    spy, canvas = QSignalSpy(board.painted), board.canvas
    canvas.setFocus()
    QTest.mousePress(canvas, LEFT, pos=canvas.place_of(-4, 3).toPoint())
    QTest.mouseMove(canvas, canvas.place_of(4, 3).toPoint())
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    count = len(canvas.points())
    assert count > 20, "what was sprayed stays"
    QTest.mouseMove(canvas, canvas.place_of(0, -3).toPoint())
    QTest.mouseRelease(canvas, LEFT, pos=canvas.place_of(0, -3).toPoint())
    assert spy.count() == 1
    assert len(painted(spy)) == len(canvas.points()) == count
    QTest.mousePress(canvas, RIGHT, pos=canvas.place_of(1, 1).toPoint())
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, RIGHT, pos=canvas.place_of(1, 1).toPoint())
    assert len(canvas.points()) == count, "and what was being erased comes back"
    click(qtbot, board, "paint.eraser")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.is_erasing
    assert board.classes[0].isChecked()


def test_what_to_do_is_written_on_the_canvas_until_something_is_painted(board: PaintBoard) -> None:
    lesson = board.canvas.lesson
    assert all(word in lesson for word in ("Click", "Drag", "Right button"))
    board.canvas.resize(150, 150)
    place = note_place(board.canvas.square(), lesson)
    assert board.canvas.square().contains(place)
    assert place.height() < 60
    drag(board.canvas, (3, -2))
    assert board.canvas.lesson == ""


def test_undo_and_escape_bring_back_the_points_of_a_fresh_sheet(window: MainWindow, qtbot: QtBot) -> None:
    click(qtbot, window, "paint.begin")
    session, canvas = window.session, window.data.rows.board.canvas
    drag(canvas, (3, -2))
    points = session.experiment.data.points
    count = session.undo_stack.count()
    for bring_back in (
        lambda: window.actions_by_name["undo"].trigger(),
        lambda: QTest.keyClick(canvas, Qt.Key.Key_Escape),
    ):
        click(qtbot, window, "paint.clear")
        assert len(canvas.points()) == 0
        bring_back()
        assert list(canvas.points()) == list(points)
        assert session.experiment.data.points == points
        assert session.undo_stack.index() == session.undo_stack.count() == count
    window.actions_by_name["undo"].trigger()
    assert session.experiment.data.points != points, "then undo is that of the stroke"


def test_a_fresh_sheet_waits_for_two_points_and_says_so(board: PaintBoard, qtbot: QtBot) -> None:
    spy, note = QSignalSpy(board.painted), find(board, QLabel, "paint.note")
    click(qtbot, board, "paint.clear")
    assert len(board.canvas.points()) == 0
    assert "still has the points of before" in note.text()
    board.show_points(FOUR)
    assert len(board.canvas.points()) == 0, "any other edit leaves the sheet"
    drag(board.canvas, (1, 2))
    assert spy.count() == 0
    assert note.isVisible()
    drag(board.canvas, (-1, 2))
    assert len(painted(spy)) == 2
    assert not note.isVisible()


def test_there_is_an_end_to_the_points() -> None:
    stroke = Stroke([(0, 0, 0)] * (MOST_POINTS - 1), 6, 0)
    stroke.to(-5, 0)
    assert stroke.is_full
    stroke.to(5, 0)
    assert len(stroke.points) == MOST_POINTS


def test_points_far_out_are_on_the_canvas(board: PaintBoard) -> None:
    board.show_points([*FOUR, (30, -20, 1)])
    assert board.canvas.square().contains(board.canvas.place_of(30, -20))
    stroke = Stroke((), 6, 0)
    stroke.to(99, -99)
    assert stroke.points == [(6, -6, 0)], "and none is painted beyond its edge"


# --- with a document --------------------------------------------------------------------------------------------------


def test_painting_over_a_toy_trains_on_and_each_stroke_is_undone(desk: DataDesk, qtbot: QtBot) -> None:
    session = desk.session
    session.run.play(None)
    qtbot.waitUntil(lambda: session.is_training)
    click(qtbot, desk, "paint.begin")
    assert session.experiment.data.source == "painted"
    assert len(session.experiment.data.points) == 40
    assert (session.experiment.data.train, session.experiment.data.test) == (30, 10)
    assert session.is_training
    canvas = desk.data.rows.board.canvas
    click(qtbot, desk, "paint.class.C")
    drag(canvas, (-5, 5), (-3, 5))
    data = session.experiment.data
    assert len(data.points) > 40
    assert data.train + data.test == len(data.points)
    assert data.train / len(data.points) == pytest.approx(0.75, abs=0.02)
    assert session.dataset is not None
    assert session.dataset.classes == ("A", "B", "C")
    assert session.is_training
    assert session.undo_stack.undoText() == "Paint points"
    session.undo_stack.undo()
    assert len(session.experiment.data.points) == 40
    assert len(canvas.points()) == 40
    session.undo_stack.undo()
    assert session.experiment.data.source == "xor"
    assert desk.data.rows.scatter.isVisible()
    session.undo_stack.redo()
    session.undo_stack.redo()
    assert session.experiment.data == data
    assert list(canvas.points()) == list(data.points)


def test_that_painting_has_begun_is_said_and_taken_back_there(desk: DataDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.session.dataset is not None)
    desk.data.form.edited.emit("data.source", "moons")
    find(desk, QToolButton, "paint.begin").click()
    bar = desk.messages.bar
    assert bar.isVisible()
    assert bar.text() == "From now on you paint, in place of Moons."
    assert bar.action_button.text() == "Undo"
    bar.settling._until = 0.0  # as if the time of a double click were over
    bar.action_button.click()
    assert desk.session.experiment.data.source == "moons"
    assert not bar.isVisible()
    find(desk, QToolButton, "paint.begin").click()
    desk.session.structure.paint(FOUR)
    assert not bar.isVisible(), "a button that takes back another thing than it says"


def test_filled_points_are_those_that_are_trained_on(desk: DataDesk, qtbot: QtBot) -> None:
    click(qtbot, desk, "paint.begin")
    session, canvas = desk.session, desk.data.rows.board.canvas
    points, is_train, _ = canvas.shown()
    assert session.dataset is not None
    apart = np.abs(np.array(points)[:, None, :2] - session.dataset.raw().train).max(axis=2).min(axis=1)
    assert (apart < 1e-5).tolist() == list(is_train)
    assert sum(is_train) == 30


def test_the_gallery_brings_back_what_was_painted(desk: DataDesk) -> None:
    session = desk.session
    desk.data.form.edited.emit("data.source", "painted")
    points = session.experiment.data.points
    assert len(points) == 40, "nothing was painted: it begins with what is seen"
    session.edit("data.source", "digits")
    assert not desk.data.rows.board.isVisible()
    desk.data.form.edited.emit("data.source", "painted")
    assert session.experiment.data.points == points
    assert (session.experiment.data.train, session.experiment.data.test) == (30, 10)


def test_who_begins_to_paint_has_a_brush_in_hand(desk: DataDesk, qtbot: QtBot) -> None:
    """The last time it was the eraser, on a fresh sheet."""
    click(qtbot, desk, "paint.begin")
    click(qtbot, desk, "paint.class.C")
    click(qtbot, desk, "paint.eraser")
    board = desk.data.rows.board
    click(qtbot, desk, "paint.clear")
    click(qtbot, desk, "paint.eraser")
    points = desk.session.experiment.data.points
    desk.session.edit("data.source", "circle")
    desk.session.undo_stack.undo()
    assert list(board.canvas.points()) == list(points)
    drag(board.canvas, (0, 0))
    assert len(board.canvas.points()) == len(points) + 1
    assert board.canvas.points()[-1][2] == 0
    assert board.classes[0].isChecked()


def test_from_pictures_it_begins_with_two_clouds(desk: DataDesk) -> None:
    desk.session.edit("data.source", "digits")
    desk.data.form.edited.emit("data.source", "painted")
    assert len(desk.session.experiment.data.points) == 60
    assert desk.data.rows.board.isVisible()
    assert "two clouds of points are there to begin with" in desk.messages.bar.text()


def test_numbers_are_painted_too(desk: DataDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: Any) -> None:
    session = desk.session
    session.edit("data.source", "hills")
    click(qtbot, desk, "paint.begin")
    assert (session.experiment.data.source, session.experiment.data.task) == ("painted", "numbers")
    assert session.experiment.loss == "mean_squared_error"
    board = desk.data.rows.board
    assert not find(board, QToolButton, "paint.class.A").isVisible()
    value = find(board, QDoubleSpinBox, "paint.value")
    value.setFocus()
    value.selectAll()
    QTest.keyClicks(value, "2.5")
    QTest.keyClick(value, Qt.Key.Key_Tab)
    before = len(session.experiment.data.points)
    drag(board.canvas, (0, 0))
    assert session.experiment.data.points[before][2] == 2.5
    click(qtbot, desk, "paint.eraser")
    drag(board.canvas, (0, 0))
    assert len(session.experiment.data.points) <= before
    click(qtbot, desk, "paint.brush")
    drag(board.canvas, (1, 1))
    assert session.experiment.data.points[-1][2] == 2.5
    table = tmp_path / "numbers.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(table), ""))
    click(qtbot, desk, "paint.save")
    rows = load_table(DataSpec(source=str(table), label="y", task="numbers"))
    np.testing.assert_allclose(rows.labels, np.float32(session.experiment.data.points)[:, 2], rtol=1e-6)


def test_the_same_points_are_classes_or_numbers(desk: DataDesk, qtbot: QtBot) -> None:
    session = desk.session
    click(qtbot, desk, "paint.begin")
    points = session.experiment.data.points
    session.edit("data.task", "numbers")
    assert session.experiment.data.points == points
    assert session.dataset is not None
    assert session.dataset.task == "numbers"
    assert find(desk, QDoubleSpinBox, "paint.value").isVisible()
    session.undo_stack.undo()
    assert session.experiment.data.task == "classes"
    assert find(desk, QToolButton, "paint.class.A").isVisible()
    assert not find(desk, QDoubleSpinBox, "paint.value").isVisible()


def test_a_larger_window_paints_the_same_points(window: MainWindow, qtbot: QtBot) -> None:
    click(qtbot, window, "paint.begin")
    click(qtbot, window, "paint.enlarge")
    large = find(window, QWidget, "paint.window")
    assert large.isVisible()
    assert not large.isModal()
    canvas = find(large, PaintCanvas, "paint.canvas")
    assert len(canvas.points()) == 40
    drag(canvas, (0, 0))
    assert len(window.session.experiment.data.points) == 41
    assert len(window.data.rows.board.canvas.points()) == 41
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(canvas.points()) == 40
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(canvas.points()) == 41
    window.session.edit("data.source", "circle")
    assert not large.isVisible(), "there is nothing to paint on"


def test_they_are_saved_with_the_experiment_and_as_a_table(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(qtbot, window, "paint.begin")
    drag(window.data.rows.board.canvas, (1, 1), (2, 2))
    points = window.session.experiment.data.points
    path = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    window.files.save_as()
    assert open_experiment(path).data.points == points
    table = tmp_path / "points.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(table), ""))
    click(qtbot, window, "paint.save")
    assert table.read_text(encoding="utf-8").startswith("x1,x2,label\n")
    rows = load_table(DataSpec(source=str(table)))
    np.testing.assert_allclose(rows.features, np.float32(points)[:, :2], rtol=1e-6)
    assert rows.labels.tolist() == [int(point[2]) for point in points]
    assert rows.classes == ("A", "B")


def test_the_button_lies_beside_the_points_and_hides_none(desk: DataDesk) -> None:
    button = find(desk, QToolButton, "paint.begin")
    assert button.isVisible()
    rows = desk.data.rows
    for width in (180, 260, 420):
        rows.resize(width, rows.height())
        picture = rows.scatter.square()
        assert not picture.intersects(button.geometry().toRectF()), width
        assert picture.left() >= 0
        assert rows.scatter.rect().contains(button.geometry())
        assert button.geometry().center().y() < picture.center().y()
    desk.session.edit("data.source", "digits")
    assert not button.isVisible()


def test_the_history_tells_strokes_and_inputs_in_a_line() -> None:
    painted = with_points(small(), FOUR)
    moved = with_points(small(), (*FOUR[:3], (0, 0, 1)))
    assert edit_text(painted, moved, "Paint points") == ("Paint points", "")
    assert run_text(painted, edited(painted, "data.points", FOUR * 2)) == "Points 4 → 8"
    inputs = edited(painted, "data.inputs", ["x1", "x1*x2"])
    assert edit_text(painted, inputs, "Inputs") == ("Inputs", "– → x1, x1*x2")
    others = edited(inputs, "data.inputs", ["x1", "x2^2"])
    assert run_text(inputs, others) == "Inputs x1, x1*x2 → x1, x2^2"
