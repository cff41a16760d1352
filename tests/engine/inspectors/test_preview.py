"""What is foretold of the start equals a plain pass in float64, and theory equals hand-worked numbers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

import engine.inspectors.preview
from engine.data import load
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.preview import INITIALIZATIONS, LARGEST, ROWS, Preview, foresee, is_too_large
from engine.inspectors.preview_theory import predict
from engine.nn.layers.activation import ActivationSpec, through
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.batch_norm import BatchNormSpec
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.rng import Purpose, generator
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, blobs, dense, dropout, lane, recipe

DATA = blobs(train=ROWS)


def seen(trainer: Trainer, focus: int = 0) -> Preview:
    result: Preview = look_inside(trainer, InspectionRequest(frozenset(["preview"]), focus=focus))["preview"]
    return result


def start(experiment: Experiment, focus: int = 0) -> Preview:
    return seen(Trainer(experiment, DATA), focus)


def hidden(function: str, n: int = 3, units: int = 20, **fields: Any) -> list[dict[str, Any]]:
    return [layer for _ in range(n) for layer in (dense(units, **fields), activation(function))]


@pytest.mark.parametrize("function", ["relu", "tanh"])
@pytest.mark.parametrize("loss", ["softmax_cross_entropy", "mean_squared_error"])
def test_it_is_a_plain_pass_through_freshly_drawn_weights(function: str, loss: str) -> None:
    experiment = recipe(*hidden(function, initialization="lecun_normal"), dense(3, initialization="zeros"), loss=loss)
    p = start(experiment.model_copy(update={"seed": 11}))
    x, targets = DATA.train_x.astype(np.float64), np.eye(3)[DATA.train_y]
    for line, name in enumerate([*INITIALIZATIONS, None]):
        weights, outputs, y, fan_in = [], [], x, x.shape[1]
        for index, spec in enumerate(experiment.layers):
            if isinstance(spec, DenseSpec):
                draw = INITIALIZERS[name or spec.initialization].draw
                weights.append(draw((fan_in, spec.units), generator(11, Purpose.WEIGHTS, index)))
                y, fan_in = y @ weights[-1], spec.units
            else:
                y = np.maximum(y, 0) if function == "relu" else np.tanh(y)
            outputs.append(y)
        np.testing.assert_allclose(p.mean[line], [y.mean() for y in outputs], rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(p.std[line], [y.std() for y in outputs], rtol=1e-4)
        if loss == "softmax_cross_entropy":
            share = np.exp(y - y.max(axis=1, keepdims=True))
            delta = share / share.sum(axis=1, keepdims=True) - targets
        else:
            delta = 2 * (y - targets) / 3
        deltas = [delta]
        for index in range(len(outputs) - 1, 0, -1):
            if index % 2 == 0:
                delta = delta @ weights[index // 2].T
            else:
                delta = delta * ((outputs[index] > 0) if function == "relu" else 1 - outputs[index] ** 2)
            deltas.insert(0, delta)
        np.testing.assert_allclose(p.gradient_mean[line], [d.mean() for d in deltas], rtol=1e-3, atol=1e-5)
        np.testing.assert_allclose(p.gradient_std[line], [d.std() for d in deltas], rtol=1e-3, atol=1e-7)
    assert p.same_as == -1
    assert p.input_std == pytest.approx(x.std())


def test_a_wide_he_network_keeps_its_size_and_theory_says_so() -> None:
    """Var y = fan_in 2 / fan_in E[x^2] = 2 E[x^2], and from there on 2 / n * n * Var y / 2."""
    p = start(recipe(*hidden("relu", 6, 400, initialization="he_uniform"), dense(3)))
    x = DATA.train_x
    expected = math.sqrt(2 * float(np.square(x).mean()))
    np.testing.assert_allclose(p.theory[2, list(p.dense)], expected, rtol=1e-6)
    np.testing.assert_allclose(p.std[2, list(p.dense[:-1])], expected, rtol=0.3)
    assert p.growth()[2] == pytest.approx(1, abs=0.07)
    # Naive: 400 / 3 / 2 a layer, forward and back.
    assert p.growth()[0] == pytest.approx(math.sqrt(400 / 6), rel=0.07)
    assert p.gradient_growth()[0] == pytest.approx(math.sqrt(400 / 6), rel=0.15)
    assert p.same_as == 2
    np.testing.assert_array_equal(p.std[3], p.std[2])


@pytest.mark.parametrize(
    "kinds",
    [("conv2d",), ("conv2d", "max_pool", "batch_norm"), ("conv2d", "max_pool", "batch_norm", "global_average_pool")],
)
def test_beside_other_kinds_the_growth_a_layer_is_that_of_the_whole_line(kinds: tuple[str, ...]) -> None:
    """So many layers of it multiply the input to the output, and the gradient there to that of the first layer."""
    p = of_pictures(*kinds)
    layers = p.std.shape[1]
    np.testing.assert_allclose(p.input_std * p.growth() ** layers, p.std[:, -1])
    np.testing.assert_allclose(p.gradient_std[:, -1] * p.gradient_growth() ** (layers - 1), p.gradient_std[:, 0])


@pytest.mark.parametrize("pool", ["max_pool", "global_average_pool"])
def test_behind_a_pool_theory_has_no_answer_rather_than_zero(pool: str) -> None:
    """Of what is no number, ReLU has another slope than 0: the gradient in front of it is not known either."""
    p = of_pictures("conv2d", pool)
    relu = p.std.shape[1] - 2
    assert np.isnan(p.theory[:, relu]).all()
    assert np.isnan(p.gradient_theory[:, :relu]).all()
    assert np.isfinite(p.gradient_theory[:, relu:]).all()


def of_pictures(*kinds: str) -> Preview:
    """Those layers, then a dense one with ReLU and the output."""
    layers = [*({"kind": kind} for kind in kinds), {"kind": "flatten"}, dense(32), activation("relu"), dense(10)]
    experiment = recipe(*layers, data={"source": "digits"})
    return seen(Trainer(experiment, load(experiment.data)))


def test_xavier_keeps_a_linear_network_both_ways() -> None:
    """Var w = 2 / (n + n), so that n Var w = 1; only the ends, whose width is another, change anything."""
    p = start(recipe(*hidden("identity", 5, 300), dense(300), dense(3)))
    np.testing.assert_allclose(p.theory[1, 1:-1], p.theory[1, 0], rtol=1e-6)
    np.testing.assert_allclose(p.gradient_theory[1, :-1], p.gradient_theory[1, 0], rtol=1e-6)
    np.testing.assert_allclose(p.std[1, 1:-1], p.std[1, 0], rtol=0.2)
    assert p.growth()[1] == pytest.approx(1, abs=0.05)
    assert p.gradient_growth()[1] == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("function", ACTIVATIONS)
def test_theory_is_near_what_is_measured(function: str) -> None:
    p = start(recipe(*hidden(function, 4, 300), dense(3)))
    inner = slice(0, -1)
    np.testing.assert_allclose(p.std[:, inner], p.theory[:, inner], rtol=0.35)
    np.testing.assert_allclose(p.gradient_std[:, inner], p.gradient_theory[:, inner], rtol=0.6)


def test_moments_of_activations() -> None:
    """ReLU by hand; tanh from 200 000 normal numbers."""
    mean, variance, gain = through("relu", np.zeros(1), np.array([9.0]))
    assert mean[0] == pytest.approx(3 / math.sqrt(2 * math.pi), rel=1e-3)
    assert variance[0] == pytest.approx(9 * (1 / 2 - 1 / (2 * math.pi)), rel=1e-3)
    assert gain[0] == pytest.approx(1 / 2, abs=0.02)
    y = np.random.default_rng(0).normal(0.5, 2, 200_000)
    mean, variance, gain = through("tanh", np.array([0.5]), np.array([4.0]))
    assert mean[0] == pytest.approx(np.tanh(y).mean(), abs=0.01)
    assert variance[0] == pytest.approx(np.tanh(y).var(), rel=0.02)
    assert gain[0] == pytest.approx(((1 - np.tanh(y) ** 2) ** 2).mean(), rel=0.02)


@pytest.mark.parametrize(("scaling", "square"), [("test", 0.75 * 5), ("train", 5 / 0.75)])
def test_theory_of_dropout_and_batch_normalization(scaling: str, square: float) -> None:
    """x is 1 or 3: mean 2, mean square 5; a share of 3/4 is kept."""
    x = np.array([[1.0, 3.0]])
    stack: list[LayerSpec] = [DropoutSpec(rate=0.25), DenseSpec(units=8, initialization="he_normal"), BatchNormSpec()]
    theory = predict([stack], x.shape[1:], x, scaling)
    assert theory.std[0, 1] == pytest.approx(math.sqrt(2 * square))
    assert theory.std[0, 2] == 1
    kept = 0.75 if scaling == "test" else 1 / 0.75
    np.testing.assert_allclose(theory.gain[0], [kept, 8 * 2 / 2, np.nan])


def test_gradients_in_theory_are_products_from_the_output() -> None:
    stack: list[LayerSpec] = [
        DenseSpec(units=4, initialization="he_normal"),
        ActivationSpec(function="identity"),
        DenseSpec(units=2, initialization="uniform"),
    ]
    theory = predict([stack], (9,), np.ones((1, 9)), "test")
    at_output = np.array([0.6])
    behind = 0.6 * math.sqrt(2 / 3)
    np.testing.assert_allclose(theory.gradient_std(at_output), [[behind, behind, 0.6]])


def test_the_gradient_is_that_of_the_loss() -> None:
    """Central differences: biases of the first layer move all its outputs alike, so their gradients are sums."""
    experiment = recipe(dense(6, initialization="xavier_normal"), activation("tanh"), dense(3))
    p = start(experiment)
    trainer = Trainer(experiment, DATA, dtype=np.float64)
    total = 0.0
    for unit in range(6):
        sides = []
        for step in (1e-5, -1e-5):
            parameters = trainer.lane_parameters(0)
            parameters[0]["bias"][unit] += step
            other = Trainer(experiment, DATA, dtype=np.float64)
            other.set_parameters([parameters])
            sides.append(other.snapshot().lanes[0].train_data_loss)
        total += (sides[0] - sides[1]) / 2e-5
    assert p.gradient_mean[3, 0] * 6 == pytest.approx(total, rel=1e-3)


def test_it_depends_on_the_start_alone() -> None:
    experiment = recipe(*hidden("relu"), dropout(0.3), dense(3), lanes=[lane("a"), lane("b", seed=5)])
    fresh, later = Trainer(experiment, DATA), Trainer(experiment, DATA)
    later.run(30)
    for focus in range(2):
        np.testing.assert_array_equal(seen(fresh, focus).std, seen(later, focus).std)
        np.testing.assert_array_equal(seen(fresh, focus).gradient_std, seen(later, focus).gradient_std)
    assert not np.array_equal(seen(fresh, 0).std, seen(fresh, 1).std)


def test_a_line_among_others_is_the_line_alone() -> None:
    layers = [*hidden("relu"), dropout(0.3), batch_norm(), dense(3)]
    for line, name in enumerate(INITIALIZATIONS):
        one = start(recipe(*layers, lanes=[lane("a", initialization=name)]))
        other = start(recipe(*layers, lanes=[lane("a", initialization="orthogonal")]))
        assert one.same_as == line
        assert other.same_as == -1
        np.testing.assert_array_equal(one.std[3], other.std[line])
        np.testing.assert_array_equal(one.gradient_std[3], other.gradient_std[line])


def test_looking_changes_nothing() -> None:
    experiment = recipe(*hidden("relu"), batch_norm(), dropout(0.3), dense(3), lanes=[lane("a"), lane("b", seed=5)])
    watched, alone = Trainer(experiment, DATA), Trainer(experiment, DATA)
    for focus in (0, 1, 0):
        seen(watched, focus)
        watched.run(4)
        alone.run(4)
    np.testing.assert_array_equal(watched.groups[0].network.parameters, alone.groups[0].network.parameters)
    np.testing.assert_array_equal(watched.groups[0].network.state, alone.groups[0].network.state)


def test_it_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def counted(*args: Any) -> Preview:
        calls.append(args)
        return foresee(*args)

    monkeypatch.setattr(engine.inspectors.preview, "foresee", counted)
    experiment = recipe(*hidden("relu"), dropout(0.3), dense(3), lanes=[lane("a"), lane("b", initialization="zeros")])
    trainer = Trainer(experiment, DATA)
    for _ in range(3):
        for focus in range(2):
            seen(trainer, focus)
        trainer.run(2)
    assert len(calls) == 2
    trainer.apply(edited(experiment, "batch_size", 7))
    seen(trainer)
    assert len(calls) == 2
    trainer.apply(edited(trainer.experiment, "dropout_scaling", "train"))
    seen(trainer)
    assert len(calls) == 3


def test_batch_normalization_saves_the_naive_start() -> None:
    layers = [
        layer for _ in range(6) for layer in (dense(50, initialization="uniform"), batch_norm(), activation("relu"))
    ]
    p = start(recipe(*layers, dense(3)))
    np.testing.assert_allclose(p.std[:, 1::3], 1, rtol=0.05)
    assert p.growth()[0] < 1.3  # without: 50 / 6 a layer, 2.9 times
    assert np.isnan(p.gradient_theory[:, 0]).all()
    assert np.isfinite(p.gradient_std).all()


def test_nothing_flows_back_in_front_of_what_learns() -> None:
    p = start(recipe(activation("tanh"), dropout(0.1), dense(3)))
    assert np.isnan(p.gradient_std[:, :2]).all()
    assert np.isfinite(p.gradient_std[:, 2]).all()
    assert np.isnan(p.gradient_growth()).all()
    assert np.isfinite(p.growth()).all()


def test_what_explodes_beyond_float32_is_infinite_and_says_no_more() -> None:
    p = start(recipe(*hidden("relu", 75, 100, initialization="uniform"), dense(3)))
    assert p.std[0, 80] > 1e19
    assert not np.isfinite(p.std[0, -1])
    assert np.isfinite(p.std[2]).all()
    assert np.isfinite(p.gradient_std[2]).all()


def test_a_very_large_network_is_not_tried() -> None:
    wide = recipe(dense(2000), dense(2000), dense(3))
    assert is_too_large(wide.layers, (4,))
    assert not is_too_large(recipe(dense(1000), dense(3)).layers, (784,))
    assert LARGEST < 2000 * 2000
    p = start(wide)
    assert p.std.shape == (0, 3)
    assert len(p.growth()) == 0


def test_what_is_handed_out_is_read_only() -> None:
    assert not start(recipe(*hidden("relu"), dense(3))).std.flags.writeable
