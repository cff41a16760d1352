"""The signals by which a system ends a program: they end the window as closing it does, not in the middle of a line.

Python itself hears of a signal only when it gets to run. What it writes at once is a byte into a socket, which wakes
Qt's event loop.
"""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class EndSignals(QObject):
    """Listens from `install` to `uninstall`. For the program alone: a test is interrupted as ever."""

    came = Signal(int)
    """The number of the signal; in the window's thread, between two events."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, Any] = {}
        self._fd = -1
        self._ends: tuple[socket.socket, socket.socket] | None = None
        self._notifier: QSocketNotifier | None = None

    def install(self) -> None:
        """From now on."""
        out, into = self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        self._notifier = QSocketNotifier(out.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_bytes)
        self._fd = signal.set_wakeup_fd(into.fileno(), warn_on_full_buffer=False)
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup wants that
                self._before[number] = signal.signal(number, _do_nothing)

    def uninstall(self) -> None:
        """Everything as it was before."""
        if self._ends is None or self._notifier is None:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd)
        self._notifier.setEnabled(False)
        for end in self._ends:
            end.close()
        self._before, self._ends = {}, None

    def _on_bytes(self) -> None:
        assert self._ends is not None
        numbers = b""
        with contextlib.suppress(BlockingIOError):
            numbers = self._ends[0].recv(100)
        wanted = [number for number in numbers if number in self._before]
        if wanted:
            self.came.emit(wanted[0])


def _do_nothing(number: int, frame: object) -> None:
    """`EndSignals` has heard of it already."""
