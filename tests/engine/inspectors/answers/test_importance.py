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


def with_formula(folder: Path, formula: str) -> Trainer:
    """Numbers that are the product of two of three columns, which the net is also given as a formula."""
    rng = np.random.default_rng(2)
    x = rng.uniform(1, 9, size=(300, 3))
    x[:, 1] = np.where(x[:, 1] < x[:, 0], x[:, 1], x[:, 0] - 0.5)  # so that quantity - price is above 0
    lines = [f"{a:.3f},{b:.3f},{c:.3f},{a * b:.3f}" for a, b, c in x]
    path = folder / "orders.csv"
    path.write_text("quantity,price,noise,revenue\n" + "\n".join(lines) + "\n", encoding="utf-8")
    recipe = parse(
        {
            "data": {
                "source": str(path),
                "task": "numbers",
                "label": "revenue",
                "train": 200,
                "test": 100,
                "scaling": "standard",
                "inputs": ["quantity", "price", "noise", formula],
            },
            "layers": [{"kind": "dense", "units": 8}, {"kind": "activation"}, {"kind": "dense", "units": 1}],
            "optimizer": {"kind": "adam", "learning_rate": 0.02},
            "loss": "mean_squared_error",
        }
    )
    trained = Trainer(recipe, load(recipe.data))
    trained.run(500)
    return trained


def test_columns_are_shuffled_before_formulas_are_worked_out(tmp_path: Path) -> None:
    trained = with_formula(tmp_path, "quantity * price")
    found = seen(trained)
    assert found.names == ("quantity", "price", "noise")
    assert not found.of_inputs
    assert found.score > 0.98
    assert found.lost[:2].min() > 0.2  # what the formula says is wrong, too
    assert abs(found.lost[2]) < 0.05
    # by hand: the very shuffles, each row worked out alone
    raw, data = trained.dataset.raw().test, trained.dataset
    orders = np.random.Generator(np.random.PCG64(0)).permuted(np.tile(np.arange(100), (3, 1)), axis=1)
    lost = []
    for order in orders:
        quantity, price, noise = raw[order, 0], raw[:, 1], raw[:, 2]
        rows = np.stack([quantity, price, noise, quantity * price], axis=1)
        said = of_lane(trained.groups[0], 0, ((rows - data.offset) / data.scale).astype(np.float32))[:, 0]
        rest = ((said - data.test_y) ** 2).sum() / ((data.test_y - data.test_y.mean()) ** 2).sum()
        lost.append(found.score - (1 - rest))
    assert found.lost[0] == pytest.approx(np.mean(lost), abs=1e-3)


def test_where_a_formula_has_no_value_inputs_are_shuffled(tmp_path: Path) -> None:
    found = seen(with_formula(tmp_path, "log(quantity - price)"))
    assert found.of_inputs
    assert found.names == ("quantity", "price", "noise", "log(quantity - price)")
    assert np.isfinite(found.lost).all()
