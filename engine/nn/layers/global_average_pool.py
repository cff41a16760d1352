"""Global average pooling: the mean of each map. Lin, Chen and Yan 2013, "Network In Network"."""

from __future__ import annotations

from typing import Literal, final

import numpy as np

from engine.arrays import Array
from engine.nn.layers.base import Layer, LayerSpec, Shape
from engine.nn.layers.parts.reads import Reads
from engine.nn.layers.pictures import picture


class GlobalAveragePoolSpec(LayerSpec):
    """Makes one number of each map, its mean."""

    title = "Global pool"
    help = "Makes one number of each map, its mean: how much of something there is in the whole picture."
    icon = "pool"
    color = "pool"
    sees_pictures = True

    kind: Literal["global_average_pool"] = "global_average_pool"

    def output_shape(self, shape: Shape) -> Shape:
        return (picture(shape, self.title)[2],)

    def make(self, shape: Shape) -> GlobalAveragePool:
        return GlobalAveragePool(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """Neighbours are alike, and theory does not know how much: no answer."""
        return mean * float("nan"), variance * float("nan"), float("nan")


@final
class GlobalAveragePool(Layer):
    """y = the mean of x over all places, for each channel by itself; dx = dy / places for all of them."""

    reads_x = False
    reads_y = Reads.NOTHING

    def __init__(self, spec: GlobalAveragePoolSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self._places = shape[0] * shape[1]

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        np.sum(x.reshape(*x.shape[:2], self._places, self.n_out), axis=2, out=y[: len(x)])
        np.multiply(y[: len(x)], 1 / self._places, out=y)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if dx is None:
            return
        np.multiply(dy, 1 / self._places, out=dy)
        np.copyto(dx.reshape(*dx.shape[:2], self._places, self.n_out), dy[:, :, None])
