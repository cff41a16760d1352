"""The dense layer: every unit sees every input."""

from __future__ import annotations

from typing import Literal, final

import numpy as np
from pydantic import Field, field_validator

from engine.arrays import Array
from engine.nn.layers.base import Layer, Reads
from engine.nn.layers.initializers import Initialization
from engine.nn.layers.products import multiply_in_parts, parts, parts_pay
from engine.spec import Spec

_INITIALIZATION_ALIASES = {"he": "he_uniform", "xavier": "xavier_uniform"}


class DenseSpec(Spec):
    """A fully connected layer, y = x W + b."""

    kind: Literal["dense"] = "dense"
    units: int = Field(
        100,
        ge=1,
        le=10_000,
        title="Units",
        description="How many neurons the layer has: more can represent more, and memorize more.",
    )
    bias: bool = Field(True, title="Bias", description="Adds one learned offset to each unit.")
    initialization: Initialization = Field(
        "he_uniform",
        title="Initialization",
        description="How the weights start; their scale decides whether the signal survives the layers.",
    )
    l1: float = Field(
        0.0,
        ge=0,
        le=10,
        title="L1",
        description="L1 penalty: pulls every weight towards zero by the same amount and makes many exactly useless.",
        json_schema_extra={"scale": "log"},
    )
    l2: float = Field(
        0.0,
        ge=0,
        le=10,
        title="L2 λ",
        description="L2 penalty: pulls weights towards zero in proportion to their size, against overfitting.",
        json_schema_extra={"scale": "log"},
    )

    @field_validator("initialization", mode="before")
    @classmethod
    def _accept_short_names(cls, value: object) -> object:
        return _INITIALIZATION_ALIASES.get(value, value) if isinstance(value, str) else value


@final
class Dense(Layer):
    """y = x W + b, with x: (lanes, rows, n_in), W: (lanes, n_in, n_out), b: (lanes, 1, n_out).

    dW = x^T dy; db = the sum of dy over the rows, one number for each unit; dx = dy W^T.
    """

    reads_y = Reads.NOTHING

    def __init__(self, spec: DenseSpec, n_in: int) -> None:
        super().__init__(n_in, spec.units)
        self.has_bias = spec.bias
        self.n_weights = n_in * spec.units
        self.n_unpenalized = spec.units if spec.bias else 0
        self.weight: Array
        self.d_weight: Array
        self.bias: Array
        self.d_bias: Array

    def bind_weights(self, values: Array, gradients: Array) -> None:
        self.weight = values.reshape(-1, self.n_in, self.n_out)
        self.d_weight = gradients.reshape(-1, self.n_in, self.n_out)

    def bind_unpenalized(self, values: Array, gradients: Array) -> None:
        self.bias = values[:, None]
        self.d_bias = gradients[:, None]

    def reset(self) -> None:
        self.bias[:] = 0

    def views_of(self, lane: int) -> dict[str, Array]:
        """``weight``: (in, out) and, unless switched off, ``bias``: (out,)."""
        found = {"weight": self.weight[lane]}
        if self.has_bias:
            found["bias"] = self.bias[lane, 0]
        return found

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        np.matmul(x, self.weight, out=y)
        if self.has_bias:
            np.add(y, self.bias, out=y)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        n = parts(self.n_in, dy.shape[1] * self.n_out) if parts_pay() else 1
        if n > 1:
            multiply_in_parts(x.swapaxes(1, 2), dy, self.d_weight, n)
        else:
            np.matmul(x.swapaxes(1, 2), dy, out=self.d_weight)
        if self.has_bias:
            np.matmul(self._row_of_ones(dy), dy, out=self.d_bias)  # a sum over rows, faster as a product
        if dx is not None:
            np.matmul(dy, self.weight.swapaxes(1, 2), out=dx)
