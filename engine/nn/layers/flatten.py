"""Flattening: a picture is taken as so many numbers in a row."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Literal, final

import numpy as np

from engine.arrays import Array
from engine.nn.layers.base import Layer, LayerSpec, Shape
from engine.nn.layers.parts.copies import Copies
from engine.nn.layers.parts.reads import Reads


class FlattenSpec(LayerSpec):
    """Takes a picture as so many numbers in a row."""

    title = "Flatten"
    help = "Takes all maps as so many numbers in a row, as dense layers do by themselves: where they lay is forgotten."
    icon = "flatten"
    color = "pool"
    sees_pictures = True

    kind: Literal["flatten"] = "flatten"

    def output_shape(self, shape: Shape) -> Shape:
        return (prod(shape),)

    def make(self, shape: Shape) -> Flatten:
        return Flatten(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        return mean, variance, 1.0

    def fed_copies(
        self, parameters: Mapping[str, Array], copies: Copies, shape: Shape
    ) -> tuple[dict[str, Array], Copies | None]:
        return {}, copies.at_places(prod(shape[:-1]))


@final
class Flatten(Layer):
    """y = x"""

    works_in_place = True
    reads_x = False
    reads_y = Reads.NOTHING

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        if y is not x:
            np.copyto(y, x)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        """The gradient is there already."""
