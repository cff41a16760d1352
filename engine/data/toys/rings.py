"""Rings: classes around each other, as the rings of a target."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted, polar

_SHARE = 0.7
"""How much of its width a ring fills; the rest is the gap to the next one."""


def rings(wanted: Wanted) -> Floats:
    """-> (n, 2). A is the disc in the middle, and the last class reaches out to 5.

    r = 5 (c + 0.7 u) / (k - 0.3);  angle = 2 pi u;  x = r (sin angle, cos angle) + (5 / k) noise v
    """
    u, v = wanted.draws()
    r = 5 * (wanted.c + _SHARE * u[:, 0]) / (wanted.k - 1 + _SHARE)
    return polar(r, 2 * np.pi * u[:, 1]) + 5 / wanted.k * wanted.noise * v


RINGS = Toy(
    "Rings",
    "A target with a class a ring: regions that lie around each other, however the plane is cut.",
    rings,
    n_classes=3,
    has_any_classes=True,
)
