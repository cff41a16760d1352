"""The nonlinearities: y = f(x), and on the way back dx = dy * f'(x).

`forward` writes into ``y``, which may be ``x`` itself unless `backward` needs that. `backward` turns ``dy`` into
``dx`` in place and may spoil ``y``. ``scratch`` is an array of the same shape that a layer has for itself: zeros at
first, and then what `forward` and `backward` leave there. All shapes are (lanes, rows, units).
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Literal, NamedTuple, TypeAlias, final

import numpy as np

from engine.arrays import Array
from engine.nn.layers.parts.initializers import Initialization
from engine.nn.layers.parts.reads import Reads

Function: TypeAlias = Literal["relu", "leaky_relu", "elu", "sigmoid", "tanh", "gelu", "identity"]


LEAKY_SLOPE = 0.1
ELU_ALPHA = 1.0


class OnnxNode(NamedTuple):
    """An operator of https://onnx.ai, and the first version of the operators that has it."""

    operator: str
    attributes: Mapping[str, Any] = MappingProxyType({})
    since: int = 13


class Activation(ABC):
    """One nonlinearity, without parameters, and all that is known of it.

    Exported scripts have a class of the same name in `engine.export.pieces.layers`, unless it is linear.
    """

    title: ClassVar[str]
    """What it is called in the window."""
    help: ClassVar[str]
    """One sentence that teaches it."""
    onnx: ClassVar[OnnxNode | None]
    """None where there is nothing to do."""
    is_linear: ClassVar[bool] = False
    largest_slope: ClassVar[float] = 1.0
    saturates: ClassVar[bool] = False
    """Whether it is flat on both sides, far from zero, as slowly as it may; then it has a `relative_slope`."""
    can_die: ClassVar[bool] = False
    """Whether it is 0, and flat, wherever x <= 0: a unit may never get out of there."""
    is_nonnegative: ClassVar[bool] = False
    """Whether f(x) >= 0 everywhere."""
    keeps_nonnegative: ClassVar[bool] = False
    """Whether f(x) = x wherever x >= 0."""
    sound_initialization: ClassVar[Initialization] = "he_uniform"
    """Xavier's for functions that are as steep on either side of zero, He's for those that pass on less below it."""
    reads_x: ClassVar[bool] = False
    reads_y: ClassVar[Reads] = Reads.ALL

    @abstractmethod
    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        """Writes f(x) into y."""

    @abstractmethod
    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        """Multiplies dy by f'(x), in place."""

    @staticmethod
    def relative_slope(y: Array) -> Array:
        """f'(x) as a share of the largest slope, of y = f(x); the same shape."""
        raise NotImplementedError


@final
class Identity(Activation):
    """f(x) = x; f' = 1."""

    title = "Identity"
    help = "No nonlinearity at all: the layers around it are no more than one linear layer."
    onnx = None
    is_linear = True
    keeps_nonnegative = True
    sound_initialization = "xavier_uniform"
    reads_y = Reads.NOTHING

    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        if y is not x:
            np.copyto(y, x)

    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        pass


@final
class Relu(Activation):
    """f(x) = max(x, 0); f' = 1 where x > 0, else 0. Nair and Hinton 2010.

    Its scratch array stays all zeros: NumPy compares two arrays three times faster than an array and a number.
    """

    title = "ReLU"
    help = "Passes what is positive and cuts off the rest: cheap, and its gradient does not fade."
    onnx = OnnxNode("Relu")
    is_nonnegative = keeps_nonnegative = True
    can_die = True
    reads_y = Reads.SIGN

    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        np.maximum(x, scratch, out=y)

    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        np.greater(y, scratch, out=y)  # y is not needed any more
        np.multiply(dy, y, out=dy)


@final
class LeakyRelu(Activation):
    """f(x) = max(x, 0.1 x); f' = 1 where x > 0, else 0.1. Maas et al. 2013."""

    title = "Leaky ReLU"
    help = "Like ReLU, but lets a tenth of the negative part through, so no unit dies."
    onnx = OnnxNode("LeakyRelu", {"alpha": LEAKY_SLOPE})
    keeps_nonnegative = True

    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        np.multiply(x, LEAKY_SLOPE, out=scratch)
        np.maximum(x, scratch, out=y)

    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        np.greater(y, 0, out=scratch)
        np.multiply(scratch, 1 - LEAKY_SLOPE, out=scratch)
        np.add(scratch, LEAKY_SLOPE, out=scratch)
        np.multiply(dy, scratch, out=dy)


@final
class Elu(Activation):
    """f(x) = x where x > 0, else e^x - 1; f' = 1 where x > 0, else e^x = f + 1. Clevert et al. 2015, alpha 1."""

    title = "ELU"
    help = "Like ReLU, but bends smoothly down to -1, which keeps the mean of a layer near zero."
    onnx = OnnxNode("Elu", {"alpha": ELU_ALPHA})
    keeps_nonnegative = True

    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        np.minimum(x, 0, out=scratch)
        np.expm1(scratch, out=scratch)
        np.maximum(x, 0, out=y)
        np.add(y, scratch, out=y)

    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        np.minimum(y, 0, out=scratch)
        np.add(scratch, ELU_ALPHA, out=scratch)
        np.multiply(dy, scratch, out=dy)


@final
class Sigmoid(Activation):
    """f(x) = 1 / (1 + e^-x) = (1 + tanh(x / 2)) / 2, which cannot overflow; f' = f (1 - f), at most 1/4."""

    title = "Sigmoid"
    help = "Squeezes everything between 0 and 1; far from zero its gradient vanishes."
    onnx = OnnxNode("Sigmoid")
    is_nonnegative = True
    largest_slope = 0.25
    saturates = True
    sound_initialization = "xavier_uniform"

    @staticmethod
    def relative_slope(y: Array) -> Array:
        slope: Array = 4 * y * (1 - y)
        return slope

    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        np.multiply(x, 0.5, out=y)
        np.tanh(y, out=y)
        np.multiply(y, 0.5, out=y)
        np.add(y, 0.5, out=y)

    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        np.subtract(1, y, out=scratch)
        np.multiply(scratch, y, out=scratch)
        np.multiply(dy, scratch, out=dy)


@final
class Tanh(Activation):
    """f(x) = tanh(x); f' = 1 - f^2."""

    title = "Tanh"
    help = "Squeezes everything between -1 and 1, around zero; far out its gradient vanishes."
    onnx = OnnxNode("Tanh")
    saturates = True
    sound_initialization = "xavier_uniform"

    @staticmethod
    def relative_slope(y: Array) -> Array:
        slope: Array = 1 - y * y
        return slope

    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        np.tanh(x, out=y)

    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        np.multiply(y, y, out=scratch)
        np.subtract(1, scratch, out=scratch)
        np.multiply(dy, scratch, out=dy)


@final
class Gelu(Activation):
    """f(x) = x/2 (1 + tanh(u)), u = sqrt(2/pi) (x + 0.044715 x^3). Hendrycks and Gimpel 2016, the tanh form.

    f' = (1 + tanh u) / 2 + x/2 (1 - tanh^2 u) sqrt(2/pi) (1 + 3 * 0.044715 x^2).

    Far from 0 tanh u is +-1 to the last digit, and what its 0 is multiplied by is cut off: 0 times infinity is no
    number.
    """

    title = "GELU"
    help = "A smooth ReLU that weighs each value by how likely it is large; used in transformers."
    onnx = OnnxNode("Gelu", {"approximate": "tanh"}, since=20)
    largest_slope = 1.129
    reads_x = True
    reads_y = Reads.NOTHING
    _C = math.sqrt(2 / math.pi)
    _K = 0.044715
    _FLAT = 10.0
    """From here on tanh u is 1, also in float64."""
    _ENOUGH = 1e30
    """More than the factor of 1 - tanh^2 u is, where that is not 0."""

    def _tanh_u(self, x: Array, out: Array) -> None:
        np.multiply(x, x, out=out)
        np.multiply(out, self._K, out=out)
        np.add(out, 1, out=out)
        np.multiply(out, x, out=out)
        np.multiply(out, self._C, out=out)
        np.tanh(out, out=out)

    def forward(self, x: Array, y: Array, scratch: Array) -> None:
        np.clip(x, -self._FLAT, math.inf, out=y)  # faster than np.maximum with a number
        self._tanh_u(y, scratch)
        np.add(scratch, 1, out=scratch)
        np.multiply(y, 0.5, out=y)  # first, for twice the largest numbers would overflow
        np.multiply(y, scratch, out=y)

    def backward(self, x: Array, y: Array, dy: Array, scratch: Array) -> None:
        # scratch is 1 + tanh u, and y, not needed any more, the second scratch array.
        np.multiply(x, x, out=y)
        np.multiply(y, 3 * self._K, out=y)
        np.add(y, 1, out=y)
        np.multiply(y, x, out=y)
        np.multiply(y, self._C, out=y)
        np.clip(y, -self._ENOUGH, self._ENOUGH, out=y)
        np.multiply(y, scratch, out=y)
        np.multiply(y, 2 - scratch, out=y)  # 1 - tanh^2 u = (1 + tanh u)(1 - tanh u)
        np.add(y, scratch, out=y)
        np.multiply(y, 0.5, out=y)
        np.multiply(dy, y, out=dy)


ACTIVATIONS: dict[Function, type[Activation]] = {
    "relu": Relu,
    "leaky_relu": LeakyRelu,
    "elu": Elu,
    "sigmoid": Sigmoid,
    "tanh": Tanh,
    "gelu": Gelu,
    "identity": Identity,
}
