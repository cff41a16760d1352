"""Round numbers for the axes of what is painted: limits that change seldom, and what is written beside them."""

from __future__ import annotations

import math


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
