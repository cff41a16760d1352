"""One window's folder of work: its edits, its run, and a note of whose it is.

While the window lives nobody else touches it; when it was closed or its process has died, the folder is what is left
over, and another window can take it.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from playground.recovery import process_identity

if sys.platform != "win32":
    import fcntl

_NOTE: Final = "alive"
_DAMAGED: Final = "damaged-"
_MOST_DAMAGED: Final = 3
_HALF_MADE: Final = 3600.0
"""Seconds after which a folder that was being made or removed is nobody's any more."""
MOST_LEFT: Final = 10
"""Leftovers that are kept; older ones go. The newest always stays, however large it is."""
MOST_BYTES: Final = 2 * 1024**3
"""Of all leftovers together."""


class WorkFolder:
    """A folder that is this process's own. ``edits``, ``run`` and ``look`` are the files in it."""

    def __init__(self, folder: Path) -> None:
        """Takes a folder that is there, and nobody's."""
        self.folder = folder
        self._note: BinaryIO | None = None
        self._sign()

    @property
    def edits(self) -> Path:
        return self.folder / "edits.journal"

    @property
    def run(self) -> Path:
        return self.folder / "run.npz"

    @property
    def look(self) -> Path:
        return self.folder / "look.json"

    @classmethod
    def make(cls, root: Path) -> WorkFolder:
        """A new one. Raises OSError."""
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear_up(root)
        prune(root)
        hidden = root / f".{_name()}"  # not seen by others until it is signed
        hidden.mkdir(mode=0o700)
        work_folder = cls(hidden)
        work_folder._rename(root / _name())
        return work_folder

    @classmethod
    def take(cls, leftover: Leftover) -> WorkFolder | None:
        """What is left over becomes ours; None where another window was quicker."""
        if not _is_left(leftover.folder):
            return None
        folder = leftover.folder.with_name(_name())
        try:
            leftover.folder.rename(folder)
            return cls(folder)
        except OSError:
            return None

    def release(self) -> None:
        """Makes it the newest leftover, in good order."""
        self._close()
        with contextlib.suppress(OSError):
            os.utime(self.edits)
            (self.folder / _NOTE).unlink()
        prune(self.folder.parent)

    def delete(self) -> None:
        """Removes all of it. What cannot be removed stays, and is found again as a leftover."""
        self._close()
        _delete(self.folder)

    def put_aside(self) -> None:
        """Keeps it, but never offers it again: it is damaged."""
        self._close()
        with contextlib.suppress(OSError):
            self.folder.rename(self.folder.with_name(f"{_DAMAGED}{self.folder.name}"))
        damaged = sorted(self.folder.parent.glob(f"{_DAMAGED}*"), key=_changed, reverse=True)
        for folder in damaged[_MOST_DAMAGED:]:
            _delete(folder)

    def _sign(self) -> None:
        """Says whose it is, and keeps a lock that ends with the process: other machines' numbers mean nothing here."""
        path = self.folder / _NOTE
        path.write_text(json.dumps(process_identity.me()), encoding="utf-8")
        if sys.platform != "win32":  # which could not rename the folder
            self._note = path.open("rb")
            with contextlib.suppress(OSError):
                fcntl.flock(self._note, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _rename(self, folder: Path) -> None:
        self.folder.rename(folder)
        self.folder = folder

    def _close(self) -> None:
        if self._note is not None:
            self._note.close()
            self._note = None


@dataclass(frozen=True, slots=True)
class Leftover:
    """The folder of a window that is no more, and when it was written last."""

    folder: Path
    when: datetime
    was_closed: bool = True
    """Whether its window was closed as it should be; False where it has died."""

    def discard(self) -> None:
        """Removes it, unless somebody has taken it meanwhile."""
        work_folder = WorkFolder.take(self)
        if work_folder is not None:
            work_folder.delete()


def leftovers(root: Path) -> list[Leftover]:
    """What windows that are no more have left, the newest first."""
    try:
        folders = [entry for entry in root.iterdir() if _is_left(entry)]
    except OSError:
        return []
    found = [
        Leftover(folder, datetime.fromtimestamp(_changed(folder)), not (folder / _NOTE).exists()) for folder in folders
    ]
    return sorted(found, key=lambda leftover: leftover.when, reverse=True)


def prune(root: Path) -> None:
    """Removes the oldest leftovers, until there are no more than `MOST_LEFT`, of `MOST_BYTES` together."""
    room = MOST_BYTES
    for number, leftover in enumerate(leftovers(root)):
        room -= _size(leftover.folder)
        if number and (number >= MOST_LEFT or room < 0):
            leftover.discard()


def _is_left(folder: Path) -> bool:
    """Whether there is work in it that is nobody's."""
    if folder.name.startswith((".", _DAMAGED)) or not (folder / "edits.journal").is_file():
        return False
    try:
        with (folder / _NOTE).open("rb") as note:
            return not (process_identity.is_alive(_read(note)) or _is_locked(note))
    except FileNotFoundError:
        return True  # somebody has let go of it
    except OSError:
        return False


def _read(note: BinaryIO) -> object:
    try:
        return json.loads(note.read(1000))
    except ValueError:
        return None


def _is_locked(note: BinaryIO) -> bool:
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # the file system knows no locks
        return False
    return False


def _name() -> str:
    return f"{os.getpid()}-{secrets.token_hex(4)}"


def _changed(folder: Path) -> float:
    """When something in it was written last, in seconds since 1970."""
    times = [0.0]
    with contextlib.suppress(OSError):
        times += [path.stat().st_mtime for path in folder.iterdir() if path.name != _NOTE]
    return max(times)


def _size(folder: Path) -> int:
    """Bytes of all that is in it."""
    with contextlib.suppress(OSError):
        return sum(path.stat().st_size for path in folder.iterdir())
    return 0


def _delete(folder: Path) -> None:
    """At one stroke, as far as others see it."""
    hidden = folder.with_name(f".{folder.name}")
    with contextlib.suppress(OSError):
        folder.rename(hidden)
    shutil.rmtree(hidden if hidden.is_dir() else folder, ignore_errors=True)


def _clear_up(root: Path) -> None:
    """Removes what a process has left that died while it made or removed a folder."""
    with contextlib.suppress(OSError):
        for folder in root.glob(".*"):
            if folder.is_dir() and time.time() - folder.stat().st_mtime > _HALF_MADE:
                shutil.rmtree(folder, ignore_errors=True)
