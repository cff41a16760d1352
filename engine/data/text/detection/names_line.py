"""A text whose names stand in a line that somebody says: nothing above it is read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from engine.data.text.detection.dialect import COMMENT_MARKS, Record, said_separator, usual_fields
from engine.data.text.lines import start_of
from engine.errors import DataError
from engine.visible import visible

_MOST_SHOWN: Final = 30
"""Lines of the beginning from which the one with the names can be chosen."""
_LONGEST_SHOWN: Final = 80
_MARKS: Final = f"{''.join(COMMENT_MARKS)} ".encode()


def from_line(data: bytes, line: int, file: str) -> tuple[bytes, str | None]:
    """The text with blank lines above this one, counted from 1, which is no comment any more; and the separator that
    those above it say.

    Raises:
        DataError: nothing stands there.
    """
    start = start_of(data, line)
    end = data.find(b"\n", start) + 1 or len(data)
    names = b"" if start is None else data[start:end].lstrip(_MARKS)
    if start is None or not names.strip():
        raise DataError(
            "{file}, line {line}: there is nothing, so it cannot name the columns: choose another line.",
            file=file,
            line=line,
        )
    above = data[:start].decode(errors="replace").split("\n")
    return b"\n" * (line - 1) + names + data[end:], said_separator(above)


def check_names(sample: Sequence[Record], file: str) -> None:
    """sample: the first records, that with the names before all others.

    Raises:
        DataError: there are not as many names as fields.
    """
    (line, names), *rows = sample
    usual = usual_fields(rows)
    if not rows or abs(len(names) - usual) <= 1:
        return  # why one more or less may be right is known, see `find`
    template = (
        "{file}, line {line}: {count} names, where most lines have {fields} fields: choose another line for the names."
    )
    if len(names) == 1:
        template = "{file}, line {line}: 1 name, where most lines have {fields} fields: choose another line."
    elif usual == 1:
        template = "{file}, line {line}: {count} names, where most lines have 1 field: choose another line."
    raise DataError(template, file=file, line=line, count=len(names), fields=usual)


def beginning(lines: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Number and text of the first lines in which there is anything."""
    filled = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    return tuple(
        (number, visible(" ".join(line.split())[:_LONGEST_SHOWN])) for number, line in islice(filled, _MOST_SHOWN)
    )
