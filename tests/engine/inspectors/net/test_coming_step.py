"""The numbers of the coming step: each column's follow from the ones before, and the new weight is the trainer's."""

from __future__ import annotations

import numpy as np
import pytest

from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.net.coming_step import ComingStep
from engine.train.trainer import Trainer
from tests.engine.helpers import OPTIMIZER_KINDS, activation, blobs, dense, lane, recipe, small_net


def seen(trainer: Trainer, focus: int = 0) -> ComingStep:
    found = look_inside(trainer, InspectionRequest(frozenset(["coming_step"]), focus=focus))["coming_step"]
    assert isinstance(found, ComingStep)
    return found


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_the_new_weights_are_those_that_the_step_makes(kind: str) -> None:
    trainer = Trainer(small_net(rate=0.3, lanes=[lane("a"), lane("b", seed=5)], optimizer={"kind": kind}), blobs())
    trainer.run(3)
    foretold = [seen(trainer, focus) for focus in (0, 1)]
    trainer.run(1)
    for focus, step in enumerate(foretold):
        parameters = trainer.lane_parameters(focus)
        for layer in step.layers:
            assert layer.after.tobytes() == parameters[layer.row]["weight"].tobytes()
            np.testing.assert_array_equal(layer.bias_after.astype(np.float32), parameters[layer.row]["bias"])


def test_every_number_follows_from_those_before() -> None:
    trainer = Trainer(small_net(rate=0.3), blobs())
    trainer.run(3)
    step = seen(trainer)
    assert [layer.row for layer in step.layers] == [0, 3, 6]
    for layer, l2 in zip(step.layers, step.l2, strict=True):
        np.testing.assert_allclose(layer.z, layer.x @ layer.weight + layer.bias, atol=1e-5)
        np.testing.assert_allclose(layer.data, layer.x.T @ layer.delta, atol=1e-6)
        np.testing.assert_allclose(layer.pull, l2 * layer.weight, atol=1e-7)
        np.testing.assert_allclose(layer.after, layer.weight - step.rate * layer.gradient, atol=1e-6)
        np.testing.assert_allclose(layer.bias_gradient, layer.delta.sum(axis=0), atol=1e-6)
    for before, behind in zip(step.layers, step.layers[1:], strict=False):
        np.testing.assert_array_equal(before.y, behind.x)
        np.testing.assert_allclose(before.back, behind.delta @ behind.weight.T, atol=1e-6)
    last = step.layers[-1]
    shares = np.exp(last.y) / np.exp(last.y).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(last.delta, (shares - step.targets) / len(step.targets), atol=1e-6)


def test_a_large_net_is_too_large_and_a_lane_that_has_left_has_none() -> None:
    large = seen(Trainer(recipe(dense(40), activation(), dense(3)), blobs()))
    assert large.is_too_large
    assert not large.layers
    trainer = Trainer(small_net(lanes=[lane("a", learning_rate=100.0, l2=10.0), lane("b", seed=5)]), blobs())
    trainer.run(400)
    assert not seen(trainer, 0).layers
    assert not seen(trainer, 0).is_too_large
    assert seen(trainer, 1).layers
