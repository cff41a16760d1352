"""Which lane is shown beside the one in focus, where there is room for one more."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Final

from engine.train.snapshot import LaneSnapshot
from playground.ui.look.lane_look import LaneLook

_CLEARLY: Final = 0.9
"""Share of a loss."""


def best_beside(lanes: Sequence[LaneSnapshot], looks: Sequence[LaneLook], focus: int, chosen: int) -> int:
    """The best of the others that can be seen; -1 where there is none. The one that was chosen stays until another is
    clearly better, so that it does not change with every look."""
    losses = {
        lane: figures.held_out_data_loss
        for lane, (figures, look) in enumerate(zip(lanes, looks, strict=False))
        if lane != focus and look.visible and isfinite(figures.held_out_data_loss)
    }
    best = min(losses, key=losses.__getitem__, default=-1)
    return best if chosen not in losses or losses[best] < _CLEARLY * losses[chosen] else chosen
