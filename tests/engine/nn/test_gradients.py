"""Backpropagation against central differences of the loss, in float64, for several lanes at once."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_layers, lane_seed
from engine.nn.layers.base import Shape
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.losses import LOSSES
from engine.nn.network import Network
from tests.conftest import thorough_product
from tests.engine.helpers import activation, batch_norm, dense, dropout, lane, recipe

FUNCTIONS = tuple(ACTIVATIONS)
ROWS, FEATURES, CLASSES = 6, 3, 2
H = 1e-5  # the error of a central difference is about H^2 f''' / 6 + 1e-16 / H, that is 1e-10 or 1e-11

PENALTIES = {
    "none": [lane("a"), lane("b", seed=5)],
    "l1": [lane("a", l1=0.2), lane("b", seed=5), lane("c", l1=0.03, seed=5)],
    "l2": [lane("a", l2=0.2), lane("b", seed=5), lane("c", l2=1.5, settings={"layers.0.l2": 0.0})],
    "both": [lane("a", l1=0.1, l2=0.2), lane("b", l2=0.4, seed=5), lane("c", l1=0.3, settings={"layers.0.l1": 0.01})],
}

STACKS: dict[str, list[dict[str, Any]]] = {
    "dropout in the middle": [dense(4), activation("tanh"), dropout(0.4), dense(CLASSES)],
    "dropout before the activation": [dense(4), dropout(0.4), activation("gelu"), dense(CLASSES)],
    "dropout first": [dropout(0.4), dense(4), activation("tanh"), dense(CLASSES)],
    "dropout on the logits": [dense(4), activation("tanh"), dropout(0.2), dense(CLASSES), dropout(0.4)],
    "two dropouts running": [dense(4), dropout(0.3), dropout(0.3), activation("elu"), dense(CLASSES)],
    "activation last": [dense(4), activation("tanh"), dense(CLASSES), activation("sigmoid")],
    "gelu last": [dense(4), activation("gelu"), dense(CLASSES), activation("gelu")],
    "activation and dropout last": [dense(CLASSES), activation("elu"), dropout(0.4)],
    "activation first": [activation("elu"), dense(4), activation("tanh"), dense(CLASSES)],
    "activation and dropout first": [activation("gelu"), dropout(0.4), dense(4), activation("elu"), dense(CLASSES)],
    "two activations running": [dense(4), activation("gelu"), activation("tanh"), dense(CLASSES)],
    "no bias": [dense(4, bias=False), activation("tanh"), dropout(0.4), dense(CLASSES, bias=False)],
    "bias on some": [dense(4, bias=False), activation("gelu"), dense(3), activation("tanh"), dense(2, bias=False)],
    "one layer": [dense(CLASSES)],
    "linear and deep": [dense(3), dense(4), dense(2), dense(CLASSES)],
    "one unit wide": [dense(1), activation("tanh"), dense(CLASSES)],
    "batch norm before the activation": [dense(4, bias=False), batch_norm(), activation("tanh"), dense(CLASSES)],
    "batch norm after the activation": [dense(4), activation("gelu"), batch_norm(epsilon=0.1), dense(CLASSES)],
    "batch norm first": [batch_norm(), dense(4), activation("tanh"), dense(CLASSES)],
    "batch norm behind dropout at the start": [dropout(0.4), batch_norm(epsilon=0.01), dense(CLASSES)],
    "batch norm last": [dense(4), activation("sigmoid"), dense(CLASSES), batch_norm()],
    "batch norm everywhere": [
        *(batch_norm(), dense(3), batch_norm(), batch_norm(epsilon=1.0), activation("elu"), dropout(0.3)),
        *(batch_norm(epsilon=0.1), dense(CLASSES), batch_norm(), activation("sigmoid")),
    ],
}


class Bench:
    """A network with random parameters on random rows, with its dropout masks held fixed."""

    def __init__(self, experiment: Experiment, *, own_rows: bool, shape: Shape = (FEATURES,)) -> None:
        lanes = range(len(experiment.lanes))
        stacks = [lane_layers(experiment, lane) for lane in lanes]
        rng = np.random.default_rng(20)
        self.network = Network(experiment.layers, shape, len(lanes), np.float64)
        self.network.initialize(stacks, [lane_seed(experiment, lane) for lane in lanes])
        self.network.parameters[:, self.network.n_weights :] = rng.normal(
            0, 0.3, (len(lanes), self.network.parameters.shape[1] - self.network.n_weights)
        )
        self.network.configure(stacks, experiment.dropout_scaling)
        self.loss = LOSSES[experiment.loss]()
        self.work = self.network.workspace(ROWS, training=True)
        draws = len(lanes) if own_rows else 1
        self.work.values[0] = rng.normal(0, 1, (draws, ROWS, math.prod(shape)))
        self.targets = np.eye(CLASSES)[rng.integers(0, CLASSES, (draws, ROWS))]
        raw = rng.integers(0, 2**16, (draws, ROWS * self.network.mask_units), np.uint16)
        self.network.draw_masks(raw, self.work)

    def objective(self) -> NDArray[np.float64]:
        """What training makes small, for each lane."""
        outputs = self.network.forward(self.work)
        return self.loss.total(outputs, self.targets) / ROWS + self.network.penalties()

    def gradients(self) -> NDArray[np.float64]:
        self.loss.gradient(self.network.forward(self.work), self.targets, self.work.output_delta)
        self.network.backward(self.work)
        return self.network.gradients.copy()

    def central_differences(self) -> NDArray[np.float64]:
        """Lanes do not touch each other, so the same parameter of all of them can be moved at once."""
        found = np.empty_like(self.network.parameters)
        for index in range(found.shape[1]):
            column = self.network.parameters[:, index]
            original = column.copy()
            column[:] = original + H
            above = self.objective()
            column[:] = original - H
            found[:, index] = (above - self.objective()) / (2 * H)
            column[:] = original
        return found


def assert_gradients_agree(experiment: Experiment, *, own_rows: bool = True, shape: Shape = (FEATURES,)) -> None:
    bench = Bench(experiment, own_rows=own_rows, shape=shape)
    numerical = bench.central_differences()
    assert np.abs(numerical).max() > 1e-3
    np.testing.assert_allclose(bench.gradients(), numerical, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize(
    ("function", "loss", "penalty"), thorough_product(tuple(FUNCTIONS), tuple(LOSSES), tuple(PENALTIES))
)
def test_every_activation_with_every_loss_and_penalty(function: str, loss: str, penalty: str) -> None:
    layers = [dense(4), activation(function), dense(3), activation(function), dense(CLASSES)]
    assert_gradients_agree(recipe(*layers, loss=loss, lanes=PENALTIES[penalty]))


@pytest.mark.parametrize("scaling", ["test", "train"])
@pytest.mark.parametrize("stack", STACKS)
def test_every_order_of_layers(stack: str, scaling: str) -> None:
    lanes = [lane("a", l2=0.1), lane("b", seed=5, rate=0.7), lane("c", rate=0.0), lane("d", l1=0.1)]
    assert_gradients_agree(recipe(*STACKS[stack], dropout_scaling=scaling, lanes=lanes))


def test_lanes_that_share_one_batch() -> None:
    lanes = [lane("a"), lane("b", l2=0.3), lane("c", rate=0.8)]
    for first in (dropout(0.3), batch_norm()):
        layers = [first, dense(4), activation("tanh"), dropout(0.5), dense(CLASSES)]
        assert_gradients_agree(recipe(*layers, lanes=lanes), own_rows=False)


def test_one_lane_does_not_move_another() -> None:
    bench = Bench(recipe(*STACKS["dropout in the middle"], lanes=[lane("a"), lane("b"), lane("c")]), own_rows=False)
    before = bench.objective()
    bench.network.parameters[1] += 0.1
    after = bench.objective()
    assert after[[0, 2]].tolist() == before[[0, 2]].tolist()
    assert after[1] != before[1]
