"""Max pooling in exports."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.layers import Layer
from engine.export.pieces.pictures import Pooled
from engine.nn.layers.max_pool import MaxPoolSpec


def add_nodes(graph: Graph, spec: MaxPoolSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    graph.to_channels_first()
    graph.add("MaxPool", kernel_shape=[spec.size] * 2, strides=[spec.stride] * 2)
    graph.to_flat()


def call(spec: MaxPoolSpec, place: Place) -> Call:
    return Call(f"MaxPool({place.shape}, {spec.size}, {spec.stride})", (Pooled, MaxPool))


# --- pieces -----------------------------------------------------------------------------------------------------------


class MaxPool(Layer):
    """y = the maximum of each window. On the way back the gradient goes to its place, the first of equal ones."""

    def __init__(self, shape: tuple[int, int, int], size: int, stride: int) -> None:
        self.of = Pooled(shape, size, stride)

    def forward(self, x: Array, step: int | None) -> Array:
        self.x = x.reshape(-1, *self.of.shape)
        self.between = np.maximum.reduce(self.of.columns(self.x))
        self.y = np.maximum.reduce(self.of.lines(self.between))
        return self.y.reshape(len(x), -1)

    def backward(self, dy: Array) -> Array:
        d_between, dx = np.zeros_like(self.between), np.zeros_like(self.x)
        self.share(self.of.lines(self.between), self.y, dy.reshape(self.y.shape), self.of.lines(d_between))
        self.share(self.of.columns(self.x), self.between, d_between, self.of.columns(dx))
        return dx.reshape(len(dx), -1)

    def share(self, values: list[Array], largest: Array, left: Array, gradients: list[Array]) -> None:
        """Adds the gradient to the first of the values that is the largest."""
        for value, gradient in zip(values, gradients, strict=True):
            product = left * (value == largest)
            gradient += product
            left = left - product
