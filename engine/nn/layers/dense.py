"""The dense layer: every unit sees every input."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import LayerSpec, OutputSpec, Shape, WeightedLayer
from engine.nn.layers.parts.copies import Copies
from engine.nn.layers.parts.initializers import INITIALIZERS, Initialization
from engine.nn.layers.parts.interventions import FROZEN, OFF_UNITS, OffUnits
from engine.nn.layers.parts.products import multiply_in_parts, parts, parts_pay
from engine.nn.layers.parts.reads import Reads
from engine.nn.layers.parts.weight_fields import BIAS, DRAW, INITIALIZATION, L1, L2


class DenseSpec(OutputSpec):
    """A fully connected layer, y = x W + b."""

    title = "Dense"
    help = "Every unit sees every value of the layer before: y = x W + b."
    icon = "dense"
    color = "dense"
    width = "units"

    kind: Literal["dense"] = "dense"
    units: int = Field(
        100,
        ge=1,
        le=10_000,
        title="Units",
        description="How many neurons the layer has: more can represent more, and memorize more.",
    )
    bias: bool = BIAS
    initialization: Initialization = INITIALIZATION
    l1: float = L1
    l2: float = L2
    frozen: bool = FROZEN
    off_units: OffUnits = OFF_UNITS
    draw: int | None = DRAW

    def output_shape(self, shape: Shape) -> Shape:
        return (self.units,)

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """``weight``: (in, out) and, unless switched off, ``bias``: (out,)."""
        return {"weight": self.fans(shape)} | ({"bias": (self.units,)} if self.bias else {})

    def fans(self, shape: Shape) -> tuple[int, int]:
        return prod(shape), self.units

    def make(self, shape: Shape) -> Dense:
        return Dense(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """Var y = fan_in Var w E[x^2] (He et al. 2015, equation 7; equation 5 of Glorot and Bengio 2010 where x has
        mean 0). Back: E[dx^2] = fan_out Var w E[dy^2] (He, equation 13; Glorot and Bengio, equation 6)."""
        fan_in, fan_out = self.fans(shape)
        return np.zeros_like(mean), fan_in * weights * (mean**2 + variance), fan_out * weights

    def reordered(
        self, parameters: Mapping[str, Array], inputs: Array | None, outputs: Array | None
    ) -> dict[str, Array]:
        found = {name: values if outputs is None else values[..., outputs] for name, values in parameters.items()}
        return found if inputs is None else found | {"weight": found["weight"][inputs]}

    def fed_copies(
        self, parameters: Mapping[str, Array], copies: Copies, shape: Shape
    ) -> tuple[dict[str, Array], Copies | None]:
        flat, weight = copies.at_places(prod(shape[:-1])), parameters["weight"]
        return {**parameters, "weight": weight[flat.of] * flat.share.astype(weight.dtype)[:, None]}, None

    def handing_on(self, shape: Shape) -> DenseSpec:
        return self.model_copy(update={"units": prod(shape)})

    def identity(self, shape: Shape) -> dict[str, Array]:
        found = {name: np.zeros(of, np.float32) for name, of in self.parameter_shapes(shape).items()}
        return found | {"weight": np.eye(*self.fans(shape), dtype=np.float32)}


@final
class Dense(WeightedLayer):
    """y = x W + b, with x: (lanes, rows, n_in), W: (lanes, n_in, n_out), b: (lanes, 1, n_out).

    dW = x^T dy; db = the sum of dy over the rows, one number for each unit; dx = dy W^T.
    """

    reads_y = Reads.NOTHING

    bias: Array
    d_bias: Array

    def __init__(self, spec: DenseSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self.has_bias = spec.bias

    def reset(self) -> None:
        if self.has_bias:
            self.bias[:] = 0

    def initialize(self, lane: int, spec: LayerSpec, rng: np.random.Generator) -> None:
        assert isinstance(spec, DenseSpec)
        self.weight[lane] = INITIALIZERS[spec.initialization].draw((self.n_in, self.n_out), rng)

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        np.matmul(x, self.weight, out=y)
        if self.has_bias:
            np.add(y, self.bias, out=y)
        if self.off is not None:
            self.off.silence(y)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if self.off is not None:
            self.off.silence(dy)
        n = parts(self.n_in, dy.shape[1] * self.n_out) if parts_pay() else 1
        if n > 1:
            multiply_in_parts(x.swapaxes(1, 2), dy, self.d_weight, n)
        else:
            np.matmul(x.swapaxes(1, 2), dy, out=self.d_weight)
        if self.has_bias:
            np.matmul(self._row_of_ones(dy), dy, out=self.d_bias)  # a sum over rows, faster as a product
        if dx is not None:
            np.matmul(dy, self.weight.swapaxes(1, 2), out=dx)
