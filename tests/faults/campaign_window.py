"""A window of the campaign: edited, trained, restored and closed at random until it ends or is killed.

It says on its output, a line of JSON each, what it shows and since when; `campaign` holds that against the disk.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from engine.errors import PlaygroundError
from playground.recovery import autosave
from playground.recovery.claim import is_claimed
from playground.recovery.work_folder import WorkFolder
from playground.shell.safety import Safety
from tests.faults.window_process import Person, window_of, work_digest
from tests.playground.helpers import small


class Restless(Person):
    """Also restores, starts fresh, looks at other work, and closes. Work that was left is told as it was left."""

    def __init__(self, window: QMainWindow, safety: Safety, seed: int) -> None:
        super().__init__(window.session, safety, seed)  # type: ignore[attr-defined]
        self._window = window
        self._is_changing = False
        """Between two pieces of work: what signals say then was never seen."""
        self._shown = QTimer(self)
        """Due when what has changed has been painted."""
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self._say_shown)
        self._go_on_with = safety.autosave.go_on_with
        safety.autosave.go_on_with = self._note_leaving  # type: ignore[method-assign]
        safety.recovery.restored.connect(self._on_restored)
        safety.recovery.failed.connect(self._on_refused)

    def begin(self) -> None:
        """The window may have gone on with something already."""
        self._say_begin(is_found=self._session.undo_stack.count() > 0 or self._session.experiment.name != "fresh")
        self.be_wild()

    def _act(self) -> None:
        if self._chance.random() < 0.12:
            self._change_work()
        else:
            self._edit()
        self._say_state()
        # Mostly quick; now and then long enough to be looked at.
        self._timer.start(self._chance.choice([1, 5, 30, 100, 700]))

    def _change_work(self) -> None:
        recovery = self._safety.recovery
        name = self._chance.choice(["restore", "restore", "restore", "fresh", "another", "close"])
        self._say("press", name)
        if name == "restore" and recovery.offered is not None:
            self._offered = recovery.offered.folder
            recovery.restore()
        elif name == "fresh":
            recovery.start_fresh()
        elif name == "another":
            recovery.offer_next()
        elif name == "close" and self._chance.random() < 0.3:
            digest = work_digest(self._session.work())
            if self._window.close():
                self._say("left", digest)
                self._safety.close()
                os._exit(0)

    def _note_leaving(self, work_folder: WorkFolder | None) -> PlaygroundError | None:
        digest, problem = work_digest(self._session.work()), self._go_on_with(work_folder)
        if problem is None:
            self._say("left", digest)
            self._is_changing = True
            if work_folder is None:
                QTimer.singleShot(0, self._on_fresh)
        return problem

    def _on_fresh(self) -> None:
        self._is_changing = False
        self._say_begin(is_found=False)

    def _on_restored(self, _: str) -> None:
        self._is_changing = False
        self._say_begin(is_found=True)

    def _on_refused(self, problem: PlaygroundError) -> None:
        is_taken = "already open" in str(problem) or "not there any more" in str(problem)
        is_wrong = is_taken and self._offered.exists() and not is_claimed(self._offered)
        self._say("refused", str(problem), is_wrong)

    def _say_begin(self, *, is_found: bool) -> None:
        self._say("begin", work_digest(self._session.work()), is_found)
        self._shown.start()

    def _say_state(self, *_: object) -> None:
        if not self._is_changing:
            self._say("state", work_digest(self._session.work()))
            self._shown.start()

    def _say_shown(self) -> None:
        self._say("shown")

    def _on_kept(self) -> None:
        """Of no interest here."""

    def _say(self, *words: object) -> None:
        os.write(1, json.dumps([time.monotonic(), *words]).encode() + b"\n")


def main(seed: int, *, goes_on: bool) -> None:
    """Until it is killed."""
    autosave.SHARE = 1.0
    app = QApplication([])
    window = window_of(small(name="fresh"))
    safety = Safety(window, run_every=0.3)
    if goes_on:
        safety.recovery.go_on()
    person = Restless(window, safety, seed)
    window.show()
    QTimer.singleShot(0, person.begin)
    app.exec()


if __name__ == "__main__":
    random.seed(0)
    sys.exit(main(int(sys.argv[1]), goes_on=Path(sys.argv[2]).name == "on"))
