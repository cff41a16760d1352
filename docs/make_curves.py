"""Trains every preset and keeps its curves of test accuracy, or R2, for the pictures in the list of presets."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Final

from threadpoolctl import threadpool_limits

from engine.data import load
from engine.store.presets import load_preset, names_at_hand, preset_curves, preset_names
from engine.train.trainer import Trainer

FILE: Final = Path(__file__).parents[1] / "assets" / "presets" / "curves.json"
POINTS: Final = 40
MOST_STEPS: Final = 3000
"""Longer runs are cut: what a preset shows, it shows by then, but for its name."""


def curves(name: str) -> list[list[float]]:
    """A list of accuracies for each lane, or of R2 as far as it is above 0; one that diverges ends early."""
    experiment = load_preset(name)
    trainer = Trainer(experiment, load(experiment.data))
    steps = min(experiment.steps or MOST_STEPS, MOST_STEPS)
    lanes: list[list[float]] = [[] for _ in experiment.lanes]
    for point in range(POINTS):
        trainer.run(round(steps * point / (POINTS - 1)) - trainer.step)
        trainer.measure()
        for points, lane in zip(lanes, trainer.snapshot().lanes, strict=True):
            if lane.diverged_at is None and math.isfinite(lane.test_accuracy):
                points.append(round(max(lane.test_accuracy, 0.0), 3))
    return lanes


def main() -> int:
    """Writes the file anew; the same engine makes the same file. Nothing is downloaded for it."""
    before, at_hand, found = preset_curves(), names_at_hand(), {}
    for name in preset_names():
        if name in at_hand:
            with threadpool_limits(1):
                found[name] = curves(name)
        elif name in before:  # whose rows are downloaded; MNIST's were made of its t10k files alone
            found[name] = [list(lane) for lane in before[name]]
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(lanes)}" for name, lanes in found.items())
    FILE.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    print(FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
