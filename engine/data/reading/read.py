"""Reads a file with the reader of its format."""

from __future__ import annotations

from pathlib import Path

from engine.data.files.progress import Report
from engine.data.files.read import read_start, read_whole
from engine.data.reading.formats import format_of
from engine.data.reading.orange import read_orange
from engine.data.sheet import Sheet, SheetOptions
from engine.data.text.read import read_text
from engine.errors import DataError

_START = 2**20
"""Bytes that are read where only the first rows are wanted."""


def read(path: Path, options: SheetOptions, exact: frozenset[str], rows: int | None, report: Report) -> Sheet:
    """See `engine.data.reading.read_sheet`."""
    file, name = str(path), path.name
    match format_of(path):
        case "IDX":
            raise DataError("{file} holds pictures, not a table.", file=file)
        case "Excel":
            from engine.data.reading.excel import read_excel

            return read_excel(path, options, exact, rows, report)
        case "Parquet":
            from engine.data.reading.parquet import read_parquet

            return read_parquet(path, rows, report)
        case "NumPy":
            from engine.data.reading.npz import read_npz

            return read_npz(path, rows)
        case "ARFF":
            from engine.data.reading.arff import read_arff

            return read_arff(
                read_whole(path, report), options, file=file, name=name, exact=exact, rows=rows, report=report
            )
    data = read_whole(path, report) if rows is None else whole_lines(read_start(path, _START))
    orange = read_orange(data, options, file=file, name=name, exact=exact, rows=rows, report=report)
    if orange is not None:
        return orange
    return read_text(data, options, file=file, name=name, exact=exact, rows=rows, report=report)


def whole_lines(start: bytes) -> bytes:
    """The start of a file without the line that is cut off, which may end within a letter."""
    if len(start) < _START:
        return start
    for encoding, mark in (("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff")):
        if start.startswith(mark):
            text = start[: len(start) // 2 * 2].decode(encoding, errors="ignore")
            return text.rpartition("\n")[0].encode(encoding)
    return start.rpartition(b"\n")[0] or start
