"""Numbers that lie so close together, far from zero, that float32 makes one of some."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

_CLOSE: Final = 16
"""Times their range that numbers lie away from zero, where some of their digits say nothing."""
_NOISE: Final = 2.0**-40
"""Share of their size by which numbers differ that were to be the same: 0.1 + 0.2 and 0.3."""


def lose_digits(numbers: ArrayLike) -> bool:
    """Whether float32 makes one of numbers that are meant to differ, for what they share. (n,), finite, n > 0"""
    found = np.asarray(numbers, np.float64)
    low, high = float(found.min()), float(found.max())
    largest = max(abs(low), abs(high))
    if not (high - low) * _CLOSE < largest:
        return False  # before they are sorted, which takes long
    values = np.unique(found)
    are_one = np.diff(values.astype(np.float32)) == 0
    return bool((are_one & (np.diff(values) > _NOISE * largest)).any())
