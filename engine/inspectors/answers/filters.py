"""What the filters of a convolution look for: how they have changed since the start, and where among the training rows
each of them finds most (Zeiler and Fergus 2014, who call these the strongest activations of a feature map)."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.augmentation.pictures import PictureRows, picture_rows
from engine.inspectors.probing import network_of
from engine.inspectors.request import InspectionRequest
from engine.inspectors.weights import initial_weights
from engine.nn.evaluation import CHUNK
from engine.nn.layers.base import LayerSpec, Shape
from engine.nn.network import Network
from engine.nn.shapes import layer_shapes
from engine.records import record

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.train.group_trainer import GroupTrainer

FILTERS: Final = 32
"""Of a layer, at most."""
PATCHES: Final = 8
"""Of a filter."""
AT_ONCE: Final = 5 * 10**7
"""Multiplications of a look, about: of more rows than that takes, some are asked, evenly spread over all."""


@record(eq=False)
class Filters:
    """Of the convolution ``layer``, of all ``layers``, by their places in the stack, in the lane in focus.

    weight, start: (filters, side, side), now and as they were drawn, of the map ``channel`` of what goes in,
    (filters,), in which each weighs most; ``n_filters``: how many there are in all. change: (filters,), |now - start| /
    |start|.
    patches: (filters, PATCHES, height, width, channels), from 0, the least pixel, to 1, the largest: what each sees
    where it finds most in a row, in those rows of ``n_rows`` in which that is most; rows, found: (filters, PATCHES),
    which training rows these are, and how much it finds there.
    """

    step: int
    focus: int
    layer: int
    layers: tuple[int, ...]
    n_filters: int
    n_rows: int
    weight: NDArray[np.float32]
    start: NDArray[np.float32]
    channel: NDArray[np.intp]
    change: NDArray[np.float64]
    patches: NDArray[np.float32]
    rows: NDArray[np.intp]
    found: NDArray[np.float32]


def filters(trainer: GroupTrainer, request: InspectionRequest) -> Filters | None:
    """None without a convolution."""
    lane = min(max(request.focus, 0), len(trainer.experiment.lanes) - 1)
    network = network_of(trainer, lane)
    weighted = [place for place, layer in enumerate(network.layers) if layer.n_weights]
    layers = tuple(place for place in weighted if len(_kernel(network, place)) == 4)
    if not layers or trainer.dataset.image_shape is None:
        return None
    place = layers[min(max(request.convolution, 0), len(layers) - 1)]
    kernel = _kernel(network, place)
    count = min(kernel[-1], FILTERS)
    now = trainer.lane_parameters(lane)[place]["weight"][..., :count]
    start = initial_weights(trainer, lane)[weighted.index(place)].reshape(kernel)[..., :count]
    channel = np.square(now).sum(axis=(0, 1)).argmax(axis=0)
    each = np.arange(count)
    size = np.sqrt(np.square(start).sum(axis=(0, 1, 2), dtype=np.float64))
    change = np.sqrt(np.square(now - start).sum(axis=(0, 1, 2), dtype=np.float64)) / np.maximum(size, 1e-30)
    chosen = _chosen(trainer, network, place)
    found, at = _strongest(trainer, network, place, chosen, count)
    best = np.argsort(-found, axis=1, kind="stable")[:, :PATCHES]
    rows = chosen[best]
    return Filters(
        step=trainer.step,
        focus=lane,
        layer=place,
        layers=layers,
        n_filters=kernel[-1],
        n_rows=len(chosen),
        weight=np.array(np.moveaxis(now[:, :, channel, each], -1, 0), np.float32),
        start=np.array(np.moveaxis(start[:, :, channel, each], -1, 0), np.float32),
        channel=channel,
        change=change,
        patches=_patches(trainer, network, place, rows, np.take_along_axis(at, best[None], axis=2)),
        rows=rows,
        found=np.take_along_axis(found, best, axis=1).astype(np.float32),
    )


def _kernel(network: Network, place: int) -> Shape:
    """(side, side, in, filters) of a convolution; (in, out) of a dense layer."""
    shape: Shape = network.layers[place].views_of(0)["weight"].shape
    return shape


def _chosen(trainer: GroupTrainer, network: Network, place: int) -> NDArray[np.intp]:
    """The training rows that are asked."""
    shapes = layer_shapes(network.specs, network.shape)
    up_to = zip(network.layers[: place + 1], shapes[1:], strict=False)
    each = max(1, sum(layer.n_weights * prod(shape[:-1]) for layer, shape in up_to))
    n_rows = len(trainer.rows.train_x)
    count = min(n_rows, CHUNK, max(PATCHES, AT_ONCE // each))
    return np.arange(count) * n_rows // count


def _strongest(
    trainer: GroupTrainer, network: Network, place: int, chosen: NDArray[np.intp], count: int
) -> tuple[Array, NDArray[np.intp]]:
    """How much each filter finds in each row where it finds most, and where that is: (filters, rows) and (2, filters,
    rows)."""
    work = network.workspace(len(chosen), training=False)
    work.values[0] = trainer.rows.train_x[chosen][None]
    shape = layer_shapes(network.specs, network.shape)[place + 1]
    for index, values in network.walk(work):
        if index == place:
            maps = np.nan_to_num(values[0]).reshape(len(chosen), -1, shape[-1])[:, :, :count]
            break
    at = maps.argmax(axis=1)
    found = np.take_along_axis(maps, at[:, None], axis=1)[:, 0].T
    return found, np.array(np.divmod(at.T, shape[1]))


def _patches(
    trainer: GroupTrainer, network: Network, place: int, rows: NDArray[np.intp], at: NDArray[np.intp]
) -> NDArray[np.float32]:
    """What a number at these places sees of the picture, paper around it. at: (2, filters, n)"""
    shapes = layer_shapes(network.specs, network.shape)
    (top, left), (high, wide) = _field(network.specs[: place + 1], shapes, at)
    pictures = _picture_rows(trainer.dataset)
    height, width, channels = pictures.shape
    shares = pictures.open(np.array(trainer.rows.train_x[rows], np.float32)).reshape(*rows.shape, *pictures.shape)
    frame = max(high, wide)
    framed = np.empty((*rows.shape, height + 2 * frame, width + 2 * frame, channels), np.float32)
    framed[:] = pictures.paper
    framed[:, :, frame:-frame, frame:-frame] = shares
    y = (top + frame)[:, :, None, None] + np.arange(high)[:, None]
    x = (left + frame)[:, :, None, None] + np.arange(wide)
    which = np.arange(len(rows))[:, None, None, None], np.arange(rows.shape[1])[:, None, None]
    seen = framed[which[0], which[1], y, x]
    patches: NDArray[np.float32] = np.clip((seen - pictures.low) / pictures.unit, 0, 1).astype(np.float32)
    return patches


def _field(
    specs: Sequence[LayerSpec], shapes: Sequence[Shape], at: NDArray[np.intp]
) -> tuple[NDArray[np.intp], tuple[int, int]]:
    """The first line and column that numbers at these places of the last layer see, which may lie outside; and how many
    lines and columns they see."""
    first: NDArray[np.intp] = at
    size = [1, 1]
    for spec, shape in zip(reversed(specs), reversed(shapes[: len(specs)]), strict=True):
        of = spec.windows_of(shape)
        if of is not None:
            first = first * of.stride - np.array(of.before)[:, None, None]
            size = [(sides - 1) * of.stride + of.side for sides in size]
    return first, (size[0], size[1])


_pictures: WeakKeyDictionary[Dataset, PictureRows] = WeakKeyDictionary()


def _picture_rows(data: Dataset) -> PictureRows:
    if data not in _pictures:
        found = picture_rows(data)
        assert found is not None
        _pictures[data] = found
    return _pictures[data]
