"""What an optimizer would remember of layers that were not there before, had they been: without that, the first steps
of one that divides by it would be many times too long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.train.group_trainer import GroupTrainer
from engine.train.trainer import Trainer

_STEPS: Final = 32
"""Coming ones, whose gradients are looked at."""
_LEAST: Final = 0.1
"""Of the layer's mean square: what a few steps say of a single weight is rough, and a small divisor a long step."""


def recollect(trainer: Trainer, lane: int, layers: Sequence[int]) -> None:
    """Fills in what the optimizer of a lane remembers of these layers. A look: no step is made.

    A slot that has no negative number is one of squares, or of lengths, and is taken to be in proportion to the mean
    square of the gradients of the coming steps, g^2, as that of the other weights is: slot = g^2 mean(slot) / mean(g^2)
    with the means over these.
    What has a sign, such as a momentum, begins at 0.
    """
    group, own = trainer.of(lane)
    row = group.lanes.row_of(own)
    if row is None or not len(group.optimizer.state):
        return
    here = np.zeros(group.network.parameters.shape[1], np.bool_)
    for layer in layers:
        for part in group.network.parameter_slices[layer]:
            here[part] = True
    squares = _squares(group, row)
    fresh = np.maximum(squares[here], _LEAST * squares[here].mean())
    usual = float(squares[~here].mean())
    for slot in group.optimizer.state[:, row]:
        others = slot[~here]
        if usual > 0 and np.isfinite(fresh).all() and others.min(initial=0) >= 0:
            slot[here] = (fresh * (float(others.mean(dtype=np.float64)) / usual)).astype(slot.dtype)


def _squares(group: GroupTrainer, row: int) -> NDArray[np.float64]:
    """(parameters,), the mean square of the gradients of the coming steps of the lane in a row."""
    step, found = group.step, np.zeros(group.network.parameters.shape[1])
    try:
        for coming in range(step, step + _STEPS):  # chance is a function of the step
            group.step = coming
            found += np.square(group.coming_gradient()[row], dtype=np.float64)
    finally:
        group.step = step
    return found / _STEPS
