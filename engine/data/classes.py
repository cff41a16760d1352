"""Names the classes of a table and checks that there is something to tell apart."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from engine.data.files.wording import shown
from engine.errors import DataError

MOST_CLASSES = 1000


def class_names(values: Iterable[object], *, file: object, column: str = "label", fewest: int = 2) -> tuple[str, ...]:
    """Names of the different, sorted label ``values``; whole numbers without ``.0``.

    Raises:
        DataError: just one class where two are needed, or too many for labels.
    """
    names = tuple(_shown(value) for value in values)
    if len(names) < fewest:
        raise DataError(
            "{file}: every row has the same {column}, {value}; at least two classes are needed.",
            file=file,
            column=shown(column),
            value=shown(names[0]),
        )
    if len(names) > MOST_CLASSES:
        raise DataError(
            "{file}: {column} has {count} different values, more than the {most} classes that are possible: "
            "choose a column that holds classes.",
            file=file,
            column=shown(column),
            count=len(names),
            most=MOST_CLASSES,
        )
    return names


def _shown(value: object) -> str:
    if isinstance(value, float | np.floating):
        return repr(float(value)).removesuffix(".0")
    return str(value)
