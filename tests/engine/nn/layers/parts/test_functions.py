"""What every activation and every loss keeps to, whichever there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest

from engine.export.pieces import layers as layer_pieces
from engine.export.pieces import losses as loss_pieces
from engine.nn.layers.parts.functions import ACTIVATIONS, Activation, Function
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.losses import LOSSES, Loss, LossName

every_function = pytest.mark.parametrize("kind", ACTIVATIONS.values(), ids=list(ACTIVATIONS))
every_loss = pytest.mark.parametrize("kind", LOSSES.values(), ids=list(LOSSES))
NEAR = np.geomspace(1e-4, 1e-3, 8)
FINE = np.sort([*np.linspace(-9.0, 9.0, 3600), *NEAR, *-NEAR])[None, None]
"""No place is 0, where some have a kink; some are so near that the slope there is that at 0. (1, 1, 3616)"""
FAR = np.array([[[-1e4, 1e4]]])
"""So far out that what flattens slowly, as x / (1 + |x|) does, is flat."""


def test_every_name_has_an_entry() -> None:
    assert list(ACTIVATIONS) == list(get_args(Function))
    assert list(LOSSES) == list(get_args(LossName))


def values(kind: type[Activation], x: np.ndarray) -> np.ndarray:
    y = np.empty_like(x)
    kind().forward(x, y, np.zeros_like(x))
    return y


def slopes(kind: type[Activation], x: np.ndarray) -> np.ndarray:
    """By the way back."""
    y, dy, scratch = np.empty_like(x), np.ones_like(x), np.zeros_like(x)
    function = kind()
    function.forward(x, y, scratch)
    function.backward(x, y, dy, scratch)
    return dy


def differences(kind: type[Activation], x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """Central ones."""
    return (values(kind, x + h) - values(kind, x - h)) / (2 * h)


@every_function
def test_slopes_are_central_differences(kind: type[Activation]) -> None:
    np.testing.assert_allclose(slopes(kind, FINE), differences(kind, FINE), atol=1e-8)


@every_function
def test_its_facts_are_true(kind: type[Activation]) -> None:
    slope, below, far = differences(kind, FINE), FINE < 0, differences(kind, FAR)
    facts = {
        "largest_slope": pytest.approx(slope.max(), rel=1e-3),
        "is_linear": bool(np.ptp(slope) < 1e-6),
        "saturates": bool((np.abs(far) < 1e-6).all()),
        "can_die": not slope[below].any() and not values(kind, FINE)[below].any(),
        "is_nonnegative": bool((values(kind, FINE) >= 0).all()),
        "keeps_nonnegative": np.array_equal(values(kind, FINE)[~below], FINE[~below]),
    }
    for name, true in facts.items():
        assert getattr(kind, name) == true, f"{kind.__name__} says another {name}, see Activation in functions.py"
    assert kind.title
    assert kind.help.endswith(".")


@every_function
def test_the_initialization_that_it_names_keeps_the_size_of_a_signal(kind: type[Activation]) -> None:
    """Xavier's where both sides of zero pass on alike; He's where the negative side passes on less."""
    slope = slopes(kind, FINE)
    is_even = np.allclose(slope, slope[..., ::-1], atol=1e-9)
    family = INITIALIZERS[kind.sound_initialization].family
    assert family == ("xavier" if is_even else "he"), "sound_initialization of Activation in functions.py says which"


@every_function
def test_its_slope_follows_from_its_value_where_it_saturates(kind: type[Activation]) -> None:
    if kind.saturates:
        shares = differences(kind, FINE) / kind.largest_slope
        np.testing.assert_allclose(kind.relative_slope(values(kind, FINE)), shares, atol=1e-8)
    else:
        with pytest.raises(NotImplementedError):
            kind.relative_slope(FINE)


@every_function
def test_its_piece_of_a_script_gives_the_same(kind: type[Activation]) -> None:
    if kind.is_linear:
        assert kind.onnx is None
        return
    piece = getattr(layer_pieces, kind.__name__)()
    np.testing.assert_allclose(piece.forward(FINE[0].copy(), 0), values(kind, FINE)[0], rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(piece.backward(np.ones_like(FINE[0])), slopes(kind, FINE)[0], rtol=1e-9, atol=1e-12)


# --- losses -----------------------------------------------------------------------------------------------------------


def some() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """outputs: (2, 6, 4), labels: (6,), and targets: (1, 6, 4)."""
    rng = np.random.default_rng(4)
    labels = rng.integers(4, size=6)
    return 3 * rng.standard_normal((2, 6, 4)), labels, np.eye(4)[labels][None]


def slope_of(f: Callable[[np.ndarray], np.ndarray], at: np.ndarray, h: float = 1e-6) -> np.ndarray:
    """Central differences of the sum of f with respect to every number."""
    found = np.empty_like(at)
    for place in np.ndindex(at.shape):
        step = np.zeros_like(at)
        step[place] = h
        found[place] = (f(at + step).sum() - f(at - step).sum()) / (2 * h)
    return found


@every_loss
def test_its_gradient_is_that_of_the_mean(kind: type[Loss]) -> None:
    outputs, _, targets = some()
    found = np.empty_like(outputs)
    kind().gradient(outputs, targets, found)
    np.testing.assert_allclose(found, slope_of(lambda z: kind().total(z, targets) / 6, outputs), atol=1e-8)


@every_loss
def test_its_pieces_of_a_script_give_the_same(kind: type[Loss]) -> None:
    outputs, labels, targets = some()
    gradient = np.empty_like(outputs)
    kind().gradient(outputs, targets, gradient)
    total = kind().total(outputs, targets)
    for lane in range(2):
        assert getattr(loss_pieces, kind.piece)(outputs[lane], labels) == pytest.approx(total[lane], rel=1e-12)
        np.testing.assert_allclose(
            getattr(loss_pieces, f"{kind.piece}_gradient")(outputs[lane], labels), gradient[lane], atol=1e-12
        )


@every_loss
def test_probabilities_lie_between_0_and_1(kind: type[Loss]) -> None:
    outputs, _, _ = some()
    found = kind.probabilities(outputs)
    assert found.shape == outputs.shape
    assert found.min() >= 0
    assert found.max() <= 1
    if kind.has_probabilities:
        np.testing.assert_allclose(found.sum(axis=-1), 1, rtol=1e-6)
        np.testing.assert_allclose(np.diff(np.log(found)), np.diff(outputs), atol=1e-4)  # odds: exp of differences
    else:
        inside = (outputs > 0) & (outputs < 1)
        np.testing.assert_allclose(found[inside], outputs[inside], rtol=1e-6)
    assert kind.title
    assert kind.help.endswith(".")
