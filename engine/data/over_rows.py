"""Reductions over the rows of a table, as quick for one of few columns as for one of many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.records import record

_JOINED = 2**13
"""Numbers of some neighbouring rows that are taken for one row: a call of NumPy's inner loop is worth its while."""


def over_rows(reduce: np.ufunc, rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """``reduce.reduce(rows, axis=0)`` where the order of the rows is no matter, as for minimum and maximum.

    rows: (at least one, n), C-contiguous -> (n,)
    """
    n_rows, n = rows.shape
    joined = max(1, _JOINED // max(1, n))
    whole = n_rows // joined * joined
    if not whole or joined == 1 or not n:
        return np.asarray(reduce.reduce(rows, axis=0))
    found = reduce.reduce(rows[:whole].reshape(-1, joined * n), axis=0).reshape(joined, n)
    return np.asarray(reduce.reduce(np.concatenate((found, rows[whole:])), axis=0))


@record(eq=False)
class Ends:
    """low, high: (columns,) the smallest and the largest number of each, NaN where a row has none."""

    low: NDArray[np.float32]
    high: NDArray[np.float32]

    @property
    def have_holes(self) -> bool:
        """Whether some column has."""
        return bool(np.isnan(self.low).any())

    @property
    def may_be_infinite(self) -> bool:
        """Not sure where there are holes."""
        return self.have_holes or bool(np.isinf(self.low).any() or np.isinf(self.high).any())


def ends_of(rows: NDArray[np.float32]) -> Ends:
    """What there is to know of many numbers before a second look. rows: (at least one, columns), C-contiguous"""
    return Ends(over_rows(np.minimum, rows), over_rows(np.maximum, rows))
