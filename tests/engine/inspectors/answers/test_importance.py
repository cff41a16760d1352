"""A column that decides everything is worth everything, and one that decides nothing is worth nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.importance import Importance
from engine.inspectors.probing import of_lane
from engine.train.trainer import Trainer


@pytest.fixture
def trainer(tmp_path: Path) -> Trainer:
    """The class is the sign of the second of three columns."""
    rng = np.random.default_rng(1)
    x = rng.normal(size=(300, 3))
    lines = [f"{a:.3f},{b:.3f},{c:.3f},{'up' if b > 0 else 'down'}" for a, b, c in x]
    path = tmp_path / "rows.csv"
    path.write_text("noise,sign,more noise,label\n" + "\n".join(lines) + "\n", encoding="utf-8")
    recipe = parse(
        {
            "data": {"source": str(path), "train": 200, "test": 100},
            "layers": [{"kind": "dense", "units": 2}],
            "optimizer": {"kind": "adam", "learning_rate": 0.05},
            "lanes": [{"name": "one"}, {"name": "two", "set": {"seed": 1}}],
        }
    )
    trained = Trainer(recipe, load(recipe.data))
    trained.run(200)
    return trained


def seen(trained: Trainer, focus: int = 0) -> Importance:
    found = look_inside(trained, InspectionRequest(frozenset(["importance"]), focus=focus))["importance"]
    assert isinstance(found, Importance)
    return found


@pytest.mark.parametrize("focus", [0, 1])
def test_what_decides_is_found(trainer: Trainer, focus: int) -> None:
    found, data = seen(trainer, focus), trainer.dataset
    assert found.names == ("noise", "sign", "more noise")
    assert found.score == pytest.approx(
        (of_lane(trainer.groups[0], focus, data.test_x).argmax(axis=1) == data.test_y).mean()
    )
    assert found.score > 0.95
    assert found.lost[1] == pytest.approx(found.score - 0.5, abs=0.1)  # nothing but guessing is left
    assert np.abs(found.lost[[0, 2]]).max() < 0.05


def test_a_look_changes_nothing_and_is_the_same_again(trainer: Trainer) -> None:
    before = [layer.copy() for layers in trainer.lane_parameters(0) for layer in layers.values()]
    first, second = seen(trainer), seen(trainer)
    after = [layer for layers in trainer.lane_parameters(0) for layer in layers.values()]
    assert all(np.array_equal(old, new) for old, new in zip(before, after, strict=True))
    assert np.array_equal(first.lost, second.lost)


def test_a_diverged_lane_relies_on_nothing(trainer: Trainer) -> None:
    trainer.groups[0].diverged_at[0] = 3
    assert np.isnan(seen(trainer).lost).all()


def test_pixels_are_not_told() -> None:
    recipe = parse({"data": {"source": "digits"}, "layers": [{"kind": "dense", "units": 10}]})
    assert seen(Trainer(recipe, load(recipe.data))).names == ()
