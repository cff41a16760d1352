"""How often the values of a column come, as a few bars; and how many different ones there are."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.sheet import Column, Words
from engine.records import record

BINS: Final = 20
MOST_BARS: Final = 12
"""Different values that get a bar each; of more words, the commonest."""
MOST_SAMPLED: Final = 5_000
"""Rows of which the bars are counted, evenly from the whole column: pictures of a few pixels need no more."""
MOST_COUNTED: Final = 100_000
"""Rows of which different numbers are counted; words are always counted in full."""


@record
class Histogram:
    """heights: each as a share of the highest, from the least value to the largest, or from the commonest word on.

    names: the value of each bar, where each has one of its own; none where bars are ranges that touch each other.
    low, high: of numbers and of days, over all rows; None where there are none. n_more: words without a bar.
    """

    heights: tuple[float, ...]
    names: tuple[str, ...] = ()
    low: np.generic | None = None
    high: np.generic | None = None
    n_more: int = 0


@record
class Distinct:
    """How many different values there are, at least where not ``is_exact``."""

    count: int
    is_exact: bool = True


def histogram(column: Column) -> Histogram:
    """Of any column; no bars where it is empty."""
    if isinstance(column, Words):
        return _of_words(column)
    values = _present(column)
    if not len(values):
        return Histogram(())
    low, high = values.min(), values.max()
    sample = _numeric(values[:: max(1, -(-len(values) // MOST_SAMPLED))])
    distinct, counts = np.unique(sample, return_counts=True)
    if len(distinct) <= MOST_BARS and column.dtype.kind in "fb":
        names = ("no", "yes") if column.dtype.kind == "b" and len(distinct) == 2 else tuple(f"{x:g}" for x in distinct)
        return Histogram(_shares(counts), names, low, high)
    counts, _ = np.histogram(sample, bins=BINS)
    return Histogram(_shares(counts), (), low, high)


def distinct(column: Column) -> Distinct:
    """How many different values a column has, missing ones aside."""
    if isinstance(column, Words):
        return Distinct(len(column.values))
    looked_at = column[:MOST_COUNTED]
    return Distinct(len(np.unique(_present(looked_at))), len(looked_at) == len(column))


def _of_words(column: Words) -> Histogram:
    counts = np.bincount(column.codes[column.codes >= 0], minlength=len(column.values))
    order = np.argsort(-counts, kind="stable")[:MOST_BARS]
    names = tuple(column.values[place] for place in order)
    return Histogram(_shares(counts[order]), names, n_more=len(counts) - len(order))


def _present(column: NDArray[np.generic]) -> NDArray[np.generic]:
    """Without those that are missing: NaN and NaT are not even themselves."""
    present: NDArray[np.generic] = column[column == column]
    return present


def _numeric(values: NDArray[np.generic]) -> NDArray[np.float64]:
    if values.dtype.kind == "M":
        return values.astype("datetime64[s]").astype(np.float64)
    return values.astype(np.float64)


def _shares(counts: NDArray[np.integer]) -> tuple[float, ...]:
    return tuple((counts / max(1, counts.max(initial=0))).tolist())
