"""How far the axes go: those of values, and that of time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtGui import QFontMetricsF

from playground.curves.along import Along
from playground.ui.look import theme
from playground.ui.painting.lines.round_numbers import rounded_up
from playground.ui.painting.lines.thinning import Points

FIRST_STEPS: Final = 50
"""The time axis is never shorter than this."""
_NEAR: Final = 3000.0
"""A plan of so few steps is shown whole from the beginning on."""
_FAR: Final = 6
"""How many times as long as the run the axis is, at most, where the plan is longer."""
MOST_FOR_NAMES: Final = 0.4
"""Largest share of the time axis that the lanes' names may have, behind the curves."""
ACCURACY_LOWS: Final = (0.0, 0.5, 0.8, 0.9)
"""Where the axis of accuracy may begin: few, so that it seldom changes while a run goes on."""
_ABOVE: Final = 0.02
_TINY: Final = 1e-15
"""A loss that is smaller, and not 0, is rounding."""


def last_step(newest: float, names: float, a_step: float = 1.0) -> float:
    """Where the time axis ends: behind the newest step, with room for names. names: the share of it that they want;
    a_step: how long one is on an axis that counts something else."""
    return rounded_up(max(newest / (1 - min(names, MOST_FOR_NAMES)), FIRST_STEPS * a_step))


def planned_end(newest: float, planned: int | None) -> float | None:
    """The step that the run is on its way to: its plan, and once that is done, the end of the next one."""
    if not planned:
        return None
    return float(planned * max(1, math.ceil(newest / planned)))


def planned_last_step(newest: float, end: float, names: float, a_step: float = 1.0) -> float:
    """Where the time axis ends for a run with a plan: behind the planned end, with room for names.

    Where that is far away still, what there is would be too narrow to read: so far the axis is a few times as long.
    """
    seen = min(end, max(rounded_up(newest * _FAR), _NEAR * a_step))
    return max(seen, a_step) / (1 - min(names, MOST_FOR_NAMES))


def time_limits(
    along: Along, lanes: Sequence[int], last: float, planned: int | None, names: float
) -> tuple[float, float | None]:
    """Where the time axis ends for a run that has come to the step ``last``, and where on it the plan does; None where
    there is none, or nobody knows. names: the share of the axis that the lanes' names want."""
    end = planned_end(last, planned) if along.plan_is_known else None
    newest = along.farthest(lanes, last)
    a_step = newest / last if last else 1.0
    if end is None:
        return last_step(newest, names, a_step), None
    end = along.farthest(lanes, end)
    return planned_last_step(newest, end, names, a_step), end


def loss_limits(train: Points, test: Points, *, is_log: bool) -> tuple[float, float]:
    """The lowest and highest loss to show.

    One exploding lane must not press the others flat: the axis ends at three times the peak of the middle lane, and
    curves beyond it leave the plot at the top.
    """
    both = np.concatenate([train.y, test.y], axis=1)
    with np.errstate(invalid="ignore"):
        finite = np.where(np.isfinite(both), both, np.nan)
    present = ~np.isnan(finite).all(axis=1)
    if not present.any():
        return (0.1, 10.0) if is_log else (0.0, 1.0)
    peaks = np.sort(np.nanmax(finite[present], axis=1)).astype(np.float64)  # the largest float32 has no triple
    high = float(min(peaks[-1], 3 * peaks[(len(peaks) - 1) // 2]))
    if not is_log:
        return 0.0, rounded_up(high * 1.02)
    lowest = float(np.nanmin(np.where(finite[present] > 0, finite[present], np.inf)))
    low = max(lowest, _TINY) if np.isfinite(lowest) else 1e-3
    return float(10 ** np.floor(np.log10(low) * 2 - 0.01)) ** 0.5, max(rounded_up(peaks[-1]), low * 10)


def r2_low(train: Points, test: Points) -> float:
    """The lowest R2 to show: 0, or below it where the later half of a line still is; not below -1, beyond which the net
    knows so little that it does not matter how little."""
    both = np.concatenate([points.y[:, points.y.shape[1] // 2 :] for points in (train, test)], axis=1)
    lowest = float(both[np.isfinite(both)].min(initial=0.0))
    return 0.0 if lowest > -0.02 else -0.5 if lowest > -0.5 else -1.0


def accuracy_low(train: Points, test: Points) -> float:
    """The lowest accuracy to show: one of a few round ones that the later half of every line lies above."""
    both = np.concatenate([points.y[:, points.y.shape[1] // 2 :] for points in (train, test)], axis=1)
    finite = both[np.isfinite(both)]
    lowest = float(finite.min()) if finite.size else 0.0
    return max(low for low in ACCURACY_LOWS if low == 0 or lowest > low + _ABOVE)


def accuracy_top(height: float) -> float:
    """Above 1, so that 100% has room beside the axis however low the plot is. height: of the plot, in pixels."""
    line = QFontMetricsF(theme.font("small")).height()
    return max(1.06, 1 / (1 - min((line / 2 + 1) / max(height, 1.0), 0.4)))
