"""Reductions over the rows of a table, as quick for one of few columns as for one of many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

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
