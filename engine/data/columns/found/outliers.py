"""Numbers to learn that lie far from all others, such as a price typed with two zeros too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.found.doubts import SENTINELS, about_sentinels
from engine.data.columns.labels import Learned
from engine.data.columns.uses import Use
from engine.data.columns.values import text_of
from engine.data.files.wording import shown
from engine.data.sheet import Sheet
from engine.errors import Remark

FAR: Final = 10.0
"""Times the middle half of all numbers, from which on one is far from the nearest quartile."""
ALONE: Final = 2.0
"""Times the range of all others, from which on one lies alone beside them."""
FEWEST: Final = 20
"""Rows below which nothing is far."""
_SHARE: Final = 0.01
_MOST: Final = 3
"""More are a part of the numbers rather than mistakes."""

Floats = NDArray[np.float32]


def outliers(numbers: Floats) -> NDArray[np.intp]:
    """Places of the few that lie alone: (at most 3,), the farthest first.

    Each is farther from the quartiles than 10 times what is between these, and farther from all others than twice these
    are from each other: numbers with a long tail, such as incomes, have none. numbers: (rows,), all finite.
    """
    none = np.empty(0, np.intp)
    if len(numbers) < FEWEST:
        return none
    values = numbers.astype(np.float64)
    low, middle, high = np.quantile(values, (0.25, 0.5, 0.75))
    order = np.argsort(-np.abs(values - middle), kind="stable")
    found = none
    for count in range(1, min(_MOST, max(1, int(_SHARE * len(values)))) + 1):
        far, others = values[order[:count]], values[order[count:]]
        least, most = others.min(), others.max()
        is_far = np.maximum(low - far, far - high).min() > FAR * (high - low) > 0
        if is_far and np.maximum(least - far, far - most).min() > ALONE * (most - least):
            found = order[:count]
    return found


def about_outliers(sheet: Sheet, use: Use, learned: Learned) -> Iterator[Remark]:
    """Of the column that is learned, where that is numbers."""
    labels = learned.labels.astype(np.float32)
    rows = np.flatnonzero(learned.rows)
    known = np.array([*SENTINELS], np.float32)
    is_known = np.isin(labels, known)
    yield from about_sentinels(labels[:, None], [replace(use, kind="number")])
    labels, rows = labels[~is_known], rows[~is_known]
    told = set[str]()
    for place in outliers(labels).tolist():
        row = int(rows[place])
        text = str(text_of(sheet.columns[use.place], row)).removesuffix(".0")
        if text in told:
            continue
        told.add(text)
        remark = Remark(
            "{column} is {value} in line {line}, far from all its other values: is it a mistake? Such a row pulls at "
            "the network like many others.",
            column=shown(use.name),
            value=shown(text),
            line=sheet.line_of(row),
        )
        edit = f"data.columns.{use.name}.means_missing", [*use.means_missing, text]
        yield remark.mended_by(Remark("Leave this row out"), edit).weighing(1)
