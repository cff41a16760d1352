"""What a table lacks, or has too much of: holes that are filled, and rows that repeat others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.uses import Use
from engine.data.files.wording import shown
from engine.data.task import Labels
from engine.errors import Remark

_MOST_TOLD: Final = 4
"""Columns with holes, those with most first."""

Floats = NDArray[np.float32]


def about_holes(features: Floats, uses: Sequence[Use]) -> Iterator[Remark]:
    """Of columns in which something stands in for missing values. Where most are, it is the column that can go.

    features: (rows, columns), NaN: there is none."""
    holes = np.isnan(features).sum(axis=0)
    for index in np.argsort(-holes, kind="stable")[:_MOST_TOLD].tolist():
        if not holes[index]:
            return
        template = "Rows without {column}, in which its mean stands in: {count} of {rows}."
        if uses[index].filling == "most_frequent":
            template = "Rows without {column}, in which its commonest value stands in: {count} of {rows}."
        told = Remark(template, count=int(holes[index]), rows=len(features), column=shown(uses[index].name))
        path = f"data.columns.{uses[index].name}"
        if 2 * holes[index] > len(features):
            yield told.mended_by(Remark("Ignore it"), (f"{path}.role", "ignored"))
        else:
            yield told.mended_by(Remark("Leave these rows out"), (f"{path}.missing", "drop"))


def about_left_out(count: int) -> Iterator[Remark]:
    """Of rows that repeated another one."""
    if count:
        told = Remark("Rows left out, because they repeat another one: {count}.", count=count)
        yield told.mended_by(Remark("Learn from them too"), ("data.leave_out_repeats", False)).weighing(4)


def first_of_repeats(features: Floats, labels: Labels) -> NDArray[np.int64]:
    """Of rows that are alike in features and label the places of the first, growing. (rows, n_columns), (rows,)"""
    numbers = labels.astype(np.float64).view(np.float32).reshape(len(labels), 2)
    wide = np.ascontiguousarray(np.column_stack((features + np.float32(0), numbers)))  # -0 becomes 0
    _, first = np.unique(wide.view(np.dtype((np.void, wide.itemsize * wide.shape[1]))).ravel(), return_index=True)
    return np.sort(first)
