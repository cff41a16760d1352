"""The file that a save is written into before it takes the place of the old one, and the clearing up after crashes.

A program that dies while it saves leaves its temporary file behind. The next save of the same file removes it. Whose
writer still lives is known by a lock that the system lets go of when a process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_ENDING = ".tmp"
_DIGITS = 8


def create(target: Path) -> tuple[Path, BinaryIO]:
    """A new, empty file beside ``target``, locked for as long as it is open."""
    while True:
        # Cut, for a name may be as long as names can be already.
        path = target.with_name(f"{_beginning(target)}{secrets.token_hex(_DIGITS // 2)}{_ENDING}")
        stream = path.open("xb")
        try:
            if _lock(stream, wait=True) and not path.exists():  # swept away between the two calls
                stream.close()
                continue
        except BaseException:
            stream.close()
            raise
        return path, stream


def sweep(target: Path) -> None:
    """Removes what writers of ``target`` that have died have left. Whatever cannot be removed stays."""
    with contextlib.suppress(OSError):
        for path in _left_beside(target):
            with contextlib.suppress(OSError):
                if sys.platform == "win32":
                    path.unlink()  # refused while somebody has it open
                    continue
                with path.open("rb") as stream:
                    if _lock(stream, wait=False):
                        path.unlink()


def _beginning(target: Path) -> str:
    return f".{target.name[:50]}."


def _left_beside(target: Path) -> Iterator[Path]:
    beginning = _beginning(target)
    length = len(beginning) + _DIGITS + len(_ENDING)
    with os.scandir(target.parent) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(beginning) and name.endswith(_ENDING) and len(name) == length:
                yield Path(entry.path)


def _lock(stream: BinaryIO, *, wait: bool) -> bool:
    """Whether this process has the lock now; False also where the file system knows no locks."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(stream, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
