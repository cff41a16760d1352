"""Waves: bands that follow a sine, one above the other."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted

_HEIGHT = 7.0
"""Of all bands together."""


def waves(wanted: Wanted) -> Floats:
    """-> (n, 2). A is the lowest band.

    x1 = 10 u - 5;  x2 = 1.5 sin(1.5 x1) + 7 ((c + 0.1 + 0.8 u) / k - 1/2);  x + (7 / k) noise v
    """
    u, v = wanted.draws()
    x1 = 10 * u[:, 0] - 5
    band = (wanted.c + 0.1 + 0.8 * u[:, 1]) / wanted.k - 0.5
    x2 = 1.5 * np.sin(1.5 * x1) + _HEIGHT * band
    return np.stack([x1, x2], axis=1) + _HEIGHT / wanted.k * wanted.noise * v


WAVES = Toy(
    "Waves",
    "Bands along a sine, a function that the border has to follow: each bend costs the net some units.",
    waves,
    has_any_classes=True,
)
