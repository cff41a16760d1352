"""Cells that are no numbers where one must stand."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.columns.values import is_too_large, text_of
from engine.data.files.wording import listed, shown
from engine.data.sheet import Sheet
from engine.errors import DataError


def bad_number(sheet: Sheet, place: int, row: int, units: Sequence[str] = ()) -> DataError:
    """What is wrong with the cell of a row, counted from 0, in the column at this place.

    units: those of the column in the file that was learned from.
    """
    value = text_of(sheet.columns[place], row)
    template = "{file}, line {line}, column {column}: {value} is not a number."
    if is_too_large(value):
        template = "{file}, line {line}, column {column}: {value} is too large a number."
    elif units and _has_unit(str(value)):
        template = "{file}, line {line}, column {column}: {value} has another unit than the training rows ({units})."
    return DataError(
        template,
        file=sheet.file,
        line=sheet.line_of(row),
        column=shown(sheet.names[place]),
        value=shown(value),
        units=listed(units),
    )


def _has_unit(value: str) -> bool:
    from engine.data.text.units import units_in  # here, because pandas takes long to import

    return bool(units_in([value]))
