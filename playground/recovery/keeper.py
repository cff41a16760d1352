"""Writes into the window's folder: edits in one thread, all else in another, so that no edit waits for a large run."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from engine.train.kept.run_state import Checkpoint
from playground.document.work import Work
from playground.recovery.journal import Journal
from playground.recovery.undone import Undone
from playground.recovery.work_folder import WorkFolder

Result = TypeVar("Result")


class Keeper:
    """Two queues. What is in `submit` may do with the folder what it wants by the other methods; only edits are written
    meanwhile. What `keep_edits` and the others raise, PlaygroundError, OSError or MemoryError, the futures give back.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._for_edits = ThreadPoolExecutor(1, "autosave-edits")
        self._for_all_else = ThreadPoolExecutor(1, "autosave")
        self._work_folder: WorkFolder | None = None
        """As what follows, used from the thread for edits alone."""
        self._journal: Journal | None = None
        self._folder_of_run: Path | None = None
        self._run: tuple[int, int, int] | None = None
        """Of the run that was written last: number, step, and how often its test set was opened."""

    def submit(self, job: Callable[[], Result]) -> Future[Result]:
        """Is done after all that was submitted before."""
        return self._for_all_else.submit(job)

    def submit_edits(self, work: Work) -> Future[None]:
        """As `keep_edits`; it waits for no run."""
        return self._for_edits.submit(self._keep_edits, work)

    def leave(self) -> Future[None]:
        """Lets go of the folder there is, before any edit that is submitted later: those make another."""
        return self._for_edits.submit(self._change_to, None)

    def shut_down(self) -> None:
        """Takes no more."""
        for pool in (self._for_all_else, self._for_edits):
            pool.shutdown(wait=False)

    # --- for what is submitted --------------------------------------------------------------------------------------

    def keep_edits(self, work: Work) -> None:
        self.submit_edits(work).result()

    def keep_run(self, run: int, checkpoint: Checkpoint) -> None:
        from engine.store.run_files import save_checkpoint  # here: a start has no run to keep yet

        work_folder, state = self._ask(self._at_hand), (run, checkpoint.step, checkpoint.openings.count)
        if (self._folder_of_run, self._run) != (work_folder.folder, state):
            save_checkpoint(checkpoint, work_folder.run)
            work_folder.has_grown()
            self._folder_of_run, self._run = work_folder.folder, state

    def keep_look(self, look: str) -> None:
        if self._work_folder is not None:
            self._work_folder.look.write_text(look, encoding="utf-8")

    def keep_undone(self, undone: Undone) -> None:
        if self._work_folder is not None:
            undone.write(self._work_folder.undone)

    def forget_run(self) -> None:
        self._run = None
        if self._work_folder is not None:
            with contextlib.suppress(FileNotFoundError):
                self._work_folder.run.unlink()

    def has_run(self) -> bool:
        return self._work_folder is not None and self._work_folder.run.is_file()

    def change_to(self, work_folder: WorkFolder | None) -> None:
        """Lets go of the folder there is; the next is made when it is needed, where it is not given."""
        self._ask(lambda: self._change_to(work_folder))

    def delete(self) -> None:
        self._ask(self._delete)

    # --- in the thread for edits ------------------------------------------------------------------------------------

    def _ask(self, job: Callable[[], Result]) -> Result:
        return self._for_edits.submit(job).result()

    def _keep_edits(self, work: Work) -> None:
        work_folder = self._at_hand()
        if self._journal is None:
            self._journal = Journal(work_folder.edits)
        self._journal.write(work)
        work_folder.has_grown()

    def _change_to(self, work_folder: WorkFolder | None) -> None:
        if self._work_folder is not None:
            self._work_folder.release()
        self._work_folder, self._journal = work_folder, None

    def _delete(self) -> None:
        if self._work_folder is not None:
            self._work_folder.delete()
            self._work_folder = self._journal = None

    def _at_hand(self) -> WorkFolder:
        if self._work_folder is not None and not self._work_folder.folder.is_dir():  # somebody has tidied up
            self._work_folder.put_back()
            self._work_folder = None
        if self._work_folder is None:
            self._work_folder, self._journal = WorkFolder.make(self._root), None
        return self._work_folder
