"""The program, in which a slot raises, and whose interpreter then dies: run by test_crash.py."""

from __future__ import annotations

import faulthandler

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from playground.shell import app


def fail() -> None:
    raise ZeroDivisionError("in a slot")


def die() -> None:
    (window,) = [window for window in QApplication.topLevelWidgets() if hasattr(window, "crash_bar")]
    print(window.crash_bar.text(), flush=True)
    faulthandler._sigsegv()  # type: ignore[attr-defined]


if __name__ == "__main__":
    QApplication([])
    QTimer.singleShot(0, fail)
    QTimer.singleShot(50, die)
    app.run()
