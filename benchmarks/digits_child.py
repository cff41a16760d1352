"""A net like LeNet reads MNIST's t10k files in the window, with the view Maps open. Prints what it saw as JSON.

python -m benchmarks.digits_child IMAGES SIDE SECONDS

5000 rows train, the other 5000 test; it ends when `GOAL` of these are read, or after so many seconds.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any, Final

from PySide6.QtWidgets import QApplication

from benchmarks.stalls import Ticker
from benchmarks.window_child import spin
from engine.experiment.experiment import Experiment, parse
from playground.shell.app import create_window

GOAL: Final = 0.96
LONG: Final = 20.0
"""Seconds that it goes on at least: a stall may come late."""


def recipe(images: str, side: int) -> Experiment:
    """8 filters of 5x5, pooling, 16 of 5x5 or 3x3, pooling, 64 units, Adam, batches of 32."""
    layers: list[dict[str, Any]] = [
        {"kind": "conv2d", "filters": 8, "kernel": 5, "padding": "valid" if side == 28 else "same"},
        {"kind": "activation", "function": "relu"},
        {"kind": "max_pool", "size": 2},
        {"kind": "conv2d", "filters": 16, "kernel": 5 if side == 28 else 3},
        {"kind": "activation", "function": "relu"},
        {"kind": "max_pool", "size": 2},
        {"kind": "dense", "units": 64},
        {"kind": "activation", "function": "relu"},
        {"kind": "dense", "units": 10},
    ]
    return parse(
        {
            "name": "t10k",
            "data": {
                "source": images,
                "downsample": 28 // side,
                "train": 5000,
                "test": 5000,
                "shuffle_seed": 0,
            },
            "layers": layers,
            "optimizer": {"kind": "adam", "learning_rate": 0.002},
            "batch_size": 32,
            "sampling": "shuffle",
            "steps": None,
        }
    )


def main(images: str, side: int, seconds: float) -> None:
    app = QApplication([])
    window = create_window(recipe(images, side))
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
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
