"""The figures of a lane are those of a plain count of its own answers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.quality import Quality
from engine.inspectors.probing import of_lane
from engine.train.trainer import Trainer


def trainer(*, rate: float = 0.3, source: str = "gauss", units: int = 2) -> Trainer:
    recipe = parse(
        {
            "data": {"source": source, "train": 60, "test": 80, "noise": 0.4}
            if units == 2
            else {"source": source, "train": 60, "test": 80},
            "layers": [
                {"kind": "dense", "units": 8},
                {"kind": "activation", "function": "tanh"},
                {"kind": "dense", "units": units},
            ],
            "optimizer": {"kind": "sgd", "learning_rate": rate},
            "lanes": [{"name": "one"}, {"name": "two", "set": {"seed": 3}}],
        }
    )
    trained = Trainer(recipe, load(recipe.data))
    trained.run(40)
    return trained


def seen(trained: Trainer, **asked: Any) -> Quality:
    found = look_inside(trained, InspectionRequest(frozenset(["quality"]), **asked))["quality"]
    assert isinstance(found, Quality)
    return found


@pytest.mark.parametrize("focus", [0, 1])
def test_the_figures_are_counted_over_the_rows_not_trained_on(focus: int) -> None:
    trained = trainer()
    found, data = seen(trained, focus=focus), trained.dataset
    taken = of_lane(trained.groups[0], focus, data.test_x).argmax(axis=1)
    assert found.figures is not None
    assert found.rows == len(data.test_y)
    for label in (0, 1):
        assert found.figures.recall[label] == pytest.approx((taken[data.test_y == label] == label).mean())
        assert found.figures.precision[label] == pytest.approx((data.test_y[taken == label] == label).mean())
    curve = found.curves[focus]
    half = curve.at(0.5)
    assert curve.true_positives[half] == (taken[data.test_y == 1] == 1).sum()
    assert set(found.curves) == {0, 1}


def test_a_class_is_parted_from_all_others() -> None:
    trained = trainer(source="digits", units=10)
    found, truth = seen(trained, positive=7), trained.dataset.test_y
    assert found.positive == 7
    assert found.curves[0].positives == (truth == 7).sum()
    assert seen(trained, positive=99).positive == 9


def test_validation_rows_are_looked_at_while_the_test_set_is_sealed() -> None:
    recipe = parse(
        {
            "data": {"source": "gauss", "train": 60, "validation": 20, "test": 80},
            "layers": [{"kind": "dense", "units": 2}],
        }
    )
    trained = Trainer(recipe, load(recipe.data), seals_test=True)
    found = seen(trained)
    assert (found.rows, found.of_validation) == (20, True)
    found = seen(Trainer(recipe, load(recipe.data)))
    assert (found.rows, found.of_validation) == (80, False)


def test_a_diverged_lane_has_no_figures() -> None:
    trained = trainer()
    for lane in (0, 1):
        trained.groups[0].diverged_at[lane] = 40
    found = seen(trained)
    assert found.figures is None
    assert found.calibration is None
    assert not found.curves
    assert np.isfinite(found.baseline.cross_entropy)
