"""Shapes in a network, without making one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

from engine.nn.layers.base import LayerSpec, Shape
from engine.nn.layers.pictures import ShapeError


class Rows(Protocol):
    """What has rows: `engine.data.dataset.Dataset`, or a model that was trained on some."""

    @property
    def n_features(self) -> int: ...

    @property
    def image_shape(self) -> tuple[int, int] | None: ...


class RowsOf(NamedTuple):
    """Rows of which no more is known."""

    n_features: int
    image_shape: tuple[int, int] | None = None


def row_shape(layers: Iterable[LayerSpec], rows: Rows) -> Shape:
    """What a row is for this stack: (height, width, channels), where it is a picture and a layer wants to know, or else
    (features,)."""
    return picture_shape(rows) if any(layer.sees_pictures for layer in layers) else (rows.n_features,)


def picture_shape(rows: Rows) -> Shape:
    """(height, width, channels) of a row that is a picture, or else (features,)."""
    if rows.image_shape is None:
        return (rows.n_features,)
    height, width = rows.image_shape
    return height, width, rows.n_features // (height * width)


def layer_shapes(layers: Iterable[LayerSpec], shape: Shape) -> list[Shape]:
    """What goes into each layer of the stack and, last, what comes out of it. shape: of a row of the data.

    Raises ShapeError where a layer cannot be where it is.
    """
    return list(accumulate(layers, lambda before, spec: spec.output_shape(before), initial=shape))


def last_picture(layers: Sequence[LayerSpec], rows: Rows | None) -> int:
    """The last place in the stack where a row is still a picture; behind all layers where that is not known."""
    if rows is None or rows.image_shape is None:
        return len(layers)
    shape = picture_shape(rows)
    for index, layer in enumerate(layers):
        try:
            shape = layer.output_shape(shape)
        except ShapeError:
            return index
        if len(shape) < 3:
            return index
    return len(layers)


def parameter_shapes(layers: Sequence[LayerSpec], shape: Shape) -> list[dict[str, Shape]]:
    """What each layer of the stack has, by name: of a dense one ``weight`` (in, out) and ``bias`` (out,)."""
    shapes = layer_shapes(layers, shape)
    return [spec.parameter_shapes(shape) for spec, shape in zip(layers, shapes, strict=False)]
