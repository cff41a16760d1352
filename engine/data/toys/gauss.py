"""Gauss: a cloud a class, equally far from the middle."""

from __future__ import annotations

import math

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted


def gauss(wanted: Wanted) -> Floats:
    """-> (n, 2). Of two clouds A lies around (2, 2) and B around (-2, -2); more share the circle through both.

    center = sqrt(8) (cos, sin)(pi / 4 + 2 pi c / k);  x = center + sqrt(variance) z;  variance = 0.5 + 7 noise
    """
    z = wanted.rng.standard_normal((len(wanted.c), 2))
    angle = math.pi / 4 + 2 * math.pi * wanted.c / wanted.k
    center = (math.sqrt(8) * np.stack([np.cos(angle), np.sin(angle)], axis=1)).round(9)  # 2, not 2.0000000000000004
    return center + math.sqrt(0.5 + 7 * wanted.noise) * z


GAUSS = Toy(
    "Gauss",
    "A cloud a class, which straight lines part: even a net without hidden layers solves it.",
    gauss,
    has_any_classes=True,
)
