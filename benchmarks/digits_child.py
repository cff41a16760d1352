"""A net like LeNet reads MNIST's t10k files in the window, with the view Maps open. Prints what it saw as JSON.

python -m benchmarks.digits_child SIDE SECONDS

5000 rows train, the other 5000 test, until `GOAL` of these are read, or for so many seconds. Then it trains on in turns
with the bare trainer.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any, Final

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks import recipes
from benchmarks.stalls import Ticker
from benchmarks.window_child import PLAYING, SETTLING, TURNS, Frames, kept, speed_alone, spin
from engine.train.trainer import Trainer
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.worker.training_loop import LANE_THREADS

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
    spin(SETTLING)
    speed = keep_speed(window)
    window.close()
    app.processEvents()
    learned = {"reached": reached, "accuracy": best, "steps": steps, "seconds": passed}
    print(json.dumps(learned | ticker.figures() | speed))


def keep_speed(window: MainWindow) -> dict[str, Any]:
    """Trains on in turns with the trainer alone: what of its speed is left beside the window, and the frames a second.

    It stands at a pause, before and after.
    """
    session = window.session
    assert session.dataset is not None
    trainer, frames = Trainer(session.experiment, session.dataset), Frames(window)
    alone, with_window, painted, played = [speed_alone(trainer, LANE_THREADS)], [], 0, 0.0
    for _ in range(TURNS):
        frames.start()
        before = time.perf_counter()
        session.run.play()
        spin(PLAYING)
        played += time.perf_counter() - before
        painted += frames.painted
        with_window.append(frames.steps_per_second())
        session.run.pause()
        spin(SETTLING)
        alone.append(speed_alone(trainer, LANE_THREADS))
    return {
        "speed_kept": float(np.median(kept(np.array(with_window), np.array(alone)))),
        "frames_per_second": painted / played,
        "steps_per_second": {"window": float(np.median(with_window)), "alone": float(np.median(alone))},
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
