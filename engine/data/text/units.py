"""Numbers with something behind them: ``70 kg``, ``1.2 k``, ``19MB``, ``3.5만``; and ``1:02:33`` and ``2h 50m``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.text.detection.vocabulary import UNITS
from engine.data.text.marks import Decimal, find_decimal, numbers
from engine.data.text.written_out import with_24_hours

Measured: TypeAlias = NDArray[np.float64]
"""(texts,) the numbers, NaN for what is none."""

_CELL: Final = re.compile(r"\s*(.*?\d[.,]?)\s*([^\W\d_]{1,12}\.?(?:/[^\W\d_]{1,6})?[²³]?|°\s?[^\W\d_]?|[\"'″′])?\s*")
_CODE: Final = re.compile(r"\s*0\d")
_CLOCK: Final = re.compile(r"\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:\.\d+)?)\s*", re.ASCII)
_SPELLED: Final = re.compile(r"\s*(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?\s*", re.ASCII)
_SIZES: Final = {
    **dict.fromkeys(("k", "K", "Tsd", "천"), 1e3),
    **dict.fromkeys(("만", "万"), 1e4),
    **dict.fromkeys(("M", "Mio", "mn", "Mn", "백만"), 1e6),
    **dict.fromkeys(("억", "亿", "億"), 1e8),
    **dict.fromkeys(("B", "bn", "Bn", "Mrd"), 1e9),
}
_BESIDE_K: Final = {"m": 1e6, "b": 1e9}
"""Metres and bytes where they stand alone."""
_BYTES: Final = {
    **dict.fromkeys(("b", "byte", "bytes"), 1.0),
    **dict.fromkeys(("kb", "kib"), 1e3),
    **dict.fromkeys(("mb", "mib"), 1e6),
    **dict.fromkeys(("gb", "gib"), 1e9),
    **dict.fromkeys(("tb", "tib"), 1e12),
}
MOSTLY: Final = 0.9
"""Share of the different texts that must be read."""
_LONGEST: Final = 40
"""Letters of a cell that may be a number with a unit: longer ones are texts."""
_SOME: Final = 200
"""Texts that mostly show that others are none."""
_MANY: Final = 1000
"""Texts that show how the others are written."""


def measured(texts: Sequence[str], usual: Decimal = ".", known: Sequence[str] = ()) -> Measured | None:
    """None unless nearly all are numbers with one unit, the same behind each, or with sizes that go together.

    Thousands and millions are multiplied out, and so are kilobytes; any other unit is left out, so that each text is
    read alike whatever else a file holds. Clock times are seconds, or minutes where they have two parts; hours and
    minutes, spelled out, are minutes.

    usual: the mark of decimals, where the texts may be read with either. known: the units of another file of the same
    kind: what has others, or does not go with them, is no number then, however many there are of it.
    """
    if known:
        return _with_units(texts, usual, known)
    if len(texts) > _SOME and measured(texts[:: len(texts) // _SOME][:_SOME]) is None:
        return None  # soon seen, where there are a million
    if sum(map(_has_digit, texts)) < MOSTLY * len(texts):
        return None
    found = _times_in(texts)
    if found is None:
        found = _with_units(texts, usual)
    return found if found is not None and _are_mostly_read(found) else None


def _are_mostly_read(found: Measured) -> bool:
    return int(np.isfinite(found).sum()) >= max(1, MOSTLY * len(found))


def written_so(texts: Sequence[str], usual: Decimal) -> tuple[Decimal | Literal[""], tuple[str, ...]]:
    """The mark of decimals, empty where there is none, and the units of texts that are read by these."""
    texts = texts[:: max(1, len(texts) // _MANY)]  # others have units that go with these
    cells, units = _parted(texts)
    if _times_in(texts) is not None:
        return "", ()
    mark = find_decimal(cells, "", usual)
    found = np.isfinite(numbers(cells, mark)).tolist()
    behind = {unit for unit, is_read in zip(units, found, strict=True) if unit and is_read}
    is_mere = _are_mostly_read(numbers(texts, usual))  # a letter behind one of them is a slip
    has_mark = any("." in cell or "," in cell for cell in cells)
    return mark if has_mark else "", () if is_mere else tuple(sorted(behind))


def units_in(texts: Sequence[str]) -> dict[str, str]:
    """What stands behind numbers, and the first text with each."""
    cells, units = _parted(texts)
    found = np.isfinite(numbers(cells, find_decimal(cells, "")))
    first = dict[str, str]()
    for text, unit, is_read in zip(texts, units, found.tolist(), strict=True):
        if unit and is_read:
            first.setdefault(unit, text)
    return first


def mixed_units(texts: Sequence[str]) -> dict[str, str]:
    """Of texts of which nearly all are numbers with well-known units that do not go together: these, and the first text
    with each. Nothing where some are none: ``4a`` and ``5c`` are numbers of houses."""
    some = texts[:: max(1, len(texts) // _SOME)][:_SOME]
    if not _are_mostly_read(numbers(cells := _parted(some)[0], find_decimal(cells, ""))):
        return {}  # soon seen, where there are a million
    found = units_in(texts)
    are_known = all(_singular(unit) in UNITS or unit.casefold() in UNITS for unit in found)
    if len(found) < 2 or not are_known or max(map(len, found)) == 1 or factors_of(set(found)) is not None:
        return {}
    if _times_in(texts) is not None:
        return {}
    cells, _ = _parted(texts)
    return found if _are_mostly_read(numbers(cells, find_decimal(cells, ""))) else {}


def bare_numbers(texts: Sequence[str]) -> list[str]:
    """What stands before the unit of those that have one."""
    cells, units = _parted([text for text in texts if len(text) < _LONGEST])
    return [cell for cell, unit in zip(cells, units, strict=True) if unit]


def _times_in(texts: Sequence[str]) -> Measured | None:
    """None where they are no times."""
    for read in (_clock_times, _spelled_times):
        found = read(texts)
        if found is not None and _are_mostly_read(found):
            return found
    return None


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _clock_times(texts: Sequence[str]) -> Measured | None:
    return _times([*map(with_24_hours, texts)], _CLOCK, lambda parts: 3600 * parts[0] + 60 * parts[1] + parts[2])


def _spelled_times(texts: Sequence[str]) -> Measured | None:
    if not any("h" in text for text in texts):
        return None  # minutes alone are a unit like any other
    return _times(texts, _SPELLED, lambda parts: 60 * parts[0] + parts[1])


def _times(texts: Sequence[str], pattern: re.Pattern[str], of: Callable[[list[float]], float]) -> Measured:
    matches = (pattern.fullmatch(text) for text in texts)
    parts = ([] if match is None or not any(match.groups()) else match.groups("0") for match in matches)
    return np.array([of([float(part) for part in each]) if each else np.nan for each in parts])


def _with_units(texts: Sequence[str], usual: Decimal, known: Sequence[str] = ()) -> Measured | None:
    bare, units = _parted(texts)
    found = numbers(bare, find_decimal(bare, "", usual))
    behind = [unit for unit, number in zip(units, found.tolist(), strict=True) if unit and np.isfinite(number)]
    factors = factors_of({*behind, *known})
    if factors is None and known:
        factors = factors_of({*known, *(unit for unit in behind if factors_of({unit, *known}) is not None)})
    elif factors is not None and not known and set(factors.values()) == {1.0} and 2 * len(behind) < len(texts):
        return None  # a letter behind one number of many is a slip
    if factors is None:
        return None
    # What follows no unit of the others is no number, whatever it begins with.
    sizes: Measured = found * np.array([1.0 if not unit else factors.get(unit, np.nan) for unit in units])
    return sizes


def _parted(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """What each has for a number, maybe, and what stands behind it; nothing of codes."""
    cells = [_CELL.fullmatch(text) for text in texts]
    bare = [cell[1] if cell and not _CODE.match(cell[1]) else "" for cell in cells]
    return bare, [(cell[2] or "").rstrip(".") if cell else "" for cell in cells]


def factors_of(units: set[str]) -> dict[str, float] | None:
    """What each of the units in a column multiplies by; None where they do not go together."""
    if not units:
        return None
    sizes = _SIZES | _BESIDE_K if units & {"k", "K"} else _SIZES
    if units <= sizes.keys():
        return sizes
    if {unit.lower() for unit in units} <= _BYTES.keys() and any(len(unit) > 1 for unit in units):
        return {unit: _BYTES[unit.lower()] for unit in units}
    return dict.fromkeys(units, 1.0) if len({_singular(unit) for unit in units}) == 1 else None


def _singular(unit: str) -> str:
    """``Years`` and ``year`` are one."""
    plain = unit.casefold()
    return plain.removesuffix("s") if len(plain) > 2 else plain
