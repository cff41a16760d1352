"""Layer normalization: worked by hand, against what it is for, at the edges of numbers, and against PyTorch."""

from __future__ import annotations

import numpy as np
import pytest

from engine.experiment.experiment import parse
from engine.nn.layers.layer_norm import LayerNorm, LayerNormSpec
from tests.engine.helpers import activation, blobs, dense, recipe, trained


def layer(units: int, lanes: int = 1, dtype: type[np.floating] = np.float64, epsilon: float = 1.0) -> LayerNorm:
    made = LayerNormSpec(epsilon=epsilon).make((units,))
    made.bind_unpenalized(*(np.zeros((lanes, 2 * units), dtype) for _ in range(2)))
    made.reset()
    return made


def forward(made: LayerNorm, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    y = np.empty((len(made.scale), *x.shape[1:]), x.dtype)
    scratch = np.full(made.scratch_shape(len(y), x.shape[1], training=True), np.nan, x.dtype)
    made.forward(x, y, scratch, None, True)
    return y, scratch


X = np.array([[[1.0, 1, 1, 5], [0, 0, 0, 0]]])
"""Mean 2, variance (1 + 1 + 1 + 9) / 4 = 3, sqrt(3 + epsilon 1) = 2; and a row without any variance."""


def test_a_row_worked_by_hand() -> None:
    made = layer(4)
    np.testing.assert_allclose(forward(made, X)[0], [[[-0.5, -0.5, -0.5, 1.5], [0, 0, 0, 0]]])
    made.scale[:] = [1, 2, 3, 4]
    made.shift[:] = 10
    np.testing.assert_allclose(forward(made, X)[0], [[[9.5, 9, 8.5, 16], [10, 10, 10, 10]]])


def test_its_gradients_worked_by_hand() -> None:
    """dy = (1, 0, 0, 0): mean g = 1/4, mean(g h) = -1/8; dx = (g - 1/4 + h / 8) / 2."""
    made = layer(4)
    y, scratch = forward(made, X[:, :1])
    dx = np.array([[[1.0, 0, 0, 0]]])
    made.backward(X[:, :1], y, dx, dx, scratch, None)
    np.testing.assert_allclose(dx, [[[11 / 32, -5 / 32, -5 / 32, -1 / 32]]])
    np.testing.assert_allclose(made.d_scale, [[[-0.5, 0, 0, 0]]])
    np.testing.assert_allclose(made.d_shift, [[[1.0, 0, 0, 0]]])


def test_a_row_does_not_depend_on_the_others() -> None:
    x = np.random.default_rng(0).normal(size=(2, 9, 5))
    made = layer(5, lanes=2)
    alone = np.concatenate([forward(made, x[:, row : row + 1])[0] for row in range(9)], axis=1)
    np.testing.assert_allclose(forward(made, x)[0], alone)


def test_rows_may_be_shifted_and_scaled() -> None:
    x = np.random.default_rng(1).normal(size=(1, 3, 7))
    made = layer(7, epsilon=1e-12)
    np.testing.assert_allclose(forward(made, 5 * x + 3)[0], forward(made, x)[0], rtol=1e-6)


def test_one_unit_alone_says_nothing() -> None:
    np.testing.assert_array_equal(forward(layer(1), np.array([[[3.0], [-7.0]]]))[0], 0)


def test_what_overflows_is_no_number() -> None:
    """So that the lane counts as diverged: zeros would pass for units that never change."""
    with np.errstate(all="ignore"):
        y, _ = forward(layer(3, dtype=np.float32), np.array([[[1e30, -1e30, 0]]], np.float32))
    assert np.isnan(y).all()


def test_a_deep_network_learns_with_it_whatever_its_start() -> None:
    def accuracy(*norm: dict[str, object]) -> float:
        hidden = [dense(16, initialization="uniform"), *norm, activation("tanh")] * 6
        experiment = recipe(*hidden, dense(3), optimizer={"kind": "sgd", "learning_rate": 0.05}, batch_size=30)
        return float(trained(experiment, blobs(), 150).snapshot().lanes[0].train_accuracy)

    assert accuracy({"kind": "layer_norm"}) > 0.9


@pytest.mark.oracle
def test_it_is_that_of_pytorch() -> None:
    torch = pytest.importorskip("torch")
    x, dy = np.random.default_rng(2).normal(size=(2, 1, 6, 5))
    made = layer(5, epsilon=1e-5)
    made.scale[:], made.shift[:] = np.random.default_rng(3).normal(size=(2, 1, 1, 5))
    y, scratch = forward(made, x)
    theirs = torch.nn.LayerNorm(5, dtype=torch.float64)
    theirs.weight.data, theirs.bias.data = torch.tensor(made.scale[0, 0]), torch.tensor(made.shift[0, 0])
    given = torch.tensor(x, requires_grad=True)
    out = theirs(given)
    np.testing.assert_allclose(y, out.detach().numpy(), rtol=1e-10)
    out.backward(torch.tensor(dy))
    dx = dy.copy()
    made.backward(x, y, dx, dx, scratch, None)
    np.testing.assert_allclose(dx, given.grad.numpy(), rtol=1e-8, atol=1e-12)
    np.testing.assert_allclose(made.d_scale[0, 0], theirs.weight.grad.numpy())
    np.testing.assert_allclose(made.d_shift[0, 0], theirs.bias.grad.numpy())


def test_it_is_read_and_written_as_any_layer() -> None:
    experiment = recipe(dense(4), {"kind": "layer_norm", "epsilon": 0.01}, dense(2))
    assert parse(experiment.to_json()) == experiment
    assert experiment.to_dict()["layers"][1] == {
        "kind": "layer_norm",
        "epsilon": 0.01,
        "frozen": False,
        "off_units": [],
    }
