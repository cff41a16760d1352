"""The program as it is started, edited, and ended in one of many ways: ``... ended_window HOW [SOURCE]``.

HOW is a signal, ``display``, or what every thread is at when the window is closed: see test_ends.py.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication

from engine.data.sources import downloads
from playground.document import data_loader
from playground.recovery import autosave
from playground.shell import app
from playground.shell.main_window import MainWindow
from playground.worker import thread
from tests.playground.desk import Desk
from tests.playground.helpers import small

WITHOUT_PANELS = ("display", "downloading", "exporting", "reading")
"""Endings that ask nothing of a panel; at night there are all."""


_SHORT = 0.2
"""Seconds that are waited for what has no end, in place of some."""


class Ending:
    """Edits the window, waits until it trains, and ends it."""

    def __init__(self, how: str, source: str) -> None:
        self._how = how
        self._source = source
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)
        self._is_begun = False

    def _look(self) -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow | Desk))
        snapshot = window.session.snapshot
        if snapshot is not None and not self._is_begun:
            self._is_begun = True
            window.session.edit("name", "mine")
            window.session.run.play()
        elif snapshot is not None and snapshot.step > 10:
            self._timer.stop()
            self._end(window)

    def _end(self, window: MainWindow | Desk) -> None:
        if self._how.startswith("SIG"):
            os.kill(os.getpid(), getattr(signal, self._how))
        elif self._how == "display":
            qWarning("The X11 connection broke (error 1). Did the X11 server die?")
        else:
            getattr(self, f"_{self._how}")(window, lambda: QTimer.singleShot(0, window.close))

    def _reading(self, window: MainWindow | Desk, close: Callable[[], None]) -> None:
        """A file without end, or a server that says nothing."""
        data_loader.CLOSE_TIMEOUT = _SHORT
        window.session.reading.connect(lambda source: close() if source else None)
        window.session.edit("data.source", self._source)

    def _downloading(self, window: MainWindow | Desk, close: Callable[[], None]) -> None:
        """From a server that drips: closed once it has been reached, and a file says so."""
        address, _, reached = self._source.rpartition(" ")
        downloads.ALL["mnist"] = replace(downloads.MNIST, mirrors=(address,))
        window.session.downloading.connect(lambda _: close() if Path(reached).exists() else None)
        window.session.edit("data.source", "mnist")

    def _deaf(self, window: MainWindow | Desk, close: Callable[[], None]) -> None:
        """A reader that hears of nothing, as in a library's own loop."""
        is_there = threading.Event()

        def read(*_: object, **__: object) -> None:
            is_there.set()
            threading.Event().wait(50)

        data_loader.CLOSE_TIMEOUT = _SHORT
        data_loader.load_table = read  # type: ignore[assignment]
        window.session.edit("data.source", self._source)
        is_there.wait()
        close()

    def _exporting(self, window: MainWindow | Desk, close: Callable[[], None]) -> None:
        is_there = threading.Event()

        def write(_: object) -> None:
            is_there.set()
            threading.Event().wait(50)

        autosave.FOR_FILES = thread.CLOSE_TIMEOUT = _SHORT  # type: ignore[misc]
        window.session.run.export(write, Path("nowhere"))
        is_there.wait()
        close()

    def _training(self, _: MainWindow | Desk, close: Callable[[], None]) -> None:
        close()


if __name__ == "__main__":
    application = app.application()
    ending = Ending(sys.argv[1], sys.argv[2])
    if sys.argv[1] in WITHOUT_PANELS and "FAULT_CASES" not in os.environ:
        app.create_window = Desk  # type: ignore[assignment, misc]
    sys.exit(app.run(small(name="fresh", steps=None)))
