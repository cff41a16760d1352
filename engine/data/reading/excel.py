"""Reads a sheet of an Excel file (.xlsx), as a text file with the same cells would be read."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
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
from engine.data.text.marks import MARKS, Decimal, find_decimal, is_number, own_mark
from engine.data.text.read import read_text
from engine.data.text.units import bare_numbers
from engine.errors import DataError, Remark

_MOST_CELLS = 20_000_000
"""Each is read by Python, in some microseconds."""
_TEXTS = 200
"""Of a column, which show whether its numbers are texts, and how these are written."""
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
            content, numbers_at, decimal = _as_csv(chosen, path, rows, report, options)
            name, names = chosen.title, tuple(sheet.title for sheet in book.worksheets)
    except (DataError, CancelledError):
        raise
    except Exception as error:  # openpyxl raises whatever comes of what it finds
        raise _damaged(path) from error
    sheet = read_text(
        content,
        replace(options, separator=",", decimal=decimal, encoding="utf-8"),
        file=str(path),
        name=path.name,
        exact=exact,
        rows=rows,
        report=report,
        numbers_at=numbers_at,
        is_said=options.decimal is not None,
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


def _as_csv(
    sheet: Any, path: Path, rows: int | None, report: Report, options: SheetOptions
) -> tuple[bytes, Collection[int], Decimal]:
    """The sheet as text, the places of columns whose numbers are no texts in it, and what decimals of texts have."""
    most = None if rows is None else 3 * rows + 100
    seen = _Seen()
    text = _written(_lines(sheet, path, most, report, seen))
    if not text.strip(",\n"):
        raise DataError("{file}: sheet {name} is empty.", file=path, name=shown(sheet.title))
    numbers = seen.numbers()
    decimal = options.decimal or find_decimal(itertools.chain(*numbers.values()), "", options.usual_decimal)
    mixed = seen.with_decimals & numbers.keys()
    commas = frozenset(place for place in mixed if own_mark(numbers[place], decimal) == ",")
    if commas:  # a real number among texts is written as these are
        text = _written(_lines(sheet, path, most, report, _Seen(), commas))
    return text.encode(), frozenset(range(seen.width)) - numbers.keys(), decimal


def _written(lines: Iterator[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


class _Seen:
    """What stands in the columns: texts that may be numbers, some of each column, and real numbers with decimals."""

    def __init__(self) -> None:
        self._texts: dict[int, list[str]] = {}
        self.width = 0
        self.with_decimals = set[int]()

    def add(self, row: Sequence[object]) -> None:
        self.width = max(self.width, len(row))
        for place, value in enumerate(row):
            if isinstance(value, str):
                if "," in value or "." in value:
                    texts = self._texts.setdefault(place, [])
                    if len(texts) < _TEXTS:
                        texts.append(value)
            elif isinstance(value, float):
                self.with_decimals.add(place)

    def numbers(self) -> dict[int, list[str]]:
        """The texts that are numbers, without their units, by the places of their columns, where there are any."""
        found = dict[int, list[str]]()
        for place, texts in self._texts.items():
            cells = (*texts, *bare_numbers(texts))
            if numbers := [text for text in cells if any(is_number(text, mark) for mark in MARKS)]:
                found[place] = numbers
        return found


def _lines(
    sheet: Any, path: Path, most: int | None, report: Report, seen: _Seen, commas: Collection[int] = ()
) -> Iterator[list[str]]:
    """Rows of the file, each a line, without what is empty at their end in all of them.

    commas: columns in which real numbers are written with one before their decimals.
    """
    cells = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=most)):
        if number % _OFTEN == 0:
            report(number, sheet.max_row or number)
        cells += len(row)
        if cells > _MOST_CELLS:
            raise DataError("{file} has more than {most} cells: save the table as CSV.", file=path, most=_MOST_CELLS)
        seen.add(row)
        texts = [_text(value) for value in row]
        for place in commas:
            if place < len(row) and isinstance(row[place], float):
                texts[place] = texts[place].replace(".", ",")
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
