"""The layers of the stack (see `engine.nn.layers.base` for what they share), and which spec asks for which."""

from __future__ import annotations

from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from engine.nn.layers.base import Layer, Reads
from engine.nn.layers.batch_norm import BatchNorm
from engine.nn.layers.functions import ACTIVATIONS
from engine.nn.layers.products import multiply_in_parts, parts, parts_pay
from engine.spec import ActivationSpec, BatchNormSpec, DenseSpec, DropoutSpec, LayerSpec

Array: TypeAlias = NDArray[Any]


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


@final
class ActivationLayer(Layer):
    """y = f(x) for every unit."""

    works_in_place = True

    def __init__(self, spec: ActivationSpec, n_in: int) -> None:
        super().__init__(n_in, n_in)
        self._function = ACTIVATIONS[spec.function]()
        self.reads_x = self._function.reads_x
        self.reads_y = self._function.reads_y

    def scratch_rows(self, rows: int, *, training: bool) -> int:
        return rows

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        self._function.forward(x, y, scratch)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        self._function.backward(x, y, dy, scratch)


@final
class Dropout(Layer):
    """y = x * mask in training, where mask is 1 with probability 1 - rate and else 0. Srivastava et al. 2014.

    Scaling "test": testing multiplies by 1 - rate. Scaling "train" ("inverted"): training divides by 1 - rate.
    The rate, and with it both factors, is (lanes, 1, 1), or (1, 1, 1) where all lanes agree.
    """

    works_in_place = True
    reads_x = False
    reads_y = Reads.NOTHING

    def __init__(self, n_in: int) -> None:
        super().__init__(n_in, n_in)
        self.drops = False
        self.threshold: Array = np.zeros((1, 1), np.uint16)
        """(lanes or 1, 1). A unit stays where a uniform 16-bit number is at least rate * 2^16, so the same numbers with
        a larger rate drop the same units and some more."""
        self._train_factor: Array | None = None
        self._test_factor: Array | None = None

    def set_rate(self, rate: Array, scaling: str, dtype: type[np.floating[Any]]) -> None:
        """rate: (lanes,), in [0, 1), as `DropoutSpec.drawn_rate` gives it."""
        if np.all(rate == rate[0]):
            rate = rate[:1]
        rate = rate.reshape(-1, 1, 1)
        self.drops = bool(rate.any())
        self.threshold = np.rint(rate * 2**16).astype(np.uint16).reshape(-1, 1)
        keep = (1 - rate).astype(dtype)
        self._train_factor = 1 / keep if scaling == "train" and self.drops else None
        self._test_factor = keep if scaling == "test" and self.drops else None

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        if mask is not None:
            np.multiply(x, mask, out=y)
            if self._train_factor is not None:
                np.multiply(y, self._train_factor, out=y)
        elif self._test_factor is not None:
            np.multiply(x, self._test_factor, out=y)
        elif y is not x:
            np.copyto(y, x)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if mask is not None:
            np.multiply(dy, mask, out=dy)
        if self._train_factor is not None:
            np.multiply(dy, self._train_factor, out=dy)


def make_layer(spec: LayerSpec, n_in: int) -> Layer:
    """The layer that a spec describes, for n_in inputs."""
    match spec:
        case DenseSpec():
            return Dense(spec, n_in)
        case ActivationSpec():
            return ActivationLayer(spec, n_in)
        case DropoutSpec():
            return Dropout(n_in)
        case BatchNormSpec():
            return BatchNorm(spec, n_in)
