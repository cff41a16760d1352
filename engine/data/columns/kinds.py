"""What a column is taken for, as its values look, where nobody says so."""

from __future__ import annotations

import re
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import ColumnKind
from engine.data.sheet import Column, Words
from engine.errors import Remark
from engine.records import record

MOST_CATEGORIES: Final = 1000
_MOST_CELLS: Final = 25_000_000
"""Different words still taken for categories, and cells of the features that these become: 100 MB. Of 425 towns in 6000
rows a net that was given them was right in 74 % in place of 64 %, and lost 1 point where they said nothing.
"""
_FEW: Final = 10
_TIMES: Final = 5
"""How often each of more than a few words comes, on average, where they are categories."""
_SHORT_DAY: Final = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{1,2}\.?", re.ASCII)
"""03.01.19, of which nobody knows what is the year."""
LEAST_READABLE: Final = 0.9
"""Share of numbers among words from which on the rest is taken for cells that cannot be read."""


@record
class Kind:
    """``ignored``: why a column is no feature by itself."""

    kind: ColumnKind
    ignored: Remark | None = None


def kind_by_values(column: Column) -> Kind:
    """Numbers are always a feature, where there are any; words are one where few of them come again and again."""
    if isinstance(column, Words):
        return _kind_of_words(column)
    kind: ColumnKind = "yes_no" if column.dtype.kind == "b" else "date" if column.dtype.kind == "M" else "number"
    return Kind(kind, Remark("it is empty") if _is_empty(column) else None)


def _is_empty(column: NDArray[Any]) -> bool:
    """Whether no row has a value. The first one mostly tells, and columns of wide tables lie far apart in memory."""
    return bool(column[0] != column[0]) and bool((column != column).all())  # NaN is not even itself


def _kind_of_words(column: Words) -> Kind:
    rows, distinct = len(column), len(column.values)
    present = int((column.codes >= 0).sum())
    if not present:
        return Kind("category", Remark("it is empty"))
    if 2 * present < rows:
        return Kind("category", Remark("{missing} of {rows} values are missing", missing=rows - present, rows=rows))
    if distinct > 2 and share_of_numbers(column) >= LEAST_READABLE:
        return Kind("number")
    if distinct == 1:
        return Kind("category", Remark("it never changes"))
    if distinct > 2 and are_measured(column):
        return Kind("number")
    if distinct == 2:
        return Kind("yes_no")
    if not come_again(distinct, present) and all(map(_SHORT_DAY.fullmatch, column.values)):
        example = column.values[0]
        return Kind(
            "category", Remark("years of two digits, as in {value}, are no days: write all four", value=example)
        )
    if not come_again(distinct, present):
        return Kind("category", Remark("{count} of {rows} values differ", count=distinct, rows=present))
    return Kind("category")


def are_measured(column: Words) -> bool:
    """Whether they are numbers with something behind them, such as a unit."""
    from engine.data.text.units import measured  # here, because pandas takes long to import

    return measured(column.values) is not None


def come_again(distinct: int, present: int) -> bool:
    """Whether so many different words among so many are few enough for a feature each."""
    if distinct <= _FEW:
        return 3 * distinct <= 2 * present
    return distinct <= MOST_CATEGORIES and _TIMES * distinct <= present and distinct * present <= _MOST_CELLS


def share_of_numbers(column: Words) -> float:
    """Of the rows that have a value."""
    is_number = np.array([_is_number(value) for value in column.values], np.bool_)
    if not is_number.any():
        return 0.0  # mostly, and without a look at each row
    known = column.codes[column.codes >= 0]
    return float(is_number[known].mean()) if len(known) else 0.0


def _is_number(value: str) -> bool:
    try:
        return bool(np.isfinite(float(value)))
    except ValueError:
        return False
