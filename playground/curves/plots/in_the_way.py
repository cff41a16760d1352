"""Where lines run, in pixels, so that words can keep clear of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from playground.ui.painting.lines.thinning import Points

_COLUMN: Final = 6.0
"""Pixels between the places at which it is looked where the lines are."""
_AROUND: Final = 1.0
"""Pixels that are to be free around words."""


class InTheWay:
    """The heights of lines at columns across a plot."""

    def __init__(self, frame: QRectF, lines: Sequence[Points]) -> None:
        """lines: in pixels, several to each. They are looked at only when somebody asks."""
        self._at = np.arange(frame.left(), frame.right() + _COLUMN, _COLUMN)
        self._lines = lines

    @cached_property
    def _y(self) -> NDArray[np.float64]:
        """(lines, columns)"""
        lines = ((points.x[line], points.y[line]) for points in self._lines for line in range(len(points)))
        return np.array([self._heights(x, y) for x, y in lines]).reshape(-1, len(self._at))

    def _heights(self, x: NDArray[np.float64], y: NDArray[Any]) -> NDArray[np.float64]:
        if not len(x):
            return np.full(len(self._at), np.nan)
        heights: NDArray[np.float64] = np.interp(self._at, x, y, left=np.nan, right=np.nan)
        return heights

    def crosses(self, words: QRectF) -> bool:
        """Whether a line comes through there."""
        near = (words.left() - _COLUMN <= self._at) & (self._at <= words.right() + _COLUMN)
        y = self._y[:, near]
        return bool(((words.top() - _AROUND <= y) & (y <= words.bottom() + _AROUND)).any())
