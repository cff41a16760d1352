"""How the lanes divide the plane of two features among the classes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.inspectors.probing import of_lanes
from engine.inspectors.request import InspectionRequest
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

Range: TypeAlias = tuple[float, float]

SIDE: Final = 40
"""Cells along each side of a lane's picture, at most ..."""
LEAST: Final = 16
"""... and at least."""
BUDGET: Final = 160_000_000
"""Work for all lanes together: cells times what one costs, see `cells`."""
UNIT: Final = 12
"""An activation function costs about as much as so many weights."""
MARGIN: Final = 0.06
"""Share of the picture that is left free around the rows."""
ALIKE: Final = 2.0
"""Features whose ranges differ by less than this factor are drawn to one scale, so that circles look round."""


@record(eq=False)
class Boundary:
    """shares: (lanes, side, side, outputs), the probabilities at the middle of each cell, or the numbers, in their own
    unit.

    The second axis goes up the second feature, the third along the first one. x, y: what the picture covers of the two
    features, unscaled. Without two features there are no cells. NaN where a lane has diverged.
    """

    lane_fields: ClassVar = ("shares",)

    step: int
    x: Range
    y: Range
    shares: NDArray[np.float32]


def boundary(trainer: GroupTrainer, request: InspectionRequest) -> Boundary:
    """Asks all lanes about a grid of made-up rows."""
    data, lanes = trainer.dataset, len(trainer.experiment.lanes)
    if not data.is_plane:
        return Boundary(trainer.step, (0, 1), (0, 1), np.zeros((lanes, 0, 0, data.n_outputs), np.float32))
    x, y = extent(trainer.together.dataset)
    side = cells(trainer)
    rows = data.preparation.apply(grid(x, y, side))
    return Boundary(trainer.step, x, y, of_lanes(trainer, rows).reshape(lanes, side, side, data.n_outputs))


def grid(x: Range, y: Range, side: int) -> NDArray[np.float32]:
    """The middles of the cells, row by row from the lowest y: (side * side, 2)."""
    steps = (np.arange(side) + 0.5) / side
    across, up = np.meshgrid(x[0] + (x[1] - x[0]) * steps, y[0] + (y[1] - y[0]) * steps)
    return np.stack([across.ravel(), up.ravel()], axis=1).astype(np.float32)


def cells(trainer: GroupTrainer) -> int:
    """How many cells a side: fewer for many lanes and for large nets, so that looking stays cheap."""
    networks = [group.network for group, _ in trainer.together.groups]
    cost = max(network.n_weights + UNIT * sum(layer.n_out for layer in network.layers) for network in networks)
    return min(SIDE, max(LEAST, math.isqrt(BUDGET // (cost * trainer.together.n_lanes))))


def extent(data: Dataset) -> tuple[Range, Range]:
    """What a picture of all rows covers of the first and of the second feature, unscaled."""
    low, high = _reach(data)
    span = np.maximum(high - low, 1e-9 * np.maximum(np.abs(low), 1))
    if span.max() < ALIKE * span.min():
        span[:] = span.max()
    reach = span * (0.5 / (1 - 2 * MARGIN))
    middle = (low + high) / 2
    (x0, y0), (x1, y1) = (middle - reach).tolist(), (middle + reach).tolist()
    return (x0, x1), (y0, y1)


def _reach(data: Dataset) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The lowest and the highest value of both features, unscaled: (2,), (2,)"""
    if data.made_of is not None:
        parts = data.made_of.train, data.made_of.test, data.made_of.valid
        offset, scale = np.zeros(2), np.ones(2)
    else:
        parts = data.train_x, data.test_x, data.valid_x
        offset, scale = data.offset.astype(np.float64), data.scale.astype(np.float64)
    known = [part[~np.isnan(part).any(axis=1)] for part in parts if part is not None]
    both = np.array([[part.min(axis=0), part.max(axis=0)] for part in known if len(part)])
    return both[:, 0].min(axis=0) * scale + offset, both[:, 1].max(axis=0) * scale + offset
