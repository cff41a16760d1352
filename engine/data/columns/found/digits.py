"""Numbers that differ only behind the digits that float32 keeps: seconds since 1970, coordinates in metres."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.close_numbers import lose_digits
from engine.data.columns.uses import Use
from engine.data.files.wording import shown
from engine.data.over_rows import Ends
from engine.data.sheet import Sheet, Words
from engine.errors import Remark

_MOST_STEPS: Final = 2**20
"""Numbers of float32 in the range of a column from which on no digits are looked for that get lost."""

Floats = NDArray[np.float32]


def rounded_in(sheet: Sheet, uses: Sequence[Use], ends: Ends) -> tuple[int, ...]:
    """Which features have values that float32 makes one of, though the file tells them apart. ends: of the features."""
    low, high = ends.low, ends.high
    with np.errstate(over="ignore", invalid="ignore"):
        largest = np.maximum(np.abs(low), np.abs(high))
        is_narrow = ~(high - low >= _MOST_STEPS * np.spacing(largest))  # NaN, where there are holes, is looked at
    return tuple(index for index in np.flatnonzero(is_narrow).tolist() if _loses_some(sheet, uses[index]))


def _loses_some(sheet: Sheet, use: Use) -> bool:
    column = sheet.columns[use.place]
    if use.kind != "number" or isinstance(column, Words) or column.dtype != np.float64:
        return False
    values = column[np.isfinite(column)]
    return len(values) > 0 and lose_digits(values)


def told_apart(
    features: Floats, sheet: Sheet, uses: Sequence[Use], places: NDArray[np.int64], rounded: Sequence[int]
) -> Floats:
    """The features with the ranks of its values in each rounded column, so that rows differ where the file says so.

    features: (rows, columns); places: (rows,), where they lie in the sheet
    """
    apart = features.copy()
    for index in rounded:
        values = np.asarray(sheet.columns[uses[index].place])[places]
        apart[:, index] = np.unique(values, return_inverse=True)[1]
    return apart


def about_digits(sheet: Sheet, uses: Sequence[Use], rounded: Sequence[int]) -> Iterator[Remark]:
    """Of each such column, what makes its values fit."""
    for index in rounded:
        values = np.asarray(sheet.columns[uses[index].place], np.float64)
        offset = _offset(float(np.nanmin(values)), float(np.nanmax(values)))
        template = (
            "Column {column}: its numbers have more digits than the 7 that are kept; subtract {offset} in the file."
        )
        if offset < 0:
            template = (
                "Column {column}: its numbers have more digits than the 7 that are kept; add {offset} in the file."
            )
        yield Remark(template, column=shown(uses[index].name), offset=f"{abs(offset):,}").weighing(1)


def _offset(low: float, high: float) -> int:
    """The roundest number near all of them: a multiple of a power of ten no smaller than their range."""
    unit: int = 10 ** max(0, math.ceil(math.log10(high - low)))
    return round(low / unit) * unit
