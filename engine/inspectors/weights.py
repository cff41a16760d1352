"""The weights themselves: those of the first layer one by one, and of every layer how they are spread now and were."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment.lanes.lanes import lane_layers, lane_seed
from engine.inspectors.request import InspectionRequest
from engine.nn.network import Network
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


UNITS: Final = 128
"""Units of the first layer whose weights are handed out, at most."""
INPUTS: Final = 64
"""Weights of each such unit, at most, where they are not the pixels of a picture."""
COLORS: Final = 3
"""Channels of a picture in colour."""
BINS: Final = 63
"""Odd, so that zero has a bin of its own, also where 3 or 7 bins are taken together."""
MOST: Final = 2**16
"""Weights of a layer that are counted, about: of more, every second or third one."""


@record(eq=False)
class WeightsBeside:
    """How the weights of another lane are spread: as the fields of `Weights` of these names."""

    lane: int
    limit: NDArray[np.float64]
    counts: NDArray[np.int64]


@record(eq=False)
class Weights:
    """Of the lane in focus, also after it has left the network.

    first: (units, inputs), the weights of the first layer that has some; n_units: how many units it has in all.
    picture: (height, width) where those of a unit are a picture: pixels of the data, or a filter's, of its first
    channel. Of red, green and blue there is one each, side by side in it.
    limit: (dense layers,), half the width of a histogram, which is centred on zero; counts, initial: (dense layers,
    BINS), of the weights now and as they were drawn; std, initial_std: (dense layers,).
    """

    entries: ClassVar = {"beside": "beside"}
    weighted_fields: ClassVar = {"limit": 1.0, "counts": 0, "initial": 0, "std": np.nan, "initial_std": np.nan}

    step: int
    focus: int
    first: NDArray[np.float32]
    picture: tuple[int, int] | None
    n_units: int
    limit: NDArray[np.float64]
    counts: NDArray[np.int64]
    initial: NDArray[np.int64]
    std: NDArray[np.float64]
    initial_std: NDArray[np.float64]
    beside: tuple[WeightsBeside, ...] = ()
    """Of the lanes that were asked for."""


def weights(trainer: GroupTrainer, request: InspectionRequest) -> Weights:
    """Counts at most about MOST weights a layer."""
    now = _weights_now(trainer, request.focus)
    then = initial_weights(trainer, request.focus)
    first, picture = _first(trainer, now[0])
    now, then = ([_thinned(layer) for layer in layers] for layers in (now, then))
    limit = np.array([_rounded_up(max(_reach(a), _reach(b))) for a, b in zip(now, then, strict=True)])
    return Weights(
        step=trainer.step,
        focus=request.focus,
        first=first,
        picture=picture,
        n_units=trainer.network.weighted_layers[0].weight.shape[-1],
        limit=limit,
        counts=np.array([_histogram(layer, top) for layer, top in zip(now, limit, strict=True)]),
        initial=np.array([_histogram(layer, top) for layer, top in zip(then, limit, strict=True)]),
        std=np.array([layer.std(dtype=np.float64) for layer in now]),
        initial_std=np.array([layer.std(dtype=np.float64) for layer in then]),
        beside=tuple(_beside(trainer, lane) for lane in request.beside),
    )


def _beside(trainer: GroupTrainer, lane: int) -> WeightsBeside:
    layers = [_thinned(layer) for layer in _weights_now(trainer, lane)]
    limit = np.array([_rounded_up(_reach(layer)) for layer in layers])
    counts = np.array([_histogram(layer, top) for layer, top in zip(layers, limit, strict=True)])
    return WeightsBeside(lane, limit, counts)


def _weights_now(trainer: GroupTrainer, lane: int) -> list[Array]:
    """(in, out) of each dense layer."""
    row = trainer.lanes.row_of(lane)
    if row is not None:
        return [_matrix(layer.weight[row]) for layer in trainer.network.weighted_layers]
    return [_matrix(entry["weight"]) for entry in trainer.lane_parameters(lane) if "weight" in entry]


_drawn: WeakKeyDictionary[GroupTrainer, tuple[int, list[Array]]] = WeakKeyDictionary()
"""The lane that was looked at last, and what its weights were: drawing them again at every look would be slow."""


def initial_weights(trainer: GroupTrainer, lane: int) -> list[Array]:
    """As they are drawn from the lane's seed: (in, out) of each dense layer."""
    known = _drawn.get(trainer)
    if known is None or known[0] != lane:
        experiment, dtype = trainer.experiment, trainer.network.dtype
        alone = Network(experiment.layers, trainer.network.shape, 1, dtype)
        alone.initialize([lane_layers(experiment, lane)], [lane_seed(experiment, lane)])
        known = _drawn[trainer] = lane, [_matrix(layer.weight[0]) for layer in alone.weighted_layers]
    return known[1]


def _first(trainer: GroupTrainer, weight: Array) -> tuple[NDArray[np.float32], tuple[int, int] | None]:
    """weight: (in, out) of the first layer with weights. See `Weights`."""
    kernel, image = trainer.network.weighted_layers[0].weight.shape[1:-2], trainer.dataset.image_shape
    shape = (kernel[0], kernel[1]) if kernel else image
    channels = 0 if shape is None else len(weight) // (shape[0] * shape[1])
    if shape is None or len(weight) != shape[0] * shape[1] * channels:
        return np.array(weight[:INPUTS, :UNITS].T, np.float32), None
    each = np.array(weight[:, :UNITS].T, np.float32).reshape(-1, *shape, channels)
    if channels != COLORS:
        return each[..., 0].reshape(len(each), -1), shape
    beside = each.transpose(0, 1, 3, 2)  # red, green and blue
    return beside.reshape(len(each), -1), (shape[0], COLORS * shape[1])


def _matrix(weight: Array) -> Array:
    """(..., out) -> (in, out): what each unit, or filter, sums."""
    return weight.reshape(-1, weight.shape[-1])


def _thinned(layer: Array) -> Array:
    """(in, out) -> (n,)"""
    flat = layer.ravel()
    return flat[:: max(1, -(-flat.size // MOST))]


def _reach(values: Array) -> float:
    """The largest size. Only a lane that diverges has some that are not finite; they are left out."""
    largest = float(np.abs(values).max())
    if not math.isfinite(largest):
        largest = float(np.abs(values[np.isfinite(values)]).max(initial=0.0))
    return largest


def _rounded_up(reach: float) -> float:
    """The next of twelve numbers a power of ten: a histogram whose edges moved with every step would tremble."""
    if reach <= 0:
        return 1.0
    return float(10 ** (math.ceil(math.log10(reach) * 12 - 1e-9) / 12))


def _histogram(values: Array, limit: float) -> NDArray[np.int64]:
    """Counts in BINS equal steps from -limit to limit. (n,) -> (BINS,)"""
    places = (values[np.isfinite(values)] + limit) * (BINS / (2 * limit))
    counts: NDArray[np.int64] = np.bincount(np.clip(places.astype(np.intp), 0, BINS - 1), minlength=BINS)
    return counts
