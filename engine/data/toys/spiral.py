"""Spiral: an arm a class, wound around each other."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted, polar


def spiral(wanted: Wanted) -> Floats:
    """-> (n, 2).

    r = 5 u;  angle = 2 pi 1.75 u + 2 pi c / k;  x = r (sin angle, cos angle) + noise v
    """
    u, v = wanted.draws()
    along = u[:, 0]
    return polar(5 * along, 2 * np.pi * 1.75 * along + 2 * np.pi * wanted.c / wanted.k) + wanted.noise * v


SPIRAL = Toy(
    "Spiral",
    "Arms wound around each other, one a class: needs several layers, or many units.",
    spiral,
    has_any_classes=True,
)
