"""The convolution against a sum written out, pixel by pixel, and numbers worked by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.errors import ExperimentError
from engine.nn.layers import conv2d
from engine.nn.layers.base import Shape
from engine.nn.layers.conv2d import Conv2dSpec
from engine.nn.layers.max_pool import MaxPoolSpec
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.layers.pictures import ShapeError, windows
from engine.nn.network import Network
from engine.nn.shapes import RowsOf, row_shape
from engine.train.fit import check_shapes
from tests.conftest import thorough_product
from tests.engine.helpers import dense, lane, pictures, recipe, trained
from tests.engine.nn.test_gradients import assert_gradients_agree

Array = NDArray[Any]


def convolved(
    x: Array, weight: Array, bias: Array, stride: int, before: tuple[int, int], out: tuple[int, int]
) -> Array:
    """x: (rows, height, width, in); weight: (side, side, in, filters) -> (rows, *out, filters), by its definition."""
    y = np.zeros((len(x), *out, weight.shape[3]))
    for i, j in np.ndindex(out):
        for u, v in np.ndindex(weight.shape[:2]):
            row, column = i * stride + u - before[0], j * stride + v - before[1]
            if 0 <= row < x.shape[1] and 0 <= column < x.shape[2]:
                y[:, i, j] += x[:, row, column] @ weight[u, v]
    return y + bias


def network(spec: Conv2dSpec, shape: Shape, lanes: int = 1) -> Network:
    """With random parameters."""
    made = Network([spec], shape, lanes, np.float64)
    made.parameters[:] = np.random.default_rng(3).normal(size=made.parameters.shape)
    return made


@given(
    st.integers(1, 5), st.integers(1, 3), st.sampled_from(["valid", "same"]), st.integers(1, 3), st.integers(1, 9),
    st.integers(5, 9), st.integers(5, 9), st.integers(1, 2),
)  # fmt: skip
def test_it_is_the_sum_over_the_window(
    kernel: int, stride: int, padding: Any, channels: int, filters: int, height: int, width: int, lanes: int
) -> None:
    spec = Conv2dSpec(filters=filters, kernel=kernel, stride=stride, padding=padding)
    shape = (height, width, channels)
    net = network(spec, shape, lanes)
    x = np.random.default_rng(4).normal(size=(1, 3, height * width * channels))
    work = net.workspace(3, training=False)
    work.values[0] = x
    found = net.forward(work)
    of = spec.windows_of(shape)
    for index in range(lanes):
        weight, bias = (net.layers[0].views_of(index)[name] for name in ("weight", "bias"))
        expected = convolved(x[0].reshape(3, *shape), weight, bias, stride, of.before, of.out)
        np.testing.assert_allclose(found[index], expected.reshape(3, -1), atol=1e-12)


def test_worked_by_hand() -> None:
    """A filter that looks for a step from left to right, on a picture that has one."""
    net = Network([Conv2dSpec(filters=1, kernel=2, bias=False)], (3, 4, 1), 1)
    net.parameters[:] = [-1, 1, -1, 1]  # two lines of (-1, 1)
    work = net.workspace(1, training=False)
    work.values[0] = np.array([[[0, 0, 1, 1, 0, 0, 1, 1, 0, 2, 1, 1]]], np.float32)
    assert net.forward(work).reshape(2, 3).tolist() == [[0, 2, 0], [2, 0, 0]]


@pytest.mark.parametrize(
    ("pixels", "side", "stride", "before", "after", "out"),
    [
        (6, 3, 1, 1, 1, 6),
        (6, 2, 1, 0, 1, 6),
        (7, 3, 2, 1, 1, 4),
        (8, 3, 2, 0, 1, 4),
        (5, 1, 3, 0, 0, 2),
        (2, 5, 1, 2, 2, 2),
    ],
)
def test_same_pads_as_torch_and_keras_do(
    pixels: int, side: int, stride: int, before: int, after: int, out: int
) -> None:
    of = windows((pixels, pixels, 1), "Convolution", side, stride, "same")
    assert (of.before, of.after, of.out) == ((before, before), (after, after), (out, out))


@pytest.mark.parametrize("padding", ["valid", "same"])
def test_pairs_of_windows_and_pixels_are_counted(padding: Any) -> None:
    """A picture of ones, filtered by ones, sums to the number of pairs."""
    of = windows((5, 6, 1), "", 3, 2, padding)
    ones = np.ones((1, 5, 6, 1))
    assert of.pairs() == convolved(ones, np.ones((3, 3, 1, 1)), np.zeros(1), 2, of.before, of.out).sum()


GRADIENTS: dict[str, tuple[Shape, list[dict[str, Any]]]] = {
    "two on each other": ((6, 5, 2), [{"kernel": 3, "filters": 3}, {"kernel": 2, "filters": 5}]),
    "padded": ((5, 6, 1), [{"kernel": 4, "padding": "same", "filters": 4}, {"padding": "same", "filters": 2}]),
    "strides": ((9, 8, 1), [{"stride": 2, "filters": 4}, {"kernel": 2, "stride": 2, "padding": "same", "bias": False}]),
    "one pixel": ((3, 4, 3), [{"kernel": 1, "filters": 4}, {"kernel": 3, "filters": 3}]),
}


@pytest.mark.parametrize(("stack", "own_rows"), thorough_product(tuple(GRADIENTS), (False, True)))
def test_gradients(stack: str, own_rows: bool) -> None:
    shape, layers = GRADIENTS[stack]
    convs = [{"kind": "conv2d", "filters": 2, **layer} for layer in layers]
    smooth = {"kind": "activation", "function": "tanh"}
    lanes = [lane("a", l2=0.1), lane("b", seed=5)]
    layers = [convs[0], smooth, convs[1], smooth, dense(2)]
    assert_gradients_agree(recipe(*layers, lanes=lanes), own_rows=own_rows, shape=shape)


def test_rows_in_turns_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where strips of all rows would take too much memory."""
    layers = [{"kind": "conv2d", "filters": 3}, {"kind": "conv2d", "filters": 2, "kernel": 2}, dense(3)]
    whole = trained(recipe(*layers, batch_size=8, lanes=[lane("a"), lane("b", seed=1)]), pictures(), 10)
    monkeypatch.setattr(conv2d, "MOST_AT_ONCE", 250)
    parts = trained(recipe(*layers, batch_size=8, lanes=[lane("a"), lane("b", seed=1)]), pictures(), 10)
    assert parts.groups[0].network.layers[0].rows_at_once(8) in range(2, 8)  # type: ignore[attr-defined]
    for index in range(2):
        np.testing.assert_allclose(parts.lane_state(index), whole.lane_state(index), atol=1e-5)


@pytest.mark.parametrize("name", ["xavier_uniform", "xavier_normal", "he_uniform", "lecun_normal"])
def test_weights_start_at_the_size_that_their_fans_ask_for(name: Any) -> None:
    """fan_in = side^2 in, fan_out = side^2 filters, as torch.nn.init has them."""
    spec = Conv2dSpec(filters=64, kernel=5, initialization=name)
    net = Network([spec], (8, 8, 16), 1)
    net.initialize([[spec]], [0])
    assert spec.fans((8, 8, 16)) == (400, 1600)
    weight = net.layers[0].views_of(0)["weight"]
    assert weight.var() == pytest.approx(INITIALIZERS[spec.initialization].variance(400, 1600), rel=0.02)


def test_what_cannot_be_says_why() -> None:
    with pytest.raises(ShapeError, match="a window of 5×5 does not fit into a picture of 4×4"):
        Conv2dSpec(kernel=5).output_shape((4, 4, 1))
    layers = [MaxPoolSpec(), MaxPoolSpec(size=4)]
    with pytest.raises(ExperimentError, match=r"^layers\.1: Max pool: a window of 4×4 does not fit"):
        check_shapes(layers, RowsOf(36, (6, 6)))
    with pytest.raises(ExperimentError, match=r"^layers\.0: Max pool needs a picture, but what goes into it are 2 num"):
        check_shapes(layers, RowsOf(2))


def test_rows_are_pictures_where_a_layer_wants_to_know() -> None:
    """So that batch normalization of a dense net goes by units, as ever."""
    dense_only, with_conv = recipe(dense(3)).layers, recipe({"kind": "conv2d"}, dense(3)).layers
    assert row_shape(dense_only, RowsOf(64, (8, 8))) == (64,)
    assert row_shape(with_conv, RowsOf(64, (8, 8))) == (8, 8, 1)
    assert row_shape(with_conv, RowsOf(192, (8, 8))) == (8, 8, 3)
