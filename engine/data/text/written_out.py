"""Days and times that have words in them, with numbers alone: 05-Mar-24 is 2024-03-05, and 3:21 PM is 15:21."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS: Final = {name[:length]: place for place, name in enumerate(_NAMES, 1) for length in (3, len(name))} | {
    "sept": 9
}
_WEEKDAY: Final = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+)?"
_DAY: Final = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"([A-Za-z]{3,9})\.?"
_DAY_FIRST: Final = re.compile(rf"{_WEEKDAY}{_DAY}[\s-]+{_MONTH},?[\s-]+(\d{{4}}|\d{{2}})(?!\d)", re.ASCII)
_MONTH_FIRST: Final = re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(\d{{4}})(?!\d)", re.ASCII)
_HALF_DAY: Final = re.compile(r"(\d{1,2}):(\d{2}(?::\d{2})?)\s*([AaPp])\.?[Mm]\.?\s*\Z", re.ASCII)
_THIS_CENTURY: Final = 69
"""Years of two digits below are of this one, as in POSIX."""


def with_number_of_month(text: str) -> str:
    """A day with the name of its month in English, with or without the weekday, as 2024-03-05; others as they are."""
    if found := _DAY_FIRST.match(text):
        day, name, year = found.groups()
    elif found := _MONTH_FIRST.match(text):
        name, day, year = found.groups()
    else:
        return text
    month = _MONTHS.get(name.lower())
    if month is None:
        return text
    if len(year) == 2:
        year = f"{'20' if int(year) < _THIS_CENTURY else '19'}{year}"
    return f"{year}-{month:02}-{day.zfill(2)}{text[found.end() :]}"


def with_24_hours(text: str) -> str:
    """A time with AM or PM at the end of a text, as the clock of 24 hours has it; others as they are."""
    found = _HALF_DAY.search(text)
    if found is None or not 1 <= int(found[1]) <= 12:
        return text
    hour = int(found[1]) % 12 + (12 if found[3] in "Pp" else 0)
    return f"{text[: found.start()]}{hour}:{found[2]}"
