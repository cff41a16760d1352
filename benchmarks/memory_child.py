"""Plays with the window for a while and looks at the memory of the process. Prints megabytes as JSON.

python -m benchmarks.memory_child
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import recipes
from benchmarks.window_child import spin
from engine.store.presets import load_preset, names_at_hand
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow

STEPS = 300_000
TIMES = 100
WARM_UP = 12


def megabytes() -> float:
    """What the process has in memory now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def wait_for(condition: Callable[[], bool]) -> None:
    while not condition():
        spin(0.02)


def train(window: MainWindow, steps: int) -> None:
    session = window.session
    first = session.snapshot.step if session.snapshot is not None else 0
    session.run.play()
    wait_for(lambda: session.snapshot is not None and session.snapshot.step >= first + steps)
    session.run.pause()
    spin(0.05)


def reset(window: MainWindow) -> None:
    window.session.run.play()
    spin(0.02)
    window.session.reset()
    wait_for(lambda: window.session.snapshot is not None)


def open_one(window: MainWindow, number: int) -> None:
    names = names_at_hand()
    window.session.open(load_preset(names[number % len(names)]))
    wait_for(lambda: window.session.snapshot is not None)
    spin(0.02)


def growth(before: float) -> dict[str, float]:
    after = megabytes()
    return {"before": before, "after": after, "ratio": after / before}


def main() -> None:
    app = QApplication([])
    window = create_window(recipes.toy(recipes.learning_rates(9)))
    window.resize(1280, 720)
    window.show()
    wait_for(lambda: window.session.snapshot is not None)
    train(window, STEPS // 10)
    before = megabytes()
    train(window, STEPS)
    result = {"steps": growth(before)}
    for _ in range(WARM_UP):
        reset(window)
    before = megabytes()
    for _ in range(TIMES):
        reset(window)
    result["resets"] = growth(before)
    for number in range(2 * WARM_UP):
        open_one(window, number)
    before = megabytes()
    for number in range(TIMES):
        open_one(window, number)
    result["experiments"] = growth(before)
    window.close()
    app.processEvents()
    print(json.dumps(result))


if __name__ == "__main__":
    main()
