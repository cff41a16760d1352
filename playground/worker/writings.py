"""The files that are written from a run, in its thread, while the window's thread may look on."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from engine.errors import PlaygroundError

T = TypeVar("T")


class Refused(NamedTuple):
    """A file that could not be written, and why."""

    path: Path
    problem: PlaygroundError


class Writings:
    """`write` is for the run's thread; all else for any."""

    def __init__(self) -> None:
        self._waiting: list[Path] = []
        self._refused = deque[Refused]()
        self._still = threading.Lock()
        """Held to begin and to end a writing."""
        self._is_writing = False

    def expect(self, path: Path) -> None:
        """It is asked for. It is written in its turn."""
        self._waiting.append(path)

    def waiting(self) -> list[Path]:
        """Those that are not written yet, in order."""
        return list(self._waiting)

    def take_refused(self) -> list[Refused]:
        """What nobody has been told yet; whoever takes it tells."""
        taken = []
        while self._refused:
            taken.append(self._refused.popleft())
        return taken

    def write(self, path: Path, fill: Callable[[], object]) -> bool:
        """The file that is next. The run stands still meanwhile. False where it could not be: see `take_refused`."""
        try:
            self._stand_still(fill)
        except Exception as error:
            self._refused.append(Refused(path, _problem_of(path, error).kept()))
            return False
        finally:
            self._waiting[:1] = []
        return True

    def _stand_still(self, fill: Callable[[], object]) -> None:
        with self._still:
            self._is_writing = True
        try:
            fill()
        finally:
            with self._still:
                self._is_writing = False

    def while_writing(self, look: Callable[[], T]) -> T | None:
        """What ``look`` finds of a run that stands still; None where no file is being written."""
        with self._still:
            return look() if self._is_writing else None


def _problem_of(path: Path, error: Exception) -> PlaygroundError:
    """In a sentence."""
    if isinstance(error, PlaygroundError):
        return error
    if isinstance(error, MemoryError):
        return PlaygroundError("{file} cannot be written: there is not enough memory.", file=path)
    if isinstance(error, OSError):
        return PlaygroundError("{file} cannot be written: {reason}.", file=path, reason=error.strerror or repr(error))
    sys.excepthook(type(error), error, error.__traceback__)
    return PlaygroundError("{file} cannot be written: {reason}.", file=path, reason=repr(error))
