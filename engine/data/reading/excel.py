"""Reads the first table of an Excel file (.xlsx), as a text file with the same cells would be read."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.data.files.packed import most_unpacked, opened_zip
from engine.data.files.progress import CancelledError, Report
from engine.data.files.read import explained
from engine.data.files.wording import listed, shown
from engine.data.reading.extras import extra
from engine.data.sheet import Sheet, SheetOptions
from engine.data.text.read import read_text
from engine.errors import DataError, Remark

_MOST_CELLS = 20_000_000
"""Each is read by Python, in some microseconds."""
_OFTEN = 1000
"""Rows between two looks at whether somebody still waits."""


def read_excel(path: Path, options: SheetOptions, exact: Collection[str], rows: int | None, report: Report) -> Sheet:
    """Raises DataError, also where openpyxl is missing."""
    openpyxl = extra("openpyxl", path)
    with explained(path), opened_zip(path) as packed:
        size = sum(entry.file_size for entry in packed.infolist())
    if size > most_unpacked(path.stat().st_size):
        raise _damaged(path)
    try:
        with path.open("rb") as stream:  # a path would have to end as Excel wants it
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            names, chosen, content = _first_filled(book, path, rows, report)
    except (DataError, CancelledError):
        raise
    except Exception as error:  # openpyxl raises whatever comes of what it finds
        raise _damaged(path) from error
    sheet = read_text(
        content,
        replace(options, separator=",", decimal=".", encoding="utf-8"),
        file=str(path),
        name=path.name,
        exact=exact,
        rows=rows,
        report=report,
    )
    remarks = list(sheet.writing.remarks)
    if len(names) > 1:
        remarks.insert(0, Remark("Read is sheet {name} of {names}.", name=shown(chosen), names=listed(names)))
    writing = replace(sheet.writing, format="Excel", separator="", encoding="", remarks=tuple(remarks))
    return replace(sheet, writing=writing)


def _first_filled(book: Any, path: Path, rows: int | None, report: Report) -> tuple[list[str], str, bytes]:
    """The names of all sheets, that of the first with anything in it, and its cells as CSV."""
    names = [sheet.title for sheet in book.worksheets]
    for sheet in book.worksheets:
        text = io.StringIO()
        lines = _lines(sheet, path, None if rows is None else 3 * rows + 100, report)
        csv.writer(text, lineterminator="\n").writerows(lines)
        if text.getvalue().strip(",\n"):
            return names, sheet.title, text.getvalue().encode()
    raise DataError("{file} is empty.", file=path)


def _lines(sheet: Any, path: Path, most: int | None, report: Report) -> Iterator[list[str]]:
    """Rows of the file, each a line, without what is empty at their end in all of them."""
    cells = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=most)):
        if number % _OFTEN == 0:
            report(number, sheet.max_row or number)
        cells += len(row)
        if cells > _MOST_CELLS:
            raise DataError("{file} has more than {most} cells: save the table as CSV.", file=path, most=_MOST_CELLS)
        texts = [_text(value) for value in row]
        yield texts if any(texts) else []  # a blank line


def _text(value: object) -> str:
    """As a text file would have it, in one line."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d" if value.time() == datetime.time() else "%Y-%m-%d %H:%M:%S")
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return " ".join(str(value).split())


def _damaged(path: Path) -> DataError:
    return DataError("{file} is no Excel file that can be read: save it anew, or as CSV.", file=path)
