"""Circle: a disc within a ring."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted, polar


def circle(wanted: Wanted) -> Floats:
    """-> (n, 2).

    r = 2.5 u for A, 3.5 + 1.5 u for B;  angle = 2 pi u;  x = r (sin angle, cos angle) + 5 noise v
    """
    u, v = wanted.draws()
    r = np.where(wanted.c == 0, 2.5 * u[:, 0], 3.5 + 1.5 * u[:, 0])
    return polar(r, 2 * np.pi * u[:, 1]) + 5 * wanted.noise * v


CIRCLE = Toy("Circle", "One class inside the other: no straight line parts them.", circle)
