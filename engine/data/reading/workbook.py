"""Which sheet of a workbook holds the table: covers, notes and lists of names stand before many a one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Final

from engine.records import record

_ROWS, _COLUMNS = 100, 50
"""Of a sheet that are looked at: the first."""
_FEWEST_NUMBERS: Final = 3
_MOSTLY: Final = 0.8
"""Share of the cells of a column that are numbers where it is one of numbers."""
_FAR_FEWER: Final = 10
"""Times the numbers of a sheet, from which on another one is the table."""


@record
class _Look:
    """What the first rows of a sheet hold. numbers: cells in columns of numbers; cells: those of rows with several."""

    numbers: int
    cells: int
    is_filled: bool


def likeliest_sheet(sheets: Sequence[Any]) -> Any | None:
    """The first sheet with columns of numbers, unless another has many times more of them; without any, the first with
    the more rows of several words; None where all are empty. What is hidden only where nothing else is there.

    sheets: those of openpyxl.
    """
    for shown in (True, False):
        some = [sheet for sheet in sheets if (sheet.sheet_state == "visible") is shown]
        looks = [_look(list(sheet.iter_rows(values_only=True, max_row=_ROWS, max_col=_COLUMNS))) for sheet in some]
        for weights, share in (([look.numbers for look in looks], _FAR_FEWER), ([look.cells for look in looks], 2)):
            most = max(weights, default=0)
            if most:
                return next(sheet for sheet, weight in zip(some, weights, strict=True) if share * weight >= most)
        for sheet, look in zip(some, looks, strict=True):
            if look.is_filled:
                return sheet
    return None


def _look(rows: Sequence[Sequence[object]]) -> _Look:
    """rows: the values of the first ones."""
    filled = [[cell for cell in row if _is_filled(cell)] for row in rows]
    columns = [[cell for cell in column if _is_filled(cell)] for column in zip(*rows, strict=False)]
    numbers = 0
    for column in columns:
        found = sum(_is_number(cell) for cell in column)
        if found >= _FEWEST_NUMBERS and found >= _MOSTLY * (len(column) - 1):  # beside its name
            numbers += found
    return _Look(
        numbers if max(map(len, filled), default=0) > 1 else 0,
        sum(len(row) for row in filled if len(row) > 1),
        any(filled),
    )


def _is_filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float | datetime.datetime) and not isinstance(cell, bool)
