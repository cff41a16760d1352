"""Days as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from engine.arrays import Array

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.ASCII)
_FEW = 20


def is_date(text: str) -> bool:
    """Whether it looks like one."""
    text = text.strip()
    return (_YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text)) is not None


def dates(texts: Sequence[str]) -> Array | None:
    """(texts,) datetime64[D], or [s] where the time of day is written too. None where one is no date.

    31/12/2026 or 12/31/2026: as all of a column can be; where both can be, the month is first between slashes.
    """
    if not texts or not all(map(is_date, texts[:_FEW])):
        return None
    values = pd.Series(list(texts), dtype=object).str.strip()
    for pattern in (_YEAR_FIRST, _YEAR_LAST):
        parts = values.str.extract(rf"^{pattern.pattern}\Z")
        if parts[0].isna().any():
            continue
        year, month, day = (parts[0], parts[2], parts[3]) if pattern is _YEAR_FIRST else _ordered(parts)
        times = values.str.extract(r"(\d{1,2}:\d{2}(?::\d{2})?)")[0]
        return _made(year + "-" + month + "-" + day, times)
    return None


def _ordered(parts: pd.DataFrame) -> tuple[pd.Series[str], pd.Series[str], pd.Series[str]]:
    first, second = parts[0].astype(int), parts[2].astype(int)
    month_first = bool((second > 12).any()) or (bool((parts[1] == "/").all()) and not bool((first > 12).any()))
    return (parts[3], parts[0], parts[2]) if month_first else (parts[3], parts[2], parts[0])


def _made(days: pd.Series[str], times: pd.Series[str]) -> Array | None:
    with_time = bool(times.notna().any())
    texts = days + " " + times.fillna("0:00") if with_time else days
    found = pd.to_datetime(texts, errors="coerce", format="mixed" if with_time else "%Y-%m-%d")
    if found.isna().any():
        return None
    return found.to_numpy().astype("datetime64[s]" if with_time else "datetime64[D]")
