"""Long curves made short for the screen, as they grow: some hundred of their points, every peak and every gap kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.records import record

MOST_POINTS: Final = 512
"""Of one curve. Up to so many it stays as it is."""
KEPT: Final = 4
"""Points of a bucket: its first, its last, its lowest and its highest."""

_Kept: TypeAlias = tuple[Array, Array, Array]
"""x, y, and how many NaN the curve had up to there: (curves, n) each."""


@record(eq=False)
class Points:
    """Points of several curves, each at x of its own: (curves, points), in the order in which they were measured.

    joined: (curves, points - 1), whether a line leads from a point to the next; none does where a NaN lay between.
    A point may be there twice, or be NaN, so that all curves have equally many: see `of`.
    """

    x: NDArray[np.float64]
    y: NDArray[Any]
    joined: NDArray[np.bool_]

    @classmethod
    def at(cls, x: Array, y: Array) -> Points:
        """Curves over one x. x: (points,); y: (points, curves)."""
        y = np.ascontiguousarray(y.T)
        there = ~np.isnan(y)
        return cls(np.broadcast_to(x, y.shape), y, there[:, 1:] & there[:, :-1])

    def __len__(self) -> int:
        """How many curves."""
        return len(self.x)

    def of(self, curve: int) -> tuple[NDArray[np.float64], NDArray[Any]]:
        """The points of one curve, each once: (points,), (points,)."""
        x, y = self.x[curve], self.y[curve]
        there = ~np.isnan(y)
        there[1:] &= x[1:] != x[:-1]
        return x[there], y[there]

    def pick(self, curves: Sequence[int] | Array) -> Points:
        """Some of the curves."""
        chosen = np.asarray(curves)
        return Points(self.x[chosen], self.y[chosen], self.joined[chosen])


class Thinned:
    """Curves of any length as at most `MOST_POINTS` points each, all of them measured, in true order.

    Neighbours are gathered in buckets of ``size`` points, and of each bucket every curve keeps four points of its own:
    the first, the last, the lowest and the highest (M4: Jugel et al. 2014). When there are too many buckets, two become
    one. So a new point costs the same however long the curves are, and it does not matter in which pieces they came.
    NaN is no point, but interrupts the line.
    """

    def __init__(self, curves: int) -> None:
        self.size = KEPT  # of as many points, all are kept
        self._kept: _Kept = (
            np.zeros((curves, MOST_POINTS)),
            np.zeros((curves, MOST_POINTS), np.float32),
            np.zeros((curves, MOST_POINTS), np.int32),
        )
        self._whole = 0
        """Buckets that are full; the next one lies behind them."""
        self._filled = 0
        """Points that went into it."""
        self._gaps = np.zeros(curves, np.int32)

    def append(self, x: Array, y: Array) -> None:
        """x: (n,), growing; y: (n, curves). What comes behind all that was appended before."""
        if not len(x):
            return
        y = np.ascontiguousarray(y.T, np.float32)
        gaps = np.isnan(y).cumsum(axis=1, dtype=np.int32) + self._gaps[:, None]
        self._gaps = gaps[:, -1]
        start = 0
        while start < len(x):
            if self._whole == MOST_POINTS // KEPT:
                self._halve()
            stop = start + self.size - self._filled
            now = slice(start, stop)
            self._fill((np.broadcast_to(x[now], y[:, now].shape), y[:, now], gaps[:, now]))
            start = stop

    def _fill(self, new: _Kept) -> None:
        """new: no more points than there is room for in the last bucket."""
        start = KEPT * self._whole
        known = slice(start, start + min(self._filled, KEPT))
        points = tuple(
            np.concatenate([kept[:, known], more], axis=1) for kept, more in zip(self._kept, new, strict=True)
        )
        if points[0].shape[1] > KEPT:
            points = _extremes(points)
        for kept, part in zip(self._kept, points, strict=True):
            kept[:, start : start + part.shape[1]] = part
        self._filled += new[0].shape[1]
        if self._filled == self.size:
            self._whole, self._filled = self._whole + 1, 0

    def _halve(self) -> None:
        """Makes one bucket of each two."""
        curves = len(self._gaps)
        pairs = _extremes(tuple(kept.reshape(curves, -1, 2 * KEPT) for kept in self._kept))
        self._whole, self.size = self._whole // 2, 2 * self.size
        for kept, part in zip(self._kept, pairs, strict=True):
            kept[:, : KEPT * self._whole] = part.reshape(curves, -1)

    def points(self, curves: Sequence[int] | Array) -> Points:
        """Of these curves, as they are now. The last is always the newest one that is no NaN."""
        length = KEPT * self._whole + min(self._filled, KEPT)
        x, y, gaps = (kept.take(curves, axis=0)[:, :length] for kept in self._kept)
        there = ~np.isnan(y)
        return Points(x, y, there[:, 1:] & there[:, :-1] & (gaps[:, 1:] == gaps[:, :-1]))


def _extremes(points: tuple[Array, ...]) -> tuple[Array, ...]:
    """(..., n) -> (..., KEPT): the first, the last, the lowest and the highest that is no NaN, in their order."""
    y = points[1]
    there = ~np.isnan(y)
    chosen = np.stack(
        [
            there.argmax(axis=-1),
            y.shape[-1] - 1 - there[..., ::-1].argmax(axis=-1),
            np.where(there, y, np.inf).argmin(axis=-1),
            np.where(there, y, -np.inf).argmax(axis=-1),
        ],
        axis=-1,
    )
    chosen.sort(axis=-1)
    return tuple(np.take_along_axis(part, chosen, axis=-1) for part in points)
