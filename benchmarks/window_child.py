"""The window, training at full speed, in turns with the bare trainer. Prints what it saw as JSON.

python -m benchmarks.window_child reference|toy|reference9|toy9|toy25|pictures

A timer of 4 ms stands for whatever a person does with the window: how late it comes is how much the window lags.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView, QLabel
from threadpoolctl import threadpool_limits

from benchmarks import recipes
from engine.experiment.experiment import Experiment
from engine.train.snapshot import Snapshot
from engine.train.stepping.lane_threads import usable_cores
from engine.train.trainer import Trainer
from playground.inside.views import VIEWS
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.worker.inspection import InspectionScheduler
from playground.worker.training_loop import LANE_THREADS

TURNS = 8
PLAYING, IDLE, ALONE = 1.0, 0.3, 0.3
"""Seconds a turn: training in the window, the window at rest, the trainer without the window."""
TICK = 0.004
SETTLING = 0.1
SLICE = 0.004
"""Seconds between two looks at the clock where the trainer runs alone."""


class Lateness(QObject):
    """Seconds that a 4 ms timer comes too late."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start(round(TICK * 1000))

    def stop(self) -> None:
        self._timer.stop()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, now - self._last - TICK))
        self._last = now

    def milliseconds(self) -> dict[str, float]:
        p50, p99, most = np.quantile(self.late, [0.5, 0.99, 1.0]) * 1000
        return {"p50": float(p50), "p99": float(p99), "max": float(most)}


class Frames(QObject):
    """Counts the snapshots of which something was painted, and the steps between the first and the last of them.

    ``plots``: how often the loss was painted.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        plot = window.findChild(QGraphicsView, "plot.loss")
        assert plot is not None
        self._plot = plot.viewport()
        self._plot.installEventFilter(self)
        for label in window.transport.findChildren(QLabel, "number"):
            label.installEventFilter(self)
        # After the window's own slots, in which it paints.
        window.session.snapshot_changed.connect(self._on_snapshot)
        self._has_painted = False
        self.start()

    def start(self) -> None:
        self.painted = self.plots = 0
        self._seen: list[tuple[float, int]] = []

    def steps_per_second(self) -> float:
        (started, first), (ended, last) = self._seen[0], self._seen[-1]
        return (last - first) / (ended - started)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._has_painted = True
            self.plots += watched is self._plot
        return False

    def _on_snapshot(self, snapshot: Snapshot | None) -> None:
        if snapshot is not None:
            self._seen.append((time.perf_counter(), snapshot.step))
            self.painted += self._has_painted
            self._has_painted = False


def spin(seconds: float) -> None:
    """Lets the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def speed_alone(trainer: Trainer, threads: int = 1) -> float:
    """Steps a second without a window, lanes spread over so many threads."""
    trainer.threads = threads
    first, before, slice_steps = trainer.step, time.perf_counter(), 1
    with threadpool_limits(1):
        while (now := time.perf_counter()) - before < ALONE:
            trainer.run(slice_steps)
            if time.perf_counter() - now < SLICE / 2:
                slice_steps *= 2
    return (trainer.step - first) / (time.perf_counter() - before)


def main(name: str) -> None:
    app = QApplication([])
    window = create_window(EXPERIMENTS[name]())
    window.resize(1280, 720)
    window.show()
    session = window.session
    while session.snapshot is None or session.dataset is None:
        spin(0.02)
    trainer = Trainer(session.experiment, session.dataset)
    frames, playing, resting = Frames(window), Lateness(), Lateness()
    spin(0.5)
    views = list(VIEWS)
    shares = Shares()
    painted, plots, played = 0, 0, 0.0
    with_window: list[float] = []
    alone, all_cores = [speed_alone(trainer, LANE_THREADS)], []
    for turn in range(TURNS):
        window.inside.choose(views[turn % len(views)])  # every view in its turn
        resting.start()
        spin(IDLE)
        resting.stop()
        frames.start()
        before = time.perf_counter()
        playing.start()
        shares.is_training = True
        session.run.play()
        spin(PLAYING)
        playing.stop()
        shares.is_training = False
        played += time.perf_counter() - before
        painted += frames.painted
        plots += frames.plots
        with_window.append(frames.steps_per_second())
        session.run.pause()
        spin(SETTLING)
        all_cores.append(speed_alone(trainer, usable_cores()))
        alone.append(speed_alone(trainer, LANE_THREADS))
    window.close()
    result = {
        "late_ms": playing.milliseconds(),
        "late_at_rest_ms": resting.milliseconds(),
        "frames_per_second": painted / played,
        "plots_per_second": plots / played,
        "speed_kept": float(np.median(kept(np.array(with_window), np.array(alone)))),
        "shares": shares.of(played),
        "looking_share": sum(shares.of(played).values()),
        "steps_per_second": {
            "window": float(np.median(with_window)),
            "alone": float(np.median(alone)),
            "on all cores": float(np.median(all_cores)),
        },
        "threads": {"window": LANE_THREADS, "all": usable_cores()},
    }
    app.processEvents()
    print(json.dumps(result))


EXPERIMENTS: dict[str, Callable[[], Experiment]] = {
    "reference": recipes.reference,
    "toy": recipes.toy,
    "reference9": lambda: recipes.reference(recipes.grid()),
    "toy9": lambda: recipes.toy(recipes.learning_rates(9)),
    "toy25": lambda: recipes.toy(recipes.learning_rates(25)),
    "pictures": lambda: recipes.pictures(14),
}


class Shares:
    """Seconds that the trainer spends on other things than steps, while it trains."""

    def __init__(self) -> None:
        self.is_training = False
        self.seconds = {"evaluations": 0.0, "looks": 0.0, "snapshots": 0.0}
        self._watch(Trainer, "measure", "evaluations")
        self._watch(InspectionScheduler, "look", "looks")
        self._watch(Trainer, "snapshot", "snapshots")

    def _watch(self, owner: type, name: str, title: str) -> None:
        method = getattr(owner, name)

        def timed(*arguments: Any, **more: Any) -> Any:
            before = time.perf_counter()
            try:
                return method(*arguments, **more)
            finally:
                if self.is_training:
                    self.seconds[title] += time.perf_counter() - before

        setattr(owner, name, timed)

    def of(self, seconds: float) -> dict[str, float]:
        return {title: taken / seconds for title, taken in self.seconds.items()}


def kept(with_window: NDArray[np.float64], alone: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each turn over the mean of the trainer alone just before and just after it."""
    return 2 * with_window / (alone[:-1] + alone[1:])


if __name__ == "__main__":
    main(sys.argv[1])
