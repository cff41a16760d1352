"""Layer normalization in exports."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.layers import Layer
from engine.nn.layers.layer_norm import LayerNormSpec


def add_nodes(graph: Graph, spec: LayerNormSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    constants = ((f"{name}.{of}", parameters[of]) for of in ("scale", "shift"))
    graph.add("LayerNormalization", *constants, axis=-1, epsilon=spec.safe_epsilon)
    graph.version = max(graph.version, 17)


def call(spec: LayerNormSpec, place: Place) -> Call:
    return Call(f"LayerNorm({prod(place.shape)}, epsilon={spec.safe_epsilon!r})", (LayerNorm,))


# --- pieces -----------------------------------------------------------------------------------------------------------


class LayerNorm(Layer):
    """y = scale h + shift, h = (x - mean) / sqrt(variance + epsilon), with the mean and variance of each row.

    On the way back, with g = dy scale and means over the units, dx = (g - h mean(g h) - mean g) / sqrt(variance + eps).
    """

    learned = ("scale", "shift")

    def __init__(self, units: int, epsilon: float) -> None:
        self.scale, self.shift = np.ones(units, np.float32), np.zeros(units, np.float32)
        self.epsilon = epsilon

    def forward(self, x: Array, step: int | None) -> Array:
        self.h = x - self.mean(x)
        v = self.mean(self.h * self.h) + self.epsilon
        self.inverse = np.sqrt(v) / v  # of a v that has overflown this is no number: the lane has diverged
        self.h = self.h * self.inverse
        return self.h * self.scale + self.shift

    def backward(self, dy: Array) -> Array:
        ones = np.ones(len(dy), np.float32)
        self.d_shift = ones @ dy
        self.d_scale = ones @ (dy * self.h)
        g = dy * self.scale
        return (g - self.h * self.mean(g * self.h) - self.mean(g)) * self.inverse

    def mean(self, x: Array) -> Array:
        """Of each row: (rows, units) -> (rows, 1)"""
        return (x @ np.ones((x.shape[1], 1), np.float32)) * (1 / x.shape[1])
