"""Whose a folder of work is: of whoever holds the lock on the note in it, which dies with its process.

Folders keep their names for life, so that whoever saw one finds it again, and the lock alone decides. The note says who
has it, for file systems that know no locks; it is removed by whoever lets go of the folder in good order.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import BinaryIO, Final

from playground.recovery import process_identity
from playground.recovery.file_lock import NoLocksError, is_locked, lock

NOTE: Final = "alive"
_LARGEST: Final = 1000
_RENAMES_WHILE_OPEN: Final = sys.platform != "win32"


class Claim:
    """A folder that is ours, until `let_go` or the end of the process."""

    def __init__(self, folder: Path, note: BinaryIO) -> None:
        self._path = folder / NOTE
        self._note = note

    @classmethod
    def make(cls, folder: Path) -> Claim | None:
        """Ours, unless it is somebody's who is alive. Raises OSError: it cannot be written, or is not there."""
        while True:
            note = (folder / NOTE).open("a+b", buffering=0)
            try:
                if not _is_free(note):
                    note.close()
                    return None
                if _is_still_there(note, folder / NOTE):
                    note.truncate(0)
                    note.write(json.dumps(process_identity.me()).encode())
                    return cls(folder, note)
            except BaseException:
                note.close()
                raise
            note.close()  # whoever had it has let go of it since it was opened, and removed the note

    def let_go(self, *, in_order: bool) -> None:
        """Somebody else may take it. ``in_order``: its window was closed, and has not died."""
        if not _RENAMES_WHILE_OPEN:
            self._note.close()
        if in_order:
            with contextlib.suppress(OSError):
                self._path.unlink()  # while it is locked: whoever waits for it finds that it is not there any more
        self._note.close()

    def rename(self, old: Path, new: Path) -> None:
        """Moves the folder. Raises OSError."""
        if not _RENAMES_WHILE_OPEN:
            self._note.close()
        old.rename(new)
        self._path = new / NOTE
        if not _RENAMES_WHILE_OPEN:
            self._note = self._path.open("r+b", buffering=0)
            _is_free(self._note)


def is_claimed(folder: Path) -> bool:
    """Whether somebody who is alive has it, or it cannot be told."""
    try:
        with (folder / NOTE).open("rb") as note:
            try:
                return is_locked(note)
            except NoLocksError:
                return process_identity.is_alive(_read(note))
    except FileNotFoundError:
        return False
    except OSError:
        return True


def was_let_go(folder: Path) -> bool:
    """Whether its window was closed as it should be."""
    return not (folder / NOTE).exists()


def _is_free(note: BinaryIO) -> bool:
    """Whether it is ours now; where the file system knows no locks, whether it is nobody's."""
    try:
        return lock(note)
    except NoLocksError:
        return not process_identity.is_alive(_read(note))


def _is_still_there(note: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(note.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _read(note: BinaryIO) -> object:
    try:
        note.seek(0)
        return json.loads(note.read(_LARGEST))
    except (ValueError, RecursionError):
        return None
