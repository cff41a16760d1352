"""Sums over all but the lanes: those of a lane among others are, bit for bit, those of the lane alone.

NumPy's own are not always. Where it has to convert numbers before it adds them, and in ``einsum``, it takes them in
pieces that may begin in one lane and end in the next.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array


def lane_sums(values: Array) -> NDArray[np.float64]:
    """(lanes, n) -> (lanes,): the sums, in float64."""
    sums: NDArray[np.float64] = np.add.reduce(values.astype(np.float64), axis=1)
    return sums


def lane_squares(values: Array) -> NDArray[np.float64]:
    """(lanes, n) -> (lanes,): the sums of squares, in the type of the values, and in float64 where that overflows or
    is so small that it loses digits."""
    squares: NDArray[np.float64] = squares_of_parts(values, [slice(None)])[0]
    return squares


def squares_of_parts(values: Array, parts: Sequence[slice]) -> NDArray[np.float64]:
    """(lanes, n) -> (parts, lanes): `lane_squares` of each part of a lane's numbers."""
    with np.errstate(over="ignore", invalid="ignore"):
        squares = np.empty((len(parts), len(values)))
        for part, here in enumerate(parts):
            squares[part] = np.vecdot(values[:, here], values[:, here])
        wide = ~((squares > 1e-30) & (squares < np.inf))
        for part in np.flatnonzero(wide.any(axis=1)).tolist():
            lanes = wide[part]
            squares[part, lanes] = lane_sums(np.square(values[lanes, parts[part]], dtype=np.float64))
    return squares
