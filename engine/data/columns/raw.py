"""Columns of a sheet side by side, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import Column
from engine.data.columns.uses import Use
from engine.data.columns.values import codes_in, names_in, numbers_in
from engine.data.files.read import LARGEST_FILE
from engine.data.files.wording import shown
from engine.data.sheet import Sheet
from engine.errors import DataError

Floats = NDArray[np.float32]


def raw_features(sheet: Sheet, uses: Sequence[Use]) -> tuple[Floats, tuple[Column, ...]]:
    """The columns of these uses side by side: (rows, n_columns), and what they are."""
    if 4 * sheet.n_rows * len(uses) > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=sheet.file)
    if all(use.kind == "number" and _is_number(sheet, use) for use in uses):
        return sheet.numbers([use.place for use in uses]), tuple(use.column() for use in uses)
    features = np.empty((sheet.n_rows, len(uses)), np.float32)
    columns = []
    for index, use in enumerate(uses):
        column = sheet.columns[use.place]
        if use.kind in ("category", "yes_no"):
            names = names_in(column, sheet.digits.get(use.name, 0))
            _check_yes_no(sheet, use, names)
            features[:, index] = codes_in(column, names)
            columns.append(use.column(names))
        else:
            features[:, index] = numbers_in(column, use.kind, sheet.writing.date_order)
            columns.append(use.column())
    return features, tuple(columns)


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
