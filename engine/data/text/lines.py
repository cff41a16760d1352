"""Lines of a text that are taken out of it, so that all others keep their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

_IN_CACHE = 2**18
"""Bytes that are looked at a time."""


def without_lines(data: bytes, lines: Iterable[int]) -> bytes:
    """The text with blank lines in the place of the records that begin on these lines, counted from 1."""
    wanted = sorted(set(lines))
    pieces, at = list[bytes](), 0
    for start in _starts(data, wanted):
        if start < at:
            continue  # it lies within a record that is left out already
        end = _end_of_record(data, start)
        pieces += [data[at:start], b"\n" * data.count(b"\n", start, end)]
        at = end
    return b"".join([*pieces, data[at:]]) if pieces else data


def record_at(data: bytes, line: int) -> str:
    """What is written there; empty where there is no such line."""
    return "".join(data[start : _end_of_record(data, start)].decode().strip("\n") for start in _starts(data, [line]))


def start_of(data: bytes, line: int) -> int | None:
    """Where this line begins, in bytes; None where there is none."""
    return next(_starts(data, [line]), None)


def _starts(data: bytes, lines: list[int]) -> Iterator[int]:
    """Where these lines begin, as far as there are such. lines: growing."""
    before, at = 0, 0  # line feeds up to a place
    for line in lines:
        missing = line - 1 - before
        while missing > 0 and at < len(data):
            piece = np.frombuffer(data, np.uint8, min(_IN_CACHE, len(data) - at), at)
            ends = np.flatnonzero(piece == ord("\n"))
            passed = min(missing, len(ends))
            before, missing = before + passed, missing - passed
            at += int(ends[passed - 1]) + 1 if passed and not missing else len(piece)
        if missing <= 0 and at < len(data) and line > 0:
            yield at


def _end_of_record(data: bytes, start: int) -> int:
    """Behind its line feed; a text in quotes may have some."""
    end = data.find(b"\n", start) + 1 or len(data)
    while data.count(b'"', start, end) % 2 and end < len(data):
        end = data.find(b"\n", end) + 1 or len(data)
    return end
