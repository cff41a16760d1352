"""Threads beside the training: each is held until it has ended, whoever has started it."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QThread

_running: set[QThread] = set()


def hold(thread: QThread) -> None:
    """From before its start: a thread that is deleted while it runs aborts the process."""
    _running.add(thread)


def let_go(thread: QThread) -> None:
    """It has ended. For the window's thread."""
    _running.discard(thread)


def have_ended() -> bool:
    """Whether none runs any more."""
    return not any(thread.isRunning() for thread in _running)


@atexit.register
def wait_for_all() -> None:
    """A program that ends in another way than `playground.shell.app.run` waits for them."""
    for thread in list(_running):
        thread.requestInterruption()
        thread.wait()
