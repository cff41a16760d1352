"""Where the arrows of a number go next: evenly, or 1-2-5 through the powers of ten."""

from __future__ import annotations

import math
from typing import Final

SMALLEST: Final = 1e-4
"""Between 0 and this there is no stop where 0 itself is allowed."""


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")


def linear(value: float, steps: int, step: float) -> float:
    """``steps`` times further, free of the dust of binary fractions."""
    return _rounded(value + steps * step)


def logarithmic(value: float, steps: int, *, zero: bool) -> float:
    """The 1-2-5 number ``steps`` above or below. With ``zero`` the row starts 0, 1e-4, 2e-4, 5e-4, ..."""
    for _ in range(abs(steps)):
        value = _above(value) if steps > 0 else _below(value, zero=zero)
    return value


def _above(value: float) -> float:
    if value <= 0:
        return SMALLEST
    power = math.floor(math.log10(value))
    return next(
        stop
        for exponent in (power - 1, power, power + 1)
        for digit in (1, 2, 5)
        if (stop := float(f"{digit}e{exponent}")) > value * (1 + 1e-9)
    )


def _below(value: float, *, zero: bool) -> float:
    if value <= 0 or (zero and value <= SMALLEST * (1 + 1e-9)):
        return 0.0
    power = math.floor(math.log10(value))
    return next(
        stop
        for exponent in (power + 1, power, power - 1)
        for digit in (5, 2, 1)
        if (stop := float(f"{digit}e{exponent}")) < value * (1 - 1e-9)
    )
