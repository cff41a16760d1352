"""One figure of one lane over the steps, a curve a dense layer, thinned as it grows; and what all lanes do just now."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics.layer_history import LayerHistoryView
from engine.thinning import Thinned

RECENT: Final = 12
"""So many looks make up what a lane does just now: a single batch says little."""


def part(view: LayerHistoryView, start: int, stop: int | None = None) -> LayerHistoryView:
    """The records from number ``start`` on."""
    return LayerHistoryView(view.steps[start:stop], view.values[start:stop])


class LayerCurves:
    """x: (points,); y: (points, dense layers)."""

    def __init__(self, figure: str, lane: int, layers: int) -> None:
        self.key = (figure, lane, layers)
        self.x: NDArray[np.float64] = np.empty(0)
        self.y: NDArray[np.float32] = np.empty((0, layers), np.float32)
        self._thinned = Thinned(layers)
        self._read = 0

    def precedes(self, view: LayerHistoryView) -> bool:
        """Whether all that was read is still there."""
        return self._read <= len(view)

    def update(self, view: LayerHistoryView) -> None:
        """Takes what is new in a longer view of the same history."""
        new = part(view, self._read)
        if not len(new):
            return
        self._read = len(view)
        figure, lane, _ = self.key
        self._thinned.append(new.steps, new.figure(figure)[:, :, lane])
        self.x, self.y = self._thinned.points()


def smoothed(y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Means over a fortieth of the curve to both sides, where there is so much. (points, layers)

    Batches differ so much that raw curves of several layers cover each other.
    """
    n, at = len(y), np.arange(len(y))
    reach = n // 40
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, n)
    finite = np.isfinite(y)
    start = np.zeros((1, y.shape[1]))
    total = np.concatenate([start, np.cumsum(np.where(finite, y, 0), axis=0)])
    count = np.concatenate([start, np.cumsum(finite, axis=0)])
    with np.errstate(invalid="ignore", divide="ignore"):
        mean: NDArray[np.float64] = (total[high] - total[low]) / (count[high] - count[low])
    return np.where(finite, mean, y)


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
