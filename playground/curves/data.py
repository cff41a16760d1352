"""The curves of a run as they are drawn: kept thinned while the run grows, with the means of lanes that repeat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.train.history.history import HistoryView, held_out
from playground.ui.painting.lines.averages import Averages
from playground.ui.painting.lines.thinning import Points, Thinned

DRAWN: Final = (
    *("train_loss", "held_out_loss", "train_data_loss", "held_out_data_loss", "penalty"),
    *("train_accuracy", "held_out_accuracy"),
)
"""Measures with a curve. The held-out rows are asked for by their own name, as test or validation rows."""
_BEST: Final = {"held_out_loss": np.fmin, "held_out_data_loss": np.fmin, "held_out_accuracy": np.fmax}


class CurveData:
    """Columns 0 .. lanes - 1 are the lanes, behind them the means of the groups of lanes, and then the lowest and the
    highest lane of each group.
    """

    def __init__(self, n_lanes: int, groups: Sequence[Sequence[int]] = ()) -> None:
        self.n_lanes = n_lanes
        self.groups = [np.array(group) for group in groups]
        self._columns = n_lanes + 3 * len(groups)
        self._thinned = Thinned(len(DRAWN) * self._columns)
        self._averages = Averages(len(DRAWN) * self._columns)
        self._read = 0
        self._held_out = held_out(has_validation=False)
        self.first = self.last = 0.0
        """The oldest and the newest step."""
        self._best = {name: np.full((2, self._columns), np.nan) for name in _BEST}

    def __len__(self) -> int:
        """How many evaluations went into it."""
        return self._read

    def update(self, history: HistoryView) -> None:
        """Takes what is new in a longer view of the same history."""
        new = history.part(self._read)
        self._read = len(history)
        self._held_out = held_out(history.has_validation)
        if not len(new):
            return
        self.first, self.last = float(history.steps[0]), float(new.steps[-1])
        rows = self._rows(new)
        self._note_best(new.steps, rows)
        for kept in (self._thinned, self._averages):
            kept.append(new.steps, rows.reshape(len(rows), -1))

    def _rows(self, history: HistoryView) -> NDArray[np.float32]:
        """(points, measures, columns)"""
        rows = np.empty((len(history), len(DRAWN), self._columns), np.float32)
        for index, name in enumerate(DRAWN):
            lanes = history.measure(name)
            rows[:, index, : self.n_lanes] = lanes
            for place, group in enumerate(self.groups):
                columns = self.n_lanes + place + len(self.groups) * np.arange(3)
                members = lanes[:, group]
                statistics = mean(members), np.fmin.reduce(members, axis=1), np.fmax.reduce(members, axis=1)
                rows[:, index, columns] = np.stack(statistics, axis=1)
        return rows

    def _note_best(self, steps: NDArray[np.int64], rows: NDArray[np.float32]) -> None:
        for name, better in _BEST.items():
            values = rows[:, DRAWN.index(name)]
            best, at = self._best[name]
            extreme = better.reduce(values, axis=0, initial=np.nan)
            place = (values == extreme).argmax(axis=0)
            is_new = ~np.isnan(extreme) & (np.isnan(best) | ((extreme != best) & (better(extreme, best) == extreme)))
            best[is_new], at[is_new] = extreme[is_new], steps[place[is_new]]

    def curves(self, measure: str, columns: Sequence[int]) -> Points:
        """One of DRAWN by its own name, such as ``test_loss``, as it was measured."""
        return self._thinned.points(self._places(measure, columns))

    def smoothed(self, measure: str, columns: Sequence[int], width: int) -> Points:
        """The same as a mean of each point, and of up to ``width`` on either side."""
        return Points.at(*self._averages.moving(self._places(measure, columns), width))

    def spread(self, measure: str, group: int) -> Points:
        """The lowest and the highest of the lanes of a group."""
        low = self.n_lanes + len(self.groups) + group
        return self.curves(measure, [low, low + len(self.groups)])

    def _places(self, measure: str, columns: Sequence[int]) -> NDArray[np.intp]:
        return DRAWN.index(self._drawn(measure)) * self._columns + np.asarray(columns, np.intp)

    def _drawn(self, measure: str) -> str:
        return measure.replace(f"{self._held_out}_", "held_out_")

    def best(self, measure: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The best value of a held-out measure and its step, (columns,) each; NaN where there is none."""
        values, at = self._best[self._drawn(measure)]
        return values, at


def mean(values: NDArray[Any]) -> NDArray[np.float32]:
    """(points, lanes) -> (points,). Of what is finite; NaN where nothing is."""
    finite = np.isfinite(values)
    count = finite.sum(axis=1)
    total = np.where(finite, values, 0).sum(axis=1, dtype=np.float64)
    result: NDArray[np.float32] = np.where(count > 0, total / np.maximum(count, 1), np.nan).astype(np.float32)
    return result
