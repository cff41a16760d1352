"""Average pooling: the mean of each window."""

from __future__ import annotations

from typing import Literal, final

import numpy as np

from engine.arrays import Array
from engine.nn.layers.base import Layer, Shape
from engine.nn.layers.parts.reads import Reads
from engine.nn.layers.pool import SIZE, STRIDE, PooledPicture, PoolSpec


class AveragePoolSpec(PoolSpec):
    """Keeps the mean of each window of a map."""

    title = "Average pool"
    help = "Keeps the mean of each window: a smaller picture, softly drawn."

    kind: Literal["average_pool"] = "average_pool"
    size: int = SIZE
    stride: int = STRIDE

    def make(self, shape: Shape) -> AveragePool:
        return AveragePool(self, shape)


@final
class AveragePool(Layer):
    """y = the sum of x over the window / size^2, for each channel by itself; dx = dy / size^2 for all of a window."""

    reads_x = False
    reads_y = Reads.NOTHING

    def __init__(self, spec: AveragePoolSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self._of = PooledPicture(spec.windows_of(shape), shape[-1])

    def scratch_shape(self, lanes: int, rows: int, *, training: bool) -> Shape:
        """The sums along the lines, or their gradient, (rows, between)."""
        return (lanes * rows * self._of.n_between,)

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        of = self._of
        pictures = of.pictures(x)
        n = len(pictures)
        between = scratch[: n * of.n_between].reshape(n, *of.between)
        out = (y if len(x) == len(y) else y[:1]).reshape(n, *of.out)
        _sum(of.columns(pictures), between)
        _sum(of.lines(between), out)
        np.multiply(out, 1 / of.side**2, out=out)
        if len(x) != len(y):  # the same rows for all lanes
            y[1:] = y[0]

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if dx is None:
            return
        of = self._of
        n = dy.shape[0] * dy.shape[1]
        between = scratch[: n * of.n_between].reshape(n, *of.between)
        np.multiply(dy, 1 / of.side**2, out=dy)
        between.fill(0)
        for line in of.lines(between):
            np.add(line, dy.reshape(n, *of.out), out=line)
        d_pictures = of.pictures(dx)
        d_pictures.fill(0)
        for column in of.columns(d_pictures):
            np.add(column, between, out=column)


def _sum(values: list[Array], out: Array) -> None:
    np.copyto(out, values[0])
    for value in values[1:]:
        np.add(out, value, out=out)
