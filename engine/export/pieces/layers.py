"""What layers of scripts have in common, and the nonlinearities: `forward(x, step)`, then `backward(dy)`.

A layer remembers what its way back needs. ``step`` says which step of training it is; None means testing.
"""

from __future__ import annotations

import math

import numpy as np

from engine.export.pieces import Array


class Layer:
    """What layers without parameters need not say. x: (rows, n_in) -> y: (rows, n_out)"""

    learned: tuple[str, ...] = ()
    """Names of the arrays that training changes; the gradient of ``weight`` is ``d_weight``."""
    kept: tuple[str, ...] = ()
    """Names of arrays that follow the batches, and are not learned."""

    def forward(self, x: Array, step: int | None) -> Array:
        raise NotImplementedError

    def backward(self, dy: Array) -> Array:
        raise NotImplementedError

    def penalty(self) -> float:
        return 0.0


class Silence(Layer):
    """Units that are switched off: y = 0, and no gradient comes back. Of pictures they are whole channels."""

    def __init__(self, off: list[int], count: int) -> None:
        """count: units, or channels."""
        self.off, self.count = off, count

    def forward(self, x: Array, step: int | None) -> Array:
        y = x.copy()
        y.reshape(len(x), -1, self.count)[:, :, self.off] = 0
        return y

    def backward(self, dy: Array) -> Array:
        return self.forward(dy, None)


class Relu(Layer):
    """y = max(x, 0)"""

    def forward(self, x: Array, step: int | None) -> Array:
        self.y = np.maximum(x, 0)
        return self.y

    def backward(self, dy: Array) -> Array:
        return dy * (self.y > 0)


class LeakyRelu(Layer):
    """y = max(x, 0.1 x)"""

    def forward(self, x: Array, step: int | None) -> Array:
        self.y = np.maximum(x, 0.1 * x)
        return self.y

    def backward(self, dy: Array) -> Array:
        return np.where(self.y > 0, dy, 0.1 * dy)


class Elu(Layer):
    """y = x where x > 0, else e^x - 1"""

    def forward(self, x: Array, step: int | None) -> Array:
        self.y = np.maximum(x, 0) + np.expm1(np.minimum(x, 0))
        return self.y

    def backward(self, dy: Array) -> Array:
        return dy * (np.minimum(self.y, 0) + 1)


class Sigmoid(Layer):
    """y = 1 / (1 + e^-x), written so that it cannot overflow"""

    def forward(self, x: Array, step: int | None) -> Array:
        self.y = 0.5 * np.tanh(0.5 * x) + 0.5
        return self.y

    def backward(self, dy: Array) -> Array:
        return dy * ((1 - self.y) * self.y)


class Tanh(Layer):
    """y = tanh(x)"""

    def forward(self, x: Array, step: int | None) -> Array:
        self.y = np.tanh(x)
        return self.y

    def backward(self, dy: Array) -> Array:
        return dy * (1 - self.y * self.y)


class Gelu(Layer):
    """y = x/2 (1 + tanh u), u = sqrt(2/pi) (x + 0.044715 x^3)"""

    def forward(self, x: Array, step: int | None) -> Array:
        self.x = x
        below = np.clip(x, -10, np.inf)  # 0 from there on, also for minus infinity
        self.t = 1 + np.tanh(math.sqrt(2 / math.pi) * (below * (0.044715 * (below * below) + 1)))
        return 0.5 * below * self.t

    def backward(self, dy: Array) -> Array:
        du = math.sqrt(2 / math.pi) * (self.x * (3 * 0.044715 * (self.x * self.x) + 1))
        du = np.clip(du, -1e30, 1e30)  # 0 times infinity is no number
        return dy * (0.5 * (du * self.t * (2 - self.t) + self.t))
