"""How a CSV file is written - encoding, separator, columns - and on which line each of its records stands."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from engine.data.wording import shown
from engine.errors import DataError

_SEPARATORS = ",;\t"
_PIECE = 1024**2


@dataclass(frozen=True, slots=True)
class CsvText:
    """The bytes of a file and what must be known to read them; ``file`` is what messages call it."""

    file: str
    data: bytes
    encoding: str
    separator: str
    columns: tuple[str, ...]

    def opened(self) -> io.TextIOWrapper:
        """The text from its start, each line ending with a line feed."""
        return _opened(self.data, self.encoding)

    @property
    def blank(self) -> str:
        """Characters of which a line consists that pandas skips."""
        return _blank(self.separator)

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Line number, counted from 1, and fields of each record below the header."""
        records = _records(self.file, self.data, self.encoding, self.separator)
        next(records)
        return records


def read_header(data: bytes, *, file: str) -> CsvText:
    """Finds out how a file is written.

    Raises:
        DataError: not text, empty, no rows, or a header that does not name each column differently.
    """
    encoding = _find_encoding(data, file)
    separator = _find_separator(data, encoding)
    records = _records(file, data, encoding, separator)
    line, header = next(records, (1, []))
    if not header:
        raise DataError("{file} is empty.", file=file)
    columns = tuple(name.strip() for name in header)
    _check_columns(columns, file, line)
    line, first = next(records, (line, []))
    if not first:
        raise DataError("{file} has a header, but no rows below it.", file=file)
    if len(first) > len(columns):  # pandas would make an index of the first column or drop the last
        raise ragged(file, line, fields=len(first), columns=len(columns))
    return CsvText(file, data, encoding, separator, columns)


def start_of_rows(text: CsvText) -> int | None:
    """Where the line after the header begins, in bytes; None where that is not plain to see."""
    if not text.encoding.startswith("utf-8"):
        return None
    start = len(codecs.BOM_UTF8) if text.data.startswith(codecs.BOM_UTF8) else 0
    end = text.data.find(b"\n", start)
    header = text.data[start:end].removesuffix(b"\r")
    is_plain = end > 0 and header.strip() and b'"' not in header and b"\r" not in header
    return end + 1 if is_plain else None


def ragged(file: str, line: int, *, fields: int, columns: int) -> DataError:
    """A record with more or fewer fields than there are columns."""
    return DataError(
        "{file}, line {line}: {fields} fields, where the header has {columns}.",
        file=file,
        line=line,
        fields=fields,
        columns=columns,
    )


def no_names(file: str) -> DataError:
    """Numbers where the header should be."""
    return DataError("{file}: the first line must name the columns, but it holds only numbers.", file=file)


def is_number(text: str) -> bool:
    """Whether a field would be read as a number."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def _find_encoding(data: bytes, file: str) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp949"]:
        if _is_text(data, encoding):
            return encoding
    raise DataError("{file} is not text: save it as CSV in UTF-8.", file=file)


def _is_text(data: bytes, encoding: str) -> bool:
    if data.isascii():  # the common case, without decoding
        return b"\0" not in data
    text = _opened(data, encoding)
    try:
        return not any("\0" in piece for piece in iter(lambda: text.read(_PIECE), ""))
    except UnicodeError:
        return False


def _opened(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding)


def _find_separator(data: bytes, encoding: str) -> str:
    """The separator that the first line with text has most of, outside of quotes."""
    header = next((line for line in _opened(data, encoding) if line.strip()), "")
    unquoted = re.sub(r'"[^"]*"', "", header)
    return max(_SEPARATORS, key=unquoted.count)


def _blank(separator: str) -> str:
    return " \n" if separator == "\t" else " \t\n"


def _records(file: str, data: bytes, encoding: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Line and fields of each record; blank lines are skipped exactly where pandas skips them."""
    blank = _blank(separator)
    lines = (line if line.strip(blank) else "\n" for line in _opened(data, encoding))
    reader = csv.reader(lines, delimiter=separator)
    line = 1
    try:
        for fields in reader:
            if fields:
                yield line, fields
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError(
            "{file}, line {line}: not readable as CSV ({reason}).", file=file, line=line, reason=error
        ) from None


def _check_columns(columns: tuple[str, ...], file: str, line: int) -> None:
    twice = [name for name, count in Counter(columns).items() if count > 1]
    if twice and all(is_number(name) for name in columns):
        raise no_names(file)
    if "" in columns:
        raise DataError(
            "{file}, line {line}: column {position} has no name; name it, or delete it if it only numbers the rows.",
            file=file,
            line=line,
            position=columns.index("") + 1,
        )
    if twice:
        raise DataError(
            "{file}, line {line}: two columns are called {column}.", file=file, line=line, column=shown(twice[0])
        )
