"""How far numbers are off, in their own unit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.records import record


@record(eq=False)
class Errors:
    """(lanes,) each. NaN for a lane that has diverged."""

    rmse: NDArray[np.float64]
    """The root of the mean squared error: a row that is far off counts most."""
    mae: NDArray[np.float64]
    """The mean distance."""
    median: NDArray[np.float64]
    """What half of the distances are at most: a few rows that are far off do not move it."""


def errors_of(truth: Array, predicted: Array) -> Errors:
    """truth: (rows,); predicted: (lanes, rows)"""
    off = predicted.astype(np.float64) - truth
    away = np.abs(off)
    return Errors(np.sqrt(np.square(off).mean(axis=1)), away.mean(axis=1), np.median(away, axis=1))
