"""Batch normalization: every unit gets mean 0 and variance 1 over the rows of a batch, then a scale and a shift.

Ioffe and Szegedy 2015, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, final

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import Layer, LayerSpec, Shape
from engine.nn.layers.parts.interventions import FROZEN, OFF_UNITS, OffUnits


class BatchNormSpec(LayerSpec):
    """Brings every unit to mean 0 and variance 1 over the batch, then scales and shifts it by learned numbers."""

    title = "Batch norm"
    help = "Brings every unit to mean 0 and variance 1 over the batch, so that deep nets learn whatever their start."
    icon = "batch_norm"
    color = "batch_norm"
    normalizes = "batch"
    letters = "BN"
    state = frozenset({"running_mean", "running_variance"})

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
    frozen: bool = FROZEN
    off_units: OffUnits = OFF_UNITS

    @property
    def safe_epsilon(self) -> float:
        """Less than the smallest normal number would be zero."""
        return max(self.epsilon, float(np.finfo(np.float32).tiny))

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        return dict.fromkeys(("scale", "shift", "running_mean", "running_variance"), (shape[-1],))

    def make(self, shape: Shape) -> BatchNorm:
        return BatchNorm(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """Mean 0 and variance 1. What it does to gradients depends on the rows: no answer."""
        return np.zeros_like(mean), np.ones_like(variance), float("nan")


@final
class BatchNorm(Layer):
    """y = scale * h + shift, h = (x - mean) / sqrt(variance + epsilon), for every unit by itself.

    In training mean and variance are those of the batch, the variance divided by n = rows. Testing takes running ones:
    running <- (1 - momentum) running + momentum batch, there with the variance divided by n - 1. One row says nothing
    about the variance, so after a batch of one the running variance stays.

    On the way back d_shift is the sum of dy over the rows, d_scale that of dy h, and
    dx = (dy - d_shift / n - h d_scale / n) scale / sqrt(variance + epsilon).

    A picture has a scale and a shift for each channel: the places of all rows count as rows.

    Where it is frozen, it is the same function in training as in testing, with the running statistics of the step in
    which it was frozen, and these stay: a frozen layer that followed the batches would hand on other features while
    what comes in changes, and other ones in training than in testing. On the way back both sums over the batch fall
    away: dx = dy scale / sqrt(running variance + epsilon).

    scale, shift, running_mean, running_variance: (lanes, 1, units or channels).
    """

    works_in_place = True
    scale: Array
    d_scale: Array
    shift: Array
    d_shift: Array
    running_mean: Array
    running_variance: Array

    def __init__(self, spec: BatchNormSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self._momentum = spec.momentum
        self._epsilon = spec.safe_epsilon
        self._units = shape[-1]
        self._places = self.n_out // self._units
        self._frozen: NDArray[np.intp] | None = None
        """The lanes in which it is frozen, where there are any."""

    def scratch_shape(self, lanes: int, rows: int, *, training: bool) -> Shape:
        """See `_Batch` for training; testing takes two."""
        return lanes, rows * self._places + _Batch.EXTRA_ROWS if training else 2, self._units

    def reset(self) -> None:
        self.scale[:] = self.running_variance[:] = 1
        self.shift[:] = self.running_mean[:] = 0

    def configure(self, specs: Sequence[LayerSpec], scaling: str, dtype: type[np.floating[Any]]) -> None:
        super().configure(specs, scaling, dtype)
        rows = np.flatnonzero([isinstance(spec, BatchNormSpec) and spec.frozen for spec in specs])
        self._frozen = rows if len(rows) else None

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        x, y = self._by_channel(x), self._by_channel(y)
        if training:
            x = self._of_all_lanes(x)
            h = self._normalize(x, _Batch(scratch, x), squares=y[: len(x)])
            np.multiply(h, self.scale, out=y)
        else:
            inverse, spare = scratch[:, :1], scratch[:, 1:2]
            self._invert(self.running_variance, inverse, spare)
            np.subtract(x, self.running_mean, out=y)
            np.multiply(inverse, self.scale, out=inverse)
            np.multiply(y, inverse, out=y)
        np.add(y, self.shift, out=y)
        if self.off is not None:
            self.off.silence(y)

    def _of_all_lanes(self, x: Array) -> Array:
        """Frozen lanes may have running statistics of their own, and so need an h of their own."""
        if self._frozen is None or len(x) == len(self.scale):
            return x
        return np.broadcast_to(x, (len(self.scale), *x.shape[1:]))

    def _by_channel(self, x: Array) -> Array:
        """(lanes, rows, units) -> (lanes, rows * places, channels)"""
        return x if self._places == 1 else x.reshape(len(x), -1, self._units)

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
        if self._frozen is not None:
            self._take_running(x, batch, self._frozen)
        np.multiply(batch.h, batch.inverse, out=batch.h)
        return batch.h

    def _take_running(self, x: Array, batch: _Batch, frozen: NDArray[np.intp]) -> None:
        """The running statistics in place of the batch's, in the lanes that are frozen."""
        mean = self.running_mean[frozen]
        inverse = np.empty_like(mean)
        self._invert(self.running_variance[frozen], inverse, np.empty_like(mean))
        batch.inverse[frozen] = inverse
        batch.h[frozen] = x[frozen] - mean

    def _invert(self, variance: Array, out: Array, spare: Array) -> None:
        """1 / sqrt(v), v = variance + epsilon, as sqrt(v) / v: a v that has overflown gives NaN, so that the lane
        counts as diverged; 0 would pass for a unit that never changes."""
        np.add(variance, self._epsilon, out=spare)
        np.sqrt(spare, out=out)
        np.divide(out, spare, out=out)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        x, y, dy = self._of_all_lanes(self._by_channel(x)), self._by_channel(y), self._by_channel(dy)
        dx = None if dx is None else self._by_channel(dx)
        if self.off is not None:
            self.off.silence(dy)
        batch, ones, share = _Batch(scratch, x), self._row_of_ones(dy), 1 / dy.shape[1]
        np.matmul(ones, dy, out=self.d_shift)
        np.multiply(dy, batch.h, out=y)
        np.matmul(ones, y, out=self.d_scale)
        if dx is not None:
            np.multiply(self.d_scale, share, out=batch.spare)
            self._let_go(batch.spare)
            np.multiply(batch.h, batch.spare, out=y)
            np.subtract(dy, y, out=dx)
            np.multiply(self.d_shift, share, out=batch.spare)
            self._let_go(batch.spare)
            np.subtract(dx, batch.spare, out=dx)
            np.multiply(self.scale, batch.inverse, out=batch.spare)
            np.multiply(dx, batch.spare, out=dx)
        if self._frozen is None:
            self._update_running(batch, rows=x.shape[1])
        else:
            mean, variance = self.running_mean[self._frozen], self.running_variance[self._frozen]
            self._update_running(batch, rows=x.shape[1])
            self.running_mean[self._frozen], self.running_variance[self._frozen] = mean, variance

    def _let_go(self, of_batch: Array) -> None:
        """In frozen lanes the statistics do not depend on the rows, and no gradient goes through them."""
        if self._frozen is not None:
            of_batch[self._frozen] = 0

    def pass_back(self, x: Array, y: Array, dy: Array, dx: Array, scratch: Array) -> None:
        """dx = dy scale / sqrt(running variance + epsilon): in testing nothing depends on the rows."""
        inverse, spare = scratch[:, :1], scratch[:, 1:2]
        if self.off is not None:
            self.off.silence(dy)
        self._invert(self.running_variance, inverse, spare)
        np.multiply(inverse, self.scale, out=inverse)
        np.multiply(self._by_channel(dy), inverse, out=self._by_channel(dx))

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
