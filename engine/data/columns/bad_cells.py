"""Cells that are no numbers where one must stand."""

from __future__ import annotations

from engine.data.columns.values import is_too_large, text_of
from engine.data.files.wording import shown
from engine.data.sheet import Sheet
from engine.errors import DataError


def bad_number(sheet: Sheet, place: int, row: int) -> DataError:
    """What is wrong with the cell of a row, counted from 0, in the column at this place."""
    value = text_of(sheet.columns[place], row)
    template = "{file}, line {line}, column {column}: {value} is not a number."
    if is_too_large(value):
        template = "{file}, line {line}, column {column}: {value} is too large a number."
    return DataError(
        template, file=sheet.file, line=sheet.line_of(row), column=shown(sheet.names[place]), value=shown(value)
    )
