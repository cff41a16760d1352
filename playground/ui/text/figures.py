"""Numbers of any size in few characters."""

from __future__ import annotations

import math
from typing import Final

_RAISED: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def figure(value: float, digits: int = 3) -> str:
    """0.0123, 1234, 4.07×10⁵; – where there is none."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    if not 1e-3 <= abs(value) < 1e4:
        mantissa, power = f"{value:.{digits - 1}e}".split("e")
        return f"{mantissa}×10{raised(int(power))}".replace("-", "−")
    short = f"{value:.0f}" if abs(value) >= 10 ** (digits - 1) else f"{value:#.{digits}g}".rstrip(".")
    return short.replace("-", "−")


def raised(power: int) -> str:
    """An exponent: ⁻³."""
    return str(power).translate(_RAISED)


def power_of_ten(power: int) -> str:
    """The label of an axis: 0.1, 1, 10, 100, and 10ⁿ farther out."""
    return {-2: "0.01", -1: "0.1", 0: "1", 1: "10", 2: "100"}.get(power, f"10{raised(power)}")
