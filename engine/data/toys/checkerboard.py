"""Checkerboard: sixteen squares, and neighbours never have the same class."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted

_SIDE = 4
"""Squares along an edge."""
_WIDTH = 2.5
_GAP = 0.2
"""Of the points from the edges of their square."""


def checkerboard(wanted: Wanted) -> Floats:
    """-> (n, 2). The square in column i and row j has class (i + s j) mod k; s = 1 for two classes, otherwise 2.

    x = -5 + 2.5 (i, j) + 0.2 + 2.1 u, any square of the class being equally likely;  x + 2 noise v
    """
    u, v = wanted.draws()
    squares = np.arange(_SIDE**2)
    class_of = (squares % _SIDE + (1 if wanted.k == 2 else 2) * (squares // _SIDE)) % wanted.k
    by_class, sizes = np.argsort(class_of, kind="stable"), np.bincount(class_of)
    # One draw says which square and, by what is left of it, where in the square.
    which, left = np.divmod(u[:, 0] * sizes[wanted.c], 1)
    square = by_class[(np.cumsum(sizes) - sizes)[wanted.c] + which.astype(np.int64)]
    corner = np.stack([square % _SIDE, square // _SIDE], axis=1) * _WIDTH - _SIDE * _WIDTH / 2
    inside = np.stack([left, u[:, 1]], axis=1)
    return corner + _GAP + (_WIDTH - 2 * _GAP) * inside + 2 * wanted.noise * v


CHECKERBOARD = Toy(
    "Checkerboard",
    "Sixteen squares in turn: many separate regions of one class, for which few units do not suffice.",
    checkerboard,
    has_any_classes=True,
)
