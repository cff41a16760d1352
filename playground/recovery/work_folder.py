"""One window's folder of work: its edits, its run, and a note of whose it is.

While the window lives nobody else touches it; when it was closed or its process has died, the folder is what is left
over, and another window can take it. It keeps its name for life. The protocol is told in docs/reliability.md.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from datetime import datetime
from pathlib import Path
from typing import Final

from engine.records import record
from playground.recovery.claim import NOTE, Claim, is_claimed, was_let_go

_EDITS: Final = "edits.journal"
_DAMAGED: Final = "damaged-"
_MOST_DAMAGED: Final = 3
_HALF_MADE: Final = 3600.0
"""Seconds after which a folder that was being made or removed is nobody's any more, where no note says so sooner."""
_LATER: Final = 1_000_000
"""Nanoseconds between two times that every file system can tell apart, all but the oldest."""
MOST_LEFT: Final = 10
"""Leftovers that are kept; older ones go. The newest always stays, however large it is."""
MOST_BYTES: Final = 2 * 1024**3
"""Of all leftovers together."""


class TakenError(Exception):
    """Another window has this work."""


class WorkFolder:
    """A folder that is this process's own. ``edits``, ``run``, ``look`` and ``undone`` are the files
    in it."""

    def __init__(self, folder: Path, claim: Claim) -> None:
        self.folder = folder
        self._claim = claim

    @property
    def edits(self) -> Path:
        return self.folder / _EDITS

    @property
    def run(self) -> Path:
        return self.folder / "run.npz"

    @property
    def look(self) -> Path:
        return self.folder / "look.json"

    @property
    def undone(self) -> Path:
        return self.folder / "undone.json"

    @classmethod
    def make(cls, root: Path) -> WorkFolder:
        """A new one. Raises OSError."""
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear_up(root)
        prune(root)
        name = f"{os.getpid()}-{secrets.token_hex(4)}"
        hidden = root / f".{name}"  # not seen by others until it is claimed
        hidden.mkdir(mode=0o700)
        work_folder = cls._claimed(hidden)
        work_folder._rename(root / name)
        return work_folder

    @classmethod
    def take(cls, leftover: Leftover) -> WorkFolder:
        """What is left over becomes ours.

        Raises:
            TakenError: another window has it.
            FileNotFoundError: it is not there any more.
            OSError: it cannot be written.
        """
        work_folder = cls._claimed(leftover.folder)
        if not work_folder.edits.is_file():
            work_folder.delete()
            raise FileNotFoundError(leftover.folder)
        return work_folder

    @classmethod
    def _claimed(cls, folder: Path) -> WorkFolder:
        claim = Claim.make(folder)
        if claim is None:
            raise TakenError
        return cls(folder, claim)

    def has_grown(self) -> None:
        """What was written just now is the newest of all that there is, whatever the clock says."""
        others = [_stamp(folder) for folder in _folders(self.folder.parent) if folder.name != self.folder.name]
        newest = max(others, default=0)
        if _stamp(self.folder) <= newest:
            with contextlib.suppress(OSError, OverflowError):
                os.utime(self.edits, ns=(newest + _LATER,) * 2)

    def release(self) -> None:
        """Makes it the newest leftover, in good order."""
        with contextlib.suppress(OSError):
            os.utime(self.edits)
        self.has_grown()
        self._claim.let_go(in_order=True)
        prune(self.folder.parent)

    def put_back(self) -> None:
        """A leftover as it was before it was taken."""
        self._claim.let_go(in_order=False)

    def delete(self) -> None:
        """Removes all of it. What cannot be removed stays, and is found again as a leftover."""
        hidden = self.folder.with_name(f".{self.folder.name}")
        with contextlib.suppress(OSError):
            self._rename(hidden)  # at one stroke, as far as others see it
        shutil.rmtree(self.folder, ignore_errors=True)
        self._claim.let_go(in_order=False)

    def put_aside(self) -> None:
        """Keeps it, but never offers it again: it is damaged."""
        with contextlib.suppress(OSError):
            self._rename(self.folder.with_name(f"{_DAMAGED}{self.folder.name}"))
        self._claim.let_go(in_order=False)
        damaged = sorted(self.folder.parent.glob(f"{_DAMAGED}*"), key=_stamp, reverse=True)
        for folder in damaged[_MOST_DAMAGED:]:
            shutil.rmtree(folder, ignore_errors=True)

    def _rename(self, folder: Path) -> None:
        self._claim.rename(self.folder, folder)
        self.folder = folder


@record
class Leftover:
    """The folder of a window that is no more, and when it was written last, in nanoseconds since 1970."""

    folder: Path
    stamp: int
    was_closed: bool = True
    """Whether its window was closed as it should be; False where it has died."""

    @property
    def when(self) -> datetime:
        """As near as a date comes to it."""
        try:
            return datetime.fromtimestamp(self.stamp / 1e9)
        except (OverflowError, ValueError, OSError):
            return datetime.max if self.stamp > 0 else datetime.min

    def discard(self) -> None:
        """Removes it, unless somebody has it or has worked in it meanwhile."""
        try:
            work_folder = WorkFolder.take(self)
        except (TakenError, OSError):
            return
        if _stamp(self.folder) == self.stamp:
            work_folder.delete()
        else:
            work_folder.put_back()


def leftovers(root: Path) -> list[Leftover]:
    """What windows that are no more have left, the newest first."""
    left = [folder for folder in _folders(root) if (folder / _EDITS).is_file() and not is_claimed(folder)]
    found = [Leftover(folder, _stamp(folder), was_let_go(folder)) for folder in left]
    return sorted(found, key=lambda leftover: leftover.stamp, reverse=True)


def prune(root: Path) -> None:
    """Removes the oldest leftovers, until there are no more than `MOST_LEFT`, of `MOST_BYTES` together."""
    room = MOST_BYTES
    for number, leftover in enumerate(leftovers(root)):
        room -= _size(leftover.folder)
        if number and (number >= MOST_LEFT or room < 0):
            leftover.discard()


def _folders(root: Path) -> list[Path]:
    """Of work, whoever's it is."""
    try:
        return [entry for entry in root.iterdir() if not entry.name.startswith((".", _DAMAGED))]
    except OSError:
        return []


def _stamp(folder: Path) -> int:
    """When something in it was written last, in nanoseconds since 1970."""
    times = [0]
    with contextlib.suppress(OSError):
        times += [path.stat().st_mtime_ns for path in folder.iterdir() if path.name != NOTE]
    return max(times)


def _size(folder: Path) -> int:
    """Bytes of all that is in it."""
    with contextlib.suppress(OSError):
        return sum(path.stat().st_size for path in folder.iterdir())
    return 0


def _clear_up(root: Path) -> None:
    """Removes what a process has left that died while it made or removed a folder, or before anything was in it."""
    with contextlib.suppress(OSError):
        for folder in root.iterdir():
            if _is_rubbish(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_rubbish(folder: Path) -> bool:
    try:
        is_hidden = folder.name.startswith(".")
        if not folder.is_dir() or (not is_hidden and (folder.name.startswith(_DAMAGED) or (folder / _EDITS).exists())):
            return False
        if (folder / NOTE).exists():
            return not is_claimed(folder)
        age = time.time() - folder.stat().st_mtime
        return age > _HALF_MADE or age < -_HALF_MADE  # also where the clock was set back
    except OSError:
        return False
