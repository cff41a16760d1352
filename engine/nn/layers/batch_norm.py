"""Batch normalization: every unit gets mean 0 and variance 1 over the rows of a batch, then a scale and a shift.

Ioffe and Szegedy 2015, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift".
"""

from __future__ import annotations

from typing import Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import Layer
from engine.spec import Spec


class BatchNormSpec(Spec):
    """Brings every unit to mean 0 and variance 1 over the batch, then scales and shifts it by learned numbers."""

    kind: Literal["batch_norm"] = "batch_norm"
    momentum: float = Field(
        0.1,
        gt=0,
        le=1,
        title="Momentum",
        description="How much each batch counts in the running mean and variance that testing uses.",
        json_schema_extra={"step": 0.05},
    )
    epsilon: float = Field(
        1e-5,
        gt=0,
        le=1,
        title="ε",
        description="A small number that keeps the division safe where a unit hardly varies.",
        json_schema_extra={"scale": "log"},
    )


@final
class BatchNorm(Layer):
    """y = scale * h + shift, h = (x - mean) / sqrt(variance + epsilon), for every unit by itself.

    In training mean and variance are those of the batch, the variance divided by n = rows. Testing takes running ones:
    running <- (1 - momentum) running + momentum batch, there with the variance divided by n - 1. One row says nothing
    about the variance, so after a batch of one the running variance stays.

    On the way back d_shift is the sum of dy over the rows, d_scale that of dy h, and
    dx = (dy - d_shift / n - h d_scale / n) scale / sqrt(variance + epsilon).

    scale, shift, running_mean, running_variance: (lanes, 1, units).
    """

    NAMES = ("scale", "shift", "running_mean", "running_variance")
    works_in_place = True

    def __init__(self, spec: BatchNormSpec, n_in: int) -> None:
        super().__init__(n_in, n_in)
        self.n_unpenalized = self.n_state = 2 * n_in
        self._momentum = spec.momentum
        self._epsilon = max(spec.epsilon, float(np.finfo(np.float32).tiny))  # less than that would be zero
        self.scale: Array
        self.d_scale: Array
        self.shift: Array
        self.d_shift: Array
        self.running_mean: Array
        self.running_variance: Array

    def scratch_rows(self, rows: int, *, training: bool) -> int:
        """See `_Batch` for training; testing takes two."""
        return rows + _Batch.EXTRA_ROWS if training else 2

    def bind_unpenalized(self, values: Array, gradients: Array) -> None:
        self.scale, self.shift = _halves(values)
        self.d_scale, self.d_shift = _halves(gradients)

    def bind_state(self, state: Array) -> None:
        self.running_mean, self.running_variance = _halves(state)

    def reset(self) -> None:
        self.scale[:] = self.running_variance[:] = 1
        self.shift[:] = self.running_mean[:] = 0

    def views_of(self, lane: int) -> dict[str, Array]:
        """`NAMES`, each (units,)."""
        arrays = (self.scale, self.shift, self.running_mean, self.running_variance)
        return {name: array[lane, 0] for name, array in zip(self.NAMES, arrays, strict=True)}

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        if training:
            h = self._normalize(x, _Batch(scratch, x), squares=y[: len(x)])
            np.multiply(h, self.scale, out=y)
        else:
            inverse, spare = scratch[:, :1], scratch[:, 1:]
            self._invert(self.running_variance, inverse, spare)
            np.subtract(x, self.running_mean, out=y)
            np.multiply(inverse, self.scale, out=inverse)
            np.multiply(y, inverse, out=y)
        np.add(y, self.shift, out=y)

    def _normalize(self, x: Array, batch: _Batch, squares: Array) -> Array:
        """h and the statistics of x, in two passes: the mean first, for a difference of squares would lose digits."""
        ones, share = self._row_of_ones(x), 1 / x.shape[1]
        np.matmul(ones, x, out=batch.mean)
        np.multiply(batch.mean, share, out=batch.mean)
        np.subtract(x, batch.mean, out=batch.h)
        np.multiply(batch.h, batch.h, out=squares)
        np.matmul(ones, squares, out=batch.variance)
        np.multiply(batch.variance, share, out=batch.variance)
        self._invert(batch.variance, batch.inverse, batch.spare)
        np.multiply(batch.h, batch.inverse, out=batch.h)
        return batch.h

    def _invert(self, variance: Array, out: Array, spare: Array) -> None:
        """1 / sqrt(v), v = variance + epsilon, as sqrt(v) / v: a v that has overflown gives NaN, so that the lane
        counts as diverged; 0 would pass for a unit that never changes."""
        np.add(variance, self._epsilon, out=spare)
        np.sqrt(spare, out=out)
        np.divide(out, spare, out=out)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        batch, ones, share = _Batch(scratch, x), self._row_of_ones(dy), 1 / dy.shape[1]
        np.matmul(ones, dy, out=self.d_shift)
        np.multiply(dy, batch.h, out=y)
        np.matmul(ones, y, out=self.d_scale)
        if dx is not None:
            np.multiply(self.d_scale, share, out=batch.spare)
            np.multiply(batch.h, batch.spare, out=y)
            np.subtract(dy, y, out=dx)
            np.multiply(self.d_shift, share, out=batch.spare)
            np.subtract(dx, batch.spare, out=dx)
            np.multiply(self.scale, batch.inverse, out=batch.spare)
            np.multiply(dx, batch.spare, out=dx)
        self._update_running(batch, rows=x.shape[1])

    def _update_running(self, batch: _Batch, rows: int) -> None:
        keep, momentum = 1 - self._momentum, self._momentum
        np.multiply(self.running_mean, keep, out=self.running_mean)
        np.multiply(batch.mean, momentum, out=batch.spare)
        np.add(self.running_mean, batch.spare, out=self.running_mean)
        if rows > 1:
            np.multiply(self.running_variance, keep, out=self.running_variance)
            np.multiply(batch.variance, momentum * rows / (rows - 1), out=batch.spare)
            np.add(self.running_variance, batch.spare, out=self.running_variance)


class _Batch:
    """What a pass over a batch x knows of it, as parts of the layer's scratch array, with as many lanes as x.

    h: (lanes or 1, rows, units); mean, variance, inverse = 1 / sqrt(variance + epsilon), spare: (lanes or 1, 1, units).
    """

    EXTRA_ROWS = 4
    __slots__ = ("h", "inverse", "mean", "spare", "variance")

    def __init__(self, scratch: Array, x: Array) -> None:
        lanes, rows = x.shape[:2]
        self.h = scratch[:lanes, :rows]
        self.mean, self.variance, self.inverse, self.spare = (
            scratch[:lanes, row : row + 1] for row in range(rows, rows + self.EXTRA_ROWS)
        )


def _halves(flat: Array) -> tuple[Array, Array]:
    """(lanes, 2 units) -> two views (lanes, 1, units)."""
    units = flat.shape[1] // 2
    return flat[:, None, :units], flat[:, None, units:]
