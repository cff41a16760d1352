"""How many rows train, validate and test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.data.spec import DataSpec, Size
from engine.data.toys.registry import TOYS

SHARES: Final = (0.6, 0.2, 0.2)
"""Of the training, validation and test rows that a new file gets at first."""


def first_sizes(rows: int) -> tuple[int, int, int]:
    """Training, validation and test rows of a new file with so many; of two rows none is left to validate."""
    train, validation, test = sizes_of(SHARES, rows) if rows > 2 else (1, 0, 1)
    return train, validation, test


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


OF_TOYS: Final = 600
"""What shares of a toy are of, for it makes as many rows as are asked for."""


def rows_asked(spec: DataSpec, rows: int) -> tuple[int, int, int]:
    """Training, validation and test rows, of so many in all. A share that is not 0 is a row at least.

    What is said in rows stays; shares are told apart together, so that 60, 20 and 20 % are all rows.
    """
    whole = OF_TOYS if spec.source in TOYS else rows
    sizes = [spec.train, spec.validation, spec.test]
    shares = [size if is_share(size) else 0.0 for size in sizes]
    counts = _counts_of(shares, whole, keep_test=spec.keep_test)
    train, validation, test = (
        max(1, count) if is_share(size) else int(size) for size, count in zip(sizes, counts, strict=True)
    )
    return train, validation, test


def _counts_of(shares: list[float], whole: int, *, keep_test: bool) -> list[int]:
    """Of the shares of training, validation and test rows; ``keep_test``: those of the latter two each go by
    nothing else, and what is left trains."""
    if sum(shares) > 1 + 1e-9:
        return [round(share * whole) for share in shares]
    if not keep_test:
        return sizes_of(shares, whole)
    validation, test = (max(share > 0, int(share * whole + 0.5 + 1e-9)) for share in shares[1:])
    return [min(whole, round(sum(shares) * whole)) - validation - test, validation, test]


def is_share(size: Size) -> bool:
    """Whether it is no number of rows, but a share of all."""
    return 0 < size < 1


def has_shares(spec: DataSpec) -> bool:
    """Whether some of the rows are asked for as a share of all."""
    return any(map(is_share, (spec.train, spec.validation, spec.test)))


def size_text(size: Size) -> str:
    """``300``, ``60 %``."""
    return f"{100 * size:.6g} %" if is_share(size) else str(size)
