"""Losses of numbers in plain NumPy. outputs: (rows, 1); targets: (rows,), standardized.

Sums are made in the order in which the engine makes them, so that the figures are the same to the last bit.
"""

from __future__ import annotations

import numpy as np

from engine.export.pieces import Array


def squared_error(outputs: Array, targets: Array) -> float:
    """(z - t)^2, summed over the rows."""
    return float(np.square(outputs[:, 0] - targets, dtype=np.float64).sum())


def squared_error_gradient(outputs: Array, targets: Array) -> Array:
    """2 (z - t) / rows"""
    return (outputs - targets[:, None]) * (2 / len(targets))


def huber(outputs: Array, targets: Array) -> float:
    """e^2 / 2 where |e| <= 1 and |e| - 1/2 beyond, e = z - t; summed over the rows."""
    distance = np.abs(np.subtract(outputs[:, 0], targets, dtype=np.float64))
    near = np.minimum(distance, 1)
    return float((near * (distance - near / 2)).sum())


def huber_gradient(outputs: Array, targets: Array) -> Array:
    """max(-1, min(1, z - t)) / rows"""
    return np.clip(outputs - targets[:, None], -1, 1) * (1 / len(targets))


def squares(outputs: Array, targets: Array) -> float:
    """The squared errors, summed over the rows."""
    return float(np.square(np.subtract(outputs[:, 0], targets, dtype=np.float64)).sum())


def spread(targets: Array) -> float:
    """The squared errors of always saying the mean; not a number where all are alike."""
    numbers = targets.astype(np.float64)
    return float(np.square(numbers - numbers.mean()).sum()) if np.ptp(numbers) else float("nan")
