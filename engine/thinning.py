"""Long curves made short for the screen, as they grow: a few hundred points, with every peak kept."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

MOST_BUCKETS: Final = 160


class Thinned:
    """Curves of any length as at most about ``2 * MOST_BUCKETS`` points.

    Neighbours are gathered in buckets of `size` points, and each bucket gives its smallest and its largest value, in
    this order, at its first and at its middle x. When there are too many buckets, two become one. So a new point costs
    the same however long the curves are. NaN is passed over unless all of a bucket is NaN.
    """

    def __init__(self, curves: int) -> None:
        self.size = 1
        self._x = np.empty(0)
        self._middle = np.empty(0)
        self._low = np.empty((0, curves), np.float32)
        self._high = np.empty((0, curves), np.float32)
        self._rest_x = np.empty(0)
        self._rest = np.empty((0, curves), np.float32)
        self._last_x = np.empty(0)
        self._last = np.empty((0, curves), np.float32)

    def append(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """x: (n,), growing; y: (n, curves). What comes behind all that was appended before."""
        if not len(x):
            return
        self._last_x, self._last = np.asarray(x[-1:], np.float64), np.array(y[-1:], np.float32)
        x = np.concatenate([self._rest_x, np.asarray(x, np.float64)])
        y = np.concatenate([self._rest, np.asarray(y, np.float32)])
        whole = len(x) // self.size * self.size
        if whole:
            blocks = y[:whole].reshape(-1, self.size, y.shape[1])
            self._x = np.concatenate([self._x, x[: whole : self.size]])
            self._middle = np.concatenate([self._middle, x[self.size // 2 : whole : self.size]])
            # fmin and fmax pass over NaN where they can.
            self._low = np.concatenate([self._low, np.fmin.reduce(blocks, axis=1)])
            self._high = np.concatenate([self._high, np.fmax.reduce(blocks, axis=1)])
        self._rest_x, self._rest = x[whole:], y[whole:]
        # One more is let pass where it is odd, so that it does not matter in which pieces the points came.
        while (n := len(self._x)) > MOST_BUCKETS + 1 or (n > MOST_BUCKETS and n % 2 == 0):
            self._halve()

    def _halve(self) -> None:
        """Makes one bucket of each two. An odd last one stays alone: a bucket of fewer points does no harm."""
        if len(self._x) % 2:
            self._x = np.append(self._x, self._middle[-1])
            self._low = np.concatenate([self._low, self._low[-1:]])
            self._high = np.concatenate([self._high, self._high[-1:]])
        self._x, self._middle = self._x[0::2], self._x[1::2]
        self._low = np.fmin(self._low[0::2], self._low[1::2])
        self._high = np.fmax(self._high[0::2], self._high[1::2])
        self.size *= 2

    def points(self) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """x: (points,); y: (points, curves). The last point is always the newest one."""
        if self.size == 1:
            return self._x, self._low
        x, middle, low, high = self._x, self._middle, self._low, self._high
        if len(self._rest):  # a bucket that is not full yet
            x, middle = np.append(x, self._rest_x[0]), np.append(middle, self._rest_x[len(self._rest) // 2])
            low = np.concatenate([low, np.fmin.reduce(self._rest, axis=0, keepdims=True)])
            high = np.concatenate([high, np.fmax.reduce(self._rest, axis=0, keepdims=True)])
        n = len(x)
        at, values = np.empty(2 * n + 1), np.empty((2 * n + 1, low.shape[1]), np.float32)
        at[0:-1:2], at[1:-1:2], at[-1] = x, middle, self._last_x[0]
        values[0:-1:2], values[1:-1:2], values[-1] = low, high, self._last[0]
        return at, values
