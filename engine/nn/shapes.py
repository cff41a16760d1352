"""Shapes in a network, without making one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from engine.nn.layers.base import LayerSpec, Shape


def layer_shapes(layers: Iterable[LayerSpec], shape: Shape) -> list[Shape]:
    """What goes into each layer of the stack and, last, what comes out of it. shape: of a row of the data."""
    return list(accumulate(layers, lambda before, spec: spec.output_shape(before), initial=shape))


def parameter_shapes(layers: Sequence[LayerSpec], n_features: int) -> list[dict[str, Shape]]:
    """What each layer of the stack has, by name: of a dense one ``weight`` (in, out) and ``bias`` (out,)."""
    shapes = layer_shapes(layers, (n_features,))
    return [spec.parameter_shapes(shape) for spec, shape in zip(layers, shapes, strict=False)]
