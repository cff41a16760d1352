"""Max pooling: the largest number of each window."""

from __future__ import annotations

from typing import Literal, final

import numpy as np

from engine.arrays import Array
from engine.nn.layers.base import Layer, Shape
from engine.nn.layers.pool import SIZE, STRIDE, PooledPicture, PoolSpec


class MaxPoolSpec(PoolSpec):
    """Keeps the largest number of each window of a map."""

    title = "Max pool"
    help = "Keeps the largest number of each window: whether something was found, not exactly where."

    kind: Literal["max_pool"] = "max_pool"
    size: int = SIZE
    stride: int = STRIDE

    def make(self, shape: Shape) -> MaxPool:
        return MaxPool(self, shape)


@final
class MaxPool(Layer):
    """y = the maximum of x over the window, for each channel by itself.

    On the way back the gradient goes to the place of the maximum, to the first of equal ones, line after line.
    """

    def __init__(self, spec: MaxPoolSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self._of = PooledPicture(spec.windows_of(shape), shape[-1])

    def scratch_shape(self, lanes: int, rows: int, *, training: bool) -> Shape:
        """The maxima along the lines, (rows, between); on the way back their gradient, what is left of that of the
        output, and a product of each size."""
        between, out = self._of.n_between, self.n_out
        return (lanes * rows * ((3 * between + 2 * out) if training else between),)

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        of = self._of
        pictures = of.pictures(x)
        between = _part(scratch, 0, (len(pictures), *of.between))
        first, *others = of.columns(pictures)
        _maximum(first, others, between)
        first, *others = of.lines(between)
        if len(x) == len(y):
            _maximum(first, others, y.reshape(-1, *of.out))
        else:  # the same rows for all lanes
            _maximum(first, others, y[0].reshape(-1, *of.out))
            y[1:] = y[0]

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if dx is None:
            return
        of = self._of
        n = dy.shape[0] * dy.shape[1]
        size = n * of.n_between
        between = _part(scratch, 0, (n, *of.between))
        if len(x) != len(dy):
            between.reshape(len(dy), -1)[1:] = between.reshape(len(dy), -1)[0]
        d_between, product = (_part(scratch, i * size, between.shape) for i in (1, 2))
        left, small = (_part(scratch, 3 * size + i * n * self.n_out, (n, *of.out)) for i in (0, 1))
        np.copyto(left, dy.reshape(left.shape))
        d_between.fill(0)
        _share(of.lines(between), y.reshape(left.shape), left, of.lines(d_between), small)
        pictures, d_pictures = of.pictures(np.broadcast_to(x, (len(dy), *x.shape[1:]))), of.pictures(dx)
        d_pictures.fill(0)
        _share(of.columns(pictures), between, d_between, of.columns(d_pictures), product)


def _part(scratch: Array, start: int, shape: Shape) -> Array:
    size = int(np.prod(shape))
    return scratch[start : start + size].reshape(shape)


def _maximum(first: Array, others: list[Array], out: Array) -> None:
    """Of all of them, place by place. NaN stays NaN: the lane counts as diverged."""
    if not others:
        np.copyto(out, first)
        return
    np.maximum(first, others[0], out=out)
    for other in others[1:]:
        np.maximum(out, other, out=out)


def _share(values: list[Array], largest: Array, left: Array, gradients: list[Array], product: Array) -> None:
    """Adds the gradient to the first of the values that is the largest, and takes it from what is left."""
    for value, gradient in zip(values, gradients, strict=True):
        np.multiply(left, value == largest, out=product)
        np.add(gradient, product, out=gradient)
        np.subtract(left, product, out=left)
