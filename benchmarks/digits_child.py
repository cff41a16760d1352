"""A net like LeNet reads MNIST's t10k files in the window, with the view Maps open. Prints what it saw as JSON.

python -m benchmarks.digits_child SIDE SECONDS

5000 rows train, the other 5000 test; it ends when `GOAL` of these are read, or after so many seconds.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks import recipes
from benchmarks.stalls import Ticker
from benchmarks.window_child import spin
from playground.shell.app import create_window

GOAL: Final = 0.96
LONG: Final = 20.0
"""Seconds that it goes on at least: a stall may come late."""


def main(side: int, seconds: float) -> None:
    app = QApplication([])
    window = create_window(recipes.pictures(side, rows=5000))
    window.resize(1280, 720)
    window.show()
    session = window.session
    while session.snapshot is None or session.dataset is None:
        spin(0.02)
    window.inside.choose("maps")
    spin(1.0)
    ticker = Ticker()
    reached = None
    best = 0.0
    ticker.start()
    started = time.perf_counter()
    session.run.play()
    while (passed := time.perf_counter() - started) < seconds and (reached is None or passed < LONG):
        spin(0.25)
        accuracy = session.snapshot.lanes[0].test_accuracy
        best = max(best, accuracy)
        if reached is None and accuracy >= GOAL:
            reached = time.perf_counter() - started
    ticker.stop()
    steps = session.snapshot.step
    session.run.pause()
    window.close()
    app.processEvents()
    print(json.dumps({"reached": reached, "accuracy": best, "steps": steps, "seconds": passed, **ticker.figures()}))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
