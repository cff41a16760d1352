"""Max pooling: the largest number of each window."""

from __future__ import annotations

from math import prod
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
        """Of each lane the maxima along the lines, (rows, between). On the way back, of one lane at a time, for those
        lie in the processor's cache: their gradient, what is left of that of the output, a product, and where the
        maxima are."""
        kept, spare = lanes * rows * self._of.n_between, rows * (3 * self._of.n_between + self.n_out)
        return (kept + (spare if training else 0),)

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        of, rows = self._of, x.shape[1]
        for lane, out in enumerate(y):
            if lane and len(x) == 1:  # the same rows for all lanes
                np.copyto(out, y[0])
                continue
            between = _part(scratch, lane * rows * of.n_between, (rows, *of.between))
            first, *others = of.columns(of.pictures(x[lane]))
            _maximum(first, others, between)
            first, *others = of.lines(between)
            _maximum(first, others, out.reshape(rows, *of.out))

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if dx is None:
            return
        of, rows = self._of, x.shape[1]
        size, spare = rows * of.n_between, len(y) * rows * of.n_between
        shape, out = (rows, *of.between), (rows, *of.out)
        d_between, product = (_part(scratch, spare + i * size, shape) for i in (0, 1))
        hit = _part(scratch[spare + 2 * size :].view(np.bool_), 0, shape)
        left = _part(scratch, spare + 3 * size, out)
        small, small_hit = (of_all.reshape(-1)[: left.size].reshape(out) for of_all in (product, hit))
        share = _share_once if of.is_apart else _share
        for lane in range(len(dy)):
            seen = lane if len(x) > 1 else 0
            between = _part(scratch, seen * size, shape)
            np.copyto(left, dy[lane].reshape(out))
            d_pictures = of.pictures(dx[lane])
            if not of.covers:
                d_between.fill(0)
                d_pictures.fill(0)
            share(of.lines(between), y[lane].reshape(out), left, of.lines(d_between), small, small_hit)
            share(of.columns(of.pictures(x[seen])), between, d_between, of.columns(d_pictures), product, hit)


def _part(scratch: Array, start: int, shape: Shape) -> Array:
    return scratch[start : start + prod(shape)].reshape(shape)


def _maximum(first: Array, others: list[Array], out: Array) -> None:
    """Of all of them, place by place. NaN stays NaN: the lane counts as diverged."""
    if not others:
        np.copyto(out, first)
        return
    np.maximum(first, others[0], out=out)
    for other in others[1:]:
        np.maximum(out, other, out=out)


def _share(
    values: list[Array], largest: Array, left: Array, gradients: list[Array], product: Array, hit: Array
) -> None:
    """Adds the gradient to the first of the values that is the largest, and takes it from what is left."""
    for value, gradient in zip(values, gradients, strict=True):
        np.equal(value, largest, out=hit)
        np.multiply(left, hit, out=product)
        np.add(gradient, product, out=gradient)
        np.subtract(left, product, out=left)


def _share_once(
    values: list[Array], largest: Array, left: Array, gradients: list[Array], product: Array, hit: Array
) -> None:
    """The same where no value is in two windows: what no other one gets is for the last."""
    for value, gradient in zip(values[:-1], gradients[:-1], strict=True):
        np.equal(value, largest, out=hit)
        np.multiply(left, hit, out=gradient)
        np.subtract(left, gradient, out=left)
    np.copyto(gradients[-1], left)
