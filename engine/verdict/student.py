"""Student's t distribution, for whole degrees of freedom."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

_HALVINGS: Final = 60


def two_sided(t: float, df: int) -> float:
    """P(|T| >= |t|) of Student's t with df degrees of freedom.

    With theta = arctan(t / sqrt(df)), the finite sums of Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.
    """
    theta = math.atan(abs(t) / math.sqrt(df))
    sine, cosine = math.sin(theta), math.cos(theta)
    if df % 2:
        term, total = cosine, 0.0
        for n in range(1, df, 2):
            total += term
            term *= cosine * cosine * (n + 1) / (n + 2)
        inside = 2 / math.pi * (theta + sine * total)
    else:
        term, total = 1.0, 0.0
        for n in range(0, df, 2):
            total += term
            term *= cosine * cosine * (n + 1) / (n + 2)
        inside = sine * total
    return min(1.0, max(0.0, 1.0 - inside))


@lru_cache(maxsize=4096)
def critical(p: float, df: int) -> float:
    """The t that |T| exceeds with probability p, 0 < p < 1: the inverse of `two_sided`."""
    low, high = 0.0, 1.0
    while two_sided(high, df) > p:
        high *= 2
        if high > 1e12:
            return math.inf
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided(middle, df) > p else (low, middle)
    return high
