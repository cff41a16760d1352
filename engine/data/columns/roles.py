"""Why a column tells a network nothing, or something that it should not learn from."""

from __future__ import annotations

import re
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.kinds import kind_by_values
from engine.data.sheet import Sheet, Words, n_missing
from engine.errors import Remark

_LIKE_AN_ID: Final = re.compile(r"(^|[\W_])(id|uuid|guid|index|idx|key|no|nr|row|rownames?|number)$")
_ID_IN_CAMELS: Final = re.compile(r"[a-z](Id|ID|Key|No|Nr|Index)$")
_APART: Final = 2**53
"""Whole numbers that float64 can tell apart are smaller."""
_LONGEST: Final = 2**64
"""What programs count with is smaller."""
_MOST_STEPS: Final = 2**20
"""Numbers of float64 in the range of a column from which on it may well be measured."""
_FEWEST_IDS: Final = 20
"""Rows from which on different whole numbers in the first column are taken for names of the rows."""


def why_ignored(sheet: Sheet, place: int) -> Remark | None:
    """The reason, as part of a sentence; None where a column may well tell something."""
    column, name = sheet.columns[place], sheet.names[place]
    missing = n_missing(column)
    if missing == len(column):
        return Remark("its numbers are too large") if name in sheet.unheld else Remark("it is empty")
    if isinstance(column, Words):
        return kind_by_values(column).ignored
    values = column[column == column] if missing else column
    if values.dtype == np.float64 and _are_too_long(values):
        return Remark("its numbers have more digits than can be told apart, as identifiers have")
    if (values == values[0]).all():
        return Remark("it never changes")
    if values.dtype.kind == "f" and _names_rows(
        values, name, place, is_unnamed=name in sheet.unnamed, are_codes=name in sheet.codes
    ):
        if name in sheet.unnamed:
            return Remark("it only numbers the rows")
        return Remark("each row has another number in it, as an identifier has")
    return None


def _are_too_long(values: NDArray[Any]) -> bool:
    """Whether they are whole numbers of 16 digits or more that differ in the last of these alone, if at all."""
    low, high = float(values.min()), float(values.max())
    if not (low >= _APART and high < _LONGEST):
        return False
    return high - low < _MOST_STEPS * float(np.spacing(high))


def _names_rows(values: NDArray[Any], name: str, place: int, *, is_unnamed: bool, are_codes: bool) -> bool:
    """Whether the numbers, (rows with one,), say which row it is, and nothing else.

    are_codes: whether some begin with a zero, as telephone numbers do.
    """
    if not (values == np.rint(values)).all():
        return False
    distinct = np.unique(values)
    if len(distinct) < len(values):
        return False
    counts = bool(distinct[-1] - distinct[0] == len(distinct) - 1)
    if counts and (place == 0 or is_unnamed or (values == distinct).all()):
        return True
    return are_codes or is_like_an_id(name) or (place == 0 and len(values) >= _FEWEST_IDS)


def is_like_an_id(name: str) -> bool:
    """``id``, ``customer_id``, ``PassengerId``, ``row``, ``no`` and so on."""
    return bool(_LIKE_AN_ID.search(name.strip().lower()) or _ID_IN_CAMELS.search(name.strip()))
