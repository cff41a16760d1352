"""How every number on the screen is written.

Plain digits, with commas between thousands, from 0.0001 to a million; 1.2·10⁻⁵ outside; a true minus; – for no number.
Files, tables to copy and what an editor holds are for machines and keyboards, and are not written here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Integral, Real
from string import Formatter
from typing import Any, Final

from engine.data.task import Task

DASH: Final = "–"
MINUS: Final = "−"
_SUPERSCRIPTS: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLEST, _LARGEST = 1e-4, 1e6
"""Numbers from one to below the other are written in plain digits."""
_PLAIN_DECADES: Final = {-2: "0.01", -1: "0.1", 0: "1", 1: "10", 2: "100"}


def power(exponent: int) -> str:
    """``10⁻³``"""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def decade(exponent: int) -> str:
    """A power of ten at a logarithmic axis: 0.1, 1, 10, and 10ⁿ farther out."""
    return _PLAIN_DECADES.get(exponent) or power(exponent)


def number(value: float, digits: int = 3, *, padded: bool = False) -> str:
    """So many digits that count: 0.0123, 12.3, 1,234, 1.23·10⁻⁵.

    ``padded``: with zeros at the end, 0.500, so that what changes quickly does not tremble.
    """
    size = abs(value)
    if not math.isfinite(value) or value == 0:
        return DASH if math.isnan(value) else _signed("0" if size == 0 else "∞", value)
    mantissa, exponent = f"{size:.{digits - 1}e}".split("e")
    if _SMALLEST <= size < _LARGEST:
        text, tail = f"{size:,.{max(0, digits - 1 - int(exponent))}f}", ""
    else:
        text, tail = mantissa, f"·{power(int(exponent))}"
    if not padded and "." in text:
        text = text.rstrip("0").rstrip(".")
    return _signed(text + tail, value)


def alike(values: Sequence[float], digits: int = 3) -> list[str]:
    """Numbers of one axis: where some are powers of ten, all are, and of the same: 0, 0.5·10⁶, 1·10⁶."""
    sizes = [abs(value) for value in values if value != 0 and math.isfinite(value)]
    if len({_SMALLEST <= size < _LARGEST for size in sizes}) < 2:
        return [number(value, digits) for value in values]
    exponent = math.floor(math.log10(max(sizes)) + 1e-9)
    scaled = [number(value / 10.0**exponent, digits) for value in values]
    return [text if text == "0" else f"{text}·{power(exponent)}" for text in scaled]


def fixed(value: float, decimals: int) -> str:
    """So many decimals, as in a column: 0.214, 1,234.500; where these say nothing, its digits: 3.1·10⁻⁷."""
    if not math.isfinite(value) or value == 0 or not 10.0**-decimals <= abs(value) < _LARGEST:
        return number(value, 2)
    return _signed(f"{abs(value):,.{decimals}f}", value)


def loss(value: float) -> str:
    """Five digits at most: 0.2143, 12.345, 1,234.5, 0.00034, 3.1·10⁻⁷, 1.2·10⁶"""
    if not 1e-3 <= abs(value) < _LARGEST:
        return number(value, 2)
    return fixed(value, 4 if abs(value) < 10 else max(0, 4 - int(math.log10(abs(value)))))


def count(value: float | None) -> str:
    """Something counted, such as rows, parameters or steps: 1,234,567; None where it is not known."""
    if value is None:
        return DASH
    return _signed(f"{abs(value):,.0f}", value) if math.isfinite(value) else DASH


def short_count(value: int) -> str:
    """A count in a few characters: 650, 6.5k, 78k, 1.2M."""
    for size, unit in ((1_000_000_000, "G"), (1_000_000, "M"), (1000, "k")):
        if value >= size * 0.9995:
            share = value / size
            return f"{share:.0f}{unit}" if share >= 9.95 else f"{share:.1f}".removesuffix(".0") + unit
    return str(value)


def percent(share: float, decimals: int = 1) -> str:
    """0.9366 -> 93.7%"""
    return f"{share * 100:.{decimals}f}%".replace("-", MINUS) if math.isfinite(share) else DASH


def points(share: float) -> str:
    """A difference of shares in percentage points: 0.163 -> +16.3"""
    if not math.isfinite(share):
        return DASH
    text = f"{share * 100:+.1f}"
    return "0.0" if float(text) == 0 else text.replace("-", MINUS)


def r2(value: float) -> str:
    """The share of the variance that is explained, which may be far below zero: 0.873, −0.420, −1.3·10⁶"""
    if not math.isfinite(value) or abs(value) >= _LARGEST:
        return number(value, 2)
    text = f"{value:,.3f}"
    return "0.000" if float(text.replace(",", "")) == 0 else text.replace("-", MINUS)


def score(value: float, task: Task) -> str:
    """What says how good a lane is: its accuracy, or R² where numbers are learned."""
    return percent(value) if task == "classes" else r2(value)


def gap(value: float, task: Task) -> str:
    """A difference of two such: +16.3 points, or +0.163"""
    if task == "classes":
        return points(value)
    if not math.isfinite(value) or abs(value) >= _LARGEST:
        return r2(value)
    text = f"{value:+,.3f}"
    return "0.000" if float(text.replace(",", "")) == 0 else text.replace("-", MINUS)


def setting(value: float) -> str:
    """A value that somebody has given, all of it and without commas, as it may be typed: 0.01, 100000, 1·10⁻⁵"""
    return str(value) if isinstance(value, int) else number(value, 12).replace(",", "")


def filled(template: str, values: Mapping[str, Any]) -> str:
    """A sentence of the engine: its ``{share:.2g}`` says how many digits, and the functions above how to write them."""
    return _SENTENCES.vformat(template, (), values)


class _Sentences(Formatter):
    """Takes the precision out of a format and leaves the notation to the others."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, bool) or not isinstance(value, Real):
            return str(super().format_field(value, format_spec))
        value = int(value) if isinstance(value, Integral) else float(value)
        kind, precision = format_spec[-1:], format_spec.partition(".")[2][:-1]
        digits = int(precision or 6)
        if kind == "%":
            return percent(value, digits)
        if kind == "f":
            if abs(value) < _ROUNDING:
                value = 0.0
            return count(value) if digits == 0 else fixed(value, digits)
        if kind in ("e", "g"):
            return number(value, digits + (kind == "e"))
        return count(value) if isinstance(value, int) else setting(value)


_ROUNDING: Final = 1e-9
"""A share that is smaller is none: what arithmetic has left of it."""
_SENTENCES: Final = _Sentences()


def _signed(text: str, value: float) -> str:
    return MINUS + text if value < 0 else text
