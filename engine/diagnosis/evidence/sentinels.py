"""A number that stands for none, such as -999, left in a column: what it hides of what the column says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from engine.arrays import Array
from engine.records import record

if TYPE_CHECKING:
    from engine.data.dataset import Dataset

FOLLOWS: Final = 0.25
"""How closely the label follows a column, at least, so that it is worth something."""
HIDDEN: Final = 0.5
"""Share of that which is left with the value among the numbers, at most."""


@record
class LeftSentinel:
    """``value`` stands in ``count`` rows of a column; edits: what counts it as missing.

    without, among: how closely the label follows the column, 0 to 1, where the value is left out, and where it is one
    of the numbers: see `follows`.
    """

    column: str
    value: str
    count: int
    edits: tuple[tuple[str, Any], ...]
    without: float
    among: float


def left_sentinel(dataset: Dataset) -> LeftSentinel | None:
    """Of the training rows, the one that hides most, of those that were found in the file; None where none does."""
    found = [each for each in _found(dataset) if each.without >= FOLLOWS and each.among <= HIDDEN * each.without]
    return max(found, key=lambda each: each.without - each.among, default=None)


def _found(dataset: Dataset) -> list[LeftSentinel]:
    if dataset.findings is None:
        return []
    names = dataset.preparation.column_names
    result = []
    for remark in dataset.findings.notes:
        edits = () if remark.mend is None else remark.mend.edits
        if len(edits) != 1 or not edits[0][0].endswith(".means_missing"):
            continue
        path, text = edits[0][0], str(remark.values.get("value", ""))
        column = path.removeprefix("data.columns.").removesuffix(".means_missing")
        try:
            value = float(text)
        except ValueError:  # a day, such as 9999-12-31
            continue
        if column not in names:
            continue
        x, y = _raw(dataset)[:, names.index(column)], dataset.train_y_clean
        is_none = np.isclose(x, value, rtol=1e-4)
        is_known = ~is_none & np.isfinite(x)
        if is_none.any() and is_known.sum() > 2:
            with_value = np.isfinite(x)
            without, among = follows(x[is_known], y[is_known]), follows(x[with_value], y[with_value])
            count = int(str(remark.values["count"]))
            result.append(LeftSentinel(column, text, count, tuple(edits), without, among))
    return result


def _raw(dataset: Dataset) -> Array:
    """The training rows as the columns of the table have them, (rows, columns)."""
    if dataset.made_of is not None:
        return dataset.made_of.train.astype(np.float64)
    return dataset.train_x.astype(np.float64) * dataset.preparation.scale + dataset.preparation.offset


def follows(x: Array, y: Array) -> float:
    """How closely labels follow a column, x and y: (rows,). Of numbers |correlation|; of classes the correlation ratio,
    the spread of the classes' means of x over the spread of x. Pearson 1911."""
    x = x.astype(np.float64)
    spread = float(np.square(x - x.mean()).sum())
    if not spread:
        return 0.0
    if y.dtype.kind == "f":
        with np.errstate(all="ignore"):
            return float(abs(np.nan_to_num(np.corrcoef(x, y)[0, 1])))
    counts = np.bincount(y)
    means = np.bincount(y, x) / np.maximum(counts, 1)
    return float(np.sqrt((counts * np.square(means - x.mean())).sum() / spread))
