"""Layers in plain NumPy, one lane and no workspace: `forward(x, step)`, then `backward(dy)`.

A layer remembers what its way back needs. ``step`` says which step of training it is; None means testing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.export.pieces import Array
from engine.export.pieces.chance import Masks


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


class Dense(Layer):
    """y = x W + b. On the way back dW = x^T dy + l2 W + l1 sign(W); db = the sum of dy; dx = dy W^T."""

    def __init__(
        self,
        n_in: int,
        n_out: int,
        start: Callable[[tuple[int, int], np.random.Generator], Array],
        rng: np.random.Generator,
        *,
        l1: float = 0.0,
        l2: float = 0.0,
        bias: bool = True,
    ) -> None:
        self.weight = start((n_in, n_out), rng).astype(np.float32)
        self.bias = np.zeros(n_out, np.float32)
        self.learned = ("weight", "bias") if bias else ("weight",)
        self.l1, self.l2 = np.float32(l1), np.float32(l2)

    def forward(self, x: Array, step: int | None) -> Array:
        self.x = x
        return x @ self.weight + self.bias

    def backward(self, dy: Array) -> Array:
        self.d_weight = self.product(dy)
        if self.l2:
            self.d_weight += self.l2 * self.weight
        if self.l1:
            self.d_weight += self.l1 * np.sign(self.weight)
        self.d_bias = np.ones(len(dy), np.float32) @ dy  # a sum over the rows, made as the engine makes it
        return dy @ self.weight.T

    def product(self, dy: Array) -> Array:
        """x^T dy"""
        return self.x.T @ dy

    def penalty(self) -> float:
        """l1 sum |W| + l2 / 2 sum W^2"""
        w = self.weight.astype(np.float64)
        return float(self.l2) / 2 * np.square(w).sum() + float(self.l1) * np.abs(w).sum()


class DenseInParts(Dense):
    """The same, with x^T dy made in parts, as the engine makes it where that is faster: sums are rounded elsewhere."""

    def __init__(self, *args: Any, parts: dict[int, int], **options: Any) -> None:
        """parts: rows of a batch -> how many there are"""
        super().__init__(*args, **options)
        self.parts = parts

    def product(self, dy: Array) -> Array:
        n = self.parts.get(len(dy), 1)
        return np.matmul(self.x.T.reshape(n, -1, len(dy)), dy).reshape(self.weight.shape)


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


class Dropout(Layer):
    """Training switches units off at random; testing multiplies by the share that stays."""

    def __init__(self, rate: float, masks: Masks, before: int) -> None:
        """before: how many units the dropout layers in front of this one have"""
        self.keep = np.float32(1 - rate)
        self.threshold = round(rate * 2**16)
        self.masks, self.before = masks, before

    def forward(self, x: Array, step: int | None) -> Array:
        if step is None:
            return x * self.keep
        first = len(x) * self.before
        self.mask = self.masks.at(step)[first : first + x.size].reshape(x.shape) >= self.threshold
        return x * self.mask

    def backward(self, dy: Array) -> Array:
        return dy * self.mask


class InvertedDropout(Layer):
    """Training switches units off at random and divides by the share that stays; testing does nothing."""

    def __init__(self, rate: float, masks: Masks, before: int) -> None:
        """before: how many units the dropout layers in front of this one have"""
        self.factor = 1 / np.float32(1 - rate)
        self.threshold = round(rate * 2**16)
        self.masks, self.before = masks, before

    def forward(self, x: Array, step: int | None) -> Array:
        if step is None:
            return x
        first = len(x) * self.before
        self.mask = self.masks.at(step)[first : first + x.size].reshape(x.shape) >= self.threshold
        return x * self.mask * self.factor

    def backward(self, dy: Array) -> Array:
        return dy * self.mask * self.factor


class BatchNorm(Layer):
    """y = scale h + shift, h = (x - mean) / sqrt(variance + epsilon): of the batch, and in testing running ones.

    On the way back dx = (dy - d_shift / n - h d_scale / n) scale / sqrt(variance + epsilon).
    """

    learned = ("scale", "shift")
    kept = ("running_mean", "running_variance")

    def __init__(self, units: int, momentum: float, epsilon: float) -> None:
        self.scale, self.shift = np.ones(units, np.float32), np.zeros(units, np.float32)
        self.running_mean, self.running_variance = np.zeros(units, np.float32), np.ones(units, np.float32)
        self.momentum, self.epsilon = momentum, epsilon

    def forward(self, x: Array, step: int | None) -> Array:
        if step is None:
            v = self.running_variance + self.epsilon
            return (x - self.running_mean) * (np.sqrt(v) / v * self.scale) + self.shift
        n, ones = len(x), np.ones(len(x), np.float32)
        self.mean = (ones @ x) * (1 / n)
        self.h = x - self.mean
        self.variance = (ones @ (self.h * self.h)) * (1 / n)
        v = self.variance + self.epsilon
        self.inverse = np.sqrt(v) / v  # of a v that has overflown this is no number: the lane has diverged
        self.h = self.h * self.inverse
        return self.h * self.scale + self.shift

    def backward(self, dy: Array) -> Array:
        n, ones = len(dy), np.ones(len(dy), np.float32)
        self.d_shift = ones @ dy
        self.d_scale = ones @ (dy * self.h)
        self.running_mean = self.running_mean * (1 - self.momentum) + self.mean * self.momentum
        if n > 1:  # one row says nothing about the variance
            share = self.momentum * n / (n - 1)
            self.running_variance = self.running_variance * (1 - self.momentum) + self.variance * share
        return (dy - self.h * (self.d_scale * (1 / n)) - self.d_shift * (1 / n)) * (self.scale * self.inverse)
