"""Keeps a window's work safe while it is worked on: edits at once, the run now and then, both in another thread; and
all of it when the window is closed.

It costs less than a hundredth of the time: what took long is done again that much later.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as FuturesTimeoutError
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import PlaygroundError
from engine.train.kept.run_state import Checkpoint
from engine.train.snapshot import Snapshot
from playground.document.session import Session
from playground.document.work import Work
from playground.recovery.keeper import Keeper
from playground.recovery.undone import Undone, UnwrittenError
from playground.recovery.work_folder import WorkFolder

EDITS_EVERY: Final = 0.2
"""Seconds between two savings of edits at least; the first of them is saved at once."""
RUN_EVERY: Final = 20.0
"""Seconds between two savings of a run that goes on."""
SHARE: Final = 0.01
"""Of the time that saving runs may take."""
_WHILE_BUSY: Final = 0.02
"""Seconds between two looks at whether a saving has ended."""
_AFTER_FAILURE: Final = 8.0
_CLOSE: Final = 20.0
FOR_FILES: Final = 15.0
"""Seconds that files which were asked for are waited for when the window is closed."""
_PATIENCE: Final = 60.0
"""Seconds."""


class Autosave(QObject):
    """Follows a session. Its folder is made when there is something to keep; `close` leaves it to the next window."""

    failed = Signal(object)
    """A PlaygroundError: nothing is kept safe just now. Said once, until it works again."""

    def __init__(
        self, session: Session, root: Path, *, run_every: float = RUN_EVERY, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._root = root
        self._run_every = run_every
        self._keeper = Keeper(root)
        self._edits_job: Future[None] | None = None
        self._run_job: Future[bool] | None = None
        self._untouched = session.work()
        """What needs not be kept."""
        self._kept: Work | None = self._untouched
        self._edits_due = 0.0
        self._run_due = 0.0
        """When a run that goes on shall be saved again; one that is paused, as soon as ``_run_may``."""
        self._run_may = 0.0
        self._took = 0.0
        """Seconds that the run took which was written last."""
        self._captured = (0, 0, 0)
        self._asked = (0, 0.0)
        """The run of which a checkpoint was asked for, and until when it is waited for."""
        self._run_on_disk: int | None = None
        """The number of the run that lies on the disk; None where that is one that was found there."""
        self._has_failed = False
        self._is_closed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._save)
        self._often = QTimer(self)
        self._often.setInterval(500)
        self._often.timeout.connect(self._save)
        session.experiment_changed.connect(self._on_change)
        session.undo_stack.indexChanged.connect(self._on_change)
        session.file_changed.connect(self._on_change)
        session.snapshot_changed.connect(self._on_snapshot)
        session.training_changed.connect(self._on_training)
        session.run_refused.connect(self._leave_behind)
        session.run.captured.connect(self._on_captured)
        self._problem.connect(self._on_problem)
        self._run_written.connect(self._on_run_written)

    run_kept = Signal()
    """The run lies on the disk as it was when it was looked at last."""
    left_behind = Signal()
    """What was gone on with lies where it lay, with a run that could not come back: nothing more is written there."""
    _problem = Signal(object)
    """A PlaygroundError, or None where it works again: from the thread that writes."""
    _run_written = Signal(float)
    """And how many seconds that took."""

    # --- when -------------------------------------------------------------------------------------------------------

    def _on_change(self, _: object = None) -> None:
        self._wake(self._edits_due)

    def _on_snapshot(self, snapshot: Snapshot | None) -> None:
        if snapshot is not None and not self._session.is_training:
            self._wake(self._edits_due)

    def _on_training(self, is_training: bool) -> None:
        if is_training:
            self._run_due = max(self._run_due, time.monotonic() + self._run_every)
            self._often.start()
        else:
            self._often.stop()
            self._wake(0.0)

    def _wake(self, due: float) -> None:
        """Saves at that time, unless it is going to save before."""
        wait = max(0, round(1000 * (due - time.monotonic())))
        if not self._is_closed and (not self._soon.isActive() or wait < self._soon.remainingTime()):
            self._soon.start(wait)

    def _save(self) -> None:
        """Saves what has changed. Whatever cannot be saved yet is looked at again."""
        if self._is_closed:
            return
        if _is_busy(self._edits_job):
            self._wake(time.monotonic() + _WHILE_BUSY)
            return
        self._save_edits(self._session.work())
        self._save_run()

    def _save_edits(self, work: Work) -> None:
        if work.is_same(self._kept):
            return
        self._kept = work
        self._edits_due = time.monotonic() + EDITS_EVERY
        self._edits_job = self._keeper.submit_edits(work)
        self._edits_job.add_done_callback(self._on_edits_written)

    def _save_run(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        is_fresh = not self._is_worth_keeping(snapshot)
        if self._run_on_disk is None:
            self._run_on_disk = snapshot.run
        if is_fresh or self._run_on_disk != snapshot.run:
            self._do(self._keeper.forget_run)
            self._run_on_disk = snapshot.run
        if not is_fresh and self._captured != _state(snapshot):
            self._ask_for_run(snapshot.run)

    def _ask_for_run(self, run: int) -> None:
        now, is_training = time.monotonic(), self._session.is_training
        due = max(self._run_due, self._run_may) if is_training else self._run_may
        is_asked = self._asked[0] == run and now < self._asked[1]
        if now >= due and not is_asked and not _is_busy(self._run_job):
            self._asked = (run, now + _PATIENCE)
            self._run_due = now + self._run_every
            self._session.run.capture()
        elif not is_training:
            self._wake(max(due, now + EDITS_EVERY))

    def _on_captured(self, checkpoint: Checkpoint, seconds: float) -> None:
        self._asked = (0, 0.0)
        snapshot = self._session.snapshot
        if self._is_closed or snapshot is None:
            return
        self._captured = (snapshot.run, checkpoint.step, checkpoint.openings.count)
        self._run_on_disk = snapshot.run
        work = self._session.work()
        run = snapshot.run
        self._run_job = self._do(lambda: self._keep_run(work, run, checkpoint, seconds))
        self._run_job.add_done_callback(self._on_run_job_done)

    def _on_run_written(self, seconds: float) -> None:
        self._run_may = time.monotonic() + seconds / SHARE
        self.run_kept.emit()

    def is_run_kept(self) -> bool:
        """Whether there is no run, or all of it lies on the disk."""
        snapshot = self._session.snapshot
        if snapshot is None or not self._is_worth_keeping(snapshot):
            return True
        return self._captured == _state(snapshot) and self._run_job is not None and _is_done(self._run_job)

    def _is_worth_keeping(self, snapshot: Snapshot) -> bool:
        return self._session.run.is_worth_keeping(snapshot.newest, snapshot.openings)

    def save_run(self) -> None:
        """Saves the run now, whatever it costs; `run_kept` or `failed` follows."""
        self._run_may, self._has_failed = 0.0, False
        self._session.run.pause()
        self._wake(0.0)

    # --- in the threads that write ----------------------------------------------------------------------------------

    def _on_edits_written(self, job: Future[None]) -> None:
        self._problem.emit(self._problem_of(job.exception()))

    def _keep_run(self, work: Work, run: int, checkpoint: Checkpoint, seconds: float) -> None:
        before = time.monotonic()
        self._keeper.keep_edits(work)  # without which the run is worth nothing
        self._keeper.keep_run(run, checkpoint)
        self._took = seconds + time.monotonic() - before

    def _on_run_job_done(self, job: Future[bool]) -> None:
        """Not before the job counts as done: who is told asks at once whether it is."""
        if not job.cancelled() and _is_done(job):
            self._run_written.emit(self._took)

    def _do(self, job: Callable[[], None]) -> Future[bool]:
        """Gives whether it was done; if not, `_problem` says why."""
        return self._keeper.submit(partial(self._try, job))

    def _try(self, job: Callable[[], None]) -> bool:
        try:
            job()
        except (PlaygroundError, OSError, MemoryError) as error:
            self._problem.emit(self._problem_of(error))
            return False
        return True

    def _on_problem(self, error: PlaygroundError | None) -> None:
        if error is None:
            self._has_failed = False
            return
        self._kept = None  # so it is tried again
        self._captured = (0, 0, 0)
        self._wake(time.monotonic() + _AFTER_FAILURE)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(PlaygroundError("Unsaved work is not kept safe just now: {problem}", problem=error))

    # --- changing hands ---------------------------------------------------------------------------------------------

    def go_on_with(self, work_folder: WorkFolder | None) -> PlaygroundError | None:
        """Works in this folder from now on, or in one that is yet to be made. What was edited in the window until now
        becomes a leftover. Where that cannot be kept, says why, and all stays as it is.
        """
        problem = self._keep_before(lambda: self._keeper.change_to(work_folder))
        if problem is None:
            self._run_on_disk = None
        return problem

    def _leave_behind(self) -> None:
        """A run that cannot come back today can when its rows are what they were. What is in the window lies there,
        too: it is kept elsewhere as soon as it is another.
        """
        if not self._is_closed and self._outcome(self._keeper.leave()) is None:
            self._kept = self._untouched = self._session.work()
            self._run_on_disk = None
            self.left_behind.emit()

    def keep_edits(self) -> PlaygroundError | None:
        """Waits until all edits are on the disk. Where they cannot be, says why."""
        if self._is_closed or self._session.work().is_same(self._untouched):
            return None
        return self._outcome(self._keeper.submit_edits(self._session.work()))

    def _keep_before(self, then: Callable[[], None]) -> PlaygroundError | None:
        """Does that when all edits are on the disk. Where they cannot be, says why, and does not."""
        work, decision = self._session.work(), threading.Lock()

        def keep() -> None:
            if not work.is_same(self._untouched):
                self._keeper.keep_edits(work)
            if decision.acquire(blocking=False):
                then()

        job = self._keeper.submit(keep)
        problem = self._outcome(job)
        if problem is not None and not decision.acquire(blocking=False):  # it came in the very last moment
            return self._outcome(job)
        return problem

    def _outcome(self, job: Future[None], timeout: float = _CLOSE) -> PlaygroundError | None:
        """What went wrong, within a bounded time."""
        try:
            return self._problem_of(job.exception(timeout))
        except FuturesTimeoutError as error:
            job.cancel()
            return self._problem_of(error)

    def begin(self) -> None:
        """What is in the window now is as untouched as at a first start."""
        self._kept = self._untouched = self._session.work()

    def flush(self, timeout: float = _CLOSE) -> None:
        """Waits until all edits are on the disk, for a bounded time."""
        self._save_edits(self._session.work())
        if self._edits_job is not None:
            self._outcome(self._edits_job, timeout)
        self._outcome(self._keeper.submit(_nothing), timeout)

    def close(self, look: str = "", *, may_stay: bool = False) -> PlaygroundError | None:
        """Leaves all there is to the next window, and what was looked at. Where that cannot be, says why, and goes on,
        with the run paused.

        The run comes first, then files that are still being written. What is not done in time the next start says, and
        which file could not be written; or whoever ``may_stay`` is told at once, by an UnwrittenError.
        """
        if self._is_closed:
            return None
        checkpoint, is_late = None, False
        try:
            checkpoint = self._session.run.at_rest()
        except MemoryError as error:
            return self._problem_of(error)
        except TimeoutError:
            is_late = True
        work = self._session.work()
        problem = self._outcome(self._keeper.submit(partial(self._leave, work, checkpoint, look)))
        if problem is None:
            files = self._session.run.finish_writing(0.0 if is_late else FOR_FILES)
            refused = self._session.run.take_refused()
            if refused and may_stay:
                return UnwrittenError([each.problem for each in refused])
            undone = Undone(tuple(map(str, [*(each.path for each in refused), *files])), is_late)
            problem = self._outcome(self._keeper.submit(partial(self._note, work, undone)))
        if problem is None:
            self.stop()
        return problem

    def stop(self) -> None:
        """Keeps nothing from now on. What was kept is left to the next window."""
        if not self._is_closed:
            self._is_closed = True
            self._soon.stop()
            self._often.stop()
            wait([self._do(lambda: self._keeper.change_to(None))], _CLOSE)
            self._keeper.shut_down()

    def _leave(self, work: Work, checkpoint: Checkpoint | None, look: str) -> None:
        run = self._session.run.number
        if checkpoint is not None:
            self._keeper.keep_edits(work)
            self._keeper.keep_run(run, checkpoint)
        elif self._run_on_disk not in (None, run):
            self._keeper.forget_run()
        if not work.is_same(self._untouched):
            self._keeper.keep_edits(work)
        elif not self._keeper.has_run():
            self._keeper.delete()
        self._keeper.keep_look(look)

    def _note(self, work: Work, undone: Undone) -> None:
        if undone:
            self._keeper.keep_edits(work)  # there may have been nothing else to keep
        self._keeper.keep_undone(undone)

    def _problem_of(self, error: BaseException | None) -> PlaygroundError | None:
        if error is None or isinstance(error, PlaygroundError):
            return error
        reason = getattr(error, "strerror", None) or type(error).__name__
        return PlaygroundError("{file} cannot be written: {reason}.", file=self._root, reason=reason)


def _is_busy(job: Future[Any] | None) -> bool:
    return job is not None and not job.done()


def _is_done(job: Future[bool]) -> bool:
    """Whether it has ended well."""
    return job.done() and job.result()


def _nothing() -> None:
    """Is done when everything before it is."""


def _state(snapshot: Snapshot) -> tuple[int, int, int]:
    """Its run, how far that has come, and how often its test set was opened: another one is to be saved anew."""
    return snapshot.run, snapshot.newest, snapshot.openings.count
