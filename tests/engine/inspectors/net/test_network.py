"""What the drawing is told of the network is so, and a look at it changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.boundary import Boundary
from engine.inspectors.net.blocks import blocks, shown_layer
from engine.inspectors.net.network import EVERY, LINE, STRONGEST, NetworkLook
from engine.nn.shapes import layer_shapes
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, blobs, dense, dropout, lane, lane_bytes, recipe, small_net


def seen(trainer: Trainer, **request: Any) -> NetworkLook:
    found = look_inside(trainer, InspectionRequest(frozenset(["network"]), **request))["network"]
    assert isinstance(found, NetworkLook)
    return found


def softmax(z: np.ndarray) -> np.ndarray:
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


def test_columns_are_the_input_and_the_layers_with_weights() -> None:
    layers = recipe(dropout(), dense(4), activation(), dropout(), dense(3)).layers
    first, hidden, output = blocks(layers)
    assert (first.head, first.rows) == (None, (0,))
    assert (hidden.head, hidden.rows) == (1, (1, 2, 3))
    assert (output.head, output.rows) == (4, (4,))
    shapes = layer_shapes(layers, (6,))
    assert [shown_layer(layers, block, shapes) for block in (first, hidden, output)] == [None, 2, 4]


def test_units_say_what_the_formulas_say() -> None:
    trainer = Trainer(small_net(rate=0.25), blobs())
    trainer.run(30)
    (net,) = seen(trainer, example=4).lanes
    parameters = trainer.lane_parameters(0)
    x = trainer.groups[0].rows.train_x.astype(np.float64)
    hidden = np.maximum(x @ parameters[0]["weight"] + parameters[0]["bias"], 0)
    deeper = np.tanh(hidden * 0.75 @ parameters[3]["weight"] + parameters[3]["bias"])  # dropout shrinks in testing
    said = softmax(deeper * 0.75 @ parameters[6]["weight"] + parameters[6]["bias"])
    for column, values in zip(net.columns, (x, hidden, deeper, said), strict=True):
        np.testing.assert_allclose(column.value, values[4], rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(column.mean, values.mean(axis=0), rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(column.std, values.std(axis=0), rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(net.columns[1].dead, (hidden == 0).all(axis=0))
    np.testing.assert_allclose(net.columns[2].flat, (1 - deeper**2 < 0.05).mean(axis=0), atol=1e-6)
    assert np.isnan(net.columns[1].flat).all()
    np.testing.assert_array_equal(net.columns[1].bias, parameters[0]["bias"])


def test_a_unit_that_no_row_wakes_is_dead() -> None:
    trainer = Trainer(recipe(dense(3), activation(), dense(3)), blobs())
    trainer.groups[0].network.layers[0].bias[0, 0, 1] = -1000  # type: ignore[attr-defined]
    assert seen(trainer).lanes[0].columns[1].dead.tolist() == [False, True, False]


def test_all_weights_of_a_small_layer_are_told_and_the_largest_of_a_large_one() -> None:
    trainer = Trainer(recipe(dense(50), activation(), dense(30), activation(), dense(3)), blobs())
    (net,) = seen(trainer).lanes
    weights = [trainer.lane_parameters(0)[index]["weight"] for index in (0, 2, 4)]
    small, large, _ = net.edges
    assert len(small.weight) == small.total == 200 <= EVERY
    assert (large.total, len(large.weight)) == (1500, STRONGEST)
    for edges, weight in zip(net.edges, weights, strict=True):
        np.testing.assert_array_equal(edges.weight, weight[edges.source, edges.target])
        assert (np.diff(np.abs(edges.weight)) >= 0).all(), "the largest last"
    assert np.abs(large.weight).min() >= np.sort(np.abs(weights[1]).ravel())[-STRONGEST]


def test_the_gradient_is_what_the_coming_step_takes() -> None:
    trainer = Trainer(small_net(rate=0.0), blobs())
    (net,) = seen(trainer, gradients=True).lanes
    before = trainer.lane_parameters(0)
    trainer.run(1)
    after = trainer.lane_parameters(0)
    for edges, column, index in zip(net.edges, net.columns[1:], (0, 3, 6), strict=True):
        step = (before[index]["weight"] - after[index]["weight"]) / 0.1
        np.testing.assert_allclose(edges.gradient, step[edges.source, edges.target], atol=2e-6)
        np.testing.assert_allclose(column.slope, (before[index]["bias"] - after[index]["bias"]) / 0.1, atol=2e-6)
    assert not len(seen(trainer).lanes[0].edges[0].gradient), "only where they are wanted"


def spiral(**fields: Any) -> Trainer:
    layers = [dense(6), activation("tanh"), dense(2)]
    experiment = parse({"data": {"source": "spiral", "train": 60, "test": 40}, "layers": layers, **fields})
    return Trainer(experiment, load(experiment.data))


def test_the_maps_of_the_output_are_the_decision_regions() -> None:
    trainer = spiral()
    trainer.run(20)
    look = seen(trainer)
    boundary = look_inside(trainer, InspectionRequest(frozenset(["boundary"])))["boundary"]
    assert isinstance(boundary, Boundary)
    assert (look.x, look.y) == (boundary.x, boundary.y)
    maps = look.lanes[0].columns[-1].maps
    assert maps.shape[0] == 2
    np.testing.assert_allclose(maps.sum(axis=0), 1, atol=1e-6)
    across = np.rint((np.arange(maps.shape[2]) + 0.5) / maps.shape[2] * boundary.shares.shape[2] - 0.5).astype(int)
    np.testing.assert_allclose(maps[1], boundary.shares[0, :, :, 1][np.ix_(across, across)], atol=0.25)


def test_the_maps_of_the_input_are_its_features() -> None:
    look = seen(spiral())
    first, second = look.lanes[0].columns[0].maps
    assert (np.diff(first, axis=1) > 0).all()
    assert np.allclose(first, first[:1])
    assert (np.diff(second, axis=0) > 0).all(), "upwards"


def test_one_feature_gives_a_curve_a_unit() -> None:
    layers = [dense(5), activation("tanh"), dense(1)]
    data = {"source": "sine", "task": "numbers", "train": 30, "test": 20}
    experiment = parse({"data": data, "layers": layers, "loss": "mean_squared_error"})
    trainer = Trainer(experiment, load(experiment.data))
    assert [column.maps.shape for column in seen(trainer).lanes[0].columns] == [
        (1, 1, LINE),
        (5, 1, LINE),
        (1, 1, LINE),
    ]


def test_pictures_have_the_weights_of_the_first_layer() -> None:
    experiment = parse({"data": {"source": "digits", "train": 60, "test": 40}, "layers": [dense(7), dense(10)]})
    trainer = Trainer(experiment, load(experiment.data))
    pictures = seen(trainer).lanes[0].pictures
    weight = trainer.lane_parameters(0)[0]["weight"]
    np.testing.assert_array_equal(pictures, weight.T.reshape(7, 8, 8))


def test_filters_are_told_by_what_they_find() -> None:
    conv = {"kind": "conv2d", "filters": 3, "kernel": 3, "padding": "same"}
    layers = [conv, activation(), {"kind": "max_pool"}, {"kind": "flatten"}, dense(5), activation(), dense(10)]
    experiment = parse({"data": {"source": "digits", "train": 60, "test": 40}, "layers": layers})
    trainer = Trainer(experiment, load(experiment.data))
    (net,) = seen(trainer, gradients=True, example=2).lanes
    picture, filters, hidden, _ = net.columns
    assert [len(column.value) for column in net.columns] == [64, 3, 5, 10]
    assert filters.finds.shape == (3, 4, 4)
    np.testing.assert_allclose(filters.value, filters.finds.mean(axis=(1, 2)), atol=1e-6)
    weight = trainer.lane_parameters(0)[0]["weight"].astype(np.float64)
    padded = np.pad(picture.value.reshape(8, 8), 1)
    found = np.array(
        [[(padded[y : y + 3, x : x + 3, None] * weight[:, :, 0]).sum((0, 1)) for x in range(8)] for y in range(8)]
    )
    pooled = np.maximum(found, 0).reshape(4, 2, 4, 2, 3).max(axis=(1, 3))
    np.testing.assert_allclose(np.moveaxis(filters.finds, 0, -1), pooled, atol=1e-4)
    assert [edges.total for edges in net.edges] == [3, 15, 50], "from channel to channel"
    assert not len(hidden.finds)


def test_several_lanes_are_told_of_at_once() -> None:
    lanes = [lane("a"), lane("b", seed=5), lane("c", l2=0.5)]
    trainer = Trainer(small_net(lanes=lanes), blobs())
    trainer.run(10)
    look = seen(trainer, drawn=(2, 0))
    assert [net.lane for net in look.lanes] == [2, 0]
    for net in look.lanes:
        edges = net.edges[0]
        weight = trainer.lane_parameters(net.lane)[0]["weight"]
        np.testing.assert_array_equal(edges.weight, weight[edges.source, edges.target])


@pytest.mark.parametrize("gradients", [False, True])
def test_a_lane_that_has_diverged_is_drawn_as_it_left(gradients: bool) -> None:
    trainer = Trainer(small_net(lanes=[lane("a", learning_rate=100.0, l2=10.0), lane("b", seed=5)]), blobs())
    trainer.run(400)
    assert trainer.diverged_at.keys() == {0}
    look = seen(trainer, drawn=(0, 1), gradients=gradients)
    assert look.lanes[0].columns[1].kept.all()
    assert np.isfinite(look.lanes[1].columns[1].value).all()


def test_a_look_changes_nothing() -> None:
    looked, alone = (Trainer(small_net(lanes=[lane("a"), lane("b", seed=5)]), blobs()) for _ in range(2))
    for _ in range(5):
        looked.run(3)
        alone.run(3)
        seen(looked, gradients=True, drawn=(0, 1))
        assert [lane_bytes(looked, index) for index in (0, 1)] == [lane_bytes(alone, index) for index in (0, 1)]
