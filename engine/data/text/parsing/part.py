"""Some rows of a text file as they will stand among the others, made by the thread that has read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.text.parsing.plan import Plan
from engine.data.text.words import Numbered, numbered
from engine.records import record

Floats = NDArray[np.float32]
_LARGEST = np.finfo(np.float32).max


@record(eq=False)
class Part:
    """block: (rows, columns that float32 can hold), large, texts: the other columns by their places, see `Plan`.

    odd: texts in columns of numbers: rows, counted from the first of these, and what stands there.
    infinite: the rows of numbers that float32 cannot hold.
    """

    block: Floats
    large: dict[int, NDArray[np.float64]]
    texts: dict[int, Numbered]
    odd: dict[int, tuple[NDArray[np.intp], Numbered]]
    infinite: dict[int, NDArray[np.intp]]
    ends_with_hole: bool
    """Whether there is none in the last column of some row."""


def part_of(frame: pd.DataFrame, plan: Plan) -> Part:
    """frame: its columns are called by their places."""
    index = {place: index for index, place in enumerate(plan.small)}
    block = np.empty((len(frame), len(index)), np.float32)
    part = Part(block, {}, {}, {}, {}, bool(frame[frame.columns[-1]].isna().any()))
    with np.errstate(over="ignore"):
        for place, cells in cast("Iterator[tuple[int, pd.Series]]", frame.items()):  # some at once take longer
            if place in index:
                block[:, index[place]] = _numbers(cells, place, part)
            elif place in plan.large:
                part.large[place] = _numbers(cells, place, part)
            else:
                part.texts[place] = numbered(cells)
    part.infinite.update(infinite_in(block, plan, part.large))
    return part


def infinite_in(block: Floats, plan: Plan, large: Mapping[int, NDArray[np.floating]]) -> dict[int, NDArray[np.intp]]:
    """The rows with numbers that float32 cannot hold, of columns in which there are such."""
    found = {}
    if (infinite := np.isinf(block)).any():
        for index in np.flatnonzero(infinite.any(axis=0)).tolist():
            found[plan.small[index]] = np.flatnonzero(infinite[:, index])
    for place, cells in large.items():
        if len(rows := np.flatnonzero(np.abs(cells) > _LARGEST)):
            found[place] = rows
    return found


def _numbers(cells: pd.Series, place: int, part: Part) -> NDArray[np.float64]:
    """The cells as numbers; what else stands among them is kept for later, and NaN for now."""
    if cells.dtype.kind in "iuf":
        return cells.to_numpy(np.float64)
    numbers = np.full(len(cells), np.nan)
    if cells.dtype.kind != "b":  # words that are no numbers here
        with suppress(OverflowError):  # of hundreds of digits
            numbers[:] = pd.to_numeric(cells, errors="coerce")
    cells = cells.astype(object)
    odd = np.flatnonzero(np.isnan(numbers) & cells.notna().to_numpy())
    part.odd[place] = odd, numbered(cells.iloc[odd])
    return numbers
