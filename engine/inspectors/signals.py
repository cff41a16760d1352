"""How the signal fares on its way through the layers: its size and distribution, what is saturated, what is dead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.inspectors.probing import network_of
from engine.inspectors.request import InspectionRequest
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.parts.functions import Activation
from engine.nn.network import Network
from engine.nn.sums import lane_squares, lane_sums
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


ROWS: Final = 128
"""Training rows that are looked at, at most."""
BINS: Final = 48
FLAT: Final = 0.05
"""A sigmoid or tanh unit is saturated where its slope is less than this share of its largest."""


@record(eq=False)
class Values:
    """Those of one lane. low, high: (layers,), and counts: (layers, BINS) between them."""

    lane: int
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    counts: NDArray[np.int64]


@record(eq=False)
class Signals:
    """Outputs of every layer on the first training rows, as in testing; of lanes that have left, with the weights that
    they left with.

    mean, std: (lanes, layers); where values have left the range of numbers the mean is NaN and std infinite.
    saturated: (lanes, layers), the share of values on the flat parts of a sigmoid or tanh. dead: (lanes, layers), the
    share of ReLU units that are zero for every one of the rows. Both are NaN where the layer has no such function. For
    the lane in focus: low, high: (layers,), and counts: (layers, BINS) between them; beside: the same of the lanes
    asked for. input_std: that of the rows themselves, which all lanes share.
    """

    lane_fields: ClassVar = ("mean", "std", "saturated", "dead")
    entries: ClassVar = {"beside": "beside"}

    step: int
    focus: int
    input_std: float
    mean: NDArray[np.float32]
    std: NDArray[np.float32]
    saturated: NDArray[np.float32]
    dead: NDArray[np.float32]
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    counts: NDArray[np.int64]
    beside: tuple[Values, ...] = ()


def signals(trainer: GroupTrainer, request: InspectionRequest) -> Signals:
    """One pass forward over at most ROWS training rows, and one for each lane that has left."""
    layers = trainer.experiment.layers
    shape = len(trainer.experiment.lanes), len(layers)
    mean, std, saturated, dead = (np.full(shape, np.nan, np.float32) for _ in range(4))
    wanted = {lane: _no_values(lane, len(layers)) for lane in (request.focus, *request.beside)}
    x = trainer.rows.train_x[:ROWS]
    trained = [(trainer.network, trainer.active)] if len(trainer.active) else []
    # The network of lanes that have left is one and the same, filled for each when it is its turn.
    left = ((network_of(trainer, lane), np.array([lane])) for lane in (*trainer.stopped_at, *trainer.diverged_at))
    with np.errstate(all="ignore"):
        for network, lanes in chain(trained, left):
            work = network.workspace(len(x), training=False)
            work.values[0] = x[None]
            for index, output in network.walk(work):
                mean[lanes, index], std[lanes, index] = moments(output)
                saturated[lanes, index], dead[lanes, index] = shares_of(layers[index], output)
                for row, lane in enumerate(lanes.tolist()):
                    if lane in wanted:
                        of = wanted[lane]
                        of.low[index], of.high[index], of.counts[index] = _histogram(output[row])
    gone = sorted(trainer.diverged_at)
    std[gone] = np.where(np.isnan(std[gone]), np.inf, std[gone])
    own = wanted[request.focus]
    figures = (float(x.std()), mean, std, saturated, dead)
    beside = tuple(wanted[lane] for lane in request.beside)
    return Signals(trainer.step, request.focus, *figures, own.low, own.high, own.counts, beside)


def _no_values(lane: int, layers: int) -> Values:
    low, high = np.zeros(layers, np.float32), np.zeros(layers, np.float32)
    return Values(lane, low, high, np.zeros((layers, BINS), np.int64))


def signals_of(network: Network, layers: Sequence[LayerSpec], x: Array) -> tuple[Array, Array, Array]:
    """x: (rows, n_features) -> std, saturated and dead of these lanes, (lanes, layers) each."""
    std, saturated, dead = (np.full((network.n_lanes, len(layers)), np.nan, np.float32) for _ in range(3))
    work = network.workspace(len(x), training=False)
    work.values[0] = x[None]
    for index, output in network.walk(work):
        std[:, index] = moments(output)[1]
        saturated[:, index], dead[:, index] = shares_of(layers[index], output)
    return std, saturated, dead


def shares_of(layer: LayerSpec, y: Array) -> tuple[Array | float, Array | float]:
    """Of its outputs, y: (lanes, rows, units), the saturated and the dead shares, (lanes,)."""
    function = layer.nonlinearity
    return (np.nan, np.nan) if function is None else (_saturated(function, y), _dead(function, y))


def moments(values: Array) -> tuple[Array, Array]:
    """Mean and std over all but the leading axis, (lines,)."""
    flat = values.reshape(len(values), -1)
    mean = lane_sums(flat) / flat.shape[1]
    return mean, np.sqrt(lane_squares(flat - mean[:, None].astype(flat.dtype)) / flat.shape[1])


def _saturated(function: type[Activation], y: Array) -> Array | float:
    """y: (lanes, rows, units) -> (lanes,)"""
    if not function.saturates:
        return np.nan
    share: Array = (function.relative_slope(y) < FLAT).mean(axis=(1, 2))
    return share


def _dead(function: type[Activation], y: Array) -> Array | float:
    """y: (lanes, rows, units) -> (lanes,)"""
    if not function.can_die:
        return np.nan
    share: Array = (y.max(axis=1) <= 0).mean(axis=1)
    return share


def _histogram(values: Array) -> tuple[float, float, Array]:
    """Lowest and highest value, and the counts in BINS equal steps between them. What is not finite is left out."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return 0.0, 0.0, np.zeros(BINS, np.int64)
    low, high = float(finite.min()), float(finite.max())
    if high <= low:
        counts = np.zeros(BINS, np.int64)
        counts[BINS // 2] = finite.size
        return low, high, counts
    places = ((finite - low) * (BINS / (high - low) * (1 - 1e-6))).astype(np.intp)
    return low, high, np.bincount(np.clip(places.ravel(), 0, BINS - 1), minlength=BINS)
