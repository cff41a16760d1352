"""Reads the text of a CSV file with pandas, piece by piece and, where quotes do not stand in the way, in threads."""

from __future__ import annotations

import io
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pandas as pd

from engine.data.csv.text import CsvText, ragged, start_of_rows
from engine.errors import DataError

MISSING = ("", "nan", "NaN")
"""Texts that stand for no value."""
MOST_THREADS = 4
MOST_CELLS = 4_000_000
"""Cells that pandas has in hand at a time, in one thread."""
_SMALLEST_PIECE, _LARGEST_PIECE = 2**22, 2**24
"""Bytes; a cell takes two at least."""
_MOST_SERIES = 1800
"""Columns times pieces: each costs some 25 us, however short it is."""


def frames(text: CsvText, place: int) -> Iterator[pd.DataFrame]:
    """The rows in order; columns are called 0, 1, ..., and the one at ``place`` holds text.

    Raises:
        DataError: the text is not a table.
    """
    start = start_of_rows(text)
    try:
        if start is not None and len(text.data) > 2 * _SMALLEST_PIECE and b'"' not in text.data:
            yield from _in_threads(text, place, start)
        else:
            with pd.read_csv(text.opened(), chunksize=_rows_at_once(text), **_options(text, place)) as reader:
                yield from reader
    except pd.errors.ParserError as error:
        raise _not_csv(text, error) from None


def _in_threads(text: CsvText, place: int, start: int) -> Iterator[pd.DataFrame]:
    """As many pieces at a time as there are threads: pandas lets go of the interpreter lock while it reads."""
    threads = min(MOST_THREADS, os.cpu_count() or 1)
    waiting = deque[Future[pd.DataFrame]]()
    with ThreadPoolExecutor(threads) as pool:
        for piece in _pieces(text, start):
            if len(waiting) > threads:
                yield waiting.popleft().result()
            waiting.append(pool.submit(_frame, piece, text, place))
        while waiting:
            yield waiting.popleft().result()


def _pieces(text: CsvText, start: int) -> Iterator[bytes]:
    """Whole lines, some million bytes of them, under the header."""
    header = text.data[:start]
    size = len(text.data) * len(text.columns) // _MOST_SERIES
    size = min(max(size, _SMALLEST_PIECE), _LARGEST_PIECE)
    while start < len(text.data):
        end = text.data.find(b"\n", start + size) + 1 or len(text.data)
        piece = text.data[start:end]
        first = next((line for line in io.BytesIO(piece) if line.strip(text.blank.encode())), None)
        if first is not None:
            if first.count(text.separator.encode()) >= len(text.columns):
                raise too_many_fields(text)  # pandas would drop the last
            yield header + piece
        start = end


def _frame(piece: bytes, text: CsvText, place: int) -> pd.DataFrame:
    frame: pd.DataFrame = pd.read_csv(io.BytesIO(piece), encoding="utf-8-sig", **_options(text, place))
    return frame


def _rows_at_once(text: CsvText) -> int:
    return max(1, MOST_CELLS // len(text.columns))


def _options(text: CsvText, place: int) -> dict[str, Any]:
    return {
        "sep": text.separator,
        "engine": "c",
        "header": 0,
        "names": range(len(text.columns)),
        "index_col": False,
        "dtype": {place: str},
        "keep_default_na": False,  # a class may well be called None
        "na_values": list(MISSING),
        "low_memory": False,  # one type for the whole of a column
    }


def too_many_fields(text: CsvText) -> DataError:
    """Where the first record with more fields than columns stands."""
    for line, fields in text.records():
        if len(fields) > len(text.columns):
            return ragged(text.file, line, fields=len(fields), columns=len(text.columns))
    return DataError("{file} is not readable as CSV.", file=text.file)


def _not_csv(text: CsvText, error: Exception) -> DataError:
    if "EOF inside string" in str(error):
        return DataError("{file}: a quotation mark is opened, but never closed.", file=text.file)
    return too_many_fields(text)
