"""Rough handling: quick toggles, edits in full flight, closing while it trains. Nothing crashes, nothing is left."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from engine.experiment.experiment import Experiment
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from tests.conftest import BY_NIGHT, TIMES, thorough
from tests.playground.conftest import Open
from tests.playground.helpers import press_play, small, wait_for_step


def opened(qtbot: QtBot, **changes: object) -> MainWindow:
    window = create_window(small(**changes))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=20_000)
    return window


def running_threads(window: MainWindow) -> list[QThread]:
    return [thread for thread in window.findChildren(QThread) if thread.isRunning()]


def test_fifty_quick_toggles(qtbot: QtBot, shared_window: Open) -> None:
    window = shared_window(small())
    for _ in range(50):
        press_play(qtbot, window)
    assert not window.session.is_training
    press_play(qtbot, window)
    wait_for_step(qtbot, window, 20)
    press_play(qtbot, window)
    qtbot.waitUntil(lambda: not running_threads(window))


@pytest.mark.nightly
def test_edits_at_random_while_training(qtbot: QtBot, shared_window: Open) -> None:
    window = shared_window(small(lanes=[{"name": "a"}, {"name": "b"}]))
    session = window.session
    chance = random.Random(0)
    edits = [
        lambda: session.edit("optimizer.learning_rate", chance.choice([0.001, 0.01, 0.1])),
        lambda: session.edit("layers.*.l2", chance.choice([0, 0.001, 0.1])),
        lambda: session.edit("lanes.0.rate", chance.choice([0, 0.3, 0.8])),
        lambda: session.edit("layers.0.units", chance.randint(1, 20)),
        lambda: session.edit("batch_size", chance.randint(1, 40)),
        lambda: session.edit("sampling", chance.choice(["replacement", "shuffle", "full"])),
        lambda: session.edit("optimizer.kind", chance.choice(["sgd", "adam", "momentum"])),
        lambda: session.edit("data.train", chance.randint(10, 80)),
        lambda: session.edit("data.source", chance.choice(["digits", "spiral", "xor"])),
        lambda: session.structure.insert_layer(1, chance.choice(["dense", "activation", "dropout"])),
        lambda: session.structure.remove_layers([1]),
        session.structure.add_lane,
        lambda: session.branches.remove(0),
        session.undo_stack.undo,
        session.undo_stack.redo,
        session.reset,
        session.structure.reseed,
        session.run.toggle,
        session.run.step,
        QApplication.processEvents,
        QApplication.processEvents,
    ]
    session.run.play()
    for _ in range(200 * TIMES if BY_NIGHT else 50):
        chance.choice(edits)()
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.experiment == small(lanes=[{"name": "a"}, {"name": "b"}])
    session.reset()
    session.run.play()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 50, timeout=20_000)


@pytest.mark.parametrize(
    "moment", thorough(["at once", "training", "after an edit"], by_day=["at once", "after an edit"])
)
def test_closing_while_it_trains(qtbot: QtBot, moment: str) -> None:
    window = create_window(small()) if moment == "at once" else opened(qtbot)
    window.session.run.play()
    if moment != "at once":
        wait_for_step(qtbot, window, 10)
    if moment == "after an edit":
        window.session.edit("layers.0.units", 20)
    assert window.close()
    assert not window.session.is_training
    assert not running_threads(window)
    if moment == "at once":
        window.deleteLater()


@pytest.mark.parametrize("view", ["weights", "maps"])
def test_a_lane_may_be_selected_as_soon_as_the_table_knows_of_it(
    shared_window: Open, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    """Whatever Qt makes of the selection while rows come: by then everybody else knows of them too."""
    window = shared_window(small(lanes=[{"name": "a"}]))
    window.inside.choose(view)
    table, problems = window.lanes.table, list[BaseException]()
    show = table.show_experiment

    def show_and_select(experiment: Experiment) -> None:
        show(experiment)
        table.rows.select(len(experiment.lanes) - 1)

    monkeypatch.setattr(table, "show_experiment", show_and_select)
    monkeypatch.setattr(sys, "excepthook", lambda _, error, __: problems.append(error))
    window.session.open(small(lanes=[{"name": name} for name in "abcd"]))
    assert (window.lanes.table.rows.selected, problems) == (3, [])


def test_a_sheet_is_put_away_although_what_had_the_keyboard_is_gone(shared_window: Open) -> None:
    window = shared_window(small())
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    sheet = window.pages.sheet("shortcuts")
    sheet.bring()
    delete(line)
    sheet.put_away()
    assert sheet.isHidden()


def test_closing_a_lane_too_many(qtbot: QtBot, shared_window: Open) -> None:
    """Each lane diverges, so the run ends by itself."""
    deep = [{"kind": "dense", "units": 60, "initialization": "uniform"}, {"kind": "activation"}] * 6
    window = shared_window(small(layers=[*deep, {"kind": "dense", "units": 10}]))
    window.session.run.play()
    qtbot.waitUntil(lambda: not window.session.is_training, timeout=20_000)
    assert window.session.snapshot is not None
    assert window.session.snapshot.all_diverged
    qtbot.waitUntil(lambda: "exploded" in window.diagnosis.text())


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal")
def test_painting_does_not_eat_references_to_none(qtbot: QtBot, shared_window: Open) -> None:
    """Some bindings drop a reference to None at each void Qt call; the interpreter dies when none is left."""
    window = shared_window(small())
    window.session.run.set_speed_limit(60)  # steps a second: it is the frames that count
    window.session.run.play()
    frames = 0

    def count(_: object) -> None:
        nonlocal frames
        frames += 1

    window.session.snapshot_changed.connect(count)
    wait_for_step(qtbot, window, 10)
    before, first = sys.getrefcount(None), frames
    qtbot.waitUntil(lambda: frames >= first + 20)
    assert sys.getrefcount(None) > before - 1000
    window.session.snapshot_changed.disconnect(count)
    window.session.run.set_speed_limit(None)


@pytest.mark.parametrize("last", thorough(["", "del window"], by_day=[""]))
def test_a_script_that_never_closes_its_window(last: str) -> None:
    """Qt aborts a process in which a running thread is destroyed, so the thread has to end by itself."""
    script = f"""
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from playground.shell.app import create_window
app = QApplication([])
window = create_window()
window.session.run.play()
loop = QEventLoop()
window.session.snapshot_changed.connect(lambda snapshot: snapshot and snapshot.step > 5 and loop.quit())
loop.exec()
{last}
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "Destroyed" not in done.stderr
