"""Average pooling in exports."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.layers import Layer
from engine.export.pieces.pictures import Pooled
from engine.nn.layers.average_pool import AveragePoolSpec


def add_nodes(graph: Graph, spec: AveragePoolSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    graph.to_channels_first()
    graph.add("AveragePool", kernel_shape=[spec.size] * 2, strides=[spec.stride] * 2)
    graph.to_flat()


def call(spec: AveragePoolSpec, place: Place) -> Call:
    return Call(f"AveragePool({place.shape}, {spec.size}, {spec.stride})", (Pooled, AveragePool))


# --- pieces -----------------------------------------------------------------------------------------------------------


class AveragePool(Layer):
    """y = the mean of each window; dx = dy / size^2 for all of it."""

    def __init__(self, shape: tuple[int, int, int], size: int, stride: int) -> None:
        self.of = Pooled(shape, size, stride)

    def forward(self, x: Array, step: int | None) -> Array:
        between = np.add.reduce(self.of.columns(x.reshape(-1, *self.of.shape)))
        y = np.add.reduce(self.of.lines(between)) * (1 / self.of.size**2)
        return y.reshape(len(x), -1)

    def backward(self, dy: Array) -> Array:
        height, _, channels = self.of.shape
        between = np.zeros((len(dy), height, self.of.across, channels), np.float32)
        for line in self.of.lines(between):
            line += (dy * (1 / self.of.size**2)).reshape(line.shape)
        dx = np.zeros((len(dy), *self.of.shape), np.float32)
        for column in self.of.columns(dx):
            column += between
        return dx.reshape(len(dx), -1)
