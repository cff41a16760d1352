"""Records of a text file that are no rows, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal, TypeAlias

import numpy as np

from engine.data.files.wording import shown
from engine.data.sheet import Column, Words
from engine.data.text.marks import Decimal, is_missing, is_number, numbers, own_mark
from engine.errors import Remark
from engine.records import record

Kind: TypeAlias = Literal["names", "sum", "note", "blank", ""]

_FEWEST_ROWS: Final = 3
_GLANCE: Final = 200
"""Rows that mostly show that a number is not the sum of all."""
_CLOSE: Final = 1e-6


@record
class NoRow:
    """A record that is no row, as it seems or as somebody says. kind: what it gives instead, where that is known."""

    line: int
    fields: tuple[str, ...]
    kind: Kind
    is_read: bool = False
    """Whether it is read as a row all the same."""


def with_sums(records: Sequence[NoRow], columns: Sequence[Column], decimal: Decimal) -> tuple[NoRow, ...]:
    """The same; those that give the sums of these columns are known as such."""
    return tuple(
        replace(record, kind="sum") if not record.kind and gives_sums(record.fields, columns, decimal) else record
        for record in records
    )


def gives_sums(fields: Sequence[str], columns: Sequence[Column], decimal: Decimal, end: int | None = None) -> bool:
    """Whether all numbers of a record are the sums of their columns, two of them at least or one that stands alone.

    end: of how many rows, where not of all.
    """
    found, others = 0, 0
    for text, column in zip(fields, columns, strict=False):
        if is_missing(text):
            continue
        if isinstance(column, Words) or column.dtype.kind != "f" or not is_number(text, decimal):
            others += 1
            continue
        column = column[:end]
        value = float(numbers([text.strip()], own_mark([text], decimal))[0])
        known = column[:_GLANCE][column[:_GLANCE] == column[:_GLANCE]]
        if len(column) < _FEWEST_ROWS or not len(known) or (known.min() >= 0 and value <= known.max()):
            return False
        known = column[column == column].astype(np.float64)
        if not abs(known.sum() - value) <= _CLOSE * np.abs(known).sum() or np.count_nonzero(known) < _FEWEST_ROWS:
            return False
        found += 1
    return (found > 1 and others <= 1) or (found == 1 and not others and len(columns) > 1)


def told_of(records: Sequence[NoRow]) -> Iterator[Remark]:
    """A sentence for each, with a button that takes it for the other thing."""
    left_out = [each.line for each in records if not each.is_read]
    for each in records:
        text = shown(", ".join(cell.strip() for cell in each.fields if cell.strip()))
        if each.is_read and each.kind == "blank":
            continue  # as any row without a label
        if each.is_read:
            told = Remark("Line {line} seems to be no row: {text}.", line=each.line, text=text).weighing(1)
            lines = tuple(sorted([*left_out, each.line]))
            yield told.mended_by(Remark("Leave it out"), ("data.lines_left_out", lines))
        else:
            told = Remark(_SAID[each.kind], line=each.line, text=text)
            lines = tuple(line for line in left_out if line != each.line)
            yield told.mended_by(Remark("Read it as a row"), ("data.lines_left_out", lines))


_SAID: Final = {
    "names": "Line {line} is left out, for it says more of the columns: {text}.",
    "sum": "Line {line} is left out, for it gives sums or means of the rows: {text}.",
    "note": "Line {line} is left out, for it is a note on the table: {text}.",
    "blank": "Line {line} is left out, for it has separators alone.",
    "": "Line {line} is left out: {text}.",
}
