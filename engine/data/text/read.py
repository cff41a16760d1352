"""Reads a text file as a Sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from engine.data.files.progress import Report, ignore
from engine.data.files.wording import listed, shown
from engine.data.sheet import Column, DateOrder, Sheet, SheetOptions, Words, Writing
from engine.data.text.cells import Cells, read_cells
from engine.data.text.date_order import in_one_order
from engine.data.text.detection.find import find_writing
from engine.data.text.left_out import NoRow, gives_sums, told_of, with_sums
from engine.data.text.marks import Decimal, numbers
from engine.data.text.written import TextTable
from engine.errors import Remark

_POINT: Final[Decimal] = "."
_SURELY_WHOLE: Final = 2**19
"""Bytes: of a longer file whose first rows alone are wanted the end may be missing."""


def read_text(
    data: bytes,
    options: SheetOptions,
    *,
    file: str,
    name: str,
    exact: Collection[str] = (),
    rows: int | None = None,
    report: Report = ignore,
    numbers_at: Collection[int] = (),
    is_said: bool | None = None,
) -> Sheet:
    """See `engine.data.reading.read_sheet`. Raises DataError.

    numbers_at: the places of columns whose numbers are written with a point for sure, whatever others have. is_said:
    whether a person has said what decimals have, where the options do not tell.
    """
    is_whole = rows is None or len(data) < _SURELY_WHOLE
    look = partial(report, 0, len(data))
    table = find_writing(data, options, file=file, named=exact, look=look, is_whole=is_whole)
    if numbers_at:
        marks = {**table.marks, **dict.fromkeys(numbers_at, _POINT)}
        table = replace(table, numbers_at=frozenset(numbers_at), marks=marks)
    if rows is not None:
        table = _first_rows(table, rows)
    cells = read_cells(table, exact, report)
    columns, order, either = in_one_order(cells.found, options.date_order)
    if options.lines_left_out is None and rows is None and (line := _line_of_sums(table, columns)):
        # What its columns hold is known only without it, so that they are read again.
        said = replace(options, lines_left_out=(*(record.line for record in table.no_rows), line))
        again = partial(read_text, file=file, name=name, exact=exact, report=report)
        return again(data, said, numbers_at=numbers_at, is_said=is_said)
    no_rows = with_sums(table.no_rows, columns, table.decimal)
    _freeze(cells)
    either_marks = {place: cell for place, cell in cells.either.items() if place not in table.numbers_at}
    of_cells = [
        *otherwise(table, cells),
        *grouped(table, cells, exact),
        *either_way(table, either_marks, is_said=options.decimal is not None if is_said is None else is_said),
        *unreadable(table, cells),
    ]
    return Sheet(
        file=file,
        name=name,
        names=table.columns,
        columns=tuple(columns),
        writing=_writing(table, order, no_rows, of_cells),
        line_of=table.line_of,
        unnamed=table.unnamed,
        codes={table.columns[place]: code for place, code in cells.codes.items()},
        digits={table.columns[place]: digits for place, digits in cells.digits.items()},
        either_dates=frozenset(table.columns[place] for place in either),
        decimals={table.columns[place]: mark for place, mark in _decimals(table, cells).items()},
        either_marks=frozenset(table.columns[place] for place in either_marks),
        unheld=frozenset(name for name, found in zip(table.columns, cells.found, strict=True) if found.infinite.any()),
        block=cells.block if cells.block_places else None,
        block_places=cells.block_places,
    )


def _decimals(table: TextTable, cells: Cells) -> dict[int, Decimal]:
    """The marks of columns that have others than the file has, by their places."""
    found = {place: each.mark or table.mark_of(place) for place, each in enumerate(cells.found)}
    return {place: mark for place, mark in found.items() if mark != table.decimal and place not in table.numbers_at}


def _line_of_sums(table: TextTable, columns: Sequence[Column]) -> int | None:
    """The last line, where its numbers are the sums of the others, though it does not say so."""
    if table.last is None:
        return None
    line, fields = table.last
    return line if gives_sums(fields, columns, table.decimal, -1) else None


def _freeze(cells: Cells) -> None:
    for array in (cells.block, *(found.column for found in cells.found)):
        if isinstance(array, np.ndarray):
            array.setflags(write=False)


def _writing(
    table: TextTable, order: DateOrder | None, no_rows: Sequence[NoRow], of_cells: Sequence[Remark]
) -> Writing:
    """of_cells: what is told of how some are read."""
    return Writing(
        table.columns,
        separator=table.separator,
        encoding=table.encoding,
        header=table.header,
        decimal=table.decimal,
        skipped=table.skipped,
        names_line=table.names_line,
        beginning=table.beginning,
        date_order=order,
        lines_left_out=tuple(record.line for record in no_rows if not record.is_read),
        remarks=(*table.remarks, *told_of(no_rows), *of_cells),
    )


def grouped(table: TextTable, cells: Cells, exact: Collection[str]) -> Iterator[Remark]:
    """A sentence for each column of numbers whose points are taken to stand between thousands."""
    for place, value in cells.thousands.items():
        if cells.found[place].mark is not None:
            continue  # told already
        if isinstance(cells.found[place].column, Words) and table.columns[place] not in exact:
            continue  # there are other words beside
        told = Remark(
            "Column {column}: {value} is read as {number}, since decimals have a comma in this file.",
            column=shown(table.columns[place]),
            value=value,
            number=int(value.replace(".", "")),
        )
        yield told.mended_by(Remark("Read it the other way"), ("data.decimal", ".")) if value.count(".") == 1 else told


def otherwise(table: TextTable, cells: Cells) -> Iterator[Remark]:
    """A sentence for each column of numbers that have another mark for decimals than the file."""
    for place, found in enumerate(cells.found):
        if found.mark is not None and np.isfinite(number := float(numbers([found.example], found.mark)[0])):
            told = Remark(
                "Column {column} has other marks in its numbers than the rest of the file: {value} is read as "
                "{number}.",
                column=shown(table.columns[place]),
                value=shown(found.example),
                number=f"{number:.15g}",
            )
            yield told.weighing(3 if found.mark == "," else 4)  # a point before decimals surprises nobody


def either_way(table: TextTable, either: Mapping[int, str], *, is_said: bool) -> Iterator[Remark]:
    """A sentence for the columns whose points may stand between thousands. either: a number of each; is_said: whether
    somebody has said that they do not."""
    if not either:
        return
    value = next(iter(either.values()))
    digits = "".join(letter for letter in value if letter.isdigit() or letter == ".")
    told = Remark(
        "Points may stand between thousands in {columns}, where three digits are behind each: {value} is read as "
        "{number}, not {other}.",
        columns=listed([table.columns[place] for place in either]),
        value=shown(value),
        number=digits,
        other=digits.replace(".", ""),
    )
    is_likely = table.separator == ";" or table.numbers_at or any(value != digits for value in either.values())
    gravity = 1 if is_likely and not is_said else 4
    yield told.mended_by(Remark("Read them the other way"), ("data.decimal", ",")).weighing(gravity)


def unreadable(table: TextTable, cells: Cells) -> Iterator[Remark]:
    """A sentence for each column with cells that are no numbers, or too large ones."""
    for place, found in enumerate(cells.found):
        if not len(found.bad):
            continue
        line, fields = table.record(int(found.bad[0]))
        is_infinite = bool(found.infinite[0])
        yield Remark(
            _UNREADABLE[min(len(found.bad), 3), is_infinite],
            file=table.file,
            line=line,
            column=shown(table.columns[place]),
            value=shown(fields[place]),
            others=len(found.bad) - 1,
        )


_UNREADABLE: Final = {
    (1, False): "{file}, line {line}, column {column}: {value} is not a number, so it counts as missing.",
    (1, True): "{file}, line {line}, column {column}: {value} is too large a number, so it counts as missing.",
    (2, False): "{file}, line {line}, column {column}: {value} is not a number, so it counts as missing, as does "
    "1 more cell of the column.",
    (2, True): "{file}, line {line}, column {column}: {value} is too large a number, so it counts as missing, as does "
    "1 more cell of the column.",
    (3, False): "{file}, line {line}, column {column}: {value} is not a number, so it counts as missing, as do "
    "{others} more cells of the column.",
    (3, True): "{file}, line {line}, column {column}: {value} is too large a number, so it counts as missing, as do "
    "{others} more cells of the column.",
}
"""By how many such cells there are, 3 for more, and whether the first one is too large."""


def _first_rows(table: TextTable, rows: int) -> TextTable:
    """The first records alone."""
    line = table.first_line
    for index, (start, _) in enumerate(table.records()):
        if index == rows:
            line = start
            break
    else:
        return table
    end = table.start
    for _ in range(line - table.first_line):
        end = table.data.find(b"\n", end) + 1
    return replace(table, data=table.data[:end])
