"""Finds out how a text file is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from engine.data.files.wording import shown
from engine.data.matching import finder
from engine.data.sheet import SheetOptions
from engine.data.text.detection.blank_lines import end_of_rows
from engine.data.text.detection.dialect import (
    Dialect,
    Record,
    dialect_from,
    find_dialect,
    says_separator,
    without_comments,
)
from engine.data.text.detection.encoding import as_utf8
from engine.data.text.detection.first_lines import first_lines
from engine.data.text.detection.header import has_header
from engine.data.text.detection.last_records import last_records
from engine.data.text.detection.named_columns import NamedColumns, called_by_header, called_by_place
from engine.data.text.detection.names_line import beginning, check_names, from_line
from engine.data.text.detection.no_rows import at_the_end, below_the_names, is_sum
from engine.data.text.left_out import Kind, NoRow
from engine.data.text.lines import record_at, without_lines
from engine.data.text.marks import MARKS, Decimal, find_decimal, is_number
from engine.data.text.survey import Survey, survey
from engine.data.text.units import bare_numbers
from engine.data.text.written import TextTable, records, records_in, some_records
from engine.errors import DataError, Remark
from engine.records import record

_ALLOWED = ",;\t| :/&!~^"
"""Separators that somebody may say: the usual ones, and others that somebody may know of."""


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
    original, encoding, seen = _as_lines(data, options.encoding, file, look)
    text = _text_of(original, options, file)
    header = _header_of(text, options, named)
    below = _below(text, header)
    if options.lines_left_out is None:
        text = text.without(below)
    columns = _columns_of(text, header, options, original, file)
    first_line = text.rows(header)[0][0]
    start = sum(len(line.encode()) for line in first_lines(text.data)[: first_line - 1])
    data = _without_trailing(text.data, start, text.separator) if columns.has_trailing_separators else text.data
    seen = _seen(data, seen)
    end = end_of_rows(data, start, text.separator) if is_whole and len(columns.names) > 1 else len(data)
    blank = _about_blank(seen, first_line, start, end)
    if end < len(data):
        data = data[:end]
        seen = _seen(data, seen)
    before, last = last_records(seen, start, first_line, text.separator, file) if is_whole else ([], [])
    ends = tuple(at_the_end(last, (*text.sample[1:], *before), len(columns.names), text.decimal))
    if options.lines_left_out is None:
        data = without_lines(data, ends)
    return TextTable(
        file=file,
        data=data,
        seen=_seen(data, seen),
        encoding=encoding,
        separator=text.separator,
        decimal=text.decimal,
        header=header is not None,
        columns=columns.names,
        unnamed=columns.made_up,
        start=start,
        first_line=first_line,
        skipped=text.dialect.above,
        marks=_marks(columns.names, options),
        names_line=0 if header is None else header[0],
        beginning=beginning(first_lines(original)),
        remarks=(*_about_unread(text, header), *columns.remarks, *_about_usual(text, options), *blank),
        no_rows=_no_rows(original, _said_left_out(options), below, ends, text.separator, file),
        last=next((each for each in reversed(last) if each[0] not in ends), None),
    )


@record
class _Text:
    """A text without its comments and what is left out of it: such lines are blank, so that all others keep theirs.

    above: the lines above the table; sample: its first records, of which the first may be its header.
    """

    data: bytes
    dialect: Dialect
    decimal: Decimal
    above: list[str]
    sample: list[Record]

    @property
    def separator(self) -> str:
        return self.dialect.separator

    def without(self, lines: Collection[int]) -> _Text:
        """lines: those of records that are no rows."""
        sample = [each for each in self.sample if each[0] not in lines]
        return replace(self, data=without_lines(self.data, lines), sample=sample)

    def rows(self, header: Record | None) -> list[Record]:
        """The sample without its header, which may also stand in a comment, or nowhere."""
        return self.sample[1:] if header is self.sample[0] else self.sample


def _check_separator(separator: str | None, file: str) -> None:
    if separator is not None and separator not in _ALLOWED:
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


def _with_line_feeds(data: bytes) -> bytes:
    """Each line ending with a line feed alone, also where a carriage return too much was written."""
    for end in (b"\r\r\n", b"\r\n", b"\r"):
        if end in data:
            data = data.replace(end, b"\n")
    return data


def _seen(data: bytes, before: Survey) -> Survey:
    """What is in the data, which may be the same as before."""
    return before if data is before.data else survey(data)


def _said_left_out(options: SheetOptions) -> tuple[int, ...] | None:
    """The lines that somebody says are no rows; None where nobody says anything."""
    if options.lines_left_out is None:
        return None
    return tuple(line for line in options.lines_left_out if line > (options.names_line or 0))


def _text_of(original: bytes, options: SheetOptions, file: str) -> _Text:
    """original: the file in UTF-8, with line feeds.

    Raises:
        DataError: nothing stands in the line of names, or nowhere.
    """
    names_line, separator, data = options.names_line or 0, options.separator, original
    if names_line:
        data, separator_above = from_line(data, names_line, file)
        separator = separator or separator_above
    data = without_lines(data, _said_left_out(options) or ())
    lines = first_lines(data)
    if names_line:
        dialect, above = dialect_from(lines, separator, names_line, file), first_lines(original)
    else:
        dialect, above = find_dialect(lines, separator, file), lines
    data = without_comments(data, lines, dialect.separator)
    table = iter(first_lines(data)[dialect.above :])
    sample = list(records(table, dialect.separator, file, dialect.above + 1))
    if not sample:
        raise DataError("{file} is empty.", file=file)
    sample = sample[: some_records(len(sample[0][1]))]
    cells = [cell for _, fields in sample for cell in fields]
    decimal = options.decimal or _decimal_of(cells, dialect.separator, options.usual_decimal)
    return _Text(data, dialect, decimal, above[: dialect.above], sample)


def _decimal_of(cells: list[str], separator: str, usual: Decimal | None) -> Decimal:
    """Mere numbers show it; where they leave it open, those with a unit behind them do."""
    found = find_decimal(cells, separator, usual)
    if "," not in "".join(cells) or not _is_open(cells, separator):
        return found
    return find_decimal(bare_numbers(cells), separator, found)


def _is_open(cells: list[str], separator: str) -> bool:
    """Whether the mark of decimals is whatever other files of the same kind have."""
    return len({find_decimal(cells, separator, mark) for mark in MARKS}) > 1


def _marks(names: Sequence[str], options: SheetOptions) -> dict[int, Decimal]:
    """The marks of columns in other files of the same kind, by their places here; none where somebody says one."""
    if options.decimal is not None or not options.usual_marks:
        return {}
    place_of = finder([name for name, _ in options.usual_marks])
    found = ((place, place_of(name)) for place, name in enumerate(names))
    return {place: options.usual_marks[known][1] for place, known in found if known is not None}


def _about_usual(text: _Text, options: SheetOptions) -> Iterator[Remark]:
    """Of numbers that may be read in two ways, and are read as in the file that was learned from."""
    if options.usual_decimal is None or options.decimal is not None:
        return
    cells = [cell for _, fields in text.sample for cell in fields]
    cells = [cell.strip() for cell in (*cells, *bare_numbers(cells)) if "," in cell or "." in cell]
    either = [cell for cell in cells if all(is_number(cell, mark) for mark in MARKS)]
    if either and text.decimal == options.usual_decimal and _is_open(cells, text.separator):
        yield Remark(
            "{value} may be read in two ways: decimals are taken to be written as 1{mark}5, as in the rows that were "
            "learned from.",
            value=shown(either[0]),
            mark=text.decimal,
        )


def _header_of(text: _Text, options: SheetOptions, named: Collection[str]) -> Record | None:
    """The first record of the table, or the names in a comment above it; None where there are no names."""
    first = text.sample[0]
    if options.names_line is not None:
        return first if options.names_line else None
    if options.header is False:
        return None
    rows = [fields for _, fields in text.sample[1:]]
    if any(cell.strip() in named for cell in first[1]) or has_header(first[1], rows, text.decimal):
        return first
    if text.dialect.names:
        return text.dialect.names_line, list(text.dialect.names)
    return first if options.header else None


def _below(text: _Text, header: Record | None) -> dict[int, Kind]:
    """The lines just below the header that are no rows."""
    if header is not text.sample[0] or text.dialect.names:
        return {}
    return below_the_names(header[1], text.sample[1:], text.decimal)


def _columns_of(text: _Text, header: Record | None, options: SheetOptions, original: bytes, file: str) -> NamedColumns:
    """What they are called.

    Raises:
        DataError: no rows, or a header that does not fit them.
    """
    if options.names_line:
        check_names(text.sample, file)
    rows = text.rows(header)
    if header is None:
        return called_by_place(rows)
    words_below = list[list[str]]()
    if header is text.sample[0] and rows:
        for line in range(header[0] + 1, rows[0][0]):  # whoever left them out
            words_below += [fields for _, fields in _record(original, line, text.separator, file)]
    return called_by_header(header[1], words_below, rows, file)


def _record(data: bytes, line: int, separator: str, file: str) -> list[Record]:
    """The record that stands there; none where nothing does."""
    return list(records_in(record_at(data, line), separator, file, line))


def _without_trailing(data: bytes, start: int, separator: str) -> bytes:
    """Without the separators at the ends of lines, from a place on."""
    mark = separator.encode()
    return data[:start] + data[start:].replace(mark + b"\n", b"\n").removesuffix(mark)


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
            if not any(map(str.strip, fields)):
                kind = "blank"
            found.append(NoRow(line, tuple(fields), kind, is_read))
    return tuple(found)


def _about_blank(seen: Survey, first_line: int, start: int, end: int) -> Iterator[Remark]:
    """Of lines of separators alone behind the end of the rows: a record is never lost without a word."""
    lines = seen.data[end:].split(b"\n")
    count = sum(1 for line in lines if line.strip())
    if count:
        above = first_line + seen.line_feeds_before(end) - seen.line_feeds_before(start)
        first = above + next(place for place, line in enumerate(lines) if line.strip())
        yield Remark(
            "Lines at the end that have separators alone are no rows: {count}, from line {line} on.",
            count=count,
            line=first,
        ).weighing(4)


def _about_unread(text: _Text, header: Record | None) -> Iterator[Remark]:
    """Of the lines above the table those that say something and are not read; the last one may have the names."""
    unread = [line for line in text.above if line.strip(f" \n{text.separator}") and not says_separator(line)]
    if header is not None and header is not text.sample[0]:
        unread = unread[:-1]
    if unread:
        template = "{count} lines above the table are not read; the first is: {text}."
        if len(unread) == 1:
            template = "A line above the table is not read: {text}."
        first = unread[0].strip(f" \n{text.separator}")
        yield Remark(template, count=len(unread), text=shown(first))
