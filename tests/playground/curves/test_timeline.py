"""Looking back along the timeline, and runs that are saved and gone on with, as a person does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from engine.store.run_files import load_checkpoint
from engine.train.kept.run_state import Checkpoint
from engine.train.snapshot import Snapshot
from playground.curves.timeline import TimeAxis, TimelineSlider
from playground.shell.main_window import MainWindow
from playground.ui.look import theme
from tests.playground.conftest import Open
from tests.playground.helpers import click, find, small, told

LANES = [{"name": "He", "set": {"layers.*.initialization": "he_uniform"}}, {"name": "B", "set": {"seed": 4}}]


@pytest.fixture
def window(shared_window: Open) -> MainWindow:
    return shared_window(small(lanes=LANES, steps=None))


@pytest.fixture
def tall(window: MainWindow) -> MainWindow:
    """With room for both plots."""
    window.resize(1280, 800)
    return window


def now(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


def train(qtbot: QtBot, window: MainWindow, steps: int) -> Snapshot:
    """So many more steps, and what there is to see after them."""
    goal = now(window).newest_step or now(window).step
    window.session.run.play(steps)
    qtbot.waitUntil(lambda: not window.session.is_training and now(window).step == goal + steps, timeout=20_000)
    return now(window)


def captured(qtbot: QtBot, window: MainWindow) -> Checkpoint:
    with qtbot.waitSignal(window.session.run.captured, timeout=20_000) as signal:
        window.session.run.capture()
    assert isinstance(signal.args, list)
    checkpoint = signal.args[0]
    assert isinstance(checkpoint, Checkpoint)
    return checkpoint


def slider(window: MainWindow) -> TimelineSlider:
    return find(window, TimelineSlider, "timeline.slider")


def test_a_run_that_came_back_says_why_there_is_nothing_to_look_back_at(qtbot: QtBot) -> None:
    timeline = TimelineSlider()
    qtbot.addWidget(timeline)
    timeline.set_axis(TimeAxis(0, 1000, 40, 440))
    timeline.show_steps((), None, 0)
    assert timeline.words() == ""
    timeline.show_steps((), None, 1200)
    assert "1,200" in timeline.words()
    timeline.set_axis(TimeAxis(0, 1000, 40, 60))
    assert timeline.words() == "", "half a sentence says nothing"
    timeline.show_steps((1200,), None, 1300)
    assert timeline.why == ""


def under(window: MainWindow, step: float) -> QPoint:
    """Where a step of the time axis of the curves lies on the slider below it."""
    plot, bar = window.curves.accuracy, slider(window)
    at = plot.mapToGlobal(plot.view.mapViewToScene(QPointF(step, 0)).toPoint())
    return QPoint(bar.mapFromGlobal(at).x(), bar.height() // 2)


def drag(qtbot: QtBot, window: MainWindow, *steps: float) -> None:
    """Presses the slider under the first of these steps, and lets go under the last."""
    bar = slider(window)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=under(window, steps[0]))
    for step in steps[1:]:
        qtbot.mouseMove(bar, under(window, step))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=under(window, steps[-1]))


def shown_step(window: MainWindow) -> str:
    for box in window.transport.findChildren(QLabel, "number"):
        if box.accessibleName() == "step":
            return box.text()
    raise AssertionError("there is no step")


# --- looking back -----------------------------------------------------------------------------------------------------


def test_without_steps_there_is_nothing_to_look_back_at(window: MainWindow) -> None:
    assert not slider(window).isEnabled()
    assert not find(window, QToolButton, "action.back_to_now").isEnabled()


def test_dragging_shows_every_panel_as_it_was_and_playing_goes_on_from_now(tall: MainWindow, qtbot: QtBot) -> None:
    window = tall
    figures = {}
    for steps in (10, 10, 20):
        snapshot = train(qtbot, window, steps)
        figures[snapshot.step] = snapshot.lanes
    newest = now(window)
    before = captured(qtbot, window)
    drag(qtbot, window, 40, 20, 10)
    qtbot.waitUntil(lambda: now(window).looked_back and now(window).step == 10, timeout=20_000)
    past = now(window)
    assert past.newest_step == 40
    assert past.lanes == figures[10]
    assert past.history.steps[-1] == 40, "the curves show the whole run"
    assert past.layer_history is not None
    assert past.layer_history.steps[-1] == 10, "the panels of the inside end there"
    assert shown_step(window) == "10 of 40"
    assert find(window, QLabel, "timeline.step").text() == "step 10"
    click(qtbot, window, "action.back_to_now")
    qtbot.waitUntil(lambda: not now(window).looked_back, timeout=20_000)
    assert now(window).lanes == newest.lanes
    assert shown_step(window) == "40"
    after = captured(qtbot, window)
    assert after.groups[0].lanes.tobytes() == before.groups[0].lanes.tobytes()
    assert after.groups[0].optimizer_memory.tobytes() == before.groups[0].optimizer_memory.tobytes()


def test_a_run_that_was_looked_back_at_is_the_run_that_was_not(window: MainWindow, qtbot: QtBot) -> None:
    train(qtbot, window, 20)
    window.session.run.look_back(10)
    qtbot.waitUntil(lambda: now(window).looked_back, timeout=20_000)
    train(qtbot, window, 20)
    looked = captured(qtbot, window)
    window.session.reset()
    qtbot.waitUntil(lambda: window.session.snapshot is not None and now(window).step == 0, timeout=20_000)
    train(qtbot, window, 40)
    straight = captured(qtbot, window)
    assert looked.step == straight.step == 40
    assert looked.groups[0].lanes.tobytes() == straight.groups[0].lanes.tobytes()


def test_looking_back_pauses_and_play_comes_back_to_now(window: MainWindow, qtbot: QtBot) -> None:
    window.session.run.play()
    qtbot.waitUntil(lambda: now(window).step > 5, timeout=20_000)
    bar = slider(window)
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: now(window).looked_back, timeout=20_000)
    assert not window.session.is_training
    assert now(window).step == 0
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: now(window).step == 1, timeout=20_000)
    newest = now(window).newest_step
    assert newest is not None
    click(qtbot, window, "button.play")
    qtbot.waitUntil(lambda: not now(window).looked_back and now(window).step > newest, timeout=20_000)
    assert bar.value() == bar.maximum()


def test_the_end_of_the_slider_is_now(tall: MainWindow, qtbot: QtBot) -> None:
    window = tall
    newest = train(qtbot, window, 30)
    drag(qtbot, window, 1)
    qtbot.waitUntil(lambda: now(window).looked_back, timeout=20_000)
    drag(qtbot, window, 1, 30)
    qtbot.waitUntil(lambda: not now(window).looked_back, timeout=20_000)
    assert now(window).lanes == newest.lanes


def test_edits_while_looking_back_are_of_the_run_now(window: MainWindow, qtbot: QtBot) -> None:
    train(qtbot, window, 30)
    window.session.run.look_back(10)
    qtbot.waitUntil(lambda: now(window).looked_back, timeout=20_000)
    window.session.edit("lanes.0.name", "Renamed")
    window.session.edit("layers.0.l2", 0.1)
    qtbot.waitUntil(lambda: now(window).lanes[0].name == "Renamed", timeout=20_000)
    assert now(window).step == 10
    window.session.undo_stack.undo()
    window.session.edit("layers.0.units", 5)
    qtbot.waitUntil(
        lambda: window.session.snapshot is not None and not now(window).looked_back and now(window).step == 0,
        timeout=20_000,
    )
    assert not slider(window).isEnabled()


def test_the_slider_lies_under_the_axis_step_under_step(tall: MainWindow, qtbot: QtBot) -> None:
    """Its ends are those of both plots, its stops lie under their steps; so they do where a person has zoomed in."""
    window = tall
    for _ in range(3):
        train(qtbot, window, 40)
    bar, curves = slider(window), window.curves
    for zoomed in (False, True):
        if zoomed:
            curves.loss.view.setXRange(36, 104, padding=0)
            curves.loss.view.sigRangeChangedManually.emit([True, True])
            qtbot.waitUntil(lambda: curves.accuracy.view.viewRange()[0] == curves.loss.view.viewRange()[0])
        for plot in (curves.loss, curves.accuracy):
            frame = plot.view.sceneBoundingRect()
            for end in (frame.left(), frame.right()):
                step = plot.view.mapSceneToView(QPointF(end, 0)).x()
                assert bar.mapToGlobal(QPoint(round(bar._axis.place(step)), 0)).x() == pytest.approx(
                    plot.mapToGlobal(QPoint(round(end), 0)).x(), abs=1
                )
        for step in [step for step in now(window).kept_steps if 38 < step < 102][::9]:
            drag(qtbot, window, step)
            qtbot.waitUntil(lambda step=step: now(window).step == step, timeout=20_000)
            assert bar.place(bar.value()) == pytest.approx(under(window, step).x(), abs=1)
            image = bar.grab().toImage()
            ratio = image.devicePixelRatio()
            middle = image.pixelColor(round(under(window, step).x() * ratio), image.height() // 2)
            assert middle == QColor(theme.current().surface), "the handle"


# --- saving and opening a run -----------------------------------------------------------------------------------------


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Every file dialog names this file."""
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_, **__: (str(path), ""))


def save(qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, path)
    with qtbot.waitSignal(window.session.run.saved, timeout=20_000):
        window.actions_by_name["save_run"].trigger()


def test_a_saved_run_goes_on_where_it_stopped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.playground-run"
    saved = train(qtbot, window, 10)
    save(qtbot, window, path, monkeypatch)
    assert path.name in window.message.text()
    assert load_checkpoint(path).step == 10
    unbroken = train(qtbot, window, 10)
    for by in ("open_run", "open"):
        window.files.new()
        window.actions_by_name[by].trigger()
        qtbot.waitUntil(lambda: window.session.snapshot is not None and now(window).step == 10, timeout=20_000)
        assert now(window).lanes == saved.lanes
        assert now(window).history.steps.tolist() == saved.history.steps.tolist()
        assert not window.session.is_training
        assert train(qtbot, window, 10).lanes == unbroken.lanes


def test_a_run_on_rows_that_have_changed_is_refused_until_they_are_put_right(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "rows.csv"
    rows = [f"{i % 7},{i % 5},{'ab'[i % 2]}" for i in range(40)]
    data.write_text("x,y,label\n" + "\n".join(rows) + "\n", encoding="utf-8")
    window.session.edit("data.source", str(data))
    qtbot.waitUntil(
        lambda: (
            window.session.snapshot is not None
            and window.session.dataset is not None
            and window.session.dataset.n_classes == 2
        ),
        timeout=20_000,
    )
    train(qtbot, window, 20)
    save(qtbot, window, tmp_path / "mine.playground-run", monkeypatch)
    before = data.read_text(encoding="utf-8")
    window.files.new()
    rows[3] = "9,9,a"
    data.write_text("x,y,label\n" + "\n".join(rows) + "\n", encoding="utf-8")
    window.session.edit("data.source", str(data))
    qtbot.waitUntil(lambda: window.session.experiment.data.source == str(data), timeout=20_000)
    experiment, edits = window.session.experiment, window.session.undo_stack.count()
    window.actions_by_name["open_run"].trigger()
    qtbot.waitUntil(lambda: "no longer holds the rows" in told(window), timeout=20_000)
    assert (window.session.experiment, window.session.undo_stack.count()) == (experiment, edits)
    data.write_text(before, encoding="utf-8")
    window.actions_by_name["open_run"].trigger()
    qtbot.waitUntil(lambda: window.session.snapshot is not None and now(window).step == 20, timeout=20_000)
    assert window.session.place.origin == tmp_path / "mine.playground-run"


def test_a_damaged_run_is_told_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.playground-run"
    path.write_bytes(b"nonsense")
    answer(monkeypatch, path)
    before = window.session.experiment
    window.actions_by_name["open_run"].trigger()
    qtbot.waitUntil(lambda: "mine.playground-run is damaged or not a saved run" in told(window), timeout=20_000)
    assert window.session.experiment == before


# --- branching --------------------------------------------------------------------------------------------------------


def has_lanes(window: MainWindow, count: int) -> bool:
    snapshot = window.session.snapshot
    return snapshot is not None and len(snapshot.lanes) == count


def branch_at(qtbot: QtBot, window: MainWindow, step: int) -> Snapshot:
    """Looks back at a step, and presses the button."""
    window.session.run.look_back(step)
    qtbot.waitUntil(lambda: now(window).looked_back, timeout=20_000)
    past = now(window)
    click(qtbot, window, "button.branch")
    qtbot.waitUntil(lambda: has_lanes(window, 3), timeout=20_000)
    return past


def test_a_branch_starts_at_the_step_shown_and_the_others_go_on(window: MainWindow, qtbot: QtBot) -> None:
    train(qtbot, window, 20)
    train(qtbot, window, 20)
    past = branch_at(qtbot, window, 20)
    assert past.step == 20
    snapshot = now(window)
    assert (snapshot.step, snapshot.looked_back) == (40, False)
    assert snapshot.lanes[2].name == "He from step 20"
    assert snapshot.lanes[2].train_data_loss == pytest.approx(past.lanes[0].train_data_loss)
    assert window.lanes.table.rows.selected == 2
    steps, values = window.curves.drawn(2, "test_data_loss")
    assert steps.tolist() == [40]
    assert window.curves.along.place(2, 40) == 20 == snapshot.lanes[2].steps, "it forks from where its lane was then"
    assert values.tolist() == pytest.approx([past.lanes[0].test_data_loss])
    assert window.curves.loss.lines is not None
    assert not window.curves.loss.lines.test.joined[-1].any()
    train(qtbot, window, 20)
    branched = now(window).lanes
    drawn = window.curves.loss.lines
    assert drawn is not None
    names = [look.name for look in drawn.looks]
    assert names == ["He ×2", "He from step 20"], "a branch is no repetition of the lane that it comes from"
    assert branched[2].train_data_loss < past.lanes[0].train_data_loss
    window.session.undo_stack.undo()
    qtbot.waitUntil(lambda: has_lanes(window, 2), timeout=20_000)
    assert now(window).step == 60, "taken back, nothing starts again"
    assert now(window).lanes == branched[:2]
    window.session.undo_stack.redo()
    qtbot.waitUntil(lambda: has_lanes(window, 3), timeout=20_000)
    assert now(window).lanes == branched, "with what it had learned"
    window.session.reset()
    qtbot.waitUntil(lambda: has_lanes(window, 3) and now(window).step == 0, timeout=20_000)
    train(qtbot, window, 60)
    assert now(window).lanes[:2] == branched[:2], "and the others had never felt it"


def test_a_branch_while_training_does_not_pause(window: MainWindow, qtbot: QtBot) -> None:
    window.session.run.play()
    qtbot.waitUntil(lambda: now(window).step > 5, timeout=20_000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=20_000)
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.experiment.lanes) == 3
    qtbot.waitUntil(lambda: has_lanes(window, 3), timeout=20_000)
    step = now(window).step
    assert step > 5
    qtbot.waitUntil(lambda: has_lanes(window, 3) and now(window).step > step, timeout=20_000)
    assert window.session.is_training


def test_the_past_before_a_branch_can_still_be_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    train(qtbot, window, 20)
    train(qtbot, window, 20)
    past = branch_at(qtbot, window, 20)
    window.session.run.look_back(20)
    qtbot.waitUntil(lambda: has_lanes(window, 3) and now(window).looked_back, timeout=20_000)
    assert now(window).lanes[:2] == past.lanes
    for view in window.inside.views:
        window.inside.choose(view)
        qtbot.waitUntil(lambda: now(window).looked_back, timeout=20_000)
