"""Values that a person says stand for none, such as -999: they become holes before anything is learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import Column as RawColumn
from engine.data.files.wording import listed, shown
from engine.data.matching import folded_class
from engine.data.sheet import Column, Sheet, Words, n_missing
from engine.data.spec import DataSpec
from engine.errors import Remark


def with_holes(sheet: Sheet, spec: DataSpec) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet with holes where the spec says that a value means one, and what is told of it."""
    columns, remarks = list(sheet.columns), list[Remark]()
    for name, said in spec.columns.items():
        if not said.means_missing or name not in sheet.names:
            continue
        place = sheet.names.index(name)
        columns[place] = without(sheet.columns[place], said.means_missing)
        told = Remark(
            "Rows in which {column} counts as missing, since it is {values}: {count}.",
            values=listed(said.means_missing),
            column=shown(name),
            count=n_missing(columns[place]) - n_missing(sheet.columns[place]),
        )
        told.mended_by(Remark("Count it as a value"), (f"data.columns.{name}.means_missing", ()))
        remarks.append(told.weighing(4))
    if not remarks:
        return sheet, ()
    # What stands side by side are the columns as they were.
    return replace(sheet, columns=tuple(columns), block=None, block_places=()), tuple(remarks)


def without(column: Column, values: Sequence[str]) -> Column:
    """The same with a hole in the place of each of these values, as people write them."""
    if not values:
        return column
    if isinstance(column, Words):
        return _without_words(column, {folded_class(value) for value in values})
    if column.dtype.kind == "b":
        return column
    if column.dtype.kind == "M":
        moments = [moment for value in values if (moment := moment_of(value)) is not None]
        return _emptied(column, np.isin(column, np.array(moments, column.dtype)))
    numbers = [number for value in values if (number := number_of(value)) is not None]
    return _emptied(column, np.isin(column, np.array(numbers, column.dtype)))


def numbers_of(column: RawColumn) -> list[float]:
    """Those that mean a hole in a raw column of numbers, or of days after 1970."""
    if column.kind == "date":
        moments = [moment for text in column.means_missing if (moment := moment_of(text)) is not None]
        return [float((moment - np.datetime64(0, "D")) / np.timedelta64(1, "D")) for moment in moments]
    if column.kind != "number":
        return []
    return [number for text in column.means_missing if (number := number_of(text)) is not None]


def number_of(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def moment_of(text: str) -> np.datetime64 | None:
    """A day, or a second, as ISO 8601 writes it."""
    try:
        return np.datetime64(text.strip(), "s")
    except ValueError:
        return None


def _emptied(column: NDArray[Any], empty: NDArray[np.bool_]) -> Column:
    column = column.copy()
    column[empty] = None  # NaN of numbers, NaT of days
    column.setflags(write=False)
    return column


def _without_words(column: Words, values: set[str]) -> Words:
    kept = np.array([folded_class(value) not in values for value in column.values], np.bool_)
    places = np.append(np.where(kept, np.cumsum(kept) - 1, -1), -1).astype(np.int32)
    return Words(places[column.codes], tuple(value for value, stays in zip(column.values, kept, strict=True) if stays))
