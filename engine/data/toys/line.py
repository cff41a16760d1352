"""Line: a straight line."""

from __future__ import annotations

from engine.data.toys.toy import Floats, NumberToy


def line(x: Floats, e: Floats) -> Floats:
    """y = x / 2 + 1 + 4 e"""
    return x[:, 0] / 2 + 1 + 4 * e[:, 0]


LINE = NumberToy(
    "Line",
    "Numbers along a straight line: with noise, a net without hidden layers finds what least squares finds.",
    line,
    n_features=1,
)
