"""Layer normalization: every row gets mean 0 and variance 1 over its units, which then have a scale and a shift each.

Ba, Kiros and Hinton 2016, "Layer Normalization".
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import Layer, LayerSpec, Shape
from engine.nn.layers.parts.copies import Copies, GrowthError
from engine.nn.layers.parts.interventions import FROZEN, OFF_UNITS, OffUnits


class LayerNormSpec(LayerSpec):
    """Brings every row to mean 0 and variance 1 over its units, then scales and shifts each by learned numbers."""

    title = "Layer norm"
    help = "Brings every row to mean 0 and variance 1 over its units, so that no row depends on the rest of its batch."
    icon = "layer_norm"
    color = "batch_norm"
    normalizes = "row"
    letters = "LN"

    kind: Literal["layer_norm"] = "layer_norm"
    epsilon: float = Field(
        1e-5,
        gt=0,
        le=1,
        title="ε",
        description="A small number that keeps the division safe where the units of a row are nearly equal.",
        json_schema_extra={"scale": "log"},
    )
    frozen: bool = FROZEN
    off_units: OffUnits = OFF_UNITS

    @property
    def safe_epsilon(self) -> float:
        """Less than the smallest normal number would be zero."""
        return max(self.epsilon, float(np.finfo(np.float32).tiny))

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        return dict.fromkeys(("scale", "shift"), (prod(shape),))

    def make(self, shape: Shape) -> LayerNorm:
        return LayerNorm(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """Mean 0 and variance 1. What it does to gradients depends on the units: no answer."""
        return np.zeros_like(mean), np.ones_like(variance), float("nan")

    def fed_copies(
        self, parameters: Mapping[str, Array], copies: Copies, shape: Shape
    ) -> tuple[dict[str, Array], Copies | None]:
        """As many of each unit have the mean and the variance of one of each, and else these are others."""
        if not copies.is_even:
            raise GrowthError(
                "Layer norm behind it takes the mean of all units: without changing what comes out, there can only be "
                "twice as many, or three times, and so on."
            )
        flat = copies.at_places(prod(shape[:-1]))
        return {name: values[flat.of] for name, values in parameters.items()}, copies


@final
class LayerNorm(Layer):
    """y = scale * h + shift, h = (x - mean) / sqrt(variance + epsilon), with the mean and variance of each row.

    The variance is divided by n = units. On the way back d_shift is the sum of dy over the rows, d_scale that of dy h,
    and with g = dy * scale, dx = (g - mean g - h mean(g h)) / sqrt(variance + epsilon), with means as before.

    scale, shift: (lanes, 1, units).
    """

    works_in_place = True
    scale: Array
    d_scale: Array
    shift: Array
    d_shift: Array

    def __init__(self, spec: LayerNormSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self._epsilon = spec.safe_epsilon

    def scratch_rows(self, rows: int, *, training: bool) -> int:
        return rows + _Rows.NUMBERS * -(-rows // self.n_out)

    def reset(self) -> None:
        self.scale[:] = 1
        self.shift[:] = 0

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        """In two passes, the mean first, for a difference of squares would lose digits."""
        of, squares = _Rows(scratch, x), y[: len(x)]
        self._mean(x, of.mean)
        np.subtract(x, of.mean, out=of.h)
        np.multiply(of.h, of.h, out=squares)
        self._mean(squares, of.inverse)
        # sqrt(v) / v, v = variance + epsilon: NaN, if that has overflown, so that the lane counts as diverged
        np.add(of.inverse, self._epsilon, out=of.spare)
        np.sqrt(of.spare, out=of.inverse)
        np.divide(of.inverse, of.spare, out=of.inverse)
        np.multiply(of.h, of.inverse, out=of.h)
        np.multiply(of.h, self.scale, out=y)
        np.add(y, self.shift, out=y)
        if self.off is not None:
            self.off.silence(y)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if self.off is not None:
            self.off.silence(dy)
        of, ones = _Rows(scratch, x), self._row_of_ones(dy)
        np.matmul(ones, dy, out=self.d_shift)
        np.multiply(dy, of.h, out=y)
        np.matmul(ones, y, out=self.d_scale)
        if dx is not None:
            np.multiply(dy, self.scale, out=dx)
            self._mean(dx, of.mean)
            np.multiply(dx, of.h, out=y)
            self._mean(y, of.spare)
            np.multiply(of.h, of.spare, out=y)
            np.subtract(dx, y, out=dx)
            np.subtract(dx, of.mean, out=dx)
            np.multiply(dx, of.inverse, out=dx)

    def _mean(self, x: Array, out: Array) -> None:
        """Over the units: (lanes, rows, units) -> (lanes, rows, 1). As a product, which is faster than ``mean``."""
        np.matmul(x, self._row_of_ones(x.swapaxes(1, 2)).swapaxes(1, 2), out=out)
        np.multiply(out, 1 / self.n_out, out=out)


class _Rows:
    """What a pass over x knows of its rows, as parts of the layer's scratch array, with as many lanes as x.

    h: (lanes or 1, rows, units); mean, inverse = 1 / sqrt(variance + epsilon), spare: (lanes or 1, rows, 1).
    """

    NUMBERS = 3
    __slots__ = ("h", "inverse", "mean", "spare")

    def __init__(self, scratch: Array, x: Array) -> None:
        lanes, rows, units = x.shape
        each = -(-rows // units)
        self.h = scratch[:lanes, :rows]
        self.mean, self.inverse, self.spare = (
            scratch[:lanes, start : start + each].reshape(lanes, each * units)[:, :rows, None]
            for start in range(rows, rows + self.NUMBERS * each, each)
        )
