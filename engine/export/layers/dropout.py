"""Dropout in exports: a factor, or nothing, once the network is trained."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.chance import Masks
from engine.export.pieces.layers import Layer
from engine.nn.layers.dropout import DropoutSpec


def add_nodes(graph: Graph, spec: DropoutSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    if scaling == "test" and spec.rate:
        graph.add("Mul", (f"{name}.keep", np.array(1 - spec.drawn_rate)))


def call(spec: DropoutSpec, place: Place) -> Call | None:
    if not spec.rate:
        return None
    piece = Dropout if place.scaling == "test" else InvertedDropout
    code = f"{piece.__name__}({spec.drawn_rate!r}, masks, {spec.masks(place.shape)}, before={place.before})"
    return Call(code, (switched_off, piece))


# --- pieces -----------------------------------------------------------------------------------------------------------


def switched_off(x: Array, mask: Array) -> Array:
    """x: (rows, units), or pictures whose channels are switched off; mask: (rows, 1, units or channels)"""
    return (x.reshape(len(x), -1, mask.shape[2]) * mask).reshape(x.shape)


class Dropout(Layer):
    """Training switches units off at random; testing multiplies by the share that stays."""

    def __init__(self, rate: float, masks: Masks, units: int, before: int) -> None:
        """units: or channels. before: how many of them the dropout layers in front of this one have"""
        self.keep = np.float32(1 - rate)
        self.threshold = round(rate * 2**16)
        self.masks, self.units, self.before = masks, units, before

    def forward(self, x: Array, step: int | None) -> Array:
        if step is None:
            return x * self.keep
        first, last = len(x) * self.before, len(x) * (self.before + self.units)
        self.mask = self.masks.at(step)[first:last].reshape(len(x), 1, -1) >= self.threshold
        return switched_off(x, self.mask)

    def backward(self, dy: Array) -> Array:
        return switched_off(dy, self.mask)


class InvertedDropout(Layer):
    """Training switches units off at random and divides by the share that stays; testing does nothing."""

    def __init__(self, rate: float, masks: Masks, units: int, before: int) -> None:
        """units: or channels. before: how many of them the dropout layers in front of this one have"""
        self.factor = 1 / np.float32(1 - rate)
        self.threshold = round(rate * 2**16)
        self.masks, self.units, self.before = masks, units, before

    def forward(self, x: Array, step: int | None) -> Array:
        if step is None:
            return x
        first, last = len(x) * self.before, len(x) * (self.before + self.units)
        self.mask = self.masks.at(step)[first:last].reshape(len(x), 1, -1) >= self.threshold
        return switched_off(x, self.mask) * self.factor

    def backward(self, dy: Array) -> Array:
        return switched_off(dy, self.mask) * self.factor
