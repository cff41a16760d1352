"""Reads the text of a table with pandas, piece by piece and, where quotes do not stand in the way, in threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pandas as pd

from engine.data.progress import Report
from engine.data.text.marks import MISSING, MISSING_CLASS
from engine.data.text.written import BLANKS, TextTable
from engine.errors import DataError

MOST_THREADS = 4
MOST_CELLS = 4_000_000
"""Cells that pandas has in hand at a time, in one thread."""
_SMALLEST_PIECE, _LARGEST_PIECE = 2**20, 2**24
"""Bytes; a cell takes two at least."""
_MOST_SERIES = 1800
"""Columns times pieces: each costs some 25 us, however short it is."""


def frames(
    table: TextTable, words: Sequence[int], exact: Sequence[int], report: Report, only: Sequence[int] | None = None
) -> Iterator[pd.DataFrame]:
    """The rows in order; columns are called 0, 1, ...

    words: columns that are categories of texts; the others are what pandas finds them to be. exact: those in which
    only an empty cell is missing. only: the columns that are wanted.

    Raises:
        DataError: the text is not a table.
    """
    options = _options(table, words, exact, only)
    try:
        if table.has_quotes or len(table.data) < 2 * _SMALLEST_PIECE:
            source = _Bytes(table.data, table.start, report)
            with pd.read_csv(source, chunksize=max(1, MOST_CELLS // len(table.columns)), **options) as reader:  # type: ignore[call-overload]
                yield from reader
        else:
            yield from _in_threads(table, options, report)
    except (pd.errors.ParserError, pd.errors.ParserWarning) as error:
        raise _not_csv(table, error) from None


class _Bytes:
    """A file that pandas reads bytes from, which it need not decode. (What it takes for binary it would decode.)"""

    mode = "r"

    def __init__(self, data: bytes, start: int = 0, report: Report | None = None) -> None:
        self._data, self._at, self._report = data, start, report

    def read(self, size: int = -1) -> bytes:
        if self._report is not None:
            self._report(self._at, len(self._data))
        end = len(self._data) if size < 0 else min(len(self._data), self._at + size)
        piece = self._data[self._at : end]
        self._at = end
        return piece

    def __iter__(self) -> Iterator[bytes]:
        raise NotImplementedError  # pandas only asks whether there is one


def _in_threads(table: TextTable, options: dict[str, Any], report: Report) -> Iterator[pd.DataFrame]:
    """As many pieces at a time as there are threads: pandas lets go of the interpreter lock while it reads."""
    threads = min(MOST_THREADS, os.cpu_count() or 1)
    waiting = deque[Future[pd.DataFrame]]()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for piece, end in _pieces(table):
                report(end, len(table.data))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
                waiting.append(pool.submit(_frame, piece, options))
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _pieces(table: TextTable) -> Iterator[tuple[bytes, int]]:
    """Whole lines, some million bytes of them, and where they end."""
    start, data = table.start, table.data
    size = len(data) * len(table.columns) // _MOST_SERIES
    size = min(max(size, _SMALLEST_PIECE), _LARGEST_PIECE)
    while start < len(data):
        end = data.find(b"\n", start + size) + 1 or len(data)
        piece = data[start:end]
        if (first := _first_line(piece)) is not None:
            n_fields = len(first.split()) if table.separator == BLANKS else first.count(table.separator.encode()) + 1
            if n_fields > len(table.columns):
                raise too_many_fields(table)  # pandas would drop the last
            yield piece, end
        start = end


def _first_line(piece: bytes) -> bytes | None:
    """The first that is not blank."""
    start = 0
    while start < len(piece):
        end = piece.find(b"\n", start) + 1 or len(piece)
        if line := piece[start:end].strip():
            return line
        start = end
    return None


def _frame(piece: bytes, options: dict[str, Any]) -> pd.DataFrame:
    frame: pd.DataFrame = pd.read_csv(_Bytes(piece), **options)  # type: ignore[call-overload]
    return frame


def _options(
    table: TextTable, words: Sequence[int], exact: Sequence[int], only: Sequence[int] | None
) -> dict[str, Any]:
    missing = [*MISSING, *(f"{text} " for text in MISSING if text)]
    blanks = table.separator == BLANKS
    return {
        "sep": r"\s+" if blanks else table.separator,
        "engine": "c",
        "header": None,
        "names": range(len(table.columns)),
        "index_col": False,
        "usecols": only,
        "dtype": dict.fromkeys(words, "category"),
        "decimal": "." if table.separator == "," else table.decimal,
        "skipinitialspace": not blanks,
        "keep_default_na": False,
        "na_values": {place: [*MISSING_CLASS] if place in exact else missing for place in range(len(table.columns))}
        if exact
        else missing,
        "low_memory": False,  # one type for the whole of a column
    }


def too_many_fields(table: TextTable) -> DataError:
    """Where the first record with more fields than columns stands."""
    for line, fields in table.records():
        if len(fields) > len(table.columns):
            return table.ragged(line, len(fields))
    return DataError("{file} is not readable as CSV.", file=table.file)


def _not_csv(table: TextTable, error: Exception) -> DataError:
    if "EOF inside string" in str(error):
        return DataError("{file}: a quotation mark is opened, but never closed.", file=table.file)
    return too_many_fields(table)
