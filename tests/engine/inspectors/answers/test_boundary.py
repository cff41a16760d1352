"""The cells of the plane have the probabilities of a plain forward pass, in the units of the features."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.boundary import LEAST, MARGIN, SIDE, Boundary, extent
from engine.train.trainer import Trainer


def trainer(lanes: int | list[dict[str, Any]] = 2, units: int = 6, **changes: Any) -> Trainer:
    recipe = parse(
        {
            "data": {"source": "circle", "train": 60, "test": 40, "scaling": "standard"},
            "layers": [
                {"kind": "dense", "units": units},
                {"kind": "activation", "function": "tanh"},
                {"kind": "dense", "units": 2},
            ],
            "lanes": [{"name": str(seed), "set": {"seed": seed}} for seed in range(lanes)]
            if isinstance(lanes, int)
            else lanes,
            **changes,
        }
    )
    return Trainer(recipe, load(recipe.data))


def seen(t: Trainer) -> Boundary:
    found = look_inside(t, InspectionRequest(frozenset(["boundary"])))["boundary"]
    assert isinstance(found, Boundary)
    return found


def test_the_cells_are_those_of_a_plain_forward_pass() -> None:
    t = trainer()
    t.run(50)
    found = seen(t)
    assert found.shares.shape == (2, SIDE, SIDE, 2)
    for lane, row, column in ((0, 0, 0), (0, 5, 30), (1, 39, 0), (1, 20, 21)):
        raw = np.array(
            [
                found.x[0] + (column + 0.5) / SIDE * (found.x[1] - found.x[0]),
                found.y[0] + (row + 0.5) / SIDE * (found.y[1] - found.y[0]),
            ]
        )
        first, _, last = t.lane_parameters(lane)
        hidden = np.tanh((raw - t.dataset.offset) / t.dataset.scale @ first["weight"].astype(float) + first["bias"])
        z = hidden @ last["weight"].astype(float) + last["bias"]
        np.testing.assert_allclose(found.shares[lane, row, column], np.exp(z) / np.exp(z).sum(), rtol=1e-3, atol=1e-5)


def test_the_picture_covers_all_rows_and_a_margin_in_the_units_of_the_features() -> None:
    t = trainer()
    found = seen(t)
    raw = np.concatenate([t.dataset.train_x, t.dataset.test_x]) * t.dataset.scale + t.dataset.offset
    for (low, high), values in ((found.x, raw[:, 0]), (found.y, raw[:, 1])):
        assert low < values.min() < values.max() < high
    assert found.x[1] - found.x[0] == pytest.approx(found.y[1] - found.y[0]), "circles are round"
    widest = np.ptp(raw, axis=0).max()
    assert widest / (found.x[1] - found.x[0]) == pytest.approx(1 - 2 * MARGIN, rel=1e-4)


def test_features_of_very_different_sizes_each_fill_the_picture() -> None:
    t = trainer(data={"source": "circle", "train": 60, "test": 40})
    data = t.dataset
    object.__setattr__(data.preparation, "scale", np.array([1, 1000], np.float32))
    x, y = extent(data)
    assert (y[1] - y[0]) / (x[1] - x[0]) > 500


def test_a_feature_that_never_changes_still_has_a_range() -> None:
    data = trainer().dataset
    object.__setattr__(data, "train_x", np.zeros_like(data.train_x))
    object.__setattr__(data, "test_x", np.zeros_like(data.test_x))
    x, y = extent(data)
    assert x[0] < x[1]
    assert y[0] < y[1]


def test_many_lanes_and_large_nets_have_fewer_cells() -> None:
    sides = [seen(trainer(lanes, units)).shares.shape[1] for lanes, units in ((1, 6), (9, 6), (30, 300), (60, 2000))]
    assert sides[:2] == [SIDE, SIDE]
    assert LEAST <= sides[2] < SIDE
    assert sides[3] == LEAST


def test_data_of_other_than_two_features_have_no_cells() -> None:
    layers = [{"kind": "dense", "units": 10}]
    assert seen(trainer(data={"source": "digits", "train": 20, "test": 10}, layers=layers)).shares.size == 0


def test_a_diverged_lane_is_blank() -> None:
    lanes = [{"name": "good"}, {"name": "bad", "set": {"optimizer.learning_rate": 100.0}}]
    t = trainer(lanes, optimizer={"kind": "sgd", "learning_rate": 0.01}, layers=[{"kind": "dense", "units": 2}] * 2)
    t.run(200)
    assert t.diverged_at.keys() == {1}
    found = seen(t)
    assert np.isfinite(found.shares[0]).all()
    assert np.isnan(found.shares[1]).all()


def test_looking_changes_nothing() -> None:
    watched, alone = trainer(), trainer()
    for _ in range(4):
        seen(watched)
        watched.run(3)
        alone.run(3)
    np.testing.assert_array_equal(watched.groups[0].network.parameters, alone.groups[0].network.parameters)
