"""Columns of pictures: a unit of the drawing is a channel then, with all that a filter has found of a row."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.nn.layers.base import Shape


def n_units(shape: Shape) -> int:
    """How many units a column of this shape is drawn with: (units,), or (height, width, channels)."""
    return shape[-1]


def of_channels(values: Array, shape: Shape) -> Array:
    """(rows, units) -> (rows, channels), the mean over each picture; values of a shape without pictures stay."""
    if len(shape) == 1:
        return values
    means: Array = values.reshape(len(values), -1, shape[-1]).mean(axis=1)
    return means


def pictures(values: Array, shape: Shape) -> Array:
    """What one row's channels are, (channels, height, width). values: (units,)"""
    return np.ascontiguousarray(np.moveaxis(values.reshape(shape), -1, 0))


def between(weight: Array, before: Shape) -> Array:
    """From unit to unit of two columns, (units before, units): the mean of the weights that connect two channels.

    weight: (in, out) of a dense layer, or (kernel, kernel, in, out) of filters; before: the shape of what goes in.
    """
    if weight.ndim == 4:
        means: Array = weight.mean(axis=(0, 1))
        return means
    if len(before) == 1:
        return weight
    means = weight.reshape(-1, before[-1], weight.shape[-1]).mean(axis=0)
    return means
