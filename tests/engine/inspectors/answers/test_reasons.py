"""Reasons are checked against what the network itself does when a pixel is moved or hidden."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.reasons import Reasons, input_gradient
from engine.inspectors.probing import network_of, of_lane
from engine.nn.evaluation import outputs
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, dense, dropout, lane, pictures, recipe

CONV = {"kind": "conv2d", "filters": 3}
STACKS: dict[str, list[dict[str, Any]]] = {
    "dense": [dense(6), activation("tanh"), dense(3)],
    "everything": [
        *(CONV, batch_norm(), activation("gelu"), dropout(0.3), {"kind": "max_pool"}),
        *({**CONV, "padding": "same"}, {"kind": "layer_norm"}, activation("elu"), {"kind": "average_pool", "size": 1}),
        *({"kind": "flatten"}, dense(5), dropout(0.2), batch_norm(), dense(3)),
    ],
    "global": [CONV, activation("sigmoid"), {"kind": "global_average_pool"}, dense(3)],
}


@pytest.mark.parametrize("scaling", ["test", "train"])
@pytest.mark.parametrize("stack", STACKS)
def test_the_gradient_is_that_of_central_differences(stack: str, scaling: str) -> None:
    """In testing: dropout is a factor or nothing, and batch normalization has its running statistics."""
    experiment = recipe(*STACKS[stack], dropout_scaling=scaling)
    trainer = Trainer(experiment, pictures((6, 7, 1)), dtype=np.float64)
    trainer.run(20)
    before = trainer.lane_state(0).tobytes()
    network, x = network_of(trainer.groups[0], 0), trainer.groups[0].rows.train_x[3:4].copy()
    _, deltas = input_gradient(network, x, 1)
    expected = np.empty(x.shape[1])
    for pixel in range(x.shape[1]):
        ends = []
        for step in (1e-5, -1e-5):
            moved = x.copy()
            moved[0, pixel] += step
            ends.append(outputs(network, moved)[0, 0, 1])
        expected[pixel] = (ends[0] - ends[1]) / 2e-5
    np.testing.assert_allclose(deltas[0][0, 0], expected, rtol=1e-5, atol=1e-8)
    assert trainer.lane_state(0).tobytes() == before


def look(trainer: Trainer, **fields: Any) -> Reasons:
    found = look_inside(trainer, InspectionRequest(frozenset(["reasons"]), **fields))["reasons"]
    assert isinstance(found, Reasons)
    return found


@pytest.fixture(scope="module")
def trainer() -> Trainer:
    layers = [CONV, activation("relu"), {"kind": "max_pool"}, dense(3)]
    trainer = Trainer(recipe(*layers, lanes=[lane("a"), lane("b", seed=1)]), pictures((8, 8, 1)))
    trainer.run(50)
    return trainer


def test_all_lanes_that_are_asked_answer(trainer: Trainer) -> None:
    before = trainer.lane_state(1).tobytes()
    found = look(trainer, row=5, asked=(1, 0))
    assert [of.lane for of in found.lanes] == [1, 0]
    for of in found.lanes:
        said = of_lane(trainer.groups[0], of.lane, trainer.groups[0].rows.train_x[5:6])[0]
        assert (of.answer, of.share) == (said.argmax(), said.max())
        assert of.saliency.shape == of.occlusion.shape == (8, 8)
        assert of.saliency.max() == 1
        assert of.cam is not None
        assert 0 <= of.cam.min() <= of.cam.max() <= 1
    assert trainer.lane_state(1).tobytes() == before
    assert [of.lane for of in look(trainer, focus=1).lanes] == [1]


def test_what_is_lost_by_hiding_a_corner(trainer: Trainer) -> None:
    """Only one window hides the corner pixel."""
    found = look(trainer, row=5).lanes[0]
    x = trainer.groups[0].rows.train_x[5:6].copy()
    hidden = x.reshape(8, 8).copy()
    hidden[:2, :2] = x.min()
    lost = found.share - of_lane(trainer.groups[0], 0, hidden.reshape(1, -1))[0, found.answer]
    assert found.occlusion[0, 0] == pytest.approx(lost, abs=1e-6)


def test_maps_are_weighed_by_what_the_answer_leans_on(trainer: Trainer) -> None:
    """By the formula, from the maps behind the last convolution and its nonlinearity."""
    found = look(trainer, row=5).lanes[0]
    values, deltas = input_gradient(network_of(trainer.groups[0], 0), trainer.groups[0].rows.train_x[5:6], found.answer)
    maps, gradient = values[2].reshape(6, 6, 3), deltas[2].reshape(6, 6, 3)
    small = np.maximum(sum(gradient[:, :, k].mean() * maps[:, :, k] for k in range(3)), 0)
    assert found.cam is not None
    assert found.cam[0, 0] == pytest.approx(small[0, 0] / small.max(), abs=1e-5)
    assert found.cam[7, 7] == pytest.approx(small[5, 5] / small.max(), abs=1e-5)


def test_a_net_without_convolution_has_no_such_maps() -> None:
    trainer = Trainer(recipe(dense(3)), pictures())
    assert look(trainer).lanes[0].cam is None


def test_rows_that_are_no_pictures_have_no_reasons() -> None:
    experiment = recipe(dense(2), data={"source": "gauss"})
    trainer = Trainer(experiment, load(experiment.data))
    assert look_inside(trainer, InspectionRequest(frozenset(["reasons"])))["reasons"] is None
