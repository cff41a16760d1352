"""Sine: two waves."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, NumberToy


def sine(x: Floats, e: Floats) -> Floats:
    """y = sin x + 2 e"""
    return np.sin(x[:, 0]) + 2 * e[:, 0]


SINE = NumberToy(
    "Sine",
    "Numbers along a wave: count the units that its bends cost, and see what happens beyond the last row.",
    sine,
    n_features=1,
)
