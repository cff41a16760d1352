"""Global average pooling in exports."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.layers import Layer
from engine.nn.layers.global_average_pool import GlobalAveragePoolSpec


def add_nodes(
    graph: Graph,
    spec: GlobalAveragePoolSpec,
    name: str,
    parameters: Mapping[str, Array],
    scaling: str,
) -> None:
    graph.to_channels_first()
    graph.add("GlobalAveragePool")
    graph.to_flat()


def call(spec: GlobalAveragePoolSpec, place: Place) -> Call:
    return Call(f"GlobalAveragePool({place.shape})", (GlobalAveragePool,))


# --- pieces -----------------------------------------------------------------------------------------------------------


class GlobalAveragePool(Layer):
    """y = the mean of each map; dx = dy / places for all of it."""

    def __init__(self, shape: tuple[int, int, int]) -> None:
        self.places, self.channels = shape[0] * shape[1], shape[2]

    def forward(self, x: Array, step: int | None) -> Array:
        return x.reshape(len(x), self.places, self.channels).sum(axis=1) * (1 / self.places)

    def backward(self, dy: Array) -> Array:
        return np.repeat((dy * (1 / self.places))[:, None], self.places, axis=1).reshape(len(dy), -1)
