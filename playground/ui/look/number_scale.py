"""Numbers that are learned as colours: one scale for the points and for what is said of them."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset
from engine.records import record
from playground.ui.look import ramps, theme

MIDDLE: Final = (0.02, 0.98)
"""The share of the numbers that the scale spans: a few wild ones would leave all others in one colour."""


@record
class NumberScale:
    """From ``low`` to ``high``; what lies beyond has the colour of the end."""

    low: float
    high: float

    @classmethod
    def of(cls, dataset: Dataset) -> NumberScale:
        """That of the numbers to learn of the training rows."""
        low, high = (float(edge) for edge in np.quantile(dataset.train_y_clean.astype(np.float64), MIDDLE))
        return cls(low, high) if low < high else cls(low - 0.5, high + 0.5)

    def levels(self, numbers: NDArray[Any]) -> NDArray[np.uint8]:
        """Which of 256 colours each number has; the middle one where it is not a number."""
        share = np.nan_to_num((numbers.astype(np.float64) - self.low) / (self.high - self.low), nan=0.5)
        return np.rint(np.clip(share, 0, 1) * 255).astype(np.uint8)


def colors() -> list[int]:
    """256 colours as 0xAARRGGBB, of the theme."""
    return ramps.diverging(theme.current())
