"""One line of a lane: solid or dashed, and cheap to draw however noisy it is."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from playground import theme

FEW_LANES = 4
"""Up to so many lanes have wide lines. Lines of one pixel are drawn many times faster, and many lanes need the room."""
DENSE = 150
"""From so many points on, dashes are made of whole pieces between points: they lie close enough."""
DASH, SPACE = 5, 3
"""Pieces drawn and pieces left out, where points lie close."""


class LaneCurve(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Wide lines are drawn piece by piece: as one noisy path they take Qt ten to a hundred times as long."""

    def __init__(self, lane: int, *, dashed: bool, n_lanes: int, pixel_ratio: float) -> None:
        # Cosmetic pens count in pixels of the screen.
        self._width = 1.6 * pixel_ratio if n_lanes <= FEW_LANES else 1.0
        super().__init__(pen=theme.lane_pen(lane, self._width), antialias=True, skipFiniteCheck=True)
        self._lane = lane
        self._dashed = dashed
        self._dashed_pen = False

    def show_points(self, x: NDArray[np.float64], y: NDArray[Any]) -> None:
        """x, y: (n,), finite."""
        by_pen = self._dashed and len(x) < DENSE
        if by_pen != self._dashed_pen:
            self._dashed_pen = by_pen
            self.setPen(theme.lane_pen(self._lane, self._width, by_pen))
        # A dashed pen needs the path in one piece, else every piece starts with a dash.
        self.setSegmentedLineMode("off" if by_pen or self._width <= 1 else "on")
        self.setData(x=x, y=y, connect=_dashes(len(x)) if self._dashed and not by_pen else "all")


@cache
def _dashes(n: int) -> NDArray[np.int32]:
    """Which of n points are connected to the next: (n,), 1 or 0."""
    return (np.arange(n) % (DASH + SPACE) < DASH).astype(np.int32)
