"""The thread that trains: a QThread around a run, with a queue of commands into it and a mailbox out of it.

How it takes turns with the window is in `playground.worker.training_loop`.
"""

from __future__ import annotations

import atexit
import threading
import weakref

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal

from engine.nn.layers.products import on_one_thread
from engine.train.run_state import Checkpoint
from playground.worker.commands import Command
from playground.worker.inbox import Inbox
from playground.worker.mailbox import Mailbox
from playground.worker.reports import Reports
from playground.worker.run import Run

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
    saved = Signal(object)
    """The Path of a model that was written."""
    exported = Signal(object)
    """The Path of what an Export has written."""
    run_saved = Signal(object)
    """The Path of a run that was written."""
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
            saved=self.saved.emit,
            exported=self.exported.emit,
            run_saved=self.run_saved.emit,
            captured=self.captured.emit,
        )

    # --- the window's side ------------------------------------------------------------------------------------------

    def submit(self, command: Command) -> None:
        """Queues a command; commands are carried out in order, between two steps."""
        with self._lock:
            self._inbox.put(command)
            if self._is_working or self._inbox.is_closed:
                return
            self._is_working = True
        # `run` has decided to end, if it runs at all, so this takes a moment at most.
        self.wait()
        self.start()

    def close(self, timeout: float = 2.0) -> bool:
        """Stops for good; False if the thread is still busy after so many seconds."""
        self._inbox.close()
        self.mailbox.painted.set()
        return bool(self.wait(int(timeout * 1000)))

    def at_rest(self, run: int, timeout: float = 2.0) -> Checkpoint | None:
        """This run, once all that was asked for is done, so pause first. None where it was not made, or that takes too
        long.
        """
        has_ended = self.wait(int(timeout * 1000))
        return self._run.at_rest(run) if has_ended else None

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
