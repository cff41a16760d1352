"""A window in a process of its own, edited and trained at random until it is killed: run by test_killed_windows.py.

``python -m tests.faults.window_process wild SEED`` edits without end and prints a line for each state that it is in.
``... calm SEED`` makes some edits, trains, pauses, prints its state when everything is safe, and kills itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from playground.document.session import Session
from playground.document.work import Work
from playground.recovery import autosave
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.shell.safety import Safety
from tests.playground.desk import Desk
from tests.playground.helpers import small

BY_NIGHT = "FAULT_CASES" in os.environ


def window_of(experiment: Experiment) -> MainWindow | Desk:
    """By day without the panels: nothing of what is kept is theirs, and more is killed in the time."""
    return create_window(experiment) if BY_NIGHT else Desk(experiment)


def work_digest(work: Work) -> str:
    """Changes with anything that the history, the file's name or the experiment says.

    Not with what the file was saved with: that it has changed since, or is not there, is found out at the next start.
    """
    return hashlib.sha256(json.dumps(replace(work, clean=-1).to_dict(), default=str).encode()).hexdigest()


def run_digest(snapshot: Snapshot) -> str:
    """Changes with any point of the curves, and with any figure."""
    history = snapshot.history
    figures = repr([snapshot.step, history.marks, snapshot.lanes])
    return hashlib.sha256(history.steps.tobytes() + history.values.tobytes() + figures.encode()).hexdigest()


class Person(QObject):
    """Edits, undoes, plays and pauses, and says what there is after each."""

    def __init__(self, session: Session, safety: Safety, seed: int) -> None:
        super().__init__()
        self._session = session
        self._safety = safety
        self._chance = random.Random(seed)
        self._edits_left = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)

    def be_wild(self) -> None:
        # What comes by itself, when rows have been read, is a state that may be saved like any other.
        session = self._session
        for change in (session.experiment_changed, session.undo_stack.indexChanged, session.file_changed):
            change.connect(self._say_state)
        self._timer.timeout.connect(self._act)
        self._safety.autosave.run_kept.connect(self._on_kept)
        self._act()

    def be_calm(self) -> None:
        for _ in range(12):
            self._edit()
        self._session.edit("steps", self._chance.randint(200, 2000))
        self._session.run.play()
        self._timer.timeout.connect(self._end_when_safe)
        self._timer.start(50)

    def _act(self) -> None:
        self._edit()
        self._say_state()
        self._timer.start(self._chance.choice([1, 5, 30, 100]))

    def _say_state(self, *_: object) -> None:
        self._say("state", work_digest(self._session.work()))

    def _edit(self) -> None:
        session, chance = self._session, self._chance
        actions = [
            lambda: session.edit("optimizer.learning_rate", chance.uniform(0.001, 0.1)),
            lambda: session.edit("layers.*.l2", chance.choice([0, 0.001, 0.1]), "L2"),
            lambda: session.edit("layers.0.units", chance.randint(2, 20), "Units"),
            lambda: session.edit("name", f"λ {chance.random()}"),
            lambda: session.structure.insert_layer(1, chance.choice(["dense", "activation", "dropout"])),
            session.structure.add_lane,
            lambda: session.branches.remove(0),
            session.undo_stack.undo,
            session.undo_stack.redo,
            session.structure.reseed,
            session.run.play,
            session.run.pause,
            session.reset,
            lambda: session.go_to(chance.randint(0, session.undo_stack.count())),
            lambda: session.saved_as(Path(f"/nowhere/{chance.randint(0, 9)}.json")),
            lambda: session.open(small(name="other"), Path("/nowhere/other.json"), label="Open"),
        ]
        chance.choice(actions)()

    def _on_kept(self) -> None:
        snapshot = self._session.snapshot
        self._say("kept", snapshot.step if snapshot is not None else 0)

    def _end_when_safe(self) -> None:
        session, autosave = self._session, self._safety.autosave
        snapshot = session.snapshot
        is_done = not session.is_training and snapshot is not None and snapshot.step > 0
        if is_done and autosave.is_run_kept():
            autosave.flush()
            self._say("end", work_digest(session.work()), run_digest(snapshot), snapshot.step)
            os.kill(os.getpid(), signal.SIGKILL)
        self._timer.start(20)

    def _say(self, *words: object) -> None:
        print(time.time(), *words, flush=True)


def main(mood: str, seed: int) -> None:
    autosave.SHARE = 1.0  # what took long on a busy machine is not put off for a minute
    app = QApplication([])
    window = window_of(small(name="small"))
    safety = Safety(window, run_every=0.3)
    window.show()
    person = Person(window.session, safety, seed)
    start = person.be_wild if mood == "wild" else person.be_calm
    QTimer.singleShot(0, start)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
