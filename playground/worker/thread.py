"""The thread that trains: a QThread around a run, with a queue of commands into it and a mailbox out of it.

How it takes turns with the window is in `playground.worker.training_loop`.
"""

from __future__ import annotations

import atexit
import threading
import time
import weakref
from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal

from engine.nn.layers.parts.products import on_one_thread
from engine.train.kept.run_state import Checkpoint
from playground.worker.commands import WRITES, Command
from playground.worker.inbox import Inbox
from playground.worker.mailbox import Mailbox
from playground.worker.reports import Reports
from playground.worker.run import Run
from playground.worker.writings import Refused

PATIENCE: Final = 30.0
"""Seconds that the run is waited for when the window is closed: an evaluation on many rows takes some."""
CLOSE_TIMEOUT: Final = 2.0
"""Seconds that a thread has for its end."""
_LOOK: Final = 20
"""Milliseconds between two looks at whether the run stands still."""
_threads: weakref.WeakSet[TrainingThread] = weakref.WeakSet()


@atexit.register
def close_all() -> None:
    """A script may end without closing its window; a thread that still runs when Qt goes would abort the process."""
    for thread in list(_threads):
        if shiboken6.isValid(thread):
            thread.close()


class TrainingThread(QThread):
    """Runs only while there is something to do: a command starts it, an empty queue and no training end it.

    Its methods belong to the window's thread, except those below "the worker's side".
    """

    published = Signal()
    """A snapshot lies in the mailbox."""
    outdated = Signal(object)
    """The number of a run that is to be loaded anew."""
    stopped = Signal(object)
    """The serial number of the Play that came to its end by itself."""
    failed = Signal(object)
    """A PlaygroundError: a command could not be carried out."""
    refused = Signal()
    """A file could not be written: `take_refused` says why."""
    saved = Signal(object)
    """The Path of a model that was written."""
    exported = Signal(object)
    """The Path of what an Export has written."""
    run_saved = Signal(object)
    """The Path of a run that was written."""
    branched = Signal(object)
    """As `Reports` has it."""
    captured = Signal(object)
    """The number of the run, the Checkpoint, and the seconds that it took, as a tuple."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mailbox = Mailbox()
        self._inbox = Inbox()
        self._lock = threading.Lock()
        self._is_working = False
        self._run = Run(self._inbox, self.mailbox, self._reports())
        _threads.add(self)
        if parent is not None:
            parent.destroyed.connect(self._on_parent_destroyed)  # comes before its children are deleted

    def _reports(self) -> Reports:
        """A signal for each."""
        return Reports(
            published=self.published.emit,
            outdated=self.outdated.emit,
            stopped=self.stopped.emit,
            failed=self.failed.emit,
            refused=self.refused.emit,
            saved=self.saved.emit,
            exported=self.exported.emit,
            run_saved=self.run_saved.emit,
            branched=self.branched.emit,
            captured=self.captured.emit,
        )

    # --- the window's side ------------------------------------------------------------------------------------------

    def submit(self, command: Command) -> None:
        """Queues a command; commands are carried out in order, between two steps."""
        with self._lock:
            if isinstance(command, WRITES):
                self._run.writings.expect(command.path)
            self._inbox.put(command)
            if self._is_working or self._inbox.is_closed:
                return
            self._is_working = True
        # `run` has decided to end, if it runs at all, so this takes a moment at most.
        self.wait()
        self.start()

    def close(self) -> bool:
        """Stops for good; False if the thread is still busy after `CLOSE_TIMEOUT`."""
        self._inbox.close()
        self.mailbox.painted.set()
        return self.wait(int(CLOSE_TIMEOUT * 1000))

    def at_rest(self, run: int, timeout: float | None = None) -> Checkpoint | None:
        """This run, once all that was asked for is done, so pause first; but no file that is being written is waited
        for, because the run stands still meanwhile. None where it was not made.

        Raises:
            TimeoutError: it is busy for longer than that, by itself PATIENCE.
        """
        ends = time.monotonic() + (PATIENCE if timeout is None else timeout)
        while not self.wait(_LOOK):
            checkpoint = self._run.while_writing(run)
            if checkpoint is not None:
                return checkpoint
            if time.monotonic() > ends:
                raise TimeoutError
        return self._run.at_rest(run)

    def finish_writing(self, timeout: float) -> list[Path]:
        """Waits until all files that were asked for are written, so pause first. Those that are not by then."""
        ends = time.monotonic() + timeout
        while self._run.writings.waiting() and not self.wait(_LOOK) and time.monotonic() < ends:
            pass
        return self._run.writings.waiting()

    def take_refused(self) -> list[Refused]:
        """The files that could not be written and that nobody has been told of yet; whoever takes them tells."""
        return self._run.writings.take_refused()

    def _on_parent_destroyed(self, parent: QObject) -> None:
        self.close()

    # --- the worker's side ------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Carries out commands and trains, until nothing is left to do."""
        with on_one_thread():  # one core for the products, one for the window
            while not self._may_end():
                self._run.carry_out(self._inbox.take())
                self._run.train()
                self._run.rest()

    def _may_end(self) -> bool:
        """Decided under the lock: a command comes before the decision, or starts the thread again after it."""
        with self._lock:
            idle = self._inbox.is_empty and not self._run.is_training
            self._is_working = not (idle or self._inbox.is_closed)
            return not self._is_working
