"""Columns of a sheet side by side, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import Column, Mark
from engine.data.columns.uses import Use
from engine.data.columns.values import codes_in, names_in, numbers_in
from engine.data.files.read import LARGEST_FILE
from engine.data.files.wording import shown
from engine.data.sheet import Sheet, Words
from engine.errors import DataError

_SOME: Final = 100
"""Rows that show whether numbers have points."""

Floats = NDArray[np.float32]


def raw_features(sheet: Sheet, uses: Sequence[Use]) -> tuple[Floats, tuple[Column, ...]]:
    """The columns of these uses side by side: (rows, n_columns), and what they are."""
    if 4 * sheet.n_rows * len(uses) > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=sheet.file)
    if all(use.kind == "number" and _is_number(sheet, use) for use in uses):
        numbers = sheet.numbers([use.place for use in uses])
        marks = [sheet.decimals.get(use.name, mark) for use, mark in zip(uses, _marks(sheet, numbers), strict=True)]
        return numbers, tuple(use.column(decimal=mark) for use, mark in zip(uses, marks, strict=True))
    features = np.empty((sheet.n_rows, len(uses)), np.float32)
    columns = []
    for index, use in enumerate(uses):
        column = sheet.columns[use.place]
        if use.kind in ("category", "yes_no"):
            names = names_in(column, sheet.digits.get(use.name, 0))
            _check_yes_no(sheet, use, names)
            features[:, index] = codes_in(column, names)
            columns.append(use.column(names))
            continue
        features[:, index] = numbers_in(column, use.kind, sheet.writing.date_order, sheet.writing.decimal)
        if use.kind == "date":
            columns.append(use.column())
        elif isinstance(column, Words):
            from engine.data.text.units import written_so  # here, because pandas takes long to import

            mark, units = written_so(column.values, "," if sheet.writing.decimal == "," else ".")
            columns.append(use.column(decimal=mark, units=units))
        else:
            found = _marks(sheet, features[:, index : index + 1])[0]
            columns.append(use.column(decimal=sheet.decimals.get(use.name, found)))
    return features, tuple(columns)


def _marks(sheet: Sheet, numbers: Floats) -> Sequence[Mark]:
    """The mark of decimals in each column of numbers, (rows, n_columns), as far as the file shows it."""
    if not sheet.writing.separator:
        return [""] * numbers.shape[1]  # of a format in which numbers are no texts
    if sheet.writing.decimal == ",":
        return [","] * numbers.shape[1]
    with np.errstate(invalid="ignore"):  # of what float32 cannot hold
        has_points: NDArray[np.bool_] = np.any(numbers[:_SOME] % 1 > 0, axis=0)
    return ["." if has_point else "" for has_point in has_points.tolist()]


def _is_number(sheet: Sheet, use: Use) -> bool:
    column = sheet.columns[use.place]
    return isinstance(column, np.ndarray) and column.dtype.kind == "f"


def _check_yes_no(sheet: Sheet, use: Use, names: Sequence[str]) -> None:
    if use.kind == "yes_no" and len(names) > 2:
        raise DataError(
            "{file}: column {column} has {count} different values, too many for yes or no: make it a category.",
            file=sheet.file,
            column=shown(use.name),
            count=len(names),
        )
