"""Values that cannot be read as what their column is taken for: they count as missing, which must be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import ColumnKind
from engine.data.columns.kinds import are_measured, come_again
from engine.data.columns.uses import Use
from engine.data.columns.values import missing_in, numbers_in, text_of
from engine.data.files.wording import shown
from engine.data.sheet import Column, Sheet, Words
from engine.errors import DataError, Remark

_LEAST: Final = 0.1
"""Share of readable values below which the column is nothing of that kind."""


def unread_in(column: Column, kind: ColumnKind, decimal: str = ".") -> NDArray[np.bool_]:
    """(rows,), where there is a value, but none of this kind. decimal: the mark of the file."""
    if not isinstance(column, Words) or kind not in ("number", "date"):
        return np.zeros(len(column), np.bool_)
    return np.isnan(numbers_in(column, kind, decimal=decimal)) & ~missing_in(column)


def about_units(sheet: Sheet, uses: Sequence[Use]) -> Iterator[Remark]:
    """Of the columns of numbers that have something behind them in the file."""
    for use in uses:
        column = sheet.columns[use.place]
        if not isinstance(column, Words) or use.kind != "number" or not are_measured(column):
            continue
        different = Words(np.arange(len(column.values), dtype=np.int32), column.values)
        # Of all, for what one means, the others say.
        numbers = numbers_in(different, "number", decimal=sheet.writing.decimal)
        first = int(np.isfinite(numbers).argmax())
        told = Remark(
            "Column {column} is read as numbers: {value} is {number}.",
            column=shown(use.name),
            value=shown(column.values[first]),
            number=f"{numbers[first]:.7g}",
        ).weighing(4)
        if use.role == "feature" and come_again(len(column.values), int((column.codes >= 0).sum())):
            told = told.mended_by(Remark("Take it as a category"), (f"data.columns.{use.name}.kind", "category"))
        yield told


def about_unread(sheet: Sheet, uses: Sequence[Use]) -> Iterator[Remark]:
    """Of the columns of these uses that have such values.

    Raises:
        DataError: next to no value of a column can be read.
    """
    for use in uses:
        column = sheet.columns[use.place]
        if not isinstance(column, Words):
            continue  # not a look at columns that lie far apart in memory
        unread = unread_in(column, use.kind, sheet.writing.decimal)
        count, present = int(unread.sum()), int((~missing_in(column)).sum())
        if not count:
            continue
        told = {
            "column": shown(use.name),
            "count": count,
            "rows": present,
            "value": shown(text_of(column, int(unread.argmax()))),
        }
        is_date = use.kind == "date"
        if present - count < _LEAST * present:
            template = "{file}: {count} of {rows} values of {column} are no numbers ({value}): give it another kind."
            if is_date:
                template = "{file}: {count} of {rows} values of {column} are no dates ({value}): give it another kind."
            raise DataError(template, file=sheet.file, **told)
        template = "{count} of {rows} values of {column} are no numbers, such as {value}: they count as missing."
        if is_date:
            template = "{count} of {rows} values of {column} are no dates, such as {value}: they count as missing."
        edit = f"data.columns.{use.name}.missing", "drop"
        yield Remark(template, **told).mended_by(Remark("Leave these rows out"), edit).weighing(2)
