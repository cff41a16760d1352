"""What is told of the inside of a network equals an independent computation."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.signals import BINS, ROWS, moments
from engine.train.history.layer_history import norms
from engine.train.trainer import Trainer


def experiment(function: str = "tanh", *, scale: str = "uniform", lanes: int = 2, **changes: Any) -> Experiment:
    return parse(
        {
            "data": {"source": "digits", "train": 50, "test": 20},
            "layers": [
                {"kind": "dense", "units": 12, "initialization": scale, "l2": 0.1, "l1": 0.01},
                {"kind": "activation", "function": function},
                {"kind": "dropout", "rate": 0.5},
                {"kind": "dense", "units": 10, "initialization": scale},
            ],
            "batch_size": 16,
            "lanes": [{"name": str(i), "set": {"seed": i}} for i in range(lanes)],
            **changes,
        }
    )


def trainer(recipe: Experiment) -> Trainer:
    return Trainer(recipe, load(recipe.data))


def seen(t: Trainer, name: str, **request: Any) -> Any:
    return look_inside(t, InspectionRequest(frozenset([name]), **request))[name]


@pytest.mark.parametrize("function", ["tanh", "sigmoid", "relu"])
def test_signals_are_those_of_a_plain_forward_pass(function: str) -> None:
    t = trainer(experiment(function))
    t.run(3)
    s = seen(t, "signals", focus=1)
    x = t.dataset.train_x.astype(np.float64)
    for lane in range(2):
        first, _, _, last = t.lane_parameters(lane)
        z = x @ first["weight"] + first["bias"]
        a = {"tanh": np.tanh(z), "sigmoid": 1 / (1 + np.exp(-z)), "relu": np.maximum(z, 0)}[function]
        kept = 0.5 * a
        outputs = [z, a, kept, kept @ last["weight"] + last["bias"]]
        assert s.input_std == pytest.approx(x.std())
        np.testing.assert_allclose(s.mean[lane], [y.mean() for y in outputs], rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(s.std[lane], [y.std() for y in outputs], rtol=1e-4)
        assert np.isnan(s.saturated[lane, [0, 2, 3]]).all()
        if function == "relu":
            assert s.dead[lane, 1] == pytest.approx((a == 0).all(axis=0).mean())
            assert np.isnan(s.saturated[lane, 1])
        else:
            slope = 1 - a**2 if function == "tanh" else a * (1 - a) / 0.25
            assert s.saturated[lane, 1] == pytest.approx((slope < 0.05).mean())
            assert 0 < s.saturated[lane, 1] < 1, "the net was made to saturate"
            assert np.isnan(s.dead[lane, 1])
        if lane == s.focus:
            for index, y in enumerate(outputs):
                counts, _ = np.histogram(y.astype(np.float32), BINS, (s.low[index], s.high[index]))
                assert np.abs(s.counts[index] - counts).sum() <= 0.01 * y.size
                assert s.counts[index].sum() == y.size


def test_signals_look_at_some_rows_only() -> None:
    recipe = experiment(data={"source": "digits", "train": 1000, "test": 20})
    assert seen(trainer(recipe), "signals").counts[0].sum() == ROWS * 12


def test_moments_do_not_overflow() -> None:
    values = np.array([[[3e30, -3e30]], [[2e-30, 0]]], np.float32)
    mean, std = moments(values)
    np.testing.assert_allclose(mean, [0, 1e-30], rtol=1e-6)
    np.testing.assert_allclose(std, [3e30, 1e-30], rtol=1e-6)


def test_looking_changes_nothing() -> None:
    watched, alone = trainer(experiment()), trainer(experiment())
    for _ in range(5):
        seen(watched, "signals")
        watched.run(4, record=True)
        alone.run(4)
    np.testing.assert_array_equal(watched.groups[0].network.parameters, alone.groups[0].network.parameters)


def test_a_lane_that_has_diverged_keeps_the_signals_of_its_last_weights() -> None:
    recipe = experiment("relu", optimizer={"kind": "sgd", "learning_rate": 0.01})
    recipe = recipe.model_copy(
        update={
            "lanes": (recipe.lanes[0], recipe.lanes[1].model_copy(update={"set": {"optimizer.learning_rate": 99.0}}))
        }
    )
    t = trainer(recipe)
    t.run(60, record=True)
    assert t.diverged_at.keys() == {1}
    s = seen(t, "signals", focus=1)
    assert np.isfinite(s.mean[0]).all()
    assert s.std[1].max() > 1e6 * s.std[0].max()
    assert not np.isnan(s.std[1]).any(), "infinite where numbers end"
    assert s.counts.any()
    last = t.snapshot().layer_history
    assert last is not None
    assert np.isfinite(last.values[-1, :, :, 0]).all()
    assert np.isnan(last.values[-1, :, :, 1]).all()


def test_nothing_is_computed_that_nobody_asks_for() -> None:
    assert look_inside(trainer(experiment()), InspectionRequest()) == {}
    assert look_inside(trainer(experiment()), InspectionRequest(frozenset(["nothing like this"]))) == {}


def test_the_layer_history_of_plain_gradient_descent() -> None:
    """The update is lr * (data gradient + penalty gradient), and the penalty's is known from the weights."""
    t = trainer(experiment("tanh", optimizer={"kind": "sgd", "learning_rate": 0.5}))
    t.run(7)
    before = [t.lane_parameters(lane) for lane in range(2)]
    t.run(1, record=True)
    view = t.snapshot().layer_history
    assert view is not None
    assert view.steps.tolist() == [8]
    for lane in range(2):
        after = t.lane_parameters(lane)
        for dense, index in enumerate((0, 3)):
            old = before[lane][index]["weight"].astype(np.float64)
            change = after[index]["weight"] - old
            pull = 0.1 * old + 0.01 * np.sign(old) if index == 0 else 0 * old
            expected = {
                "weight": np.linalg.norm(old),
                "update": np.linalg.norm(change),
                "penalty": np.linalg.norm(pull),
                "gradient": np.linalg.norm(-change / 0.5 - pull),
                "ratio": np.linalg.norm(change) / np.linalg.norm(old),
            }
            for name, value in expected.items():
                assert view.figure(name)[0, dense, lane] == pytest.approx(value, rel=2e-3, abs=1e-6), name


def test_only_the_last_step_of_a_run_is_recorded() -> None:
    t = trainer(experiment())
    t.run(5)
    t.run(10, record=True)
    t.run(3)
    t.run(1, record=True)
    view = t.snapshot().layer_history
    assert view is not None
    assert view.steps.tolist() == [15, 19]


def test_the_layer_history_without_a_penalty() -> None:
    """All of the update is the data's then."""
    recipe = experiment("tanh", optimizer={"kind": "sgd", "learning_rate": 0.5})
    layers = [
        layer.model_copy(update={"l1": 0.0, "l2": 0.0}) if "l2" in type(layer).model_fields else layer
        for layer in recipe.layers
    ]
    t = trainer(recipe.model_copy(update={"layers": tuple(layers)}))
    t.run(8, record=True)
    history = t.snapshot().layer_history
    assert history is not None
    assert not history.figure("penalty").any()
    np.testing.assert_allclose(history.figure("gradient"), history.figure("update") / 0.5, rtol=1e-3)


def test_norms_of_parts_do_not_overflow() -> None:
    large, small = np.full((1, 4), 1e30, np.float32), np.array([[3.0, 4.0, 1e-30], [0.0, 0.0, 12.0]], np.float32)
    assert norms(large, [slice(None)]) == pytest.approx(np.array([[2e30]]), rel=1e-6)
    np.testing.assert_allclose(norms(small, [slice(0, 2), slice(2, 3)]), [[5, 0], [1e-30, 12]], rtol=1e-6)
