"""Reads a sheet of an Excel file (.xlsx), as a text file with the same cells would be read."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.data.files.packed import most_unpacked, opened_zip
from engine.data.files.progress import CancelledError, Report
from engine.data.files.read import explained
from engine.data.files.wording import listed, shown
from engine.data.matching import finder
from engine.data.reading.extras import extra
from engine.data.reading.workbook import likeliest_sheet
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
            chosen = _chosen(book, options.sheet, path)
            content = _as_csv(chosen, path, rows, report)
            name, names = chosen.title, tuple(sheet.title for sheet in book.worksheets)
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
        remarks.insert(0, _told(name, names))
    writing = replace(
        sheet.writing, format="Excel", separator="", encoding="", sheet=name, sheets=names, remarks=tuple(remarks)
    )
    return replace(sheet, writing=writing)


def _told(name: str, names: Sequence[str]) -> Remark:
    """Which sheet is read, and a way to the other one where there are two."""
    told = Remark("Read is sheet {name} of {names}.", name=shown(name), names=listed(names))
    others = [other for other in names if other != name]
    if len(others) == 1:
        told.mended_by(Remark("Read {name} instead", name=shown(others[0])), ("data.sheet", others[0]))
    return told


def _chosen(book: Any, wanted: str | None, path: Path) -> Any:
    """The sheet of this name, or else the one that looks most like a table."""
    names = [sheet.title for sheet in book.worksheets]
    if wanted is None:
        found = likeliest_sheet(book.worksheets)
        if found is None:
            raise DataError("{file} is empty.", file=path)
        return found
    place = finder(names)(wanted)
    if place is None:
        raise DataError(
            "{file} has no sheet {name}: it has {names}.", file=path, name=shown(wanted), names=listed(names)
        )
    return book.worksheets[place]


def _as_csv(sheet: Any, path: Path, rows: int | None, report: Report) -> bytes:
    text = io.StringIO()
    lines = _lines(sheet, path, None if rows is None else 3 * rows + 100, report)
    csv.writer(text, lineterminator="\n").writerows(lines)
    if not text.getvalue().strip(",\n"):
        raise DataError("{file}: sheet {name} is empty.", file=path, name=shown(sheet.title))
    return text.getvalue().encode()


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
