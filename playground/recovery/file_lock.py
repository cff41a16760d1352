"""A lock on an open file that ends with the process that holds it, however that ends."""

from __future__ import annotations

import sys
import time
from typing import BinaryIO, Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE: Final = 0.3
"""Seconds: somebody who only looks whether a file is locked holds it for less."""
_PAUSE: Final = 0.01
_FAR: Final = 1 << 30
"""Windows lets nobody read a byte that is locked, so it is one that the file does not have."""


class NoLocksError(Exception):
    """The file system knows none."""


def lock(stream: BinaryIO, patience: float = PATIENCE) -> bool:
    """Whether it is ours now, until the stream is closed. Raises NoLocksError."""
    until = time.monotonic() + patience
    while not _try_to_lock(stream):
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE)
    return True


def is_locked(stream: BinaryIO) -> bool:
    """Whether somebody has it for good. Raises NoLocksError."""
    if sys.platform == "win32":
        if not lock(stream, 2 * _PAUSE):
            return True
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)
        return False
    else:
        return not _flock(stream, fcntl.LOCK_SH)  # those who look do not take one another for owners


def _try_to_lock(stream: BinaryIO) -> bool:
    if sys.platform == "win32":
        stream.seek(_FAR)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:
            raise NoLocksError from None
        return True
    else:
        return _flock(stream, fcntl.LOCK_EX)


def _flock(stream: BinaryIO, kind: int) -> bool:
    if sys.platform == "win32":  # for the type checker
        return False
    try:
        fcntl.flock(stream, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        raise NoLocksError from None
    return True
