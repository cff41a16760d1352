"""Days as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from engine.arrays import Array
from engine.data.sheet import DateOrder
from engine.data.text.written_out import with_24_hours, with_number_of_month
from engine.records import record

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.ASCII)
_KOREAN: Final = re.compile(
    r"(\d{4})(?:\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일|\.\s*(\d{1,2})\.\s*(\d{1,2})\.?)", re.ASCII
)
"""2024년 3월 5일, 2024. 3. 5. and 2024.03.05."""
_SPACED: Final = re.compile(r"(\d{1,2})\.\s+(\d{1,2})\.\s+(\d{4})", re.ASCII)
"""5. 3. 2024, as in German and Czech."""
_WITHOUT_MARKS: Final = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z?)", re.ASCII)
"""20240305T140000, the basic format of ISO 8601."""
_YEAR_MONTH: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})|\s*년\s*(\d{1,2})\s*월)", re.ASCII)
_MONTH_YEAR: Final = re.compile(r"(\d{1,2})[-/](\d{4})", re.ASCII)
_YEARS: Final = range(1800, 2200)
"""Of months without a day: other numbers are codes."""
_FEW = 20
_MONTHS: Final = 12


def is_date(text: str) -> bool:
    """Whether it looks like one. Months without a day do not by themselves: columns may be called by them."""
    text = _without_words(text.strip())
    return (_YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text)) is not None


def _without_words(text: str) -> str:
    """The same with marks alone between its numbers, where it has words or blanks there too, or no marks."""
    text = with_24_hours(with_number_of_month(text))
    found = _SPACED.match(text)
    if found is not None:
        return ".".join(found.groups()) + text[found.end() :]
    if bare := _WITHOUT_MARKS.fullmatch(text):
        year, month, day, hour, minute, second, zone = bare.groups()
        return f"{year}-{month}-{day} {hour}:{minute}:{second or '00'}{zone}"
    found = _KOREAN.match(text)
    if found is None:
        return text
    return "-".join(part for part in found.groups() if part is not None) + text[found.end() :]


def _with_day(text: str) -> str:
    """The first day of a month that has none."""
    month = _month_in(text)
    return text if month is None else f"{month[0]:04}-{month[1]:02}-01"


@record(eq=False)
class Dates:
    """days: (texts,) datetime64[D], or [s] where the time of day is written too.

    order: how days are read that have the year last; None where none has. is_sure: whether they can be nothing else.
    """

    days: Array
    order: DateOrder | None = None
    is_sure: bool = True


def dates(texts: Sequence[str]) -> Dates | None:
    """None where one is no date.

    31/12/2026 or 12/31/2026: as all of a column can be; where both can be, the month is first between slashes.
    """
    if texts and all(map(_month_in, texts[:_FEW])):
        months = [*map(_month_in, texts)]
        if None in months or _are_seasons(texts):
            return None
        return Dates(np.array([f"{year:04}-{month:02}-01" for year, month in filter(None, months)], "datetime64[D]"))
    if not texts or not all(map(is_date, texts[:_FEW])):
        return None
    values = pd.Series([_without_words(text.strip()) for text in texts], dtype=object)
    for pattern in (_YEAR_FIRST, _YEAR_LAST):
        parts = values.str.extract(rf"^{pattern.pattern}\Z")
        if parts[0].isna().any():
            continue
        order, is_sure = (None, True) if pattern is _YEAR_FIRST else _order_of(parts)
        year, month, day = (
            (parts[0], parts[2], parts[3])
            if order is None
            else (parts[3], parts[0], parts[2])
            if order == "month_first"
            else (parts[3], parts[2], parts[0])
        )
        times = values.str.extract(r"(\d{1,2}:\d{2}(?::\d{2})?)")[0]
        days = _made(year + "-" + month + "-" + day, times)
        return None if days is None else Dates(days, order, is_sure)
    return None


def _month_in(text: str) -> tuple[int, int] | None:
    """Year and month of ``2022-08``, ``2022/8``, ``08/2022`` and ``2022년 8월``; None where it is something else."""
    text = text.strip()
    if found := _YEAR_MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2] or found[3])
    elif found := _MONTH_YEAR.fullmatch(text):
        year, month = int(found[2]), int(found[1])
    else:
        return None
    return (year, month) if year in _YEARS and 1 <= month <= _MONTHS else None


def _are_seasons(texts: Sequence[str]) -> bool:
    """Whether they may all be two years in a row, as 2009-10 is: those of a league, or of a school."""
    months = [month for text in texts if (month := _month_in(text)) is not None]
    return all(month == (year + 1) % 100 for year, month in months)


def _order_of(parts: pd.DataFrame) -> tuple[DateOrder, bool]:
    """parts: those of days with the year last. And whether it is sure."""
    first, second = parts[0].astype(int), parts[2].astype(int)
    if (second > _MONTHS).any():
        return "month_first", True
    if (first > _MONTHS).any():
        return "day_first", True
    order: DateOrder = "month_first" if (parts[1] == "/").all() else "day_first"
    return order, bool((first == second).all())


def turned(days: Array) -> Array:
    """The same with day and month the other way round; all days are up to 12. datetime64[D] or [s], NaT stays."""
    months = days.astype("datetime64[M]")
    day = (days.astype("datetime64[D]") - months.astype("datetime64[D]")).astype(np.int64) + 1
    years = months.astype("datetime64[Y]")
    month = (months - years.astype("datetime64[M]")).astype(np.int64) + 1
    time = days - days.astype("datetime64[D]")
    is_known = ~np.isnat(days)
    found = days.copy()
    new = (years.astype("datetime64[M]")[is_known] + (day[is_known] - 1)).astype("datetime64[D]") + (
        month[is_known] - 1
    )
    found[is_known] = (new + time[is_known]).astype(days.dtype)
    return found


def as_iso(texts: Sequence[str], order: DateOrder | None) -> list[str]:
    """The same with the year first, where it stands last: days of all texts in one order, the one that they can have,
    or else this one."""
    values = pd.Series([_with_day(_without_words(text.strip())) for text in texts], dtype=object)
    parts = values.str.extract(rf"^{_YEAR_LAST.pattern}\Z") if len(values) else pd.DataFrame()
    known = parts.dropna(subset=[0]) if len(parts) else parts
    if not len(known):
        return list(values)
    found, is_sure = _order_of(known)
    order = found if is_sure or order is None else order
    place, other = (2, 0) if order == "day_first" else (0, 2)
    times = values[known.index].str.extract(r"\d{4}(.*)\Z")[0]
    values[known.index] = known[3] + "-" + known[place] + "-" + known[other] + times
    return list(values)


def _made(days: pd.Series[str], times: pd.Series[str]) -> Array | None:
    with_time = bool(times.notna().any())
    texts = days + " " + times.fillna("0:00") if with_time else days
    found = pd.to_datetime(texts, errors="coerce", format="mixed" if with_time else "%Y-%m-%d")
    if found.isna().any():
        return None
    return found.to_numpy().astype("datetime64[s]" if with_time else "datetime64[D]")
