"""Moons: two half circles that reach into each other."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted


def moons(wanted: Wanted) -> Floats:
    """-> (n, 2). Those of scikit-learn's ``make_moons``, three times as large and around the middle.

    t = pi u;  x = 3 (cos t - 1/2, sin t - 1/4) for A, that turned by half a turn for B;  x + 2 noise v
    """
    u, v = wanted.draws()
    t = np.pi * u[:, 0]
    upper = 3 * np.stack([np.cos(t) - 0.5, np.sin(t) - 0.25], axis=1)
    return np.where(wanted.c[:, None] == 0, upper, -upper) + 2 * wanted.noise * v


MOONS = Toy("Moons", "Two half moons that reach into each other: the border between them bends twice.", moons)
