"""Pooling against windows cut out one by one; and what batch normalization and dropout do in pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.nn.layers.average_pool import AveragePoolSpec
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.global_average_pool import GlobalAveragePoolSpec
from engine.nn.layers.max_pool import MaxPoolSpec
from engine.nn.workspace import Workspace
from tests.engine.helpers import batch_norm, dense, dropout, pictures, recipe, trained

Array = NDArray[Any]


def passed(spec: LayerSpec, x: Array, dy: Array | None = None) -> tuple[Array, Array]:
    """x: (rows, height, width, channels) -> what comes out, and the gradient of x for dy (ones). Two lanes alike."""
    layer = spec.make(x.shape[1:])
    flat = np.broadcast_to(x.reshape(1, len(x), -1), (2, len(x), x[0].size)).copy()
    work = Workspace([layer], len(x), lanes=2, dtype=np.float64, first_learned=0)
    y, dx = work.values[1], np.empty_like(flat)
    layer.forward(flat, y, work.scratch[0], None, True)
    out = y[0].reshape(len(x), *spec.output_shape(x.shape[1:])).copy()
    delta = np.ones_like(y) if dy is None else np.broadcast_to(dy.reshape(1, len(x), -1), y.shape).copy()
    layer.backward(flat, y, delta, dx, work.scratch[0], None)
    assert np.array_equal(dx[0], dx[1])
    return out, dx[0].reshape(x.shape)


@pytest.mark.parametrize(("kind", "reduce"), [(MaxPoolSpec, np.max), (AveragePoolSpec, np.mean)])
@given(st.integers(1, 3), st.integers(1, 3), st.integers(3, 7), st.integers(3, 7))
def test_each_window_becomes_a_number(kind: Any, reduce: Any, size: int, stride: int, height: int, width: int) -> None:
    spec = kind(size=size, stride=stride)
    x = np.random.default_rng(1).normal(size=(2, height, width, 3))
    dy = np.random.default_rng(2).normal(size=(2, *spec.output_shape(x.shape[1:])))
    out, dx = passed(spec, x, dy)
    expected, expected_out = np.zeros_like(x), np.zeros_like(out)
    for row, i, j, c in np.ndindex(out.shape):
        here = (row, slice(i * stride, i * stride + size), slice(j * stride, j * stride + size), c)
        expected_out[row, i, j, c] = reduce(x[here])
        share = (x[here] == x[here].max()) if kind is MaxPoolSpec else np.full(x[here].shape, 1 / size**2)
        expected[here] += share * dy[row, i, j, c]
    np.testing.assert_allclose(out, expected_out, rtol=1e-12)
    np.testing.assert_allclose(dx, expected, atol=1e-12)


def test_the_first_of_equal_maxima_gets_the_gradient() -> None:
    """Line after line, as torch has it: else one gradient would be given out several times."""
    x = np.array([[[0.0, 2.0], [2.0, 2.0]], [[1.0, 0.0], [1.0, 0.0]], [[3.0, 3.0], [3.0, 3.0]]])[..., None]
    out, dx = passed(MaxPoolSpec(), x)
    assert out.ravel().tolist() == [2, 1, 3]
    assert dx[..., 0].tolist() == [[[0, 1], [0, 0]], [[1, 0], [0, 0]], [[1, 0], [0, 0]]]


def test_pixels_that_no_window_reaches_get_no_gradient() -> None:
    out, dx = passed(MaxPoolSpec(), np.arange(25.0).reshape(1, 5, 5, 1))
    assert out.ravel().tolist() == [6, 8, 16, 18]
    assert dx.sum() == 4
    assert not dx[0, 4].any()


def test_global_average_pooling_is_the_mean_of_each_map() -> None:
    x = np.random.default_rng(1).normal(size=(2, 3, 4, 5))
    out, dx = passed(GlobalAveragePoolSpec(), x)
    np.testing.assert_allclose(out, x.mean(axis=(1, 2)))
    np.testing.assert_allclose(dx, 1 / 12)


CONV = {"kind": "conv2d", "filters": 3, "kernel": 2}


def test_batch_normalization_of_a_picture_goes_by_channel() -> None:
    """After training, each map has the mean of its shift, over the places of all rows."""
    trainer = trained(recipe(CONV, batch_norm(momentum=1.0), dense(3), sampling="full"), pictures(), 1)
    layer = trainer.groups[0].network.layers[1]
    assert {name: view.shape for name, view in layer.views_of(0).items()} == dict.fromkeys(
        ("scale", "shift", "running_mean", "running_variance"), (3,)
    )
    first = trained(recipe(CONV, dense(3), sampling="full"), pictures(), 0)  # the same weights, before the step
    work = first.groups[0].network.workspace(len(first.groups[0].rows.train_x), training=False)
    work.values[0] = first.groups[0].rows.train_x[None]
    maps = next(out for index, out in first.groups[0].network.walk(work) if index == 0).reshape(-1, 3)
    np.testing.assert_allclose(layer.views_of(0)["running_mean"], maps.mean(axis=0), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(layer.views_of(0)["running_variance"], maps.var(axis=0, ddof=1), rtol=1e-4)


def test_dropout_of_a_picture_switches_whole_channels_off() -> None:
    trainer = trained(recipe({**CONV, "filters": 40}, dropout(0.5), dense(3), dropout_scaling="train"), pictures(), 1)
    network = trainer.groups[0].network
    assert network.mask_units == 40
    work = network.workspace(4, training=True)
    work.values[0] = trainer.groups[0].rows.train_x[None, :4]
    rng = np.random.default_rng(0)
    network.draw_masks(rng.integers(0, 2**16, (1, 4 * 40), np.uint16), work)
    network.forward(work)
    maps = work.values[2].reshape(4, -1, 40)
    is_off = ~maps.any(axis=1)
    assert 0.3 < is_off.mean() < 0.7
    assert (maps[:, :, :] != 0).any(axis=1)[~is_off].all()
