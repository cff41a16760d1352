"""Finds out how a text file is written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.data.files.wording import shown
from engine.data.sheet import SheetOptions
from engine.data.text.detection import header as headers
from engine.data.text.detection.dialect import (
    COMMENT_MARKS,
    Record,
    find_dialect,
    is_comment,
    says_separator,
    usual_fields,
)
from engine.data.text.detection.encoding import as_utf8
from engine.data.text.marks import find_decimal
from engine.data.text.written import TextTable, ragged, records, some_records
from engine.errors import DataError, Remark

_SAMPLE = 2**16
"""Bytes that are looked at; always three whole lines."""
_MOST_LINES = 200
_LONGEST = 2**22
"""Bytes of three lines: what is longer is no table."""
_FEWEST_LINES = 3
_IN_CACHE = 2**18
"""Bytes that are counted at a time."""
_SEPARATORS = ",;\t| :/&!~^"
"""The usual ones, and others that somebody may know of."""


def find_writing(
    data: bytes,
    options: SheetOptions,
    *,
    file: str,
    named: Collection[str] = (),
    look: Callable[[], None] = lambda: None,
) -> TextTable:
    """named: columns that somebody knows of; a first line with one of them is a header for sure.

    Raises:
        DataError: not text, empty, or no rows.
    """
    if options.separator is not None and options.separator not in _SEPARATORS:
        raise DataError(
            "{file}: {separator} cannot stand between values: choose a comma, a semicolon, a tab, a bar or a blank.",
            file=file,
            separator=repr(options.separator),
        )
    data, encoding = as_utf8(data, options.encoding, file, look)
    data = _with_line_feeds(data)
    lines = _first_lines(data)
    dialect = find_dialect(lines, options.separator, file)
    above, separator = dialect.above, dialect.separator
    data = _without_comments(data, lines, separator)
    sample = list(records(itertools.islice(_first_lines(data), above, None), separator, file, above + 1))
    if not sample:
        raise DataError("{file} is empty.", file=file)
    sample = sample[: some_records(len(sample[0][1]))]
    decimal = options.decimal or find_decimal((cell for _, fields in sample for cell in fields), separator)
    guess = any(cell.strip() in named for cell in sample[0][1]) or headers.has_header(
        sample[0][1], [fields for _, fields in sample[1:]], decimal
    )
    names = _Names(file, sample, headed=guess if options.header is None else options.header)
    if dialect.names and not guess and options.header is not False:
        names = _Names(file, [(sample[0][0], list(dialect.names)), *sample], headed=True)
    columns, unnamed = names.found()
    start = sum(len(line.encode()) for line in _first_lines(data)[: names.first_line - 1])
    if names.has_trailing_separators:
        end = separator.encode() + b"\n"
        data = data[:start] + data[start:].replace(end, b"\n").removesuffix(separator.encode())
    unread = [line for line in lines[:above] if line.strip() and not says_separator(line)]
    unread = unread[:-1] if names.first_line == sample[0][0] and names.headed else unread  # the last one has the names
    return TextTable(
        file=file,
        data=data,
        encoding=encoding,
        separator=separator,
        decimal=decimal,
        header=names.headed,
        columns=columns,
        unnamed=unnamed,
        start=start,
        first_line=names.first_line,
        skipped=above,
        n_lines=_count(data, b"\n", start) + 1,
        has_quotes=b'"' in data,
        remarks=(*_about_unread(unread, separator), *names.remarks),
    )


@dataclass
class _Names:
    """The columns of a table, by the first records of which the first may be the header."""

    file: str
    sample: Sequence[Record]
    headed: bool
    first_line: int = 1
    """Where the rows begin."""
    has_trailing_separators: bool = False
    """Whether each row ends with a separator, and the header does not."""
    remarks: list[Remark] = field(default_factory=list)

    def found(self) -> tuple[tuple[str, ...], frozenset[str]]:
        """All names, and those of them that are made up though there is a header."""
        rows = self.sample[1:] if self.headed else self.sample
        if not rows:
            raise DataError("{file} has a header, but no rows below it.", file=self.file)
        self.first_line = rows[0][0]
        usual = usual_fields(rows)
        if not self.headed:
            self.remarks.append(
                Remark("The first line is a row like the others, so columns are called by their place.")
            )
            return headers.without_names(usual), frozenset()
        header = self._fitting(self.sample[0][1], rows, usual)
        if len(rows[0][1]) - self.has_trailing_separators > len(
            header
        ):  # pandas would make an index of the first column or drop the last
            raise ragged(self.file, rows[0][0], fields=len(rows[0][1]), columns=len(header))
        names, unnamed = headers.named(header)
        self.remarks += headers.remarks(header, names)
        return names, unnamed

    def _fitting(self, header: list[str], rows: Sequence[Record], usual: int) -> list[str]:
        """The header with as many fields as the rows have, where it is known why it has one more or less."""
        if len(header) == usual + 1 and not header[-1].strip():
            return header[:-1]
        if len(header) != usual - 1:
            return header
        usual_rows = [fields for _, fields in rows if len(fields) == usual]
        if len(header) in map(len, (fields for _, fields in rows)):
            return header
        if not any(fields[-1].strip() for fields in usual_rows):
            self.has_trailing_separators = True
            self.remarks.append(Remark("Each row ends with a separator more than the header: it is left out."))
        elif len({fields[0] for fields in usual_rows}) == len(usual_rows):  # names of rows, as R writes them
            return ["", *header]
        return header


def _about_unread(lines: Sequence[str], separator: str) -> Iterator[Remark]:
    if lines:
        template = "{count} lines above the table are not read; the first is: {text}."
        if len(lines) == 1:
            template = "A line above the table is not read: {text}."
        yield Remark(template, count=len(lines), text=shown(lines[0].strip(f" \n{separator}")))


def _count(data: bytes, byte: bytes, start: int) -> int:
    """How often a byte stands in the data. (`bytes.count` looks for it from each to the next: thrice as long.)"""
    cells = np.frombuffer(data, np.uint8, offset=start)
    pieces = (cells[at : at + _IN_CACHE] for at in range(0, len(cells), _IN_CACHE))
    return sum(int(np.count_nonzero(piece == byte[0])) for piece in pieces)


def _with_line_feeds(data: bytes) -> bytes:
    """Each line ending with a line feed alone, also where a carriage return too much was written."""
    if b"\r" not in data:
        return data
    for end in (b"\r\r\n", b"\r\n", b"\r"):
        if end in data:
            data = data.replace(end, b"\n")
    return data


def _first_lines(data: bytes) -> list[str]:
    """Some hundred lines, each ending with a line feed."""
    end = -1
    for _ in range(_FEWEST_LINES):
        end = data.find(b"\n", end + 1)
        if end < 0:
            break
    end = len(data) if end < 0 or len(data) <= _SAMPLE else max(end, data.rfind(b"\n", 0, _SAMPLE)) + 1
    lines = data[: min(end, _LONGEST)].decode(errors="ignore").split("\n")
    return [line + "\n" for line in (lines if lines[-1] else lines[:-1])[:_MOST_LINES]]


def _without_comments(data: bytes, lines: Sequence[str], separator: str) -> bytes:
    """Lines that begin with a mark are blank then, unless they have as many fields as a row."""
    for mark in COMMENT_MARKS:
        if any(line.startswith(mark) for line in lines) and is_comment(mark, lines):
            usual = max((line.count(separator) for line in lines), key=[line.count(separator) for line in lines].count)

            def blank(line: re.Match[bytes], usual: int = usual) -> bytes:
                return line.group() if line.group().count(separator.encode()) == usual > 0 else b""

            data = re.sub(rb"(?m)^" + mark.encode() + rb"[^\n]*", blank, data)
    return data
