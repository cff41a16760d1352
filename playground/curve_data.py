"""The curves of a run as they are drawn: kept thinned while the run grows, with the means of lanes that repeat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.history import HistoryView
from engine.thinning import Thinned

DRAWN: Final = (
    *("train_loss", "test_loss", "train_data_loss", "test_data_loss", "penalty"),
    *("train_accuracy", "test_accuracy"),
)
"""Measures with a curve."""
_BEST: Final = {"test_loss": np.fmin, "test_data_loss": np.fmin, "test_accuracy": np.fmax}


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
        self._best = {name: np.full((2, self._columns), np.nan) for name in _BEST}

    def __len__(self) -> int:
        """How many evaluations went into it."""
        return self._read

    def update(self, history: HistoryView) -> None:
        """Takes what is new in a longer view of the same history."""
        new = history.part(self._read)
        self._read = len(history)
        if not len(new):
            return
        rows = self._rows(new)
        self._note_best(new.steps, rows)
        self._thinned.append(new.steps, rows.reshape(len(rows), -1))
        self.x, y = self._thinned.points()
        self._y = y.reshape(len(y), len(DRAWN), self._columns)

    def _rows(self, history: HistoryView) -> NDArray[np.float32]:
        """(points, measures, columns)"""
        rows = np.empty((len(history), len(DRAWN), self._columns), np.float32)
        for index, name in enumerate(DRAWN):
            lanes = history.measure(name)
            rows[:, index, : self.n_lanes] = lanes
            for place, group in enumerate(self.groups, start=self.n_lanes):
                rows[:, index, place] = mean(lanes[:, group])
        return rows

    def _note_best(self, steps: NDArray[np.int64], rows: NDArray[np.float32]) -> None:
        for name, better in _BEST.items():
            values = rows[:, DRAWN.index(name)]
            best, at = self._best[name]
            extreme = better.reduce(values, axis=0, initial=np.nan)
            place = (values == extreme).argmax(axis=0)
            is_new = ~np.isnan(extreme) & (np.isnan(best) | ((extreme != best) & (better(extreme, best) == extreme)))
            best[is_new], at[is_new] = extreme[is_new], steps[place[is_new]]

    def curves(self, measure: str) -> NDArray[np.float32]:
        """One of DRAWN: (points, columns), at `x`."""
        return self._y[:, DRAWN.index(measure)]

    def best(self, measure: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The best value of a test measure and its step, (columns,) each; NaN where there is none."""
        values, at = self._best[measure]
        return values, at


def mean(values: NDArray[Any]) -> NDArray[np.float32]:
    """(points, lanes) -> (points,). Of what is finite; NaN where nothing is."""
    finite = np.isfinite(values)
    count = finite.sum(axis=1)
    total = np.where(finite, values, 0).sum(axis=1, dtype=np.float64)
    result: NDArray[np.float32] = np.where(count > 0, total / np.maximum(count, 1), np.nan).astype(np.float32)
    return result


def smoothed(values: NDArray[Any], width: int) -> NDArray[np.float32]:
    """(points, lines) -> (points, lines): the mean of each point and of up to ``width`` on either side."""
    if width <= 0 or len(values) < 3:
        return values
    finite = np.isfinite(values)
    total = np.concatenate(
        [np.zeros((1, values.shape[1])), np.where(finite, values, 0).cumsum(axis=0, dtype=np.float64)]
    )
    count = np.concatenate([np.zeros((1, values.shape[1])), finite.cumsum(axis=0)])
    places = np.arange(len(values))
    # Narrower towards both ends, so that a line starts and ends where it does.
    reach = np.minimum(width, np.minimum(places, len(values) - 1 - places))
    low, high = places - reach, places + reach + 1
    with np.errstate(invalid="ignore", divide="ignore"):
        result: NDArray[np.float32] = ((total[high] - total[low]) / (count[high] - count[low])).astype(np.float32)
    return np.where(finite, result, np.nan).astype(np.float32)
