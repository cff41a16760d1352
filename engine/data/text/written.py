"""A text file whose way of writing is known, and on which line each of its records stands."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final, Literal

from engine.data.text.left_out import NoRow
from engine.data.text.survey import Survey
from engine.errors import DataError, Remark
from engine.records import record

BLANKS = " "
"""The separator that stands for runs of blanks and tabs."""
_FEWEST_RECORDS, _MOST_RECORDS, _CELLS = 20, 200, 5_000


@record
class TextTable:
    """The content of a file in UTF-8, lines ending with a line feed, and what must be known to read it.

    file: what messages call it; encoding: in which the file itself is written.
    start: where the first record begins, in bytes; first_line: on which line that is, counted from 1.
    seen: what is in the data, or in more data that begin with these.
    """

    file: str
    data: bytes
    seen: Survey
    encoding: str
    separator: str
    decimal: Literal[".", ","]
    header: bool
    columns: tuple[str, ...]
    unnamed: frozenset[str]
    start: int
    first_line: int
    skipped: int = 0
    names_line: int = 0
    beginning: tuple[tuple[int, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    no_rows: tuple[NoRow, ...] = ()
    last: tuple[int, list[str]] | None = None
    """The last record, where it was looked at."""
    marks: Mapping[int, Literal[".", ","]] = field(default_factory=dict)
    """The usual mark of decimals in columns at these places, where it is not that of the file."""
    numbers_at: frozenset[int] = frozenset()
    """The places of columns whose numbers are no texts in the file itself, so that nobody can read them otherwise."""

    @property
    def has_quotes(self) -> bool:
        """Quotation marks, anywhere."""
        return self.seen.has_quotes

    @property
    def parsed_decimal(self) -> Literal[".", ","]:
        """The mark with which all numbers are parsed at once; columns with another one are read as texts first."""
        return "." if self.separator == "," else self.decimal

    def mark_of(self, place: int) -> Literal[".", ","]:
        """What decimals of a column have, where its numbers do not show another one."""
        return self.marks.get(place, self.decimal)

    @property
    def n_lines(self) -> int:
        """At least as many as there are, what lies above the first record aside."""
        return int(self.seen.line_feeds[-1]) - self.seen.line_feeds_before(self.start) + 1

    def records(self, start: int | None = None, end: int | None = None) -> Iterator[tuple[int, list[str]]]:
        """Line number, counted from 1, and fields of each record."""
        lines = _lines(self.data, self.start if start is None else start, len(self.data) if end is None else end)
        return records(lines, self.separator, self.file, self.first_line)

    def record(self, row: int) -> tuple[int, list[str]]:
        """Line and fields of the record ``row``, counted from 0."""
        return next(itertools.islice(self.records(), row, None))

    def line_of(self, row: int) -> int:
        return self.record(row)[0]

    def ragged(self, line: int, fields: int) -> DataError:
        """A record with more or fewer fields than there are columns."""
        has_all = self.header and self.columns[0] not in self.unnamed  # not so where rows have names, as R writes them
        return ragged(self.file, line, fields=fields, columns=len(self.columns), header=has_all)


def some_records(n_columns: int) -> int:
    """How many records are enough to see what the columns are, and soon read: some thousand cells."""
    return max(_FEWEST_RECORDS, min(_MOST_RECORDS, _CELLS // max(1, n_columns)))


def _lines(data: bytes, start: int, end: int) -> Iterator[str]:
    """Without another copy of the data."""
    while start < end:
        stop = data.find(b"\n", start, end) + 1 or end
        yield data[start:stop].decode()
        start = stop


def records(lines: Iterator[str], separator: str, file: str, first_line: int = 1) -> Iterator[tuple[int, list[str]]]:
    """Line and fields of each record; blank lines are skipped exactly where pandas skips them.

    Raises:
        DataError: an endless field, or a character that no text has.
    """
    if separator == BLANKS:
        lines = (line.replace("\t", " ").strip() + "\n" for line in lines)
    else:
        blank = " \n" if separator == "\t" else " \t\n"
        lines = (line if line.strip(blank) else "\n" for line in lines)
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=True)
    line = first_line
    try:
        for fields in reader:
            if fields:
                yield line, fields
            line = reader.line_num + first_line
    except csv.Error as error:
        raise DataError(
            "{file}, line {line}: not readable as CSV ({reason}).", file=file, line=line, reason=error
        ) from None


def records_in(text: str, separator: str, file: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """The same of lines that are one text."""
    return records((line + "\n" for line in text.removesuffix("\n").split("\n")), separator, file, first_line)


_RAGGED: Final = {
    (False, False): "{file}, line {line}: {fields} fields, where most lines have {columns}: mend this line in an "
    "editor.",
    (True, False): "{file}, line {line}: {fields} fields, where the header has {columns}: mend this line in an editor.",
    (False, True): "{file}, line {line}: 1 field, where most lines have {columns}: mend this line in an editor.",
    (True, True): "{file}, line {line}: 1 field, where the header has {columns}: mend this line in an editor.",
}
"""By whether there is a header, and whether the line has a single field."""


def ragged(file: str, line: int, *, fields: int, columns: int, header: bool = True) -> DataError:
    """A record with more or fewer fields than there are columns."""
    return DataError(_RAGGED[header, fields == 1], file=file, line=line, fields=fields, columns=columns)
