"""Numbers at the ends of what float32 can hold: limits of activations and their slopes, of losses, of dropout."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.losses import LOSSES
from engine.nn.network import Network
from engine.train.trainer import Trainer
from tests.conftest import thorough_product
from tests.engine.helpers import dataset_of, dense, recipe, trained

INF, MOST, TINY = math.inf, float(np.finfo(np.float32).max), 1e-45
LARGE = (10.5, 1e4, 1e13, 1e19, 2e19, 1e30, 1.8e38, MOST, INF)


class Ends(NamedTuple):
    """What the formula of an activation says: f far below and far above 0 and its slopes there, and both right above 0.

    settled: from there on it is at these limits within 1e-4.
    """

    below: Callable[[float], float]
    above: Callable[[float], float]
    slope_below: float
    slope_above: float
    slope_at_zero: float = 1.0
    at_zero: float = 0.0
    settled: float = LARGE[0]


ENDS = {
    "relu": Ends(lambda x: 0.0, lambda x: x, 0.0, 1.0),
    "leaky_relu": Ends(lambda x: 0.1 * x, lambda x: x, 0.1, 1.0),
    "elu": Ends(lambda x: -1.0, lambda x: x, 0.0, 1.0),
    "sigmoid": Ends(lambda x: 0.0, lambda x: 1.0, 0.0, 0.0, slope_at_zero=0.25, at_zero=0.5),
    "tanh": Ends(lambda x: -1.0, lambda x: 1.0, 0.0, 0.0),
    "gelu": Ends(lambda x: 0.0, lambda x: x, 0.0, 1.0, slope_at_zero=0.5),
    "identity": Ends(lambda x: x, lambda x: x, 1.0, 1.0),
}


def ends_of(name: str) -> Ends:
    assert name in ENDS, f"add to ENDS in {__name__} what the formula of {name!r} says of it far from 0 and at 0"
    return ENDS[name]


def value_and_slope(name: str, x: float, *, in_place: bool = False) -> tuple[float, float]:
    function = ACTIVATIONS[name]()
    given, scratch, dy = (np.full((1, 1, 3), number, np.float32) for number in (x, 0, 1))
    y = given if in_place else np.empty_like(given)
    with np.errstate(over="ignore"):
        function.forward(given, y, scratch)
        found = float(y[0, 0, 0])
        function.backward(given, y, dy, scratch)
    return found, float(dy[0, 0, 0])


@pytest.mark.parametrize("x", LARGE)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_far_from_zero_an_activation_and_its_slope_are_at_their_limits(name: str, x: float) -> None:
    ends = ends_of(name)
    x = max(x, ends.settled)
    found = [*value_and_slope(name, -x), *value_and_slope(name, x)]
    assert found == pytest.approx(
        [ends.below(-x), ends.slope_below, ends.above(x), ends.slope_above], rel=1e-6, abs=1e-4
    )


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_evaluated_in_place_it_is_the_same(name: str) -> None:
    for x in (-INF, -MOST, -3.0, 0.0, TINY, 3.0, MOST, INF):
        assert value_and_slope(name, x, in_place=True)[0] == value_and_slope(name, x)[0]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_right_above_zero(name: str) -> None:
    ends, (value, slope) = ends_of(name), value_and_slope(name, TINY)
    assert slope == pytest.approx(ends.slope_at_zero)
    assert value == (ends.at_zero or pytest.approx(ends.slope_at_zero * TINY, abs=TINY))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_what_is_no_number_stays_none(name: str) -> None:
    """Else a lane that is broken would pass for sound."""
    assert math.isnan(value_and_slope(name, math.nan)[0])


@given(x=st.floats(width=32, allow_nan=False), name=st.sampled_from(sorted(ACTIVATIONS)))
def test_no_number_becomes_none(x: float, name: str) -> None:
    value, slope = value_and_slope(name, x)
    assert not math.isnan(value)
    assert -0.2 <= slope <= 1.2


# --- losses -----------------------------------------------------------------------------------------------------------


def losses_of(logits: list[float], label: int, name: str) -> float:
    outputs, targets = np.array([[logits]], np.float32), np.eye(len(logits), dtype=np.float32)[None, [label]]
    with np.errstate(over="ignore"):
        (found,) = LOSSES[name]().total(outputs, targets)
    return float(found)


@pytest.mark.parametrize(
    ("logits", "label", "loss"),
    [
        ([3e38, -3e38], 0, 0.0),
        ([3e38, -3e38], 1, 6e38),
        ([3e38, -3e38, 3e38], 0, math.log(2)),
        ([-3e38, -3e38], 1, math.log(2)),
        ([1e30, 0.0], 1, 1e30),
        ([0.0, TINY], 0, math.log(2)),
        ([0.0, -INF], 0, 0.0),
        ([0.0, -INF], 1, INF),
    ],
)
def test_cross_entropy(logits: list[float], label: int, loss: float) -> None:
    assert losses_of(logits, label, "softmax_cross_entropy") == pytest.approx(loss, rel=1e-6)


@pytest.mark.parametrize(
    ("logits", "label", "loss"), [([MOST, 0.0], 1, (MOST**2 + 1) / 2), ([1.0, TINY], 0, 0.0), ([-INF, 0.0], 1, INF)]
)
def test_squared_error(logits: list[float], label: int, loss: float) -> None:
    assert losses_of(logits, label, "mean_squared_error") == pytest.approx(loss, rel=1e-6)


@given(
    logits=st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), min_size=2, max_size=9),
    name=st.sampled_from(sorted(LOSSES)),
)
def test_finite_outputs_have_a_finite_loss_and_gradient(logits: list[float], name: str) -> None:
    assert math.isfinite(losses_of(logits, 0, name))
    outputs = np.array([[logits]], np.float32)
    gradient = np.empty_like(outputs)
    with np.errstate(all="ignore"):
        LOSSES[name]().gradient(outputs, np.eye(len(logits), dtype=np.float32)[None, :1], gradient)
    assert np.isfinite(gradient).all()


# --- dropout ----------------------------------------------------------------------------------------------------------


@given(rate=st.floats(0, 1, exclude_max=True), scaling=st.sampled_from(["test", "train"]))
@example(rate=0.99, scaling="test")
@example(rate=0.9999, scaling="train")
@example(rate=0.999999, scaling="test")
@example(rate=1e-5, scaling="test")
def test_the_scaling_of_dropout_is_that_of_the_share_that_stays(rate: float, scaling: str) -> None:
    """Of all 16-bit numbers, each drawn once: a unit is on average in training what it is in testing, within 0.08 %."""
    every = 2**16
    stack = [DropoutSpec(rate=rate), DenseSpec(units=1)]
    network = Network(stack, (1,), 1)
    network.configure([stack], scaling)
    in_training, in_testing = (network.workspace(every, training=training) for training in (True, False))
    network.draw_masks(np.arange(every, dtype=np.uint16)[None], in_training)
    means = []
    for work in (in_training, in_testing):
        work.values[0] = np.ones((1, every, 1), np.float32)
        network.forward(work)
        means.append(float(work.values[1].mean(dtype=np.float64)))
    assert means[0] == pytest.approx(means[1], rel=8e-4 if rate <= 0.99 else 1e-6)
    if rate <= 0.99:
        assert means[1] == pytest.approx(1 if scaling == "train" else 1 - rate)
    assert DropoutSpec(rate=rate).drawn_rate == pytest.approx(rate, abs=2**-16)


# --- a small number that keeps a division safe ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "epsilon"),
    thorough_product(("adagrad", "rmsprop", "adadelta", "adam", "nadam", "adamw"), (5e-324, 1e-46, 1e-40, 1e-8)),
)
def test_an_epsilon_that_float32_cannot_hold_still_keeps_the_division_safe(kind: str, epsilon: float) -> None:
    """The first feature is always 0, so that its weights have a gradient of 0 in every step, and the gradients of the
    others become as small as float32 has them, for the classes are far apart."""
    rows = np.array([[0, 1e3], [0, -1e3], [0, 1e-20], [0, -1e-20]] * 5)
    experiment = recipe(dense(2), optimizer={"kind": kind, "learning_rate": 0.1, "epsilon": epsilon}, sampling="full")
    trainer = trained(experiment, dataset_of(rows, [0, 1, 0, 1] * 5), 300)
    assert trainer.diverged_at == {}
    (layer,) = trainer.lane_parameters(0)
    (start,) = Trainer(experiment, trainer.dataset).lane_parameters(0)
    if kind != "adamw":  # which lets all weights decay
        np.testing.assert_array_equal(layer["weight"][0], start["weight"][0])
    assert np.abs(layer["weight"]).max() < 100
