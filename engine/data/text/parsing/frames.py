"""Reads the text of a table with pandas, in pieces of whole records and in threads.

What makes pandas fast: it is given bytes that it need not decode, numbers are asked for as such, it works on a quarter
of a million bytes at a time (``low_memory``) where it need not number the words of each, and pieces are long where
there are many columns, for each column of each piece costs some 50 us. What becomes of a frame is made by the thread
that has read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from engine.data.files.progress import Report
from engine.data.text.marks import MISSING
from engine.data.text.written import BLANKS, TextTable
from engine.data.threads import in_threads, n_threads
from engine.errors import DataError
from engine.records import record

MOST_CELLS = 4_000_000
"""Of a piece, where lines are as long as they are on average."""
_SMALLEST_PIECE, _USUAL_PIECE, _PER_COLUMN, _LARGEST_PIECE = 2**19, 2**22, 2**17, 2**24
"""Bytes: a piece must take much longer to read than what each of its columns, and a thread, cost beside that; the usual
one more so, where all threads have one."""
_GLANCE = 64
"""Bytes of a piece that mostly show that it is not blank."""

Made = TypeVar("Made")


@record
class Wanted:
    """numbers, texts: the places of the columns that are wanted; missing: what stands for no value in any of them."""

    numbers: Sequence[int]
    texts: Sequence[int]
    missing: Sequence[str] = MISSING


def parts(table: TextTable, wanted: Wanted, made: Callable[[pd.DataFrame], Made], report: Report) -> Iterator[Made]:
    """What is made of the rows, in their order and by the threads that read them.

    made: of frames whose columns are called by their places: float64 or, where a piece has others, what they are;
    categories.

    Raises:
        DataError: the text is not a table.
    """
    options = _options(table, wanted)
    try:
        if len(table.data) - table.start <= _piece_size(table):
            for start, end in _pieces(table):
                yield made(_frame(_Bytes(table.data, start, end, report), options, wanted))
        else:
            yield from in_threads(lambda source: made(_frame(source, options, wanted)), _reported(table, report))
    except pd.errors.ParserError as error:
        raise _not_csv(table, error) from None


class _Bytes:
    """A file that pandas reads bytes from, which it need not decode. (What it takes for binary it would decode.)"""

    mode = "r"

    def __init__(self, data: bytes, start: int, end: int, report: Report | None = None) -> None:
        self._data, self._start, self._end, self._report = data, start, end, report
        self._at = start
        self.stopped: DataError | None = None

    def read(self, size: int = -1) -> bytes:
        if self._report is not None:
            try:
                self._report(self._at, len(self._data))
            except DataError as error:  # pandas would say that it cannot read
                self.stopped = error
                raise
        end = self._end if size < 0 else min(self._end, self._at + size)
        piece = self._data[self._at : end]
        self._at = end
        return piece

    def again(self) -> _Bytes:
        """From its start."""
        return _Bytes(self._data, self._start, self._end, self._report)

    def __iter__(self) -> Iterator[bytes]:
        raise NotImplementedError  # pandas only asks whether there is one


def _reported(table: TextTable, report: Report) -> Iterator[_Bytes]:
    """All pieces; the report is told of each before it is read."""
    for start, end in _pieces(table):
        report(end, len(table.data))
        yield _Bytes(table.data, start, end)


def _piece_size(table: TextTable) -> int:
    """Bytes, such that all threads have as much to do."""
    size = len(table.data) - table.start
    few_cells = int(size / max(1, table.n_lines) * (MOST_CELLS / len(table.columns)))
    usual = max(_USUAL_PIECE, min(_PER_COLUMN * len(table.columns), _LARGEST_PIECE))
    rounds = -(-size // (min(usual, max(few_cells, 1)) * n_threads()))
    return max(_SMALLEST_PIECE, -(-size // (rounds * n_threads())))


def _pieces(table: TextTable) -> Iterator[tuple[int, int]]:
    """Where whole records, some million bytes of them, begin and end."""
    start, data, size = table.start, table.data, _piece_size(table)
    while start < len(data):
        end = data.find(b"\n", start + size) + 1 or len(data)
        end = _outside_quotes(table, start, end)
        if _has_too_long_a_start(table, start, end):
            raise too_many_fields(table)  # pandas would drop the last
        if data[start : start + _GLANCE].strip(b" \t\n") or data[start:end].strip(b" \t\n"):
            yield start, end
        start = end


def _outside_quotes(table: TextTable, start: int, end: int) -> int:
    """The end of a line that is no line of a text in quotes."""
    if not table.has_quotes:
        return end
    data = table.data
    is_open = data.count(b'"', start, end) % 2 == 1
    while is_open and end < len(data):
        next_end = data.find(b"\n", end) + 1 or len(data)
        is_open ^= data.count(b'"', end, next_end) % 2 == 1
        end = next_end
    return end


def _has_too_long_a_start(table: TextTable, start: int, end: int) -> bool:
    """Whether the first record of a piece has more fields than there are columns."""
    first = next(iter(table.records(start, end)), None)
    return first is not None and len(first[1]) > len(table.columns)


def _frame(source: _Bytes, options: dict[str, Any], wanted: Wanted) -> pd.DataFrame:
    try:
        try:
            return _as_written(_read(source, options), source, options, wanted)
        except (ValueError, TypeError) as error:  # words among the numbers
            if isinstance(error, pd.errors.ParserError) or source.stopped is not None:
                raise
            source = source.again()
            dtype = dict.fromkeys(wanted.texts, "category")
            options = options | {"dtype": dtype, "low_memory": False}  # one type for the whole of a column
            return _as_written(_read(source, options), source, options, wanted)
    except Exception:
        if source.stopped is not None:
            raise source.stopped from None
        raise


def _as_written(frame: pd.DataFrame, source: _Bytes, options: dict[str, Any], wanted: Wanted) -> pd.DataFrame:
    """The same with texts where pandas made numbers of categories, for the others of the column may stand elsewhere."""
    made = [place for place in wanted.texts if frame[place].cat.categories.dtype.kind in "iufb"]
    if not made:
        return frame
    dtype = options["dtype"] | dict.fromkeys(made, str)
    return _read(source.again(), options | {"dtype": dtype})


def _read(source: _Bytes, options: dict[str, Any]) -> pd.DataFrame:
    frame: pd.DataFrame = pd.read_csv(source, **options)  # type: ignore[call-overload]
    return frame


def _options(table: TextTable, wanted: Wanted) -> dict[str, Any]:
    blanks = table.separator == BLANKS
    places = sorted({*wanted.numbers, *wanted.texts})
    return {
        "sep": r"\s+" if blanks else table.separator,
        "engine": "c",
        "header": None,
        "names": range(len(table.columns)),
        "index_col": False,
        "usecols": None if len(places) == len(table.columns) else places,
        # one type for all costs a third of what one for each does
        "dtype": dict.fromkeys(wanted.numbers, np.float64) | dict.fromkeys(wanted.texts, "category")
        if wanted.texts
        else np.float64,
        "decimal": table.parsed_decimal,
        "low_memory": not wanted.texts,  # categories of a quarter of a million bytes take long to be joined
        "skipinitialspace": not blanks and table.has_quotes,  # for a quote after a blank; costs half the time again
        "keep_default_na": False,
        "na_values": [*wanted.missing, *(f" {text}" for text in wanted.missing)],  # the same for all: others take long
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
