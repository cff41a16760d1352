"""The records with which a text ends, read without those before them."""

from __future__ import annotations

from typing import Final

from engine.data.text.detection.dialect import Record
from engine.data.text.survey import Survey
from engine.data.text.written import records_in
from engine.errors import DataError

_END: Final = 2**14
"""Bytes at the end of a text that are looked at."""
_MOST: Final = 6
_FEWEST_BEFORE: Final = 2
"""Records at the beginning that are never among the last."""


def last_records(
    seen: Survey, start: int, first_line: int, separator: str, file: str
) -> tuple[list[Record], list[Record]]:
    """Some of the records before the last ones, and these. Nothing where they cannot be told apart.

    seen: of all bytes of the text. start: where its rows begin, in bytes; first_line: on which line that is, from 1.
    """
    data = seen.data
    begin = max(start, len(data) - _END)
    begin = begin if begin == start else data.find(b"\n", begin) + 1
    if begin == 0 or data.count(b'"', begin) % 2:
        return [], []
    line = first_line + seen.line_feeds_before(begin) - seen.line_feeds_before(start)
    try:
        found = list(records_in(data[begin:].decode(errors="ignore"), separator, file, line))
    except DataError:
        return [], []
    split = max(len(found) - _MOST, _FEWEST_BEFORE if begin == start else 0)
    return found[:split], found[split:]
