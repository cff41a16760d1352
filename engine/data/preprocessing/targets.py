"""What a network has to say of each row: 1 for its class and 0 for the others, or its number, standardized."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.data.task import Labels


def targets_of(dataset: Dataset, y: Labels, dtype: type[np.floating[Any]] = np.float32) -> Array:
    """y: (rows,), of the dataset -> (rows, n_outputs)."""
    if dataset.task == "classes":
        return one_hot(y, dataset.n_classes, dtype)
    return standardized(y, dataset.target_offset, dataset.target_scale, dtype)


def one_hot(y: Labels, n_classes: int, dtype: type[np.floating[Any]] = np.float32) -> Array:
    """y: (rows,) indices of classes -> (rows, classes)."""
    rows: Array = np.eye(n_classes, dtype=dtype)[y]
    return rows


def standardized(y: Labels, offset: float, scale: float, dtype: type[np.floating[Any]] = np.float32) -> Array:
    """y: (rows,) -> (rows, 1): (y - offset) / scale, so that always saying the mean is a squared error of 1."""
    rows: Array = ((y.astype(np.float64) - offset) / scale).astype(dtype)[:, None]
    return rows


def in_unit_of_label(out: Array, offset: float, scale: float, dtype: type[np.floating[Any]] = np.float32) -> Array:
    """out: standardized numbers, of any shape -> the same in the label's own unit."""
    numbers: Array = (out.astype(np.float64) * scale + offset).astype(dtype)
    return numbers


_NORMAL: Final = 1.349
"""What lies between the quartiles of a normal distribution, in standard deviations."""


def robust_centre_and_size(y: Labels) -> tuple[float, float]:
    """Median of numbers y, (rows,), and what is between their quartiles over 1.349, so that of normal numbers it is the
    standard deviation. Where half of them are alike, as `centre_and_size`. Source: Huber 1981, Robust statistics."""
    low, middle, high = np.quantile(y.astype(np.float64), (0.25, 0.5, 0.75))
    scale = float(np.float32((high - low) / _NORMAL))
    return (float(np.float32(middle)), scale) if scale > 0 else centre_and_size(y)


def centre_and_size(y: Labels) -> tuple[float, float]:
    """Mean and standard deviation of numbers y, (rows,), as float32 holds them; the latter 1 where all are alike."""
    numbers = y.astype(np.float64)
    varies = bool(numbers.min() < numbers.max())  # the deviation of equal numbers is not always exactly 0
    scale = float(np.float32(numbers.std())) if varies else 1.0
    return float(np.float32(numbers.mean())), scale or 1.0
