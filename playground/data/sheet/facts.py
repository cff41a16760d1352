"""What is known of the columns of a sheet: worked out when it is first asked for, column by column, and kept."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from engine.data.sheet import Sheet, n_missing
from playground.data.sheet.histogram import Distinct, Histogram, distinct, histogram

if TYPE_CHECKING:
    from collections.abc import Callable


class SheetFacts:
    """Of one sheet, whatever its columns are taken for. Each is asked for by the place of the column."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.missing: Callable[[int], int] = cache(lambda place: n_missing(sheet.columns[place]))
        self.distinct: Callable[[int], Distinct] = cache(lambda place: distinct(sheet.columns[place]))
        self.histogram: Callable[[int], Histogram] = cache(lambda place: histogram(sheet.columns[place]))
