"""What is known of the columns of a sheet: worked out when it is first asked for, column by column, and kept."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np

from engine.data.columns.found.unread import unread_in
from engine.data.columns.values import numbers_in
from engine.data.sheet import Sheet, Words, n_missing
from playground.data.sheet.histogram import Distinct, Histogram, distinct, histogram

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.columns.column import ColumnKind


class SheetFacts:
    """Of one sheet. Each is asked for by the place of the column; what is missing and how
    the values spread, also by what it is taken for."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.missing: Callable[[int, ColumnKind], int] = cache(partial(_missing, sheet))
        self.distinct: Callable[[int], Distinct] = cache(lambda place: distinct(sheet.columns[place]))
        self.histogram: Callable[[int, ColumnKind], Histogram] = cache(partial(_histogram, sheet))


def _histogram(sheet: Sheet, place: int, kind: ColumnKind) -> Histogram:
    """Of texts that are numbers with a unit, such as ``12 kg``, that of the numbers, as training has them."""
    column = sheet.columns[place]
    if kind == "number" and isinstance(column, Words):
        numbers = numbers_in(column, kind, decimal=sheet.writing.decimal)
        column = numbers if np.isfinite(numbers).any() else column
    return histogram(column)


def _missing(sheet: Sheet, place: int, kind: ColumnKind) -> int:
    """Rows without a value, or with one that is nothing of this kind."""
    column = sheet.columns[place]
    return n_missing(column) + int(unread_in(column, kind, sheet.writing.decimal).sum())
