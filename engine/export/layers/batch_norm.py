"""Batch normalization in exports: with its running statistics, once the network is trained."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.layers import Layer
from engine.nn.layers.batch_norm import BatchNormSpec


def add_nodes(graph: Graph, spec: BatchNormSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    order = ("scale", "shift", "running_mean", "running_variance")
    is_picture = len(graph.shape) > 1
    if is_picture:
        graph.reshape(graph.shape[-1])
    graph.add("BatchNormalization", *((f"{name}.{of}", parameters[of]) for of in order), epsilon=spec.safe_epsilon)
    if is_picture:
        graph.reshape(prod(graph.shape))


def call(spec: BatchNormSpec, place: Place) -> Call:
    kind = "FrozenBatchNorm" if spec.frozen else "BatchNorm"
    code = f"{kind}({place.shape[-1]}, momentum={spec.momentum!r}, epsilon={spec.safe_epsilon!r})"
    return Call(code, (BatchNorm, FrozenBatchNorm) if spec.frozen else (BatchNorm,))


# --- pieces -----------------------------------------------------------------------------------------------------------


class BatchNorm(Layer):
    """y = scale h + shift, h = (x - mean) / sqrt(variance + epsilon): of the batch, and in testing running ones.

    Of a picture the places of all rows count as rows.
    On the way back dx = (dy - d_shift / n - h d_scale / n) scale / sqrt(variance + epsilon).
    """

    learned = ("scale", "shift")
    kept = ("running_mean", "running_variance")

    def __init__(self, units: int, momentum: float, epsilon: float) -> None:
        self.scale, self.shift = np.ones(units, np.float32), np.zeros(units, np.float32)
        self.running_mean, self.running_variance = np.zeros(units, np.float32), np.ones(units, np.float32)
        self.momentum, self.epsilon = momentum, epsilon

    def forward(self, x: Array, step: int | None) -> Array:
        return self.normalized(x.reshape(-1, len(self.scale)), step).reshape(x.shape)

    def normalized(self, x: Array, step: int | None) -> Array:
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
        return self.back(dy.reshape(-1, len(self.scale))).reshape(dy.shape)

    def back(self, dy: Array) -> Array:
        n, ones = len(dy), np.ones(len(dy), np.float32)
        self.d_shift = ones @ dy
        self.d_scale = ones @ (dy * self.h)
        self.running_mean = self.running_mean * (1 - self.momentum) + self.mean * self.momentum
        if n > 1:  # one row says nothing about the variance
            share = self.momentum * n / (n - 1)
            self.running_variance = self.running_variance * (1 - self.momentum) + self.variance * share
        return (dy - self.h * (self.d_scale * (1 / n)) - self.d_shift * (1 / n)) * (self.scale * self.inverse)


class FrozenBatchNorm(BatchNorm):
    """The same with its running statistics in training too, which stay as they are."""

    def normalized(self, x: Array, step: int | None) -> Array:
        if step is None:
            return super().normalized(x, step)
        v = self.running_variance + self.epsilon
        self.inverse = np.sqrt(v) / v
        self.h = (x - self.running_mean) * self.inverse
        return self.h * self.scale + self.shift

    def back(self, dy: Array) -> Array:
        return dy * (self.scale * self.inverse)
