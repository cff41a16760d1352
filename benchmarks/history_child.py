"""A frame of the curves after a long history, in turns with a frame after a short one. Prints both as JSON.

python -m benchmarks.history_child
"""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks import recipes
from benchmarks.timing import race
from engine.train.history.history import MEASURES
from engine.train.trainer import Trainer
from playground.curves.panel import CurvesPanel
from playground.ui.look import theme

LONG, SHORT = 100_000, 1_000
"""Evaluations, ten steps apart."""
EVERY = 10
NOISE = 0.02


class Run:
    """A run of nine lanes with a history made up, and the curves that show it."""

    def __init__(self, evaluations: int) -> None:
        self.trainer = Trainer(recipes.toy(recipes.learning_rates(9)), recipes.circle())
        self.trainer.snapshot()  # which evaluates step 0
        self.rng = np.random.default_rng(0)
        for _ in range(evaluations):
            self.evaluate()
        self.panel = CurvesPanel()
        self.panel.resize(900, 560)
        self.panel.show_experiment(self.trainer.experiment)
        self.panel.show()

    def evaluate(self) -> None:
        """One more record: figures that fall slowly, with as much noise as real ones have."""
        self.trainer.groups[0].step += EVERY
        falling = 1 / (1 + self.trainer.step / 1e5)
        noise = 1 + NOISE * self.rng.standard_normal((len(MEASURES), 9))
        self.trainer.history.append(self.trainer.step, falling * noise)

    def frames(self, n: int) -> None:
        for _ in range(n):
            self.evaluate()
            self.panel.show_snapshot(self.trainer.snapshot())
            QApplication.processEvents()


def main() -> None:
    app = QApplication([])
    theme.apply("light")
    runs: dict[str, Callable[[int], object]] = {"long": Run(LONG).frames, "short": Run(SHORT).frames}
    result = race(runs, seconds=5.0, turn=0.05)
    app.processEvents()
    milliseconds = {name: result.microseconds(name) / 1000 for name in runs}
    print(json.dumps({"milliseconds": milliseconds, **result.ratio("long", "short").to_dict()}))


if __name__ == "__main__":
    main()
