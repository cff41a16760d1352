"""Where a label is robust, the median of the errors tells how good a lane is on rows that are not far off."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.middle_errors import MiddleErrors
from engine.inspectors.answers.residuals import all_errors
from engine.inspectors.probing import of_lane
from engine.train.trainer import Trainer


def recipe(folder: Path, *, is_robust: bool) -> Experiment:
    """Numbers that are three times x, but for every 40th, which is a thousand times too large."""
    x = np.random.default_rng(0).uniform(0, 10, 240)
    y = 3 * x * np.where(np.arange(240) % 40 == 5, 1000, 1)
    path = folder / "sales.csv"
    path.write_text("x,sales\n" + "\n".join(f"{a:.4f},{b:.4f}" for a, b in zip(x, y, strict=True)) + "\n")
    data = {"source": str(path), "task": "numbers", "label": "sales", "train": 120, "validation": 60, "test": 60}
    return parse(
        {
            "data": {**data, "robust_label": is_robust, "scaling": "standard"},
            "layers": [{"kind": "dense", "units": 1}],
            "loss": "huber",
            "optimizer": {"kind": "adam", "learning_rate": 0.02},
            "lanes": [{"name": "one"}, {"name": "two", "set": {"layers.*.units": 1, "seed": 1}}],
        }
    )


def seen(trainer: Trainer) -> MiddleErrors | None:
    found = look_inside(trainer, InspectionRequest(frozenset(["middle_errors"])))["middle_errors"]
    assert found is None or isinstance(found, MiddleErrors)
    return found


def test_it_tells_what_r2_does_not(tmp_path: Path) -> None:
    experiment = recipe(tmp_path, is_robust=True)
    trainer = Trainer(experiment, load(experiment.data), seals_test=True)
    trainer.run(600)
    found, data, lane = seen(trainer), trainer.dataset, trainer.snapshot().lanes[0]
    assert found is not None
    assert data.valid_x is not None
    assert data.valid_y is not None
    by_hand = [
        np.median(np.abs(of_lane(trainer.groups[0], each, data.valid_x)[:, 0] - data.valid_y)) for each in (0, 1)
    ]
    assert found.valid == pytest.approx(by_hand, rel=1e-4)
    assert found.valid[0] < 1 < 100 < lane.valid_rmse
    assert lane.valid_accuracy < 0.05
    assert np.isnan(found.test).all()  # sealed
    assert all_errors(trainer)["valid"].median == pytest.approx(by_hand, rel=1e-4)


def test_others_are_not_asked(tmp_path: Path) -> None:
    experiment = recipe(tmp_path, is_robust=False)
    assert seen(Trainer(experiment, load(experiment.data))) is None
