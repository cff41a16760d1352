"""Finds out how a text file is written."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.data.files.wording import listed, shown
from engine.data.sheet import SheetOptions
from engine.data.text.detection import header as headers
from engine.data.text.detection.dialect import (
    COMMENT_MARKS,
    Record,
    dialect_from,
    find_dialect,
    is_comment,
    says_separator,
    usual_fields,
)
from engine.data.text.detection.encoding import as_utf8
from engine.data.text.detection.names_line import beginning, check_names, from_line
from engine.data.text.detection.no_rows import at_the_end, below_the_names, is_sum
from engine.data.text.left_out import Kind, NoRow
from engine.data.text.lines import record_at, without_lines
from engine.data.text.marks import find_decimal
from engine.data.text.survey import Survey, survey
from engine.data.text.written import TextTable, ragged, records, some_records
from engine.errors import DataError, Remark

_SAMPLE = 2**16
"""Bytes that are looked at; always three whole lines."""
_MOST_LINES = 200
_LONGEST = 2**22
"""Bytes of three lines: what is longer is no table."""
_FEWEST_LINES = 3
_END, _MOST_AT_END = 2**14, 6
"""Bytes at the end of a file, and records among them, that are looked at."""
_SEPARATORS = ",;\t| :/&!~^"
"""The usual ones, and others that somebody may know of."""


def find_writing(
    data: bytes,
    options: SheetOptions,
    *,
    file: str,
    named: Collection[str] = (),
    look: Callable[[], None] = lambda: None,
    is_whole: bool = True,
) -> TextTable:
    """named: columns that somebody knows of; a first line with one of them is a header for sure. is_whole: whether the
    end of the data is that of the file.

    Raises:
        DataError: not text, empty, or no rows.
    """
    _check_separator(options.separator, file)
    as_it_is, encoding, seen = _as_lines(data, options.encoding, file, look)
    said, separator, data = options.names_line or 0, options.separator, as_it_is
    original = _first_lines(as_it_is)
    if said:
        data, said_above = from_line(data, said, file)
        separator = separator or said_above
    left_out = tuple(line for line in options.lines_left_out or () if line > said)
    data = without_lines(data, left_out)
    lines = _first_lines(data)
    dialect = dialect_from(lines, separator, said, file) if said else find_dialect(lines, separator, file)
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
    headed = guess if options.header is None else options.header
    if options.names_line is not None:
        guess = headed = said > 0
    below = below_the_names(sample[0][1], sample[1:], decimal) if headed and not dialect.names else {}
    if options.lines_left_out is None and below:
        data = without_lines(data, below)
        sample = [record for record in sample if record[0] not in below]
    names = _Names(file, sample, headed=headed)
    if said:
        check_names(sample, file)
    if headed:
        names.below = _between(as_it_is, sample[0][0], sample[1][0], separator, file) if len(sample) > 1 else []
    in_comment = bool(dialect.names) and not guess and options.header is not False and options.names_line != 0
    if in_comment:
        names = _Names(file, [(sample[0][0], list(dialect.names)), *sample], headed=True)
    columns, unnamed = names.found()
    start = sum(len(line.encode()) for line in _first_lines(data)[: names.first_line - 1])
    if names.has_trailing_separators:
        data = _without_trailing(data, start, separator.encode())
    seen = _seen(data, seen)
    earlier, last = _last_records(seen, start, names.first_line, separator, file) if is_whole else ([], [])
    ends = tuple(at_the_end(last, (*sample[1:], *earlier), len(columns), decimal))
    if options.lines_left_out is None and ends:
        data = without_lines(data, ends)
    names_above = names.first_line == sample[0][0] and names.headed
    return TextTable(
        file=file,
        data=data,
        seen=_seen(data, seen),
        encoding=encoding,
        separator=separator,
        decimal=decimal,
        header=names.headed,
        columns=columns,
        unnamed=unnamed,
        start=start,
        first_line=names.first_line,
        skipped=above,
        names_line=(dialect.names_line if in_comment else sample[0][0]) if names.headed else 0,
        beginning=beginning(original),
        remarks=(
            *_about_unread(_unread(original[:above] if said else lines[:above], names_above), separator),
            *names.remarks,
        ),
        no_rows=_no_rows(as_it_is, None if options.lines_left_out is None else left_out, below, ends, separator, file),
        last=next((record for record in reversed(last) if record[0] not in ends), None),
    )


def _check_separator(separator: str | None, file: str) -> None:
    if separator is not None and separator not in _SEPARATORS:
        raise DataError(
            "{file}: {separator} cannot stand between values: choose a comma, a semicolon, a tab, a bar or a blank.",
            file=file,
            separator=repr(separator),
        )


def _as_lines(data: bytes, encoding: str | None, file: str, look: Callable[[], None]) -> tuple[bytes, str, Survey]:
    """As UTF-8 whose lines end with line feeds, the encoding that it had, and what there is in it."""
    seen = survey(data)
    data, encoding = as_utf8(data, encoding, file, look, seen)
    seen = _seen(data, seen)
    return _with_line_feeds(data) if seen.has_returns else data, encoding, seen


def _without_trailing(data: bytes, start: int, separator: bytes) -> bytes:
    """Without the separators at the ends of lines, from a place on."""
    return data[:start] + data[start:].replace(separator + b"\n", b"\n").removesuffix(separator)


def _unread(above: Sequence[str], has_names: bool) -> list[str]:
    """Of the lines above the table those that say something and are not read; the last one may have the names."""
    unread = [line for line in above if line.strip() and not says_separator(line)]
    return unread[:-1] if has_names else unread


def _between(data: bytes, first: int, last: int, separator: str, file: str) -> list[list[str]]:
    """The records that stand between two lines in the file as it is."""
    return [fields for line in range(first + 1, last) for _, fields in _record(data, line, separator, file)]


def _record(data: bytes, line: int, separator: str, file: str) -> list[Record]:
    return list(records(_lines_of(record_at(data, line)), separator, file, line))


def _lines_of(text: str) -> Iterator[str]:
    return (line + "\n" for line in text.removesuffix("\n").split("\n"))


def _last_records(
    seen: Survey, start: int, first_line: int, separator: str, file: str
) -> tuple[list[Record], list[Record]]:
    """Some of the records before the last ones, and these. Nothing where they cannot be told apart."""
    data = seen.data
    begin = max(start, len(data) - _END)
    begin = begin if begin == start else data.find(b"\n", begin) + 1
    if begin == 0 or data.count(b'"', begin) % 2:
        return [], []
    line = first_line + seen.line_feeds_before(begin) - seen.line_feeds_before(start)
    text = data[begin:].decode(errors="ignore")
    try:
        found = list(records(_lines_of(text), separator, file, line))
    except DataError:
        return [], []
    split = max(len(found) - _MOST_AT_END, _FEWEST_LINES - 1 if begin == start else 0)
    return found[:split], found[split:]


def _no_rows(
    data: bytes,
    said: Collection[int] | None,
    below: Mapping[int, Kind],
    ends: Collection[int],
    separator: str,
    file: str,
) -> tuple[NoRow, ...]:
    """What is left out, or seems to be no row though it is read. said: lines that somebody says are none."""
    found = []
    for line in sorted({*(said or ()), *below, *ends}):
        for _, fields in _record(data, line, separator, file):
            is_read = said is not None and line not in said
            kind: Kind = below[line] if line in below else "sum" if is_sum(fields) else "note" if line in ends else ""
            found.append(NoRow(line, tuple(fields), kind, is_read))
    return tuple(found)


@dataclass
class _Names:
    """The columns of a table, by the first records of which the first may be the header."""

    file: str
    sample: Sequence[Record]
    headed: bool
    first_line: int = 1
    """Where the rows begin."""
    below: list[list[str]] = field(default_factory=list)
    """What stands below the names, and is left out."""
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
        joined = headers.joined(header, self.below)
        if joined != header:
            self.remarks.append(Remark("Names are put together of several lines: {names}.", names=listed(joined)))
        header = joined
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


def _seen(data: bytes, before: Survey) -> Survey:
    """What is in the data, which may be the same as before."""
    return before if data is before.data else survey(data)


def _with_line_feeds(data: bytes) -> bytes:
    """Each line ending with a line feed alone, also where a carriage return too much was written."""
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
