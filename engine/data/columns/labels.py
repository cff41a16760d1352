"""What is to be learned of each row: the class that the label column names, or its number."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.classes import class_names
from engine.data.columns.bad_cells import bad_number
from engine.data.columns.values import as_written, missing_in, names_in, numbers_in, places_in
from engine.data.files.wording import shown
from engine.data.sheet import Column, Sheet, Words, n_missing
from engine.data.task import Labels, Task
from engine.errors import DataError
from engine.records import record


@record(eq=False)
class Learned:
    """labels: (rows with a label,); classes: their names, none where numbers are to be learned; rows: (rows,), which
    rows have a label."""

    labels: Labels
    classes: tuple[str, ...]
    rows: NDArray[np.bool_]


def labels_in(sheet: Sheet, name: str, task: Task, *, fewest: int = 2) -> Learned:
    """What the column of this name says of each row.

    Raises:
        DataError: too few or too many classes, or something else than numbers where such are to be learned.
    """
    column = sheet.column(name)
    if n_missing(column) == len(column):
        raise DataError(
            "{file}: column {column} is empty: choose another label column.", file=sheet.file, column=shown(name)
        )
    if task == "numbers":
        return _numbers(sheet, name, column)
    names = names_in(column, sheet.digits.get(name, 0))
    if isinstance(column, Words):  # not all of them are numbers
        names = tuple(sorted(names))
    classes = class_names(names, file=sheet.file, column=name, fewest=fewest)
    labels = places_in(column, classes)
    rows = labels >= 0
    return Learned(labels if rows.all() else labels[rows], classes, rows)


def _numbers(sheet: Sheet, name: str, column: Column) -> Learned:
    if isinstance(column, Words):
        column, found = as_written(column, sheet.writing.decimal)
        numbers = numbers_in(found, "number")
    else:
        numbers = numbers_in(column, "number")
    rows = np.isfinite(numbers)
    wrong = ~rows & ~missing_in(column)
    if wrong.any():
        raise bad_number(sheet, sheet.names.index(name), int(wrong.argmax()))
    return Learned(numbers[rows], (), rows)
