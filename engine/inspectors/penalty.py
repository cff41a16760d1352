"""The penalty as a force on every weight, beside that of the data: which of the two is the stronger one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.experiment.lanes.lanes import lane_layers
from engine.inspectors.request import InspectionRequest
from engine.nn.layers.base import has_weights
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


POINTS: Final = 400
"""Weights of each layer that are handed out one by one, at most."""
MOST: Final = 2**16
"""Weights of a layer that are counted, about: of more, every second or third one."""


@record(eq=False)
class PenaltyForces:
    """Forces, which are minus the gradient, in the step to come, on the weights of the lane in focus.

    l1, l2: (dense layers,). points: for each dense layer (3, n): some weights, the data's force on each, and the
    penalty's, -l2 w - l1 sign(w). Of all weights of a layer, overruled is the share that the data would make larger
    and the penalty, being stronger, makes smaller; unopposed the share that the penalty makes smaller and the data does
    not hold. (dense layers,), NaN where the lane has left the network.
    """

    weighted_fields: ClassVar = {
        "l1": 0.0,
        "l2": 0.0,
        "points": np.empty((3, 0), np.float32),
        "overruled": np.nan,
        "unopposed": np.nan,
    }

    step: int
    focus: int
    l1: NDArray[np.float64]
    l2: NDArray[np.float64]
    points: tuple[NDArray[np.float32], ...]
    overruled: NDArray[np.float64]
    unopposed: NDArray[np.float64]

    @property
    def shrunk(self) -> NDArray[np.float64]:
        """The share of weights that the penalty makes smaller: (dense layers,)."""
        return self.overruled + self.unopposed


def penalty(trainer: GroupTrainer, request: InspectionRequest) -> PenaltyForces:
    """One step forward and back, which is not made."""
    specs = [spec for spec in lane_layers(trainer.experiment, request.focus) if has_weights(spec)]
    l1, l2 = np.array([spec.l1 for spec in specs]), np.array([spec.l2 for spec in specs])
    points = [np.empty((3, 0), np.float32) for _ in specs]
    overruled, unopposed = np.full(len(specs), np.nan), np.full(len(specs), np.nan)
    row = trainer.lanes.row_of(request.focus)
    if row is not None:
        gradient, parameters = trainer.coming_gradient()[row], trainer.network.parameters[row]
        for index, here in enumerate(trainer.network.weight_slices):
            forces = _forces(parameters[here], gradient[here], float(l1[index]), float(l2[index]))
            overruled[index], unopposed[index] = _shares(*forces)
            n = forces.shape[1]
            points[index] = forces[:, np.linspace(0, n - 1, min(n, POINTS)).astype(np.intp)].astype(np.float32)
    return PenaltyForces(trainer.step, request.focus, l1, l2, tuple(points), overruled, unopposed)


def _forces(weights: Array, gradient: Array, l1: float, l2: float) -> Array:
    """weights and their whole gradient, (n,) -> weights, the data's force and the penalty's: (3, n)."""
    every = max(1, -(-weights.size // MOST))
    weights, gradient = weights[::every], gradient[::every]
    pull = np.zeros_like(weights)
    if l2:
        pull -= l2 * weights
    if l1:
        pull -= l1 * np.sign(weights)
    return np.stack([weights, -gradient - pull, pull])


def _shares(weights: Array, data: Array, pull: Array) -> tuple[float, float]:
    """(n,) each -> the shares of weights overruled and unopposed; see `PenaltyForces`."""
    pulls = pull != 0
    outward = np.sign(data) * np.sign(weights) > 0
    overruled = pulls & outward & (np.abs(pull) > np.abs(data))
    return float(overruled.mean()), float((pulls & ~outward).mean())
