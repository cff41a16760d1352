"""The curves of a run as they are drawn: kept thinned while the run grows, with the means of lanes that repeat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.history import HistoryView
from engine.thinning import Thinned

DRAWN: Final = ("train_loss", "test_loss", "train_accuracy", "test_accuracy")
"""Measures with a curve."""


class CurveData:
    """Columns 0 .. lanes - 1 are the lanes, behind them the mean of each group of lanes."""

    def __init__(self, n_lanes: int, groups: Sequence[Sequence[int]] = ()) -> None:
        self.n_lanes = n_lanes
        self.groups = [np.array(group) for group in groups]
        self._columns = n_lanes + len(groups)
        self._thinned = Thinned(len(DRAWN) * self._columns)
        self._read = 0
        self.x: NDArray[np.float64] = np.empty(0)
        self._y: NDArray[np.float32] = np.empty((0, len(DRAWN), self._columns), np.float32)

    def update(self, history: HistoryView) -> None:
        """Takes what is new in a longer view of the same history."""
        new = history.part(self._read)
        self._read = len(history)
        if not len(new):
            return
        self._thinned.append(new.steps, self._rows(new))
        self.x, y = self._thinned.points()
        self._y = y.reshape(len(y), len(DRAWN), self._columns)

    def _rows(self, history: HistoryView) -> NDArray[np.float32]:
        """(points, measures * columns)"""
        rows = np.empty((len(history), len(DRAWN), self._columns), np.float32)
        for index, name in enumerate(DRAWN):
            lanes = history.measure(name)
            rows[:, index, : self.n_lanes] = lanes
            for place, group in enumerate(self.groups, start=self.n_lanes):
                rows[:, index, place] = mean(lanes[:, group])
        return rows.reshape(len(rows), -1)

    def curves(self, measure: str) -> NDArray[np.float32]:
        """One of DRAWN: (points, columns), at `x`."""
        return self._y[:, DRAWN.index(measure)]


def mean(values: NDArray[Any]) -> NDArray[np.float32]:
    """(points, lanes) -> (points,). Of what is finite; NaN where nothing is."""
    finite = np.isfinite(values)
    count = finite.sum(axis=1)
    total = np.where(finite, values, 0).sum(axis=1, dtype=np.float64)
    result: NDArray[np.float32] = np.where(count > 0, total / np.maximum(count, 1), np.nan).astype(np.float32)
    return result
