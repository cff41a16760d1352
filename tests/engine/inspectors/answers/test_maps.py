"""Maps are what the network computes, and the part of a picture that a number sees is where changes reach it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import load
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.maps import Maps, Patch, receptive_field, seen_by
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, dense, lane, pictures, recipe

STACK = [
    {"kind": "conv2d", "filters": 3, "padding": "same"},
    batch_norm(),
    activation("relu"),
    {"kind": "max_pool"},
    {"kind": "conv2d", "filters": 40, "kernel": 2},
    activation("tanh"),
    {"kind": "flatten"},
    dense(3),
]


@pytest.fixture(scope="module")
def trainer() -> Trainer:
    trainer = Trainer(recipe(*STACK, lanes=[lane("a"), lane("b", seed=1)]), pictures((8, 6, 2)))
    trainer.run(20)
    return trainer


def look(trainer: Trainer, **fields: object) -> Maps:
    found = look_inside(trainer, InspectionRequest(frozenset(["maps"]), **fields))["maps"]  # type: ignore[arg-type]
    assert isinstance(found, Maps)
    return found


def test_they_are_what_goes_through_the_network(trainer: Trainer) -> None:
    before = trainer.lane_state(1).tobytes()
    found = look(trainer, focus=1, row=4)
    assert (found.focus, found.row, found.label) == (1, 4, trainer.dataset.train_y[4])
    assert np.array_equal(found.picture.ravel(), trainer.groups[0].rows.train_x[4])
    assert [layer.index for layer in found.layers] == [0, 1, 2, 3, 4, 5], "flattened, there are no maps any more"
    work = trainer.groups[0].network.workspace(1, training=False)
    work.values[0] = trainer.groups[0].rows.train_x[None, 4:5]
    passed = {index: values[1, 0].copy() for index, values in trainer.groups[0].network.walk(work)}
    for layer in found.layers:
        height, width, shown = layer.values.shape
        whole = passed[layer.index].reshape(height, width, layer.n_channels)
        np.testing.assert_allclose(layer.values, whole[:, :, :shown], rtol=1e-6, atol=1e-7)
    assert found.layers[4].values.shape == (3, 2, 32)
    assert found.layers[4].n_channels == 40
    assert found.said.sum() == pytest.approx(1)
    assert trainer.lane_state(1).tobytes() == before


def test_a_drawing_goes_through_in_place_of_a_row(trainer: Trainer) -> None:
    drawing = tuple(trainer.dataset.unscaled(trainer.groups[0].rows.train_x[7]).tolist())
    found = look(trainer, row=4, drawing=drawing, sees_drawing=True)
    assert (found.row, found.label) == (-1, -1)
    np.testing.assert_allclose(found.picture.ravel(), trainer.groups[0].rows.train_x[7], rtol=1e-5)
    assert look(trainer, row=4, drawing=drawing).row == 4


@pytest.mark.parametrize("place", [0, 3, 4])
def test_what_a_number_sees_is_where_a_change_reaches_it(place: int) -> None:
    """Of the same layers with weights of one: each pixel is changed in turn."""
    layers = [layer for layer in STACK if layer["kind"] not in ("batch_norm", "max_pool")]
    layers.insert(2, {"kind": "average_pool"})
    index = {0: 0, 3: 2, 4: 3}[place]
    trainer = Trainer(recipe(*layers), pictures((8, 6, 1)))
    for layer in trainer.groups[0].network.weighted_layers:
        layer.weight[:] = 1
    maps = look(trainer)
    shape = maps.layers[index].values.shape
    for row, column in np.ndindex(shape[:2]):
        (patch, *_) = receptive_field(maps.layers, index, Patch(row, row + 1, column, column + 1))
        reached = np.zeros((8, 6), bool)
        work = trainer.groups[0].network.workspace(1, training=False)
        for pixel in np.ndindex(8, 6):
            outputs = []
            for value in (10.0, 20.0):
                x = np.full((8, 6), 5.0, np.float32)
                x[pixel] = value
                work.values[0] = x.reshape(1, 1, -1)
                values = next(out for i, out in trainer.groups[0].network.walk(work) if i == maps.layers[index].index)
                outputs.append(values.reshape(*shape[:2], -1)[row, column, 0])
            reached[pixel] = outputs[0] != outputs[1]
        expected = np.zeros((8, 6), bool)
        expected[patch.top : patch.bottom, patch.left : patch.right] = True
        assert np.array_equal(reached, expected), (row, column)


def test_a_layer_that_takes_numbers_one_by_one_sees_one(trainer: Trainer) -> None:
    found = look(trainer)
    assert seen_by(found.layers[2], Patch(1, 2, 3, 4)) == Patch(1, 2, 3, 4)


def test_rows_that_are_no_pictures_have_no_maps() -> None:
    experiment = recipe(dense(2), data={"source": "gauss"})
    trainer = Trainer(experiment, load(experiment.data))
    assert look_inside(trainer, InspectionRequest(frozenset(["maps"])))["maps"] is None
