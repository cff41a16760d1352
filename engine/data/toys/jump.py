"""Jump: a step from one level to another."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, NumberToy


def jump(x: Floats, e: Floats) -> Floats:
    """y = 1 from x = 0 on, before it -1;  y + 2 e"""
    return np.where(x[:, 0] >= 0, 1.0, -1.0) + 2 * e[:, 0]


JUMP = NumberToy(
    "Step",
    "Numbers that jump from one level to another: a smooth net needs large weights to follow, which L2 holds small.",
    jump,
    n_features=1,
)
