"""What filters look for, checked against a convolution worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.augmentation.pictures import picture_rows
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers import filters as module
from engine.inspectors.answers.filters import PATCHES, Filters
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, lane, pictures, recipe, small_net

CONV = {"kind": "conv2d", "filters": 4}
STACK = [{**CONV, "padding": "same"}, activation(), {"kind": "max_pool"}, CONV, activation(), dense(3)]


def look(trainer: Trainer, **fields: int) -> Filters | None:
    found = look_inside(trainer, InspectionRequest(frozenset(["filters"]), **fields))["filters"]
    assert found is None or isinstance(found, Filters)
    return found


@pytest.fixture(scope="module", params=[1, 3])
def trainer(request: pytest.FixtureRequest) -> Trainer:
    lanes = [lane("a"), lane("b", seed=3), lane("c", settings={"layers.3.on": False})]
    trainer = Trainer(recipe(*STACK, lanes=lanes), pictures((8, 8, request.param)))
    trainer.run(30)
    return trainer


def test_the_strongest_patches_are_those_that_a_sum_by_hand_finds(trainer: Trainer) -> None:
    found = look(trainer, focus=1)
    assert found is not None
    assert (found.layer, found.layers, found.n_filters, found.n_rows) == (0, (0, 3), 4, 30)
    parameters = trainer.lane_parameters(1)[0]
    shape = trainer.dataset.n_features // 64
    x = np.pad(trainer.dataset.train_x.reshape(30, 8, 8, shape), ((0, 0), (1, 1), (1, 1), (0, 0)))
    best = np.full(30, -np.inf)
    where = np.zeros((30, 2), int)
    for row, column in np.ndindex(8, 8):
        window = x[:, row : row + 3, column : column + 3]
        value = (window * parameters["weight"][..., 2]).sum(axis=(1, 2, 3)) + parameters["bias"][2]
        where[value > best] = row, column
        best = np.maximum(best, value)
    order = np.argsort(-best, kind="stable")[:PATCHES]
    np.testing.assert_array_equal(found.rows[2], order)
    np.testing.assert_allclose(found.found[2], best[order], rtol=1e-5)
    rows = picture_rows(trainer.dataset)
    assert rows is not None
    row, (top, left) = order[0], where[order[0]]
    framed = np.empty((10, 10, shape), np.float32)
    framed[:] = rows.paper
    framed[1:-1, 1:-1] = trainer.dataset.train_x[row].reshape(8, 8, shape)
    seen = np.clip((framed[top : top + 3, left : left + 3] - rows.low) / rows.unit, 0, 1)
    np.testing.assert_allclose(found.patches[2, 0], seen, atol=1e-6)


def test_how_far_they_have_come_since_the_start(trainer: Trainer) -> None:
    found, now = look(trainer, focus=1), trainer.lane_parameters(1)[0]["weight"]
    start = Trainer(trainer.experiment, trainer.dataset).lane_parameters(1)[0]["weight"]
    assert found is not None
    change = [np.linalg.norm(now[..., k] - start[..., k]) / np.linalg.norm(start[..., k]) for k in range(4)]
    np.testing.assert_allclose(found.change, change, rtol=1e-5)
    for k, channel in enumerate(found.channel):
        np.testing.assert_array_equal(found.weight[k], now[:, :, channel, k])
        np.testing.assert_array_equal(found.start[k], start[:, :, channel, k])


def test_later_filters_see_more_of_the_picture(trainer: Trainer) -> None:
    """3 numbers of a map of which each sees 2 + 2 pixels, two apart: 3 + 2 * 2 + 1 = 8, as worked by hand."""
    before = trainer.lane_state(0).tobytes()
    found = look(trainer, convolution=1)
    assert found is not None
    assert (found.layer, found.patches.shape[2:4]) == (3, (8, 8))
    assert trainer.lane_state(0).tobytes() == before


def test_a_lane_that_goes_without_one(trainer: Trainer) -> None:
    found = look(trainer, focus=2, convolution=1)
    assert found is not None
    assert (found.focus, found.layers) == (2, (0,))


def test_of_many_rows_some_are_asked(trainer: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 1)
    found = look(trainer)
    assert found is not None
    assert found.n_rows == PATCHES
    assert set(found.rows.ravel().tolist()) == set((np.arange(PATCHES) * 30 // PATCHES).tolist())


def test_without_a_convolution_there_is_nothing() -> None:
    assert look(Trainer(small_net(), blobs())) is None
    assert look(Trainer(recipe(dense(3)), pictures())) is None
