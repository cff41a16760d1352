"""The values of a column as numbers: categories as their places, days counted from 1970."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import ColumnKind
from engine.data.matching import finder, folded_class
from engine.data.preprocessing.preparation import UNKNOWN
from engine.data.sheet import Column, DateOrder, Words

Floats: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.int32] | NDArray[np.intp]

_LARGEST = float(np.finfo(np.float32).max)
_DAY = np.timedelta64(1, "D")
_COUNTED = 2**16
"""Whole numbers below take less long to count than to sort: a twentieth of the time, where few come again and again."""


def numbers_in(
    column: Column,
    kind: ColumnKind,
    order: DateOrder | None = None,
    decimal: str = ".",
    units: Sequence[str] = (),
) -> Floats:
    """Numbers or days: (rows,), NaN where there is none, or none can be read.

    order: that of days with the year last, where it cannot be seen; decimal: the mark of numbers, where they leave it
    open. units: those of another file of the same kind; see `engine.data.text.units`.
    """
    if isinstance(column, Words):
        values = column.values
        found = days_of(values, order) if kind == "date" else _numbers(values, _mark(decimal), units)
        return _of_each(column, found)
    if column.dtype.kind == "M":
        return _days(column.astype("datetime64[s]"))
    with np.errstate(over="ignore"):
        return column.astype(np.float32)


def as_written(words: Words, decimal: str) -> tuple[Words, NDArray[np.float64]]:
    """The words without those that stand for no value, and the number of each row as people write it, or NaN.

    Thus the texts of a label column become what they would be in any other: ``$1,200`` is 1200, ``11.0%`` is 11.
    """
    from engine.data.text.marks import MISSING, numbers, own_mark  # here, because pandas takes long to import

    mark = own_mark(words.values, _mark(decimal))
    is_none = np.array([*(value in MISSING for value in words.values), True])[words.codes]
    left = Words(np.where(is_none, -1, words.codes).astype(np.int32), words.values)
    found = numbers(words.values, mark)
    return left, np.append(_or_measured(found, words.values, mark), np.nan)[left.codes]


def missing_in(column: Column) -> NDArray[np.bool_]:
    """(rows,), where there is no value."""
    return column.codes < 0 if isinstance(column, Words) else np.asarray(column != column)  # NaN is not even itself


def text_of(column: Column, row: int) -> object:
    """The value of a row, to be shown; None or NaN where there is none."""
    if not isinstance(column, Words):
        return column[row]
    return column.values[column.codes[row]] if column.codes[row] >= 0 else None


def is_too_large(value: object) -> bool:
    """Whether a value is a number, but larger than float32 holds."""
    try:
        return abs(float(str(value))) > _LARGEST
    except ValueError:
        return False


def names_in(column: Column, digits: int = 0) -> tuple[str, ...]:
    """The different values as texts, sorted: numbers as such, then words. digits: as in `with_zeros`."""
    names = column.values if isinstance(column, Words) else _different(column)[0]
    return tuple(with_zeros(name, digits) for name in sorted(names, key=_order))


def with_zeros(name: str, digits: int) -> str:
    """A code as its file writes it, where all have so many digits: 1067 of five is 01067."""
    return name.zfill(digits) if name.isdecimal() else name


def codes_in(column: Column, categories: Sequence[str]) -> Floats:
    """(rows,), the place of each value among the categories, NaN where there is none.

    A value that is none of them is `UNKNOWN`. Case and blanks aside, and 3 is 3.0.
    """
    found, places = _found_among(column, categories)
    codes = np.array([*(UNKNOWN if place is None else place for place in found), np.nan], np.float32)
    return codes[places]


def places_in(column: Column, categories: Sequence[str]) -> NDArray[np.int64]:
    """(rows,), the place of each value among the categories as for `codes_in`, -1 where it has none."""
    found, places = _found_among(column, categories)
    return np.array([*(-1 if place is None else place for place in found), -1], np.int64)[places]


def _found_among(column: Column, categories: Sequence[str]) -> tuple[list[int | None], Places]:
    """The place of each different value among the categories, and at which of these places that of each row stands."""
    if not isinstance(column, Words) and column.dtype.kind == "M":  # a file of before took such days for words
        from engine.data.text.dates import as_iso  # here, because pandas takes long to import

        categories = as_iso(categories, None)
    names, places = _different(column)
    place_of = finder(categories, folded_class)
    return [place_of(name) for name in names], places


def _different(column: Column) -> tuple[tuple[str, ...], Places]:
    """The different values as texts, and at which place that of each row stands; -1 where there is none."""
    if isinstance(column, Words):
        return column.values, column.codes
    if column.dtype.kind == "b":
        return ("False", "True"), column.astype(np.intp)
    missing = missing_in(column)
    values, codes = _unique(column[~missing])
    places = np.full(len(column), -1, np.intp)
    places[~missing] = codes
    return tuple(str(value).removesuffix(".0") for value in values), places


def _unique(known: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.intp]]:
    """The different values, sorted, and the place of each; small whole numbers, as most classes are, are counted."""
    if known.dtype.kind == "f" and len(known) and known.max() < _COUNTED and not np.signbit(known).any():
        whole = known.astype(np.intp)
        if (whole == known).all():
            is_there = np.bincount(whole) > 0
            return np.flatnonzero(is_there).astype(known.dtype), (np.cumsum(is_there) - 1)[whole]
    return np.unique(known, return_inverse=True)


def _order(name: str) -> tuple[bool, float, str]:
    try:
        number = float(name)
    except ValueError:
        return True, 0, name
    return False, number, name


def _of_each(column: Words, values: Floats) -> Floats:
    """values: (different values,) -> (rows,)"""
    return np.append(values, np.float32(np.nan))[column.codes]


def _mark(decimal: str) -> Literal[".", ","]:
    return "," if decimal == "," else "."


def _numbers(values: Sequence[str], decimal: Literal[".", ","], units: Sequence[str]) -> Floats:
    import pandas as pd  # here, because it takes longer to import than most tables to read

    from engine.data.text.marks import numbers, own_mark

    decimal = own_mark(values, decimal)
    with np.errstate(over="ignore"):
        if decimal == ",":
            found = numbers(values, decimal)
        else:
            found = pd.to_numeric(pd.Series(values, dtype=object), errors="coerce").to_numpy(np.float64)
        found = _or_measured(found, values, decimal, units).astype(np.float32)
    return np.where(np.isfinite(found), found, np.float32(np.nan))


def _or_measured(
    found: NDArray[np.float64], values: Sequence[str], decimal: Literal[".", ","], units: Sequence[str] = ()
) -> NDArray[np.float64]:
    """found: (values,), what could be read of them as mere numbers; with units, where few could."""
    from engine.data.text.units import MOSTLY, measured  # here, as above

    if not units and np.isfinite(found).sum() >= MOSTLY * len(values):
        return found
    with_units = measured(values, decimal, units)
    return found if with_units is None else with_units


def days_of(values: Sequence[str], order: DateOrder | None = None) -> Floats:
    """Texts as days after 1970, NaN where they are none; all in one order."""
    import pandas as pd  # here, as above

    from engine.data.text.dates import as_iso

    found = pd.to_datetime(pd.Series(as_iso(values, order), dtype=object), errors="coerce", format="mixed", utc=True)
    return _days(found.dt.tz_localize(None).to_numpy("datetime64[s]"))


def _days(moments: NDArray[np.datetime64]) -> Floats:
    days: NDArray[np.float64] = (moments - np.datetime64(0, "D")) / _DAY  # NaT becomes NaN
    return days.astype(np.float32)
