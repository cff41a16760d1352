"""What every activation and every loss keeps to, whichever there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest

from engine.export.pieces import layers as layer_pieces
from engine.export.pieces import losses as loss_pieces
from engine.nn.layers.parts.functions import ACTIVATIONS, Activation, Function
from engine.nn.losses import LOSSES, Loss, LossName

every_function = pytest.mark.parametrize("kind", ACTIVATIONS.values(), ids=list(ACTIVATIONS))
every_loss = pytest.mark.parametrize("kind", LOSSES.values(), ids=list(LOSSES))
FINE = np.linspace(-9.0, 9.0, 3600)[None, None]
"""No place is 0, where some have a kink. (1, 1, 3600)"""


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
    slope, far = differences(kind, FINE), differences(kind, np.array([[[-40.0, 40.0]]]))[0, 0]
    assert kind.largest_slope == pytest.approx(slope.max(), rel=1e-3)
    assert kind.is_linear == (np.ptp(slope) < 1e-6)
    assert kind.saturates == bool((np.abs(far) < 1e-6).all())
    assert kind.can_die == bool((slope[FINE < 0] == 0).all() and (values(kind, FINE)[FINE < 0] == 0).all())
    straight_around_zero = np.ptp(slope[np.abs(FINE) < 0.01]) < 1e-3
    assert (kind.sound_initialization == "xavier_uniform") == (
        kind.is_linear or (kind.saturates and straight_around_zero)
    )
    if kind.saturates:
        np.testing.assert_allclose(kind.relative_slope(values(kind, FINE)), slope / kind.largest_slope, atol=1e-8)
    else:
        with pytest.raises(NotImplementedError):
            kind.relative_slope(FINE)
    assert kind.title
    assert kind.help.endswith(".")


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
