"""Whether numbered columns are the pixels of pictures: by their names, and by how alike neighbours are."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import Column

SMALLEST_IMAGE: Final = 16
"""Pixels."""
_MOST_ROWS: Final = 1000
_FEWEST_ROWS: Final = 20
"""Rows below which names alone decide."""
_MORE_ALIKE: Final = 0.05
"""By how much neighbours are more alike than pixels half a row apart. Of digits of 4 x 4 to 28 x 28 pixels it is 0.2 to
0.6; of numbers that know nothing of each other 0, and of questions in groups, or a series, one way is less alike."""
_DEVIATIONS: Final = 3
"""Of a mean correlation of numbers that know nothing of each other, 1 / sqrt(rows x pixels)."""
_SURELY: Final = re.compile(r"pix|^\d+x\d+$", re.IGNORECASE)

Floats = NDArray[np.float32]


def image_shape(columns: Sequence[Column]) -> tuple[int, int] | None:
    """(side, side) where the features are a square number of numbers whose names differ only in their numbers."""
    side = math.isqrt(len(columns))
    patterns = {re.sub(r"\d+", "#", column.name) for column in columns}
    is_numbered = len(patterns) == 1 and "#" in patterns.pop() and all(column.kind == "number" for column in columns)
    if is_numbered and side * side == len(columns) >= SMALLEST_IMAGE:
        return side, side
    return None


def is_surely_of_pixels(name: str) -> bool:
    """Whether a column is called so."""
    return _SURELY.search(name) is not None


def look_like_pixels(values: Floats, name: str) -> bool:
    """Whether neighbours are alike across and down, as in pictures. values: (rows, side^2); name: of the first."""
    some = values[:_MOST_ROWS].astype(np.float64)
    varies = some.std(axis=0) > 0
    if is_surely_of_pixels(name) or len(some) < _FEWEST_ROWS or np.isnan(some).any() or not varies.any():
        return True
    side = math.isqrt(some.shape[1])
    scaled = np.zeros_like(some)
    scaled[:, varies] = (some[:, varies] - some[:, varies].mean(axis=0)) / some[:, varies].std(axis=0)
    places = np.arange(side * side)
    across = places[places % side < side - 1]
    near = (_likeness(scaled, varies, across, 1), _likeness(scaled, varies, places[:-side], side))
    apart = _likeness(scaled, varies, places[: -(side // 2)], side // 2)
    by_chance = _DEVIATIONS / math.sqrt(some.size)
    return min(near) > apart + _MORE_ALIKE + by_chance


def _likeness(scaled: NDArray[np.float64], varies: NDArray[np.bool_], places: NDArray[np.intp], step: int) -> float:
    """The mean correlation of the pixels at these places with those so many places on. scaled: (rows, pixels)"""
    both = places[varies[places] & varies[places + step]]
    return float((scaled[:, both] * scaled[:, both + step]).mean()) if len(both) else 0.0
