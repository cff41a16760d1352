"""Numbers that run over many powers of ten, as they are written beside axes and read under the pointer."""

from __future__ import annotations

import math
from typing import Final

_SUPERSCRIPTS: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power(exponent: int) -> str:
    """``10⁻³``"""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def number(value: float, digits: int = 3) -> str:
    """``0.0123``, or ``1.23·10⁻⁵`` where that is shorter; a dash for what is no number."""
    if not math.isfinite(value):
        return "–" if math.isnan(value) else "∞"
    if value == 0 or 1e-3 <= abs(value) < 1e4:
        return f"{value:.{digits}g}"
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    return f"{mantissa}·{power(int(exponent))}"


def signed(value: float, digits: int = 3) -> str:
    """The same with a proper minus sign."""
    return f"−{number(-value, digits)}" if value < 0 else number(value, digits)


def rounded_up(value: float) -> float:
    """The next number of 1, 1.5, 2, 3, 4, 5, 6, 8, 10 times a power of ten: axes that change seldom."""
    if not math.isfinite(value) or value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15) if step * power >= value * 0.999999)


def ticks(until: float, most: int = 4) -> list[float]:
    """From 0 to ``until``, evenly, at round numbers; about ``most`` and no more than twice as many."""
    step = rounded_up(until / most)
    if until / step < 2:
        step = until / 2
    return [step * index for index in range(int(until / step * 1.000001) + 1)]


def decades(low: float, high: float, room: float) -> list[int]:
    """Exponents of ten from low to high, both logarithms, as many as fit ``room`` times."""
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    every = max(1, math.ceil((last - first + 1) / max(room, 1)))
    return [exponent for exponent in range(first, last + 1) if exponent % every == 0]


class Held:
    """A limit of an axis that grows at once and shrinks only when there is twice the room: it does not tremble."""

    def __init__(self) -> None:
        self.value = 0.0

    def follow(self, wanted: float) -> float:
        """The limit for values up to ``wanted``."""
        if math.isfinite(wanted) and wanted > 0 and not wanted <= self.value <= 2.5 * wanted:
            self.value = rounded_up(1.1 * wanted)
        return self.value or 1.0


DASH: Final = "–"


_MINUS: Final = "−"


def percent(share: float) -> str:
    """0.9366 -> 93.7 %"""
    return f"{share * 100:.1f} %" if math.isfinite(share) else DASH


def points(share: float) -> str:
    """A difference of shares in percentage points: 0.163 -> +16.3"""
    if not math.isfinite(share):
        return DASH
    text = f"{share * 100:+.1f}"
    return "0.0" if float(text) == 0 else text.replace("-", _MINUS)


def loss(value: float) -> str:
    """Five digits at most: 0.2143, 12.345, 1234.5, 1.2e+06"""
    if math.isnan(value):
        return DASH
    if math.isinf(value):
        return "∞"
    if abs(value) >= 99_999.5:
        return f"{value:.1e}"
    decimals = 4 if abs(value) < 10 else max(0, 4 - int(math.log10(abs(value))))
    return f"{value:.{decimals}f}"
