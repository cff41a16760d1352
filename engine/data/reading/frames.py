"""Columns of pandas as those of a sheet, whose types say what they are; and a whole frame of rows to be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from engine.data.sheet import Column, DateOrder, Sheet, Words, Writing
from engine.data.text.marks import is_missing

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGEST_EXACT = 2**24
"""Whole numbers up to here are exact in float32."""


def sheet_of(frame: pd.DataFrame, names: Sequence[str], *, called: str, date_order: DateOrder | None = None) -> Sheet:
    """A frame under these names. Texts that stand for no value in a file stand for none here, too.

    called: the rows, in messages; date_order: that of days in texts, with the year last.
    """
    columns = [_without_marks(column_of(frame.iloc[:, place])) for place in range(frame.shape[1])]
    return Sheet(
        file=called,
        name=called,
        names=tuple(names),
        columns=tuple(columns),
        writing=Writing(tuple(names), separator="", encoding="", format="pandas", date_order=date_order),
        line_of=lambda row: row + 1,
    )


def column_of(values: Any) -> Column:
    """values: a pandas series of any type."""
    kind = values.dtype
    if isinstance(kind, pd.CategoricalDtype):
        return words_of(values.astype(object))
    if pd.api.types.is_bool_dtype(kind) and not values.hasnans:
        return values.to_numpy(bool)  # type: ignore[no-any-return]
    if pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind):
        numbers: np.ndarray[Any, np.dtype[np.float64]] = values.to_numpy(np.float64, na_value=np.nan)
        numbers = np.where(np.isinf(numbers), np.nan, numbers)
        is_small = kind.itemsize <= 4 or not (np.abs(numbers) > _LARGEST_EXACT).any()
        return numbers.astype(np.float32) if is_small else numbers
    if pd.api.types.is_datetime64_any_dtype(kind):
        days = values.dt.tz_localize(None).to_numpy().astype("datetime64[s]")
        return days.astype("datetime64[D]") if (days == days.astype("datetime64[D]")).all() else days  # type: ignore[no-any-return]
    return words_of(values)


def words_of(values: Any) -> Words:
    """Texts; dates and decimals of Python become what they are as texts."""
    present = values.notna()
    codes, found = pd.factorize(values.where(present).map(str, na_action="ignore"))
    return Words(codes.astype(np.int32), tuple(map(str, found)))


def _without_marks(column: Column) -> Column:
    """Words without ``NA``, ``?`` and the like."""
    if not isinstance(column, Words) or not any(map(is_missing, column.values)):
        return column
    is_none = np.array([*map(is_missing, column.values), True])
    return Words(np.where(is_none[column.codes], -1, column.codes).astype(np.int32), column.values)
