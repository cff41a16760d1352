"""XOR: opposite quarters of the plane belong together."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted


def xor(wanted: Wanted) -> Floats:
    """-> (n, 2). A where x1 and x2 have the same sign.

    |x| = 0.3 + 5 u in both features, the sign of x1 is a coin's;  x + 5 noise v
    """
    u, v = wanted.draws()
    size = 0.3 + 5 * np.abs(2 * u - 1)
    sign = np.where(u < 0.5, -1.0, 1.0)
    sign[:, 1] = np.where(wanted.c == 0, sign[:, 0], -sign[:, 0])
    return size * sign + 5 * wanted.noise * v


XOR = Toy("XOR", "The class is whether two signs agree: the smallest problem that needs a hidden layer.", xor)
