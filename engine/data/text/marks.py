"""Numbers as people write them: with marks for thousands, a decimal comma, a percent or a currency sign."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MISSING = ("", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "?", "-", "#N/A", "<NA>")
"""Texts that stand for no value."""
_MISSING = frozenset(MISSING)
MISSING_CLASS = ("", "nan", "NaN")
"""In a column of classes, where the others may well be names of some."""

Decimal = Literal[".", ","]
MARKS: Final[tuple[Decimal, ...]] = (".", ",")
"""Those that decimals may have."""
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


_SOME = 500
"""Texts of a column that mostly show which mark its decimals have."""
_GLANCE = 50
"""Texts that mostly show that a column has words."""
_TWICE = {".": re.compile(r"\d\.\d{3}\.\d{3}", re.ASCII), ",": re.compile(r"\d,\d{3},\d{3}", re.ASCII)}
_ADDRESS = re.compile(r"\s*(?:[12]?\d{1,2}\.){3}[12]?\d{1,2}\s*", re.ASCII)
"""192.168.100.101 is that of a machine."""
_EITHER = re.compile(
    rf"\s*[-+−]?\s*(?:{_CURRENCY}\s*)?(?:0|[1-9]\d{{0,2}}(\.\d{{3}})?)\s*(?:{_CURRENCY}|[a-zA-Z]{{1,12}}[²³]?)?\s*",
    re.ASCII,
)
_FEWEST = 3
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
    joined = " ".join(texts)
    if "," not in joined and usual != "," and not _TWICE["."].search(joined):
        return "."
    point, comma, either = _readable(texts)
    if comma == point == 0:
        return usual or ("," if either and separator == ";" else ".")
    return "," if comma > point else "."


def _readable(texts: Iterable[str]) -> tuple[int, int, int]:
    """How many numbers can be read with points for decimals alone, with commas alone, and, having commas, with both."""
    comma = point = either = 0
    for text in texts:
        if "," in text or "." in text:
            with_point, with_comma = (_PATTERNS[mark].match(text) is not None for mark in ".,")
            point += with_point and not with_comma
            comma += with_comma and not with_point and not _ADDRESS.fullmatch(text)
            either += with_point and with_comma and "," in text
    return point, comma, either


def own_mark(texts: Sequence[str], usual: Decimal) -> Decimal:
    """The mark of decimals in one column: the usual one, unless more of its numbers can only be read with the other.

    Two points can only stand between thousands: ``1.038.483`` says how ``687.335`` is to be read in the same column.
    """
    other: Decimal = "," if usual == "." else "."
    if not may_have_own_marks(texts, usual):
        return usual
    glance = texts[:: max(1, len(texts) // _GLANCE)]
    if 2 * sum(any(is_number(text, mark) for mark in (usual, other)) for text in glance) < len(glance):
        return usual  # words, of which there may be a million
    for some in (texts[:: max(1, len(texts) // _SOME)], [text for text in texts if _may_tell(text, usual, other)]):
        point, comma, _ = _readable(some)
        if point != comma:
            return "," if comma > point else "."
    return usual


def may_have_own_marks(texts: Iterable[str], usual: Decimal) -> bool:
    """Whether any of them may not have the usual mark: soon seen of a whole table."""
    joined = " ".join(texts)
    return ("," if usual == "." else ".") in joined or _TWICE[usual].search(joined) is not None


def _may_tell(text: str, usual: Decimal, other: Decimal) -> bool:
    return other in text or text.count(usual) > 1


def example_of_either(texts: Sequence[str]) -> str:
    """A number whose point may stand between thousands or before decimals, where all others leave that open, too: each
    has three digits behind its only point, or is too small to have one. Empty where they show which it is."""
    if not all(map(_EITHER.fullmatch, texts)):  # mostly the first one is not, or the second
        return ""
    found = [text for text in texts if "." in text]
    return found[0].strip() if len(found) >= _FEWEST else ""


def as_classes(names: Sequence[str]) -> NDArray[np.float64] | None:
    """Class names as numbers; None unless all are finite ones that can be told apart as such."""
    if not all(is_plain_number(name) for name in names):
        return None
    found = [float(name) for name in names]
    if any(math.isinf(value) or (abs(value) >= 2**53) for value in found):
        return None
    return np.array(found)
