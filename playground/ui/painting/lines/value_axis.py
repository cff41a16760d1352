"""An axis whose numbers never touch: as many round ones as there is room for, linear or logarithmic."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF

from playground.ui.look import theme
from playground.ui.text.numbers import alike, count, number

_BETWEEN: Final = 1.4
"""Heights of a line that numbers above each other are apart, at least."""
_CLOSE: Final = 1.0
"""The same where there would be only one number."""
_BESIDE: Final = 18.0
"""Pixels between numbers beside each other, at least."""
_LESS_ROUND: Final = (2.5, 4.0, 3.0, 1.5, 6.0, 8.0, 12.0, 15.0)
"""Of what numbers are multiples where there would be only one otherwise, the better ones first."""
_DIGITS: Final = ((1, 2, 5), (1, 3), (1,))
"""Of the numbers of each decade, the closest ones first."""


class ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """``orientation``: left or bottom. Numbers at the bottom are whole."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._metrics = QFontMetricsF(theme.font("small"))
        self._free = (0.0, 0.0)
        self._most = math.inf
        self._is_whole = orientation == "bottom"
        self._written: Callable[[float], str] | None = None

    def keep_free(self, low: float = 0.0, high: float = 0.0) -> None:
        """So many pixels at its ends are for something else than numbers."""
        if (low, high) != self._free:
            self._free = low, high
            self.picture = None
            self.update()

    def write_shares(self, written: Callable[[float], str]) -> None:
        """Numbers of which 1 is the most there can be, and how they are written."""
        self._most, self._written = 1.0, written
        self.picture = None
        self.update()

    def set_whole(self, is_whole: bool) -> None:
        """Whether numbers at the bottom are counts of something that has no parts."""
        if is_whole != self._is_whole:
            self._is_whole = is_whole
            self.picture = None
            self.update()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        low, high = sorted((minVal, maxVal))
        if not (math.isfinite(high - low) and high > low and size > 0):
            return []
        scale = (high - low) / size
        free_low, free_high = self._free
        if self.orientation == "bottom":
            ticks = linear_ticks(
                low, high, scale * (self._advance(high) + _BESIDE), least=1.0 if self._is_whole else 0.0
            )
            ticks = [tick for tick in ticks if tick + scale * self._advance(tick) / 2 <= high - scale * free_high]
        else:
            ticks = self._ticks_above_each_other(low, high, scale, low + scale * free_low)
        return [(1.0, ticks)]

    def _ticks_above_each_other(self, low: float, high: float, scale: float, least: float) -> list[float]:
        """At least two where the plot is low, for one number alone says nothing of the scale. least: the lowest.

        What is within half a line of an edge is not written.
        """
        half = scale * self._metrics.height() / 2
        most, least = min(self._most * (1 + 1e-9), high - half), max(least, low + half)
        for between in (_BETWEEN, _CLOSE):
            apart = scale * between * self._metrics.height()
            ticks = logarithmic_ticks(low, high, apart) if self.logMode else linear_ticks(low, high, apart)
            ticks = [tick for tick in ticks if least <= tick <= most]
            if len(ticks) > 1:
                return ticks
        below = math.floor((self._most - apart) * 10) / 10 if ticks == [self._most] else least - 1
        if below >= least:
            return [below, self._most]
        return (two_logarithmic_ticks if self.logMode else two_ticks)(least, most, apart) or ticks

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self.orientation == "bottom":
            return [self._counted(value) for value in values]
        if self._written is not None:
            return [self._written(value) for value in values]
        for digits in range(4, 16):
            texts = [_text(10**value, digits) for value in values] if self.logMode else alike(values, digits)
            if len(set(texts)) == len(texts):
                break
        return texts

    def _advance(self, value: float) -> float:
        return self._metrics.horizontalAdvance(self._counted(value))

    def _counted(self, value: float) -> str:
        return count(value) if self._is_whole or value == round(value) else number(value, 3)


def linear_ticks(low: float, high: float, apart: float, least: float = 0.0) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten, at least ``apart``; of whole numbers where ``least`` is 1."""
    apart = max(apart, least)
    power = 10.0 ** math.floor(math.log10(apart))
    step = next(digit * power for digit in (1, 2, 5, 10) if digit * power >= apart * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def two_ticks(low: float, high: float, apart: float) -> list[float]:
    """At least two numbers that are less round, where there are not two rounder ones; none where there is no room."""
    if high <= low:
        return []
    power = 10.0 ** math.floor(math.log10(apart))
    for digit in _LESS_ROUND:
        step = digit * power
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if step >= apart * (1 - 1e-9) and last > first:
            return [index * step for index in range(first, last + 1)]
    return []


def two_logarithmic_ticks(low: float, high: float, apart: float) -> list[float]:
    """The same for logarithms."""
    if not low + apart <= high <= low + 1:
        return []
    lowest, highest = 10**low, 10**high
    even = two_ticks(lowest, highest, highest * (1 - 10**-apart))
    return [math.log10(value) for value in even if value > 0]


def logarithmic_ticks(low: float, high: float, apart: float) -> list[float]:
    """The same for logarithms: powers of ten, what lies between them where there is room, or else linear ticks."""
    decades = range(math.floor(low), math.ceil(high) + 1)
    for digits in _DIGITS:
        ends = [math.log10(digit) for digit in (*digits, 10 * digits[0])]
        if min(after - before for before, after in pairwise(ends)) < apart:
            continue
        ticks = [decade + end for decade in decades for end in ends[:-1] if low <= decade + end <= high]
        if len(ticks) > 1:
            return ticks
        lowest, highest = 10**low, 10**high
        even = linear_ticks(lowest, highest, highest * (1 - 10**-apart))
        return [math.log10(value) for value in even if value > 0]
    every = math.ceil(apart)
    return [float(decade) for decade in decades if decade % every == 0 and low <= decade <= high]


def _text(value: float, digits: int) -> str:
    """A number of so many digits, or fewer where that is the same."""
    return number(value, digits).removeprefix("1·")
