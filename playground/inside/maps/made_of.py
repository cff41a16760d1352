"""What one number of a map is made of: the window that it sees, the filter on it, and the products, one by one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.inspectors.answers.maps import Maps
from engine.records import record
from playground.inside.maps.places import Spot


@record(eq=False)
class Products:
    """Of a convolution. window, filter: (side, side), of the channel that the largest part of the sum comes from, zeros
    where the window lies outside; part: the sum of their products. total: of all ``channels``; bias; value = total +
    bias. ``is_all``: whether all channels are known here."""

    channel: int
    channels: int
    window: NDArray[np.float32]
    filter: NDArray[np.float32]
    part: float
    total: float
    bias: float
    value: float
    is_all: bool


@record(eq=False)
class Window:
    """Of pooling: the numbers of which one is made, (side, side), and that one."""

    window: NDArray[np.float32]
    value: float


@record
class Single:
    """Of a layer that takes numbers one by one: what went in, and what came out."""

    before: float
    value: float


def values_before(maps: Maps, layer: int) -> NDArray[np.float32]:
    """What went into a layer, (height, width, channels known)."""
    return maps.layers[layer - 1].values if layer else maps.picture


def made_of(maps: Maps, spot: Spot) -> Products | Window | Single | None:
    """None for the picture itself, and where what went in is not known."""
    if spot.layer < 0:
        return None
    layer, before = maps.layers[spot.layer], values_before(maps, spot.layer)
    value = float(layer.values[spot.row, spot.column, spot.channel])
    of = layer.windows
    if of is None:
        inside = spot.channel < before.shape[2] and before.shape[:2] == layer.values.shape[:2]
        return Single(float(before[spot.row, spot.column, spot.channel]), value) if inside else None
    window = np.zeros((of.side, of.side, before.shape[2]), np.float32)
    for u, v in np.ndindex(of.side, of.side):
        row, column = spot.row * of.stride - of.before[0] + u, spot.column * of.stride - of.before[1] + v
        if 0 <= row < of.height and 0 <= column < of.width:
            window[u, v] = before[row, column]
    if layer.weight is None:
        return Window(window[:, :, spot.channel], value) if spot.channel < before.shape[2] else None
    bias = 0.0 if layer.bias is None else float(layer.bias[spot.channel])
    known = min(window.shape[2], layer.weight.shape[2])
    filters = layer.weight[:, :, :known, spot.channel]
    parts = (window[:, :, :known] * filters).sum(axis=(0, 1))
    channel = int(np.abs(parts).argmax())
    is_all = known == layer.weight.shape[2]
    return Products(
        channel=channel,
        channels=layer.weight.shape[2],
        window=window[:, :, channel],
        filter=filters[:, :, channel],
        part=float(parts[channel]),
        total=value - bias,
        bias=bias,
        value=value,
        is_all=is_all,
    )
