"""Lines of separators alone at the end of a table, as spreadsheets write them where somebody has cleared cells."""

from __future__ import annotations

from typing import Final

from engine.data.text.written import BLANKS

_AT_ONCE: Final = 2**16
"""Bytes that are looked at, from the end."""


def end_of_rows(data: bytes, start: int, separator: str) -> int:
    """Where the last line ends that has anything else, in bytes. All of the data where that is none of its rows.

    start: where these begin.
    """
    if separator == BLANKS:
        return len(data)
    nothing = f"{separator} \t\n".encode()
    end = len(data)
    while end > start and not (rest := data[max(start, end - _AT_ONCE) : end].rstrip(nothing)):
        end = max(start, end - _AT_ONCE)
    if end <= start:
        return len(data)
    last = max(start, end - _AT_ONCE) + len(rest)
    behind = data.find(b"\n", last) + 1
    return behind if behind and separator.encode() in data[behind:] else len(data)
