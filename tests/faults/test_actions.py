"""Rough handling in full flight: thousands of actions at random, lanes that diverge all at once, files that vanish."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from playground.document.session import Session
from tests.conftest import BY_NIGHT
from tests.faults.test_killed_windows import opened, opened_window
from tests.playground.helpers import csv_of_flowers, press_play, small, wait_for_step

Cases = Callable[[int], int]
Figure = Callable[[str], None]


def actions(session: Session, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What a person can do, by name."""
    pick = chance.choice
    return {
        "learning rate": lambda: session.edit("optimizer.learning_rate", pick([0.001, 0.01, 0.1, 1e6])),
        "l2": lambda: session.edit("layers.*.l2", pick([0, 0.001, 0.1])),
        "rate": lambda: session.edit("lanes.0.rate", pick([0, 0.3, 0.8])),
        "units": lambda: session.edit("layers.0.units", chance.randint(1, 20)),
        "batch": lambda: session.edit("batch_size", chance.randint(1, 40)),
        "impossible": lambda: session.edit("batch_size", pick([-1, 0, "x", None])),
        "sampling": lambda: session.edit("sampling", pick(["replacement", "shuffle", "full"])),
        "optimizer": lambda: session.edit("optimizer.kind", pick(["sgd", "adam", "momentum"])),
        "rows": lambda: session.edit("data.train", chance.randint(10, 80)),
        "source": lambda: session.edit("data.source", pick(["digits", "spiral", "xor"])),
        "insert": lambda: session.structure.insert_layer(1, pick(["dense", "activation", "dropout"])),
        "remove": lambda: session.structure.remove_layers([1]),
        "move": lambda: session.structure.move_layer(1, 0),
        "add lane": session.structure.add_lane,
        "remove lane": lambda: session.branches.remove(0),
        "compare": lambda: session.structure.compare("l2"),
        "open": lambda: session.open(small(name="other")),
        "undo": session.undo_stack.undo,
        "redo": session.undo_stack.redo,
        "go to": lambda: session.go_to(chance.randint(0, session.undo_stack.count())),
        "reseed": session.structure.reseed,
        "start": session.run.play,
        "stop": session.run.pause,
        "start or stop": session.run.toggle,
        "step": session.run.step,
        "epoch": session.run.epoch,
        "reset": session.reset,
        "wait": lambda: [QApplication.processEvents() for _ in range(3)],
    }


@pytest.mark.nightly
def test_actions_at_random_while_it_trains(qtbot: QtBot, cases: Cases, figure: Figure) -> None:
    """And the way back by undo leads to where it began."""
    with opened_window(qtbot) as (window, safety):
        session, start = window.session, window.session.experiment
        chance, counted = random.Random(0), Counter[str]()
        possible = actions(session, chance)
        stopped_early = 0
        names = [*possible, *chance.choices(list(possible), k=cases(150) if BY_NIGHT else 12)]
        chance.shuffle(names)
        for name in names:
            possible[name]()
            counted[name] += 1
            if session.undo_stack.count() >= 990:  # the oldest edits would be forgotten
                session.go_to(0)
                stopped_early += session.experiment != start
        assert counted.keys() == possible.keys()
        session.go_to(0)
        assert session.experiment == start
        assert not stopped_early
        session.reset()
        session.run.play()
        wait_for_step(qtbot, window, 50)
        safety.autosave.flush()
    figure(f"{counted.total()} actions of {len(counted)} kinds while it trained, 0 exceptions, undone to the beginning")


def all_diverging(n: int) -> Experiment:
    """Lanes alike, so that all of them diverge in the same step."""
    lanes = [{"name": f"lane {number}"} for number in range(n)]
    deep = [{"kind": "dense", "units": 60, "initialization": "uniform"}, {"kind": "activation"}] * 6
    layers = [*deep, {"kind": "dense", "units": 10}]
    return small(lanes=lanes, layers=layers)


def test_all_lanes_diverge_at_once(qtbot: QtBot, figure: Figure) -> None:
    with opened_window(qtbot) as (window, safety):
        session = window.session
        counts = (1, 24) if BY_NIGHT else (3,)
        for n in counts:
            session.open(all_diverging(n))
            press_play(qtbot, window)
            qtbot.waitUntil(lambda: not session.is_training, timeout=20_000)
            snapshot = session.snapshot
            assert snapshot is not None
            assert snapshot.all_diverged
            assert len({lane.diverged_at for lane in snapshot.lanes}) == 1
            qtbot.waitUntil(safety.autosave.is_run_kept)
        session.undo_stack.undo()
        session.edit("optimizer.learning_rate", 0.001)
        session.go_to(0)
        press_play(qtbot, window)
        wait_for_step(qtbot, window, 50)
    figure(f"{max(counts)} lanes diverged in one step; the window trains on after undo")


def test_the_data_file_vanishes_while_it_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    path = csv_of_flowers(tmp_path)
    with opened(qtbot) as (window, _):
        session = window.session
        window.files.open_path(path)
        qtbot.waitUntil(lambda: session.experiment.data.source == str(path))
        session.run.play()
        wait_for_step(qtbot, window, 20)
        path.unlink()
        step = session.snapshot.step if session.snapshot is not None else 0
        wait_for_step(qtbot, window, step + 20)  # the rows are in memory
        session.edit("data.train", 20)
        session.undo_stack.undo()
        session.undo_stack.undo()
        session.undo_stack.redo()
        assert session.experiment.data.source == str(path)
        if session.dataset is None:
            assert path.name in window.message.text()
        session.undo_stack.undo()
        assert session.experiment == edited(session.experiment, "data.source", "digits")
        session.run.play()
        wait_for_step(qtbot, window, 10)
