"""Runs of lines of a text, each for a thread to read, of which it is known which row is the first."""

from __future__ import annotations

from engine.data.text.written import TextTable
from engine.data.threads import n_threads
from engine.records import record

_SMALLEST, _LARGEST = 2**19, 2**23
"""Bytes: a run must be worth a thread, and runs must be many, so that no thread waits long for the last."""


@record
class Run:
    """Where it begins and ends, in bytes; the row that its first line is, and that of the first line behind it."""

    start: int
    end: int
    row: int
    end_row: int


def runs_of_lines(table: TextTable) -> list[Run]:
    """All lines but blank ones at the end; each is a row, where none is blank and there are no quotation marks."""
    start, data = table.start, table.data
    last = len(data)
    while last > start and data[last - 1 : last] == b"\n":
        last -= 1
    last = min(last + 1, len(data))  # with the line feed that belongs to it
    before = table.seen.line_feeds_before(start)
    size = _size(last - start)
    runs, row = list[Run](), 0
    while start < last:
        end = min(data.find(b"\n", start + size) + 1 or last, last)
        end_row = table.seen.line_feeds_before(end) - before + (data[end - 1 : end] != b"\n")
        runs.append(Run(start, end, row, end_row))
        start, row = end, end_row
    return runs


def _size(total: int) -> int:
    """Of a run, such that all threads have as much to do."""
    rounds = max(1, -(-total // (_LARGEST * n_threads())))
    return max(_SMALLEST, -(-total // (rounds * n_threads())))
