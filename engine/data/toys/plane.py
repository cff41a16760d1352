"""Plane: a slope."""

from __future__ import annotations

from engine.data.toys.toy import Floats, NumberToy


def plane(x: Floats, e: Floats) -> Floats:
    """y = (x1 + x2) / 10 at x + 6 e, as in tensorflow/playground."""
    at = x + 6 * e
    return (at[:, 0] + at[:, 1]) / 10


PLANE = NumberToy("Plane", "A slope over the plane: a net without hidden layers is enough.", plane)
