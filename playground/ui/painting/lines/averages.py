"""Moving averages of curves as they grow: of all points measured, at a cost that does not grow with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array

MOST_BUCKETS: Final = 512
"""As a rule: of up to so many points each counts for itself."""


class Averages:
    """Sums over buckets of neighbours; when there are too many buckets, two become one.

    Kept are the sums of all points up to each edge between two buckets, so that a mean over any of them is one
    difference. What is not finite does not count.
    """

    def __init__(self, curves: int, most_buckets: int = MOST_BUCKETS) -> None:
        """most_buckets: even."""
        self._most = most_buckets
        self.size = 1
        """Points of a bucket."""
        self._edges = 1
        self._points = np.zeros(most_buckets + 1, np.int64)
        self._x = np.zeros(most_buckets + 1)
        self._y = np.zeros((most_buckets + 1, curves))
        self._finite = np.zeros((most_buckets + 1, curves))

    def __len__(self) -> int:
        """How many buckets."""
        return self._edges - 1

    def append(self, x: Array, y: Array) -> None:
        """x: (n,); y: (n, curves). What comes behind all that was appended before."""
        finite = np.isfinite(y)
        news: tuple[Array, ...] = (np.ones(len(x), np.int64), x, np.where(finite, y, 0.0), finite)
        while len(news[0]):
            filled = int(self._points[self._edges - 1]) % self.size
            if not filled and self._edges > self._most:
                self._halve()
            room = self.size - filled
            last = self._edges - (filled > 0)
            for sums, new in zip(self._sums, news, strict=True):
                sums[last] = sums[self._edges - 1] + new[:room].sum(axis=0)
            self._edges = last + 1
            news = tuple(new[room:] for new in news)

    @property
    def _sums(self) -> tuple[Array, Array, Array, Array]:
        """Over all points up to each edge, the first of which is 0: how many, of their x and y, and the finite ones."""
        return self._points, self._x, self._y, self._finite

    def _halve(self) -> None:
        """Every second edge goes."""
        self._edges = self._most // 2 + 1
        for sums in self._sums:
            sums[: self._edges] = sums[::2]
        self.size *= 2

    def moving(self, curves: Sequence[int] | Array, width: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """x: (buckets,); y: (buckets, curves): the mean of each bucket and of up to ``width`` on either side.

        Fewer towards both ends, so that a line starts and ends where it does. NaN where a bucket has nothing finite.
        """
        points, x = self._points[: self._edges], self._x[: self._edges]
        y, finite = self._y[: self._edges, curves], self._finite[: self._edges, curves]
        places = np.arange(len(self))
        reach = np.minimum(width, np.minimum(places, places[::-1]))
        low, high = places - reach, places + reach + 1
        with np.errstate(invalid="ignore", divide="ignore"):
            means = (y[high] - y[low]) / (finite[high] - finite[low])
        means[finite[1:] == finite[:-1]] = np.nan
        return np.diff(x) / np.diff(points), means
