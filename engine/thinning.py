"""Long curves made short for the screen: at most so many points, with every peak kept."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def thinned(
    x: NDArray[np.int64], y: NDArray[np.float32], points: int
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """x: (n,); y: (n, curves). At most about ``points`` of them, for all curves at once.

    Neighbours are gathered in buckets, and each bucket gives its smallest and its largest value, in this order, at
    its first and at its middle x. The last point is always the newest one. NaN in a bucket is passed over unless all
    of it is NaN.
    """
    n = len(x)
    if n <= points:
        return x.astype(np.float64), y
    size = -(-2 * n // points)
    whole = (n - 1) // size * size
    blocks = y[:whole].reshape(-1, size, y.shape[1])
    extremes = np.empty((2 * len(blocks) + 1, y.shape[1]), np.float32)
    # fmin and fmax pass over NaN where they can.
    np.fmin.reduce(blocks, axis=1, out=extremes[0:-1:2])
    np.fmax.reduce(blocks, axis=1, out=extremes[1:-1:2])
    extremes[-1] = y[-1]
    at = np.empty(len(extremes))
    at[0:-1:2] = x[:whole:size]
    at[1:-1:2] = x[size // 2 : whole : size]
    at[-1] = x[-1]
    return at, extremes
