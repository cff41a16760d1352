"""Closing a window keeps the work in it, and the next start goes on there: nothing is asked, and nothing is lost."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from engine.errors import PlaygroundError
from engine.store import run_files
from engine.store.experiment_files import open_experiment, save_experiment
from playground.document.work import Work
from playground.recovery import autosave, journal, recovery
from playground.recovery import work_folder as kept
from playground.recovery.folders import work_folder
from playground.recovery.journal import Journal
from playground.recovery.work_folder import WorkFolder, leftovers
from playground.shell import app
from playground.shell.app import create_window, start
from playground.shell.main_window import MainWindow
from playground.shell.safety import Safety
from tests.conftest import thorough
from tests.playground.desk import Desk
from tests.playground.helpers import answer, click, csv_of_flowers, small, wait_for_step

Opened = Callable[..., MainWindow | Desk]
OpenedWindow = Callable[..., MainWindow]
FIRST = small(name="first")
"""What a window has that goes on with nothing. It stands for the reference, whose seventeen layers take their time."""


DAMAGED = [
    *('{"lane": "x"}', "[1", "[" * 9000, '{"lane": 99, "inside": "nothing"}', '{"lane": NaN}', '{"lane": 1e30}'),
    '{"lane": 1e999, "inside": "weights"}',
]
"""What may lie where it was noted what was looked at."""


@pytest.fixture
def opened(opened_window: OpenedWindow, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The same without a panel, where no test asks for one."""
    monkeypatch.setattr(app, "create_window", Desk)
    return opened_window


@pytest.fixture
def opened_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenedWindow]:
    """Opens a window as the program does, over the folders that the window before has written to."""
    starts = []
    for module in (app, recovery):
        monkeypatch.setattr(module, "first_experiment", lambda: FIRST)

    def make(path: Path | None = None) -> MainWindow:
        window, safety = start(None if path is None else open_experiment(path), path)
        starts.append((window, safety))
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
        return window

    yield make
    for window, safety in starts:
        window.close()
        safety.close()
        window.deleteLater()


def trained(qtbot: QtBot, window: MainWindow | Desk, steps: int = 60) -> int:
    """Plays, pauses, and says how far it has come."""
    window.session.run.play()
    wait_for_step(qtbot, window, steps)
    window.session.run.pause()
    checkpoint = window.session.run.at_rest()
    assert checkpoint is not None
    session, step = window.session, checkpoint.step
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.evaluated_at == step, timeout=20_000)
    return step


def test_the_next_start_goes_on_where_one_left(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    assert first.session.edit("layers.0.units", 7)
    step = trained(qtbot, first)
    before = first.session.snapshot
    assert before is not None
    first.close()
    assert first.isHidden()
    second = opened()
    wait_for_step(qtbot, second, step)
    after = second.session.snapshot
    assert after is not None
    assert (after.step, after.lanes) == (before.step, before.lanes)
    np.testing.assert_array_equal(after.history.steps, before.history.steps)
    np.testing.assert_array_equal(after.history.values, before.history.values)
    assert not second.session.is_training
    assert second.session.experiment == first.session.experiment
    assert second.session.undo_stack.count() == first.session.undo_stack.count() == 1
    assert second.isWindowModified()
    assert second.recovery_bar.text().startswith("You go on where you left off at ")
    second.session.undo_stack.undo()
    assert second.session.experiment == FIRST


def test_what_was_looked_at_is_looked_at_again_and_the_curves_are_set_as_they_were(
    opened_window: OpenedWindow, qtbot: QtBot
) -> None:
    """And the window says what is not kept: the moments to look back at stay with the one that saw them."""
    first = opened_window()
    first.docks["network"].close()  # leaves room for both plots
    first.session.structure.add_lane()
    first.lanes.table.rows.select(1)
    click(qtbot, first, "action.view_predictions")
    click(qtbot, first, "predictions.view.mistakes")
    step = trained(qtbot, first)
    assert first.curves.timeline.slider.isEnabled()
    click(qtbot, first, "action.log_loss")
    first.curves.header.options.findChild(QAction, "action.curve_smoothing.4").trigger()
    zoom_in(first)
    seen = first.curves.axis.zoomed()
    assert seen is not None
    first.close()
    second = opened_window()
    wait_for_step(qtbot, second, step)
    assert (second.lanes.table.rows.selected, second.inside.current) == (1, "predictions")
    assert second.inside.chosen_pages() == ["mistakes"]
    qtbot.waitUntil(lambda: second.curves.axis.zoomed() is not None, timeout=20_000)
    again = second.curves.axis.zoomed()
    assert again is not None
    for place, before in zip(again, seen, strict=True):
        assert place == pytest.approx(before)
    assert second.curves.accuracy.isVisible()
    assert second.curves.loss.is_log
    assert second.curves.options == first.curves.options
    follow = second.curves.findChild(QToolButton, "action.follow")
    assert isinstance(follow, QToolButton)
    assert follow.isVisible(), "there is a way back to the whole run"
    slider = second.curves.timeline.slider
    assert not slider.isEnabled()
    assert "Moments before the program was closed are not kept." in " ".join(slider.toolTip().split())

    for damaged in DAMAGED:
        second.look_at(damaged)
    assert (second.lanes.table.rows.selected, second.inside.current) == (1, "predictions")
    second.files.new()
    assert second.curves.axis.zoomed() is None, "a zoom belongs to its experiment"
    second.look_at('{"lane": 0, "inside": "weights", "curves": {"part": "loss", "smoothing": 5}}')
    assert second.curves.options.part == "data_loss"


def zoom_in(window: MainWindow) -> None:
    """By the wheel, in the middle of the selected lane's curve."""
    steps, losses = window.curves.drawn(1, "test_data_loss")
    middle = len(steps) // 2
    plot = window.curves.loss
    frame = plot.view.mapViewToScene(QPointF(steps[middle], np.log10(losses[middle]))).toPoint()
    turn = QWheelEvent(
        *(QPointF(frame), QPointF(plot.viewport().mapToGlobal(frame)), QPoint(), QPoint(0, 240)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(plot.viewport(), turn)


def test_a_branch_that_has_grown_goes_on_and_undo_takes_it_away_without_a_restart(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    trained(qtbot, first)
    assert first.session.branches.grow(0, 0, 12, 0.01)
    step = trained(qtbot, first, 90)
    before = first.session.snapshot
    assert before is not None
    first.close()
    second = opened()
    wait_for_step(qtbot, second, step)
    after = second.session.snapshot
    assert after is not None
    assert (after.step, after.lanes) == (before.step, before.lanes)
    np.testing.assert_array_equal(after.history.values, before.history.values)
    second.session.undo_stack.undo()
    qtbot.waitUntil(lambda: second.session.snapshot is not None)
    alone = second.session.snapshot
    assert alone is not None
    assert (alone.step, alone.lanes) == (step, before.lanes[:1])


def test_closing_while_it_trains_keeps_the_newest_step(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    first.session.run.play()
    wait_for_step(qtbot, first, 40)
    first.close()
    assert first.session.snapshot is not None
    step = first.session.snapshot.step
    second = opened()
    wait_for_step(qtbot, second, step)
    assert second.session.snapshot is not None
    assert second.session.undo_stack.count() == 0


def test_a_file_that_is_being_written_does_not_cost_the_run(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    first, is_there, path = opened(), threading.Event(), tmp_path / "written"
    step = trained(qtbot, first)

    def write(_: object) -> None:
        is_there.set()
        saved = work_folder()
        while not any(saved.glob("*/look.json")):  # the run is kept first
            threading.Event().wait(0.01)
        path.write_text("done", encoding="utf-8")

    first.session.run.export(write, path)
    assert is_there.wait(20)
    first.close()
    assert path.read_text(encoding="utf-8") == "done"  # closing has waited for it
    second = opened()
    wait_for_step(qtbot, second, step)
    assert second.session.snapshot is not None
    assert second.session.snapshot.step == step
    assert not second.message.text()


def test_what_could_not_be_done_when_it_was_closed_is_told(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, is_there, may_end = opened(), threading.Event(), threading.Event()
    trained(qtbot, first)
    monkeypatch.setattr(autosave, "FOR_FILES", 0.0)

    def write(_: object) -> None:
        is_there.set()
        may_end.wait(20)

    first.session.run.export(write, Path("late.py"))
    assert is_there.wait(20)
    monkeypatch.setattr(first.session, "close", lambda: True)
    first.close()
    may_end.set()
    second = opened()
    assert "late.py was not written" in second.message.text()
    monkeypatch.setattr(second.session.run, "at_rest", busy)
    second.close()
    third = opened()
    assert third.message.text().startswith("The run was still busy when the window was closed")
    third.close()
    assert not opened().message.text()


@pytest.mark.parametrize(
    "when", thorough(["while it closes", "just before", "told before"], by_day=["while it closes", "told before"])
)
def test_a_file_that_cannot_be_written_is_told_before_the_window_goes(
    opened: Opened, qtbot: QtBot, tmp_path: Path, when: str
) -> None:
    window, has_begun = opened(), threading.Event()
    step = trained(qtbot, window)

    def write(_: object) -> None:
        has_begun.set()
        while when == "while it closes" and not any(work_folder().glob("*/look.json")):
            threading.Event().wait(0.01)
        raise OSError(errno.ENOSPC, "No space left on device")

    window.session.run.export(write, tmp_path / "full.py")
    assert has_begun.wait(20)
    sentence = f"{tmp_path / 'full.py'} cannot be written: No space left on device."
    if when == "told before":
        qtbot.waitUntil(lambda: sentence in window.message.text())
        assert window.close()
    else:
        assert not window.close()
        assert window.closing_bar.text() == f"Not closed yet: {sentence}"
        qtbot.wait(0)
        assert not window.message.text(), "it is said once"
        qtbot.waitUntil(lambda: window.closing_bar.settling.is_over)
        qtbot.mouseClick(window.closing_bar.action_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.isVisible())
    second = opened()
    wait_for_step(qtbot, second, step)
    assert not second.message.text()


def test_a_file_that_cannot_be_written_when_a_signal_ends_it_is_told_by_the_next_start(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    def write(_: object) -> None:
        raise PlaygroundError("It is not possible.")

    window = opened()
    trained(qtbot, window)
    window.session.run.export(write, tmp_path / "full.py")
    (safety,) = window.findChildren(Safety)
    assert safety.autosave.close() is None
    window.close()
    assert "full.py was not written when the window was closed" in opened().message.text()
    window.close()


def busy() -> None:
    raise TimeoutError


def test_starting_fresh_loses_nothing(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    first.session.edit("name", "mine")
    step = trained(qtbot, first)
    first.close()
    window = opened()
    wait_for_step(qtbot, window, step)
    more = trained(qtbot, window, step + 30)
    answer(qtbot, window, "recovery.action")
    qtbot.waitUntil(lambda: window.session.experiment == FIRST, timeout=20_000)
    assert (window.session.undo_stack.count(), window.isWindowModified()) == (0, False)
    qtbot.waitUntil(lambda: window.session.snapshot is not None and window.session.snapshot.step == 0, timeout=20_000)
    assert "is kept" in window.recovery_bar.text()
    answer(qtbot, window, "recovery.action")
    qtbot.waitUntil(lambda: window.session.experiment.name == "mine", timeout=20_000)
    wait_for_step(qtbot, window, more)


@pytest.mark.parametrize("pieces", thorough([1, 2], by_day=[2]))
def test_a_double_click_in_the_bar_is_one_answer(opened_window: OpenedWindow, qtbot: QtBot, pieces: int) -> None:
    """Its second press hits whatever has come under the pointer; that is no answer, and no work goes."""
    for age in range(pieces, 0, -1):
        left_behind(f"{age} s old", age)
    window = opened_window()
    bar = window.recovery_bar
    qtbot.waitUntil(lambda: bar.settling.is_over)
    at = bar.action_button.mapTo(window, bar.action_button.rect().center())
    for _ in range(2):
        pressed = window.childAt(at)
        assert pressed is not None
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert window.session.experiment == FIRST
    assert "is kept" in bar.text()
    assert names() == [f"{age} s old" for age in range(1, pieces + 1)]
    answer(qtbot, window, "recovery.action")
    assert window.session.experiment.name == "1 s old"


def test_no_button_of_the_bar_takes_work_away(opened: Opened, qtbot: QtBot) -> None:
    """Whatever is pressed, in whatever order: all pieces of work are still there, and each can be had."""
    for age in (3, 2, 1):
        left_behind(f"{age} s old", age)
    window = opened()
    seen = {window.session.experiment.name}
    for name in ("action", "other", "action", "other", "action"):
        answer(qtbot, window, f"recovery.{name}")
        seen.add(window.session.experiment.name)
    window.close()
    assert {*names()} == {"1 s old", "2 s old", "3 s old"} <= seen


def test_the_bar_speaks_of_what_is_in_the_window(opened: Opened) -> None:
    left_behind("mine", 1)
    window = opened()
    assert window.recovery_bar.isVisible()
    window.files.new()
    assert not window.recovery_bar.isVisible(), "this is not where one left off"


def test_a_fresh_start_that_nobody_has_touched_leaves_nothing(opened: Opened, qtbot: QtBot) -> None:
    first = opened()
    first.session.edit("name", "mine")
    first.close()
    window = opened()
    answer(qtbot, window, "recovery.action")
    assert window.session.experiment == FIRST
    window.close()
    (left,) = leftovers(work_folder())
    assert opened().session.experiment.name == "mine", left


def test_nothing_done_leaves_nothing_behind(opened_window: OpenedWindow) -> None:
    opened_window().close()
    assert not work_folder().exists()


def test_a_window_of_a_script_keeps_nothing(qtbot: QtBot) -> None:
    window = create_window(small())
    qtbot.addWidget(window)
    window.session.edit("name", "mine")
    window.close()
    assert not work_folder().exists()


def test_unsaved_edits_of_a_file_are_still_there_and_still_unsaved(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "net.json"
    save_experiment(small(name="net"), path)
    first = opened(path)
    first.session.edit("layers.0.units", 5)
    first.close()
    assert open_experiment(path) == small(name="net"), "the file is as it was"
    second = opened()
    assert second.session.path == path
    assert second.isWindowModified()
    assert "net.json" in second.windowTitle()
    assert second.session.experiment.layers[0].model_dump()["units"] == 5
    second.session.undo_stack.undo()
    assert not second.isWindowModified()


@pytest.mark.parametrize("change", ["edited", "gone"])
def test_a_file_that_has_changed_meanwhile_counts_as_unsaved(opened: Opened, tmp_path: Path, change: str) -> None:
    path = tmp_path / "net.json"
    save_experiment(small(name="net"), path)
    first = opened(path)
    first.session.edit("layers.0.units", 5)
    save_experiment(first.session.experiment, path)
    first.session.saved_as(path)
    first.close()
    if change == "gone":
        path.unlink()
    else:
        save_experiment(small(name="other"), path)
    assert opened().isWindowModified()


def test_a_file_that_is_named_is_opened_and_the_work_stays_offered(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "net.json"
    save_experiment(small(name="net"), path)
    first = opened()
    first.session.edit("name", "mine")
    first.close()
    window = opened(path)
    assert window.session.experiment.name == "net"
    assert window.recovery_bar.text().startswith("Work from ")
    answer(qtbot, window, "recovery.action")
    assert window.session.experiment.name == "mine"


def test_of_two_windows_the_one_closed_last_comes_back(opened: Opened, qtbot: QtBot) -> None:
    one, two = opened(), opened()
    two.session.edit("name", "two")
    one.session.edit("name", "one")
    two.close()
    one.close()
    window = opened()
    assert window.session.experiment.name == "one"
    assert "older work is kept, too (1)" in window.recovery_bar.text()
    answer(qtbot, window, "recovery.other")
    assert window.session.experiment.name == "two"
    assert window.recovery_bar.text().startswith("Work from "), "the other one has taken its place"


def test_work_that_cannot_be_kept_keeps_the_window_open(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    step = trained(qtbot, window)

    def full(*_: object) -> None:
        raise PlaygroundError("{file} cannot be written: {reason}.", file="x", reason="no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(run_files, "save_checkpoint", full)
        window.session.edit("optimizer.learning_rate", 0.02)
        window.session.run.step()
        wait_for_step(qtbot, window, step + 1)
        assert not window.close()
        assert window.isVisible()
        assert "no space left" in window.closing_bar.text()
        window.session.run.play()  # it is still alive
        wait_for_step(qtbot, window, step + 20)
    answer(qtbot, window, "closing.action")
    assert window.isHidden()
    again = opened()
    wait_for_step(qtbot, again, step + 20)


def test_a_window_can_be_closed_without_keeping(
    opened_window: OpenedWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened_window()
    step = trained(qtbot, window)

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(run_files, "save_checkpoint", broken)
    window.session.run.step()
    wait_for_step(qtbot, window, step + 1)
    assert not window.close()
    answer(qtbot, window, "closing.other")
    assert window.isHidden()


def left_behind(name: str, age: float, size: int = 0) -> None:
    """The work of a window that was closed so many seconds ago."""
    its = WorkFolder.make(work_folder())
    Journal(its.edits).write(Work(small(name=name)))
    its.run.write_bytes(bytes(size))
    its.release()
    for path in its.folder.iterdir():
        os.utime(path, (time.time() - age,) * 2)


def names() -> list[str]:
    """Of all work that is left, the newest first."""
    return [journal.read(left.folder / "edits.journal").experiment.name for left in leftovers(work_folder())]


def test_old_work_goes_when_there_is_too_much_of_it() -> None:
    for age in range(20, 0, -1):
        left_behind(f"{age} s old", age)
    WorkFolder.make(work_folder()).delete()
    assert names() == [f"{age} s old" for age in range(1, kept.MOST_LEFT + 1)]


def test_large_old_work_goes_but_the_newest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_BYTES", 10_000)
    for age, size in ((40, 100), (30, 6000), (20, 2000), (10, 20_000)):
        left_behind(f"{age} s old", age, size)
        kept.prune(work_folder())
    assert names() == ["10 s old"]
    for left in leftovers(work_folder()):
        left.discard()
    for age, size in ((40, 100), (30, 6000), (20, 2000), (10, 3000)):
        left_behind(f"{age} s old", age, size)
    kept.prune(work_folder())
    assert names() == ["10 s old", "20 s old"], "the oldest go, though there is room for a small one"


def test_a_look_at_the_test_set_is_not_forgotten(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even one before the first step, where there is nothing else to keep."""
    validated = small(name="first", data={"source": "digits", "train": 60, "validation": 40, "test": 50})
    for module in (app, recovery):
        monkeypatch.setattr(module, "first_experiment", lambda: validated)
    first = opened()
    first.session.run.open_test_set()
    session = first.session
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.openings.steps == (0,))
    first.close()
    again = opened().session
    qtbot.waitUntil(lambda: again.snapshot is not None and again.snapshot.openings.count == 1)


def autosave_of(window: MainWindow) -> autosave.Autosave:
    found = window.findChild(autosave.Autosave)
    assert isinstance(found, autosave.Autosave)
    return found


def test_edits_do_not_wait_for_a_run_that_is_to_be_saved_later(opened: Opened, qtbot: QtBot) -> None:
    """A large run is saved again a hundred times as late as it took; what is edited meanwhile is not."""
    window = opened()
    saving = autosave_of(window)
    step = trained(qtbot, window)
    qtbot.waitUntil(saving.is_run_kept, timeout=20_000)
    saving._soon.stop()
    saving._wake(time.monotonic() + 1000)
    window.session.edit("name", "mine")
    qtbot.waitUntil(lambda: any("mine" in f.read_text() for f in work_folder().glob("*/edits.journal")), timeout=5000)
    saving._soon.stop()
    saving._wake(time.monotonic() + 1000)
    with qtbot.waitSignal(saving.run_kept, timeout=5000):
        trained(qtbot, window, step + 40)
        saving.save_run()


def test_whoever_is_told_that_the_run_is_kept_finds_it_so(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    saving, found = autosave_of(window), []
    saving.run_kept.connect(lambda: found.append(saving.is_run_kept()))
    step = 0
    for _ in range(4):
        step = trained(qtbot, window, step + 20)
        saving.save_run()
        qtbot.waitUntil(saving.is_run_kept, timeout=20_000)
    qtbot.waitUntil(lambda: len(found) > 0)
    assert all(found)


@pytest.mark.parametrize("change", ["a value", "a class"])
def test_a_run_whose_rows_have_changed_stays_until_they_are_put_right(
    opened: Opened, qtbot: QtBot, tmp_path: Path, change: str
) -> None:
    data = csv_of_flowers(tmp_path)
    before = data.read_text(encoding="utf-8")
    first = opened()
    session = first.session
    assert session.edit("data.source", str(data))
    qtbot.waitUntil(lambda: session.dataset is not None and session.dataset.n_classes == 3, timeout=20_000)
    qtbot.waitUntil(lambda: session.snapshot is not None, timeout=20_000)
    step = trained(qtbot, first)
    first.close()
    (kept_run,) = work_folder().glob("*/run.npz")
    as_it_was = kept_run.read_bytes()
    other = before.replace("0,0,rose", "3,0,rose", 1) if change == "a value" else before.replace("rose", "tulip", 1)
    data.write_text(other, encoding="utf-8")
    second = opened()
    assert "no longer holds the rows" in second.message.text()
    assert second.recovery_bar.text().startswith("Work from ")
    assert second.session.edit("seed", 5)
    trained(qtbot, second)
    assert kept_run.read_bytes() == as_it_was
    data.write_text(before, encoding="utf-8")
    second.recovery_bar.action_clicked.emit()
    qtbot.waitUntil(lambda: second.session.experiment == session.experiment, timeout=20_000)
    wait_for_step(qtbot, second, step)
    second.close()
    third = opened()
    wait_for_step(qtbot, third, step)
