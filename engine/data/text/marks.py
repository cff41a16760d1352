"""Numbers as people write them: with marks for thousands, a decimal comma, a percent or a currency sign."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MISSING = ("", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "?", "-", "#N/A", "<NA>")
"""Texts that stand for no value."""
_MISSING = frozenset(MISSING)
MISSING_CLASS = ("", "nan", "NaN")
"""In a column of classes, where the others may well be names of some."""

Decimal = Literal[".", ","]
_CURRENCY = r"(?:[$€£¥₩₽₹¢]|USD|EUR|GBP|JPY|KRW|CHF)"
_PLAIN = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*", re.ASCII)


def _pattern(decimal: Decimal) -> re.Pattern[str]:
    """``1,234.5``, ``-12%``, ``$ 3.50``, ``(200)``; with a comma ``1.234,5``. Groups: mantissa and exponent."""
    point, thousands = re.escape(decimal), r"\." if decimal == "," else ","
    whole = rf"(?:[1-9]\d{{0,2}}(?:{thousands}\d{{3}})+|[1-9]\d{{0,2}}(?:[\s'’_]\d{{3}})+|\d+)"
    number = rf"(?:{whole}(?:{point}\d*)?|{point}\d+)"
    sign = rf"(?:[-+−]?\s*(?:{_CURRENCY}\s*)?|{_CURRENCY}\s*[-+−])"  # before the currency or behind it, not twice
    exponent = r"([eE][-+]?\d+)?"
    return re.compile(rf"^\s*(\(?{sign}{number}){exponent}\s*\)?\s*(?:%|{_CURRENCY})?\s*\Z", re.ASCII)


_PATTERNS: dict[str, re.Pattern[str]] = {".": _pattern("."), ",": _pattern(",")}


def is_plain_number(text: str) -> bool:
    """Whether it is a number with a point, as programs write them."""
    return _PLAIN.fullmatch(text) is not None


_OF_NUMBERS = frozenset("0123456789.+-eE")


def plain_numbers(texts: Sequence[str]) -> list[float]:
    """The values of those that are numbers with a point."""
    if _OF_NUMBERS.issuperset("".join(texts)):  # what Python reads of these letters alone is one
        with suppress(ValueError):
            return [*map(float, texts)]
    return [float(text) for text in texts if is_plain_number(text)]


def is_number(text: str, decimal: Decimal) -> bool:
    """Whether it is a number as people write them."""
    return is_plain_number(text) or _PATTERNS[decimal].match(text) is not None


_DOTTED = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)


def is_dotted_thousands(text: str) -> bool:
    """Whether the points of a number may stand between its thousands: ``7.136`` and ``1.000.000``."""
    return _DOTTED.fullmatch(text.strip()) is not None


def is_missing(text: str) -> bool:
    return text.strip() in _MISSING


def values_in(texts: Iterable[str]) -> list[str]:
    """Those that stand for a value, without blanks around it."""
    return [text for text in map(str.strip, texts) if text not in _MISSING]


def numbers(texts: Sequence[str], decimal: Decimal) -> NDArray[np.float64]:
    """(texts,) their values, NaN for what is no number. Infinite where one is too large."""
    values = pd.Series(list(texts), dtype=object)
    plain = values.str.fullmatch(_PLAIN).to_numpy(bool)
    found = np.full(len(values), np.nan)
    if decimal == ".":
        found[plain] = _floats(values[plain])
    rest = np.flatnonzero(~plain) if decimal == "." else np.arange(len(values))
    if len(rest):
        found[rest] = _with_marks(values.iloc[rest], decimal)
    return found


def _with_marks(values: pd.Series[str], decimal: Decimal) -> NDArray[np.float64]:
    parts = values.str.extract(_PATTERNS[decimal])
    digits = parts[0].str.replace(r"[^\d.]" if decimal == "." else r"[^\d,]", "", regex=True)
    sizes = _floats(digits.str.replace(",", ".", regex=False) + parts[1].fillna(""))
    return np.where(parts[0].str.contains(r"[-−(]", na=False).to_numpy(bool), -sizes, sizes)


def _floats(values: pd.Series) -> NDArray[np.float64]:
    with np.errstate(over="ignore"):
        return pd.to_numeric(values, errors="coerce").to_numpy(np.float64)


def find_decimal(texts: Iterable[str], separator: str, usual: Decimal | None = None) -> Decimal:
    """The mark of decimals in a table of which these are some cells: a comma only where points do not do.

    ``1,234`` alone may be either; where semicolons stand between values, commas are taken for decimals.
    usual: the mark in other files of the same kind, which counts before that.
    """
    texts = [*texts]
    if "," not in "".join(texts) and usual != ",":
        return "."
    comma = point = either = 0
    for text in texts:
        if "," in text or "." in text:
            with_point, with_comma = (_PATTERNS[mark].match(text) is not None for mark in ".,")
            point += with_point and not with_comma
            comma += with_comma and not with_point
            either += with_point and with_comma and "," in text
    if comma == point == 0:
        return usual or ("," if either and separator == ";" else ".")
    return "," if comma > point else "."


def as_classes(names: Sequence[str]) -> NDArray[np.float64] | None:
    """Class names as numbers; None unless all are finite ones that can be told apart as such."""
    if not all(is_plain_number(name) for name in names):
        return None
    found = [float(name) for name in names]
    if any(math.isinf(value) or (abs(value) >= 2**53) for value in found):
        return None
    return np.array(found)
