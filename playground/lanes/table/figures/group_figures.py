"""The figures of a setting over its seeds: means, and standard deviations behind ±."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean, stdev
from typing import Final

from engine.data.task import Task
from engine.train.snapshot import LaneSnapshot
from playground.lanes.table.columns import ERRORS, FIGURES, TEST, TESTS
from playground.lanes.table.figures.lane_figures import Figures
from playground.ui.text.numbers import DASH, MINUS, fixed, gap, loss, number, percent, power

_SHARES: Final = frozenset({"train_accuracy", "held_out_accuracy", TEST})
_MEAN_ALONE: Final = frozenset({"gap", "penalty"})
"""Figures that follow from others: their deviations would only take room."""
_MOST_DECIMALS: Final = 4
"""There is room for no more; and what is small has its digits in another notation."""
_SMALL: Final = -2
_LARGE: Final = 6
"""Powers of ten below and from which on both numbers are written with theirs."""


def group_figures(lanes: Sequence[tuple[Figures, LaneSnapshot | None]]) -> Figures:
    """Of the lanes that repeat each other; those that diverged are left out, and said."""
    first = lanes[0][0]
    names = (*FIGURES, TEST)[: len(first.texts)]
    if any(snapshot is None for _, snapshot in lanes):
        return Figures((DASH,) * len(names), task=first.task, errors=(DASH,) * len(first.errors))
    found = [snapshot for _, snapshot in lanes if snapshot is not None]
    if all(lane.diverged_at is not None for lane in found):
        return first
    texts, errors = (
        tuple(
            text if name in TESTS and first.is_test_sealed else _over(name, found, first.task)
            for name, text in zip(columns, shown, strict=False)
        )
        for columns, shown in ((names, first.texts), (ERRORS, first.errors))
    )
    gone = sum(lane.diverged_at is not None for lane in found)
    is_best = all(figures.is_best for figures, _ in lanes)
    sealed = first.is_test_sealed
    return Figures(
        texts,
        None,
        is_best,
        is_test_sealed=sealed,
        task=first.task,
        gone=gone,
        errors=errors,
        is_robust=first.is_robust,
    )


def _over(name: str, lanes: Sequence[LaneSnapshot], task: Task) -> str:
    values = [value for lane in lanes if math.isfinite(value := getattr(lane, name))]
    if not values:
        return DASH
    if name in _MEAN_ALONE:
        return gap(fmean(values), task) if name == "gap" else loss(fmean(values))
    spread = stdev(values) if len(values) > 1 else 0.0
    if task == "classes" and name in _SHARES:
        return f"{percent(fmean(values))[:-1]}±{percent(spread)[:-1]}"
    if not spread:
        return number(fmean(values), 3)
    return with_spread(fmean(values), spread)


def with_spread(mean: float, spread: float) -> str:
    """Both with as many decimals as the spread asks for: one digit of it that counts, two where the first is a 1.

    Numbers that need a power of ten share one: (2.2±0.8)·10⁶.
    """
    decade = math.floor(math.log10(max(abs(mean), spread)))
    decimals = _decimals(spread)
    if decade >= _LARGE or (decimals > _MOST_DECIMALS and decade < _SMALL):
        scale, places = 10.0**decade, max(0, decimals + decade)
        if places > _MOST_DECIMALS:
            return f"{number(mean, 3)}±{number(spread, 1)}"
        mantissa = f"{mean / scale:.{places}f}".replace("-", MINUS)
        return f"({mantissa}±{spread / scale:.{places}f})·{power(decade)}"
    decimals = min(max(0, decimals), _MOST_DECIMALS)
    return f"{fixed(mean, decimals)}±{fixed(spread, decimals)}"


def _decimals(spread: float) -> int:
    exponent = math.floor(math.log10(spread))
    return -exponent + (spread < 1.95 * 10.0**exponent)
