"""Which columns hold years, or codes of some digits: their values are written without a mark between thousands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np

if TYPE_CHECKING:
    from engine.data.sheet import Sheet

_FIRST, _LAST = 1000, 2999
_ROWS: Final = 5_000
"""Rows that are looked at."""
_NAMED: Final = re.compile(r"(?i:(^|[\W_\d])(years?|yr|jahr|année|año|ano)($|[\W_\d]))|Year|연도|년도|年")
_MOST: Final = 0.9
"""Share of the values of a column that is called so which are such years, at least."""
_KEPT: WeakKeyDictionary[Sheet, Mapping[str, int]] = WeakKeyDictionary()


def plain_digits(sheet: Sheet | None) -> Mapping[str, int]:
    """Column -> how many digits its values are written with, as `engine.data.columns.values.with_zeros` takes it."""
    if sheet is None:
        return {}
    if sheet not in _KEPT:
        years = (name for name, column in zip(sheet.names, sheet.columns, strict=True) if _are_years(name, column))
        _KEPT[sheet] = {**dict.fromkeys(years, 4), **sheet.digits}
    return _KEPT[sheet]


def _are_years(name: str, column: object) -> bool:
    """All whole numbers that may be years; of a column that is called so most of them."""
    if not isinstance(column, np.ndarray) or column.dtype.kind != "f":
        return False
    values = column[:_ROWS]
    values = values[values == values]
    if not len(values):
        return False
    share = float(((values >= _FIRST) & (values <= _LAST) & (values == np.rint(values))).mean())
    return share >= (_MOST if _NAMED.search(name) else 1.0)
