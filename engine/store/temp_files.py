"""The file that a save is written into before it takes the place of the old one, and the clearing up after crashes.

A program that dies while it saves leaves its temporary file behind. The next save in the same folder removes it. Whose
writer still lives is known by a lock that the system lets go of when a process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_ENDING = ".playground.tmp"
"""By which it is known as one of the program's own."""
_LONGEST_NAME = 50
"""Letters of the target's name that are in its own, for a name may be as long as names can be already."""
_DIGITS = 8
_NAME = re.compile(rf"\..+\.[0-9a-f]{{{_DIGITS}}}{re.escape(_ENDING)}", re.DOTALL)


def create(target: Path) -> tuple[Path, BinaryIO]:
    """A new, empty file beside ``target``, locked for as long as it is open."""
    while True:
        path = target.with_name(f".{target.name[:_LONGEST_NAME]}.{secrets.token_hex(_DIGITS // 2)}{_ENDING}")
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
    """Removes what writers that have died have left beside ``target``. Whatever cannot be removed stays."""
    with contextlib.suppress(OSError):
        for path in _left_in(target.parent):
            with contextlib.suppress(OSError):
                if sys.platform == "win32":
                    path.unlink()  # refused while somebody has it open
                    continue
                with path.open("rb") as stream:
                    if _lock(stream, wait=False):
                        path.unlink()


def _left_in(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name):
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
