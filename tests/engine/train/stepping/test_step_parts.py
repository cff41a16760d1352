"""A step taken apart: its parts give the very weights that the step makes, and looking at them changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.experiment.experiment import Experiment
from engine.train.stepping.step_parts import StepParts
from engine.train.trainer import Trainer
from tests.engine.helpers import (
    OPTIMIZER_KINDS,
    activation,
    batch_norm,
    blobs,
    dense,
    lane,
    lane_bytes,
    recipe,
    small_net,
)

LANES = [lane("a"), lane("b", seed=5), lane("c", l2=0.3, learning_rate=0.01)]


def apart(trainer: Trainer, index: int) -> StepParts:
    parts = trainer.groups[0].coming_parts(index)
    assert parts is not None
    return parts


def learned(trainer: Trainer, index: int) -> bytes:
    row = trainer.groups[0].lanes.row_of(index)
    assert row is not None
    return trainer.groups[0].network.parameters[row].tobytes()


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_the_weights_foretold_are_those_of_the_step_bit_for_bit(kind: str) -> None:
    trainer = Trainer(small_net(rate=0.4, lanes=LANES, optimizer={"kind": kind}), blobs())
    for _ in range(4):
        trainer.run(2)
        foretold = [apart(trainer, index) for index in range(3)]
        assert [parts.before.tobytes() for parts in foretold] == [learned(trainer, index) for index in range(3)]
        trainer.run(1)
        assert [parts.after.tobytes() for parts in foretold] == [learned(trainer, index) for index in range(3)]


SCHEDULES: list[dict[str, Any]] = [
    {"schedule": {"kind": "cosine"}},
    {"schedule": {"kind": "constant", "warm_up": 9}},
    {"sampling": "full"},
    {"sampling": "shuffle"},
]


@pytest.mark.parametrize("fields", SCHEDULES, ids=lambda fields: str(next(iter(fields.values()))))
def test_rates_that_move_and_other_batches_are_foretold_too(fields: dict[str, Any]) -> None:
    trainer = Trainer(small_net(**fields), blobs())
    for _ in range(6):
        foretold = apart(trainer, 0)
        trainer.run(1)
        assert foretold.after.tobytes() == learned(trainer, 0)


def by_hand(experiment: Experiment) -> tuple[StepParts, Trainer]:
    trainer = Trainer(experiment, blobs())
    trainer.run(3)
    return apart(trainer, 0), trainer


def test_the_parts_are_what_the_formulas_say() -> None:
    layers = dense(5, l2=0.1), activation("tanh"), dense(3, l2=0.1)
    sgd = {"kind": "sgd", "learning_rate": 0.2}
    parts, trainer = by_hand(recipe(*layers, batch_size=8, optimizer=sgd))
    first, _, second = ({name: a.astype(np.float64) for name, a in p.items()} for p in trainer.lane_parameters(0))
    x, t = parts.x.astype(np.float64), parts.targets
    z = x @ first["weight"] + first["bias"]
    a = np.tanh(z)
    out = a @ second["weight"] + second["bias"]
    p = np.exp(out) / np.exp(out).sum(axis=1, keepdims=True)
    delta_out = (p - t) / len(x)
    delta_a = delta_out @ second["weight"].T
    delta_z = delta_a * (1 - a**2)
    for found, right in zip(parts.outputs, (z, a, out), strict=True):
        np.testing.assert_allclose(found, right, atol=1e-5)
    for delta, right in zip(parts.deltas, (delta_z, delta_a, delta_out), strict=True):
        assert delta is not None
        np.testing.assert_allclose(delta, right, atol=1e-6)
    weights = np.concatenate([first["weight"].ravel(), second["weight"].ravel()])
    products = np.concatenate([(x.T @ delta_z).ravel(), (a.T @ delta_out).ravel()])
    n = len(weights)
    np.testing.assert_allclose(parts.data_gradient[:n], products, atol=1e-6)
    np.testing.assert_allclose(parts.gradient[:n], products + 0.1 * weights, atol=1e-6)
    np.testing.assert_allclose(parts.after[:n], weights - 0.2 * (products + 0.1 * weights), atol=1e-6)
    assert parts.rate == pytest.approx(0.2)


def test_what_adam_remembers_is_told_before_and_after() -> None:
    parts, _ = by_hand(small_net(rate=0.0, optimizer={"kind": "adam", "learning_rate": 0.01}))
    (m, s), (m_after, s_after) = parts.memory, parts.memory_after
    g = parts.gradient.astype(np.float64)
    np.testing.assert_allclose(m_after, 0.9 * m + 0.1 * g, atol=1e-7)
    np.testing.assert_allclose(s_after, 0.999 * s + 0.001 * g * g, atol=1e-9)
    step = 0.01 * (m_after / (1 - 0.9**parts.updates)) / (np.sqrt(s_after / (1 - 0.999**parts.updates)) + 1e-8)
    np.testing.assert_allclose(parts.after, parts.before - step, atol=1e-6)
    assert parts.updates == 4


def test_a_look_changes_nothing() -> None:
    layers = dense(5), batch_norm(), activation(), dense(3)
    looked, alone = (
        Trainer(recipe(*layers, batch_size=8, lanes=LANES, optimizer={"kind": "adam"}), blobs()) for _ in range(2)
    )
    for _ in range(5):
        looked.run(2)
        alone.run(2)
        for index in range(3):
            apart(looked, index)
            assert lane_bytes(looked, index) == lane_bytes(alone, index)
            assert looked.groups[0].optimizer.state.tobytes() == alone.groups[0].optimizer.state.tobytes()
            assert looked.groups[0].optimizer.t == alone.groups[0].optimizer.t


def test_a_lane_that_has_left_has_no_step_to_come() -> None:
    trainer = Trainer(small_net(lanes=[lane("a", learning_rate=100.0, l2=10.0), lane("b", seed=5)]), blobs())
    trainer.run(400)
    assert trainer.groups[0].coming_parts(0) is None
    assert trainer.groups[0].coming_parts(1) is not None
