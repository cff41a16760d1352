"""How many rows train, validate and test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

SHARES: Final = (0.6, 0.2, 0.2)
"""Of the training, validation and test rows that a new file gets at first."""


def sizes_of(shares: Sequence[float], rows: int) -> list[int]:
    """Whole numbers close to these shares of the rows, together as close as can be.

    By largest remainder: each gets its share rounded down, and what is left goes to those that lost most, the first of
    equals. Where there are rows enough, a share that is not 0 gets at least one.
    """
    wanted = np.array(shares, np.float64) * rows
    sizes = np.floor(wanted + 1e-9).astype(int)
    left = min(rows, round(float(wanted.sum()))) - int(sizes.sum())
    sizes[np.argsort(sizes - wanted, kind="stable")[:left]] += 1
    for place in np.flatnonzero((sizes == 0) & (wanted > 0)):
        if sizes.max() > 1:
            sizes[sizes.argmax()] -= 1
            sizes[place] += 1
    return [int(size) for size in sizes]
