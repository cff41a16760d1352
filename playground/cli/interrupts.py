"""Ctrl-C while training: the first asks to stop in good order, the second ends the program at once."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType


class Interrupts:
    """A context manager; ``asked`` says whether Ctrl-C was pressed inside it."""

    def __init__(self) -> None:
        self.asked = False

    def __enter__(self) -> Interrupts:
        self._before = signal.signal(signal.SIGINT, self._on_first)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _on_first(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, signal.SIG_DFL)
