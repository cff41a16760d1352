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
PIECE = 3.0
"""Pixels between the points of a dashed line."""
DASH, SPACE = 3, 2
"""Pieces drawn and pieces left out."""
MOST_PIECES = 400


class LaneCurve(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Wide lines are drawn piece by piece: as one noisy path they take Qt ten to a hundred times as long."""

    def __init__(self, lane: int, *, dashed: bool, n_lanes: int, pixel_ratio: float) -> None:
        # Cosmetic pens count in pixels of the screen.
        width = 1.6 * pixel_ratio if n_lanes <= FEW_LANES else 1.0
        super().__init__(pen=theme.lane_pen(lane, width), antialias=True, skipFiniteCheck=True)
        self.setSegmentedLineMode("off" if width <= 1 else "on")
        self._dashed = dashed

    def show_points(self, x: NDArray[np.float64], y: NDArray[Any]) -> None:
        """x, y: (n,), finite; x grows."""
        if self._dashed and len(x) > 1:
            x, y = self._evenly_spaced(x, y)
            self.setData(x=x, y=y, connect=_dashes(len(x)))
        else:
            self.setData(x=x, y=y, connect="all")

    def _evenly_spaced(
        self, x: NDArray[np.float64], y: NDArray[Any]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The same line with a point every three pixels, so that dashes are even wherever the points lie.

        A dashed pen would do that too, at ten times the cost.
        """
        length = float(x[-1] - x[0])
        view = self.getViewBox()
        pixel = abs(float(view.viewPixelSize()[0])) if view is not None else 0.0
        step = max(pixel * PIECE, length / MOST_PIECES)
        even = np.append(np.arange(x[0], x[-1], step), x[-1])
        return even, np.interp(even, x, y)


@cache
def _dashes(n: int) -> NDArray[np.int32]:
    """Which of n points are connected to the next: (n,), 1 or 0."""
    return (np.arange(n) % (DASH + SPACE) < DASH).astype(np.int32)
