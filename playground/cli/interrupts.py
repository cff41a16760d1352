"""Ctrl-C, or the end of the session, while training: the first asks to stop in good order, the second ends at once."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import Final

from playground.cli.exit_codes import INTERRUPTED, TERMINATED

EXIT_CODES: Final = {signal.SIGINT: INTERRUPTED, signal.SIGTERM: TERMINATED}
"""What a run ends with that was stopped so."""


class Interrupts:
    """A context manager; ``asked`` says whether a signal to stop came inside it, and ``exit_code`` which."""

    def __init__(self) -> None:
        self.asked = False
        self.exit_code = INTERRUPTED

    def __enter__(self) -> Interrupts:
        self._before = {number: signal.signal(number, self._on_first) for number in EXIT_CODES}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _on_first(self, number: int, frame: FrameType | None) -> None:
        self.asked, self.exit_code = True, EXIT_CODES[signal.Signals(number)]
        for each in EXIT_CODES:
            signal.signal(each, signal.SIG_DFL)
