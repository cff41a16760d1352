"""One figure of one lane over the steps, a curve a dense layer, thinned as it grows; and what all lanes do just now."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.train.history.layer_history import LayerHistoryView
from playground.ui.painting.lines.averages import Averages
from playground.ui.painting.lines.thinning import Points, Thinned

RECENT: Final = 12
"""So many looks make up what a lane does just now: a single batch says little."""

MOST_MEANS: Final = 256
"""Points of a smooth line."""


def part(view: LayerHistoryView, start: int, stop: int | None = None) -> LayerHistoryView:
    """The records from number ``start`` on."""
    return LayerHistoryView(view.steps[start:stop], view.values[start:stop])


class LayerCurves:
    """A curve a dense layer, as it was measured and, for logarithmic axes, as it goes on average."""

    def __init__(self, figure: str, lane: int, layers: int) -> None:
        self.key = (figure, lane, layers)
        self.last = 0.0
        """The newest step."""
        self._thinned = Thinned(layers)
        self._averages = Averages(2 * layers, MOST_MEANS)
        self._read = 0

    def __len__(self) -> int:
        """How many looks went into it."""
        return self._read

    def precedes(self, view: LayerHistoryView) -> bool:
        """Whether all that was read is still there."""
        return self._read <= len(view)

    def update(self, view: LayerHistoryView) -> None:
        """Takes what is new in a longer view of the same history."""
        new = part(view, self._read)
        if not len(new):
            return
        self._read = len(view)
        self.last = float(new.steps[-1])
        figure, lane, _ = self.key
        values = new.figure(figure)[:, :, lane]
        self._thinned.append(new.steps, values)
        with np.errstate(divide="ignore", invalid="ignore"):
            logarithms = np.log10(values.astype(np.float64))
        is_zero = np.where(np.isnan(values), np.nan, values == 0)
        self._averages.append(new.steps, np.concatenate([logarithms, is_zero], axis=1))

    def measured(self) -> Points:
        """The figures themselves."""
        return self._thinned.points(range(self.key[2]))

    def trend(self) -> Points:
        """Means of the logarithms over a fortieth of the curve to both sides, where there is so much; of 0, -inf.

        Batches differ so much that raw curves of several layers cover each other.
        """
        x, means = self._averages.moving(range(2 * self.key[2]), len(self._averages) // 40)
        mean, zeros = np.split(means, 2, axis=1)
        return Points.at(x, np.where(np.isnan(mean) & (zeros > 0), -np.inf, mean))


class RecentNorms:
    """What lanes do just now: means over the last looks; of lanes that have left, over the last they took part in."""

    def __init__(self) -> None:
        self._left: dict[tuple[str, int], NDArray[np.float64]] = {}

    def of(self, view: LayerHistoryView, figure: str, lane: int) -> NDArray[np.float64]:
        """Geometric mean of the norms, for each dense layer: (layers,). NaN where there were none, 0 where one is 0."""
        values = self._last(part(view, max(0, len(view) - RECENT)), figure, lane)
        if len(values):
            return _geometric_mean(values)
        key = (figure, lane)
        if key not in self._left:
            self._left[key] = _geometric_mean(self._last(view, figure, lane)[-RECENT:])
        return self._left[key]

    def _last(self, view: LayerHistoryView, figure: str, lane: int) -> NDArray[Any]:
        values = view.figure(figure)[:, :, lane]
        return values[~np.isnan(values).all(axis=1)]


def _geometric_mean(values: NDArray[Any]) -> NDArray[np.float64]:
    """(looks, layers) -> (layers,)"""
    if not len(values):
        return np.full(values.shape[1], np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean: NDArray[np.float64] = np.exp(np.log(values.astype(np.float64)).mean(axis=0))
    return mean
