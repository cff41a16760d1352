"""The plane as layers bend it: each point where the formulas put it, wider layers by what they vary in most."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.net.bent import LINES, POINTS, Bent, flattened
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, lane_bytes, recipe


def spiral(*layers: dict[str, Any]) -> Trainer:
    experiment = parse({"data": {"source": "spiral", "train": 80, "test": 40}, "layers": list(layers)})
    return Trainer(experiment, load(experiment.data))


def seen(trainer: Trainer) -> Bent:
    found = look_inside(trainer, InspectionRequest(frozenset(["bent"])))["bent"]
    assert isinstance(found, Bent)
    return found


def test_layers_of_two_units_are_shown_as_they_are() -> None:
    trainer = spiral(dense(2), activation("tanh"), dense(1), activation("tanh"), dense(2))
    trainer.run(10)
    plane, first, second = seen(trainer).planes
    parameters = trainer.lane_parameters(0)
    data = trainer.dataset

    def bend(points: np.ndarray) -> np.ndarray:
        scaled = data.preparation.apply(points.reshape(-1, 2).astype(np.float32))
        return np.asarray(np.tanh(scaled @ parameters[0]["weight"] + parameters[0]["bias"]).reshape(points.shape))

    assert plane.lines.shape == (2, LINES, POINTS, 2)
    assert (np.ptp(plane.lines[0], axis=1)[:, 1] == 0).all(), "along the first feature"
    assert (np.ptp(plane.lines[1], axis=1)[:, 0] == 0).all()
    np.testing.assert_allclose(first.lines, bend(plane.lines), atol=1e-5)
    np.testing.assert_allclose(first.points, bend(plane.points), atol=1e-5)
    assert (first.row, second.row) == (0, 2)
    assert (first.spread, second.units) == (1.0, 1)
    assert (second.points[:, 1] == 0).all()


def test_a_wide_layer_is_shown_by_its_principal_components() -> None:
    rng = np.random.default_rng(3)
    rows = rng.normal(0, [3, 2, 0.5, 0.1], (200, 4)) @ np.linalg.qr(rng.normal(size=(4, 4)))[0]
    plane = rng.normal(size=(200, 2))
    there, here, spread = flattened(rows[:50], rows, plane)
    values = np.sort(np.linalg.eigvalsh(np.cov(rows.T)))[::-1]
    assert np.isclose(spread, values[:2].sum() / values.sum())
    assert np.isclose(np.trace(np.cov(here.T)), values[:2].sum())
    np.testing.assert_allclose(there, here[:50])
    centred = plane - plane.mean(axis=0)
    for angle in np.linspace(0, 2 * np.pi, 60):
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        assert (here * centred).sum() >= (here @ turn * centred).sum() - 1e-9, "it lies like the plane as far as it can"


def test_rows_that_are_no_points_have_no_planes() -> None:
    assert seen(Trainer(recipe(dense(4), activation(), dense(3)), blobs())).planes == ()


def test_a_look_changes_nothing() -> None:
    looked, alone = (spiral(dense(5), activation("tanh"), dense(2)) for _ in range(2))
    for _ in range(3):
        looked.run(3)
        alone.run(3)
        seen(looked)
        assert lane_bytes(looked, 0) == lane_bytes(alone, 0)
