"""The layers of the stack. A layer keeps its parameters; the arrays it reads and writes belong to a Workspace.

Every array has the lanes in front: parameters (lanes, ...), activations (lanes, rows, units). A leading axis of 1
stands for "the same for all lanes" and is broadcast.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.specs import ActivationSpec, DenseSpec, DropoutSpec, LayerSpec

Array: TypeAlias = NDArray[Any]


class Layer(ABC):
    """One step of the stack, from n_in to n_out units."""

    def __init__(self, n_in: int, n_out: int) -> None:
        self.n_in = n_in
        self.n_out = n_out

    @property
    def n_weights(self) -> int:
        """Parameters of one lane that L1 and L2 act on."""
        return 0

    @property
    def n_biases(self) -> int:
        """Parameters of one lane that no penalty acts on."""
        return 0

    @property
    def n_state(self) -> int:
        """Numbers of one lane that are kept from step to step, but not learned."""
        return 0

    @property
    def needs_scratch(self) -> bool:
        """Whether forward and backward want an array, of the shape of the output, for themselves."""
        return False

    def parameters_of(self, lane: int) -> dict[str, Array]:
        """Copies of one lane's parameters, by name; empty for a layer without any."""
        return {}

    @abstractmethod
    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None) -> None:
        """Writes the output for x into y. ``mask`` is given in training only, to dropout only."""

    @abstractmethod
    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        """Writes the gradients of the parameters, and that of x into ``dx`` (None: nobody needs it).

        ``dx`` is ``dy`` itself where `is_elementwise`.
        """

    @property
    def is_elementwise(self) -> bool:
        """Whether output i depends on input i alone, so that the work can be done in place."""
        return False


@final
class Dense(Layer):
    """y = x W + b, with x: (lanes, rows, n_in), W: (lanes, n_in, n_out), b: (lanes, 1, n_out).

    dW = x^T dy; db = the sum of dy over the rows, one number for each unit; dx = dy W^T.
    """

    def __init__(self, spec: DenseSpec, n_in: int) -> None:
        super().__init__(n_in, spec.units)
        self.has_bias = spec.bias
        self.weight: Array
        self.d_weight: Array
        self.bias: Array
        self.d_bias: Array
        self._ones: dict[int, Array] = {}

    @property
    def n_weights(self) -> int:
        return self.n_in * self.n_out

    @property
    def n_biases(self) -> int:
        return self.n_out if self.has_bias else 0

    def parameters_of(self, lane: int) -> dict[str, Array]:
        """``weight``: (in, out) and, unless switched off, ``bias``: (out,)."""
        found = {"weight": self.weight[lane].copy()}
        if self.has_bias:
            found["bias"] = self.bias[lane, 0].copy()
        return found

    def bind_weights(self, values: Array, gradients: Array) -> None:
        """Makes ``weight`` and ``d_weight`` views of flat arrays (lanes, n_weights)."""
        self.weight = values.reshape(-1, self.n_in, self.n_out)
        self.d_weight = gradients.reshape(-1, self.n_in, self.n_out)

    def bind_biases(self, values: Array, gradients: Array) -> None:
        """Makes ``bias`` and ``d_bias`` views of flat arrays (lanes, n_biases)."""
        self.bias = values.reshape(-1, 1, self.n_biases)
        self.d_bias = gradients.reshape(-1, 1, self.n_biases)

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None) -> None:
        np.matmul(x, self.weight, out=y)
        if self.has_bias:
            np.add(y, self.bias, out=y)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        np.matmul(x.swapaxes(1, 2), dy, out=self.d_weight)
        if self.has_bias:
            np.matmul(self._row_of_ones(dy), dy, out=self.d_bias)  # a sum over rows, faster as a product
        if dx is not None:
            np.matmul(dy, self.weight.swapaxes(1, 2), out=dx)

    def _row_of_ones(self, dy: Array) -> Array:
        rows = dy.shape[1]
        if rows not in self._ones:
            self._ones[rows] = np.ones((1, 1, rows), dy.dtype)
        return self._ones[rows]


@final
class ActivationLayer(Layer):
    """y = f(x) for every unit."""

    def __init__(self, spec: ActivationSpec, n_in: int) -> None:
        super().__init__(n_in, n_in)
        self._function = ACTIVATIONS[spec.function]()

    @property
    def needs_scratch(self) -> bool:
        return True

    @property
    def is_elementwise(self) -> bool:
        return True

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None) -> None:
        self._function.forward(x, y, scratch)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        self._function.backward(x, y, dy, scratch)


@final
class Dropout(Layer):
    """y = x * mask in training, where mask is 1 with probability 1 - rate and else 0. Srivastava et al. 2014.

    Scaling "test": testing multiplies by 1 - rate. Scaling "train" ("inverted"): training divides by 1 - rate.
    The rate, and with it both factors, is (lanes, 1, 1), or (1, 1, 1) where all lanes agree.
    """

    def __init__(self, n_in: int) -> None:
        super().__init__(n_in, n_in)
        self.drops = False
        self.threshold: Array = np.zeros((1, 1), np.uint16)
        """(lanes or 1, 1). A unit stays where a uniform 16-bit number is at least rate * 2^16, so the same numbers with
        a larger rate drop the same units and some more."""
        self._train_factor: Array | None = None
        self._test_factor: Array | None = None

    def set_rate(self, rate: Array, scaling: str, dtype: type[np.floating[Any]]) -> None:
        """rate: (lanes,), in [0, 1)."""
        if np.all(rate == rate[0]):
            rate = rate[:1]
        rate = rate.reshape(-1, 1, 1)
        self.drops = bool(rate.any())
        self.threshold = np.minimum(np.rint(rate * 2**16), 2**16 - 1).astype(np.uint16).reshape(-1, 1)
        keep = (1 - rate).astype(dtype)
        self._train_factor = 1 / keep if scaling == "train" and self.drops else None
        self._test_factor = keep if scaling == "test" and self.drops else None

    @property
    def is_elementwise(self) -> bool:
        return True

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None) -> None:
        if mask is not None:
            np.multiply(x, mask, out=y)
            if self._train_factor is not None:
                np.multiply(y, self._train_factor, out=y)
        elif self._test_factor is not None:
            np.multiply(x, self._test_factor, out=y)
        elif y is not x:
            np.copyto(y, x)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        assert mask is not None
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
