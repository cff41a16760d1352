"""Reads a table of any format as rows to learn from, or to use a trained network on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from engine.data.columns.column import Column
from engine.data.columns.guess import likeliest_label
from engine.data.columns.proposal import propose
from engine.data.columns.refused import RefusedTableError
from engine.data.columns.table import chosen_table, table_of, unlabelled_table
from engine.data.columns.uses import of_known_columns, written_label
from engine.data.dataset import Table
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions
from engine.data.sources.choice import Reading
from engine.data.spec import DataSpec
from engine.errors import DataError

_FEWEST: Final = 2
"""Rows that can be learned from."""
_FIRST_ROWS = 200
"""Rows that tell the names of the columns."""


def load_rows(path: Path, spec: DataSpec, reading: Reading) -> Table:
    """See `engine.data.load_table`.

    Raises:
        DataError: one sentence that names file, line and column.
    """
    if reading.choose is not None:
        label = written_label(_read(path, spec, "", reading, rows=_FIRST_ROWS), spec.label)
        sheet = _read(path, spec, label, reading)
        columns = reading.columns
        if columns is not None and spec.decimal is not None:
            columns = [replace(column, decimal=spec.decimal) for column in columns]
        if not reading.needs_label:
            return unlabelled_table(sheet, label, reading.choose, columns)
        return chosen_table(sheet, spec, label, reading.choose, columns)
    if not reading.is_new and not reading.guess_label:
        sheet = _read(path, spec, spec.label_column, reading)
        label = of_known_columns(sheet, spec).label_column
        if label != spec.label_column and label in sheet.names:
            sheet = _read(path, spec, label, reading)  # it is written in another way, and must be read exactly
        return _table(sheet, spec)
    sheet, label = _with_likeliest_label(path, spec, reading)
    said = spec.model_copy(update={"label": label})
    is_guess = label != spec.label and not sheet.names_label(label)
    return _table(sheet, propose(sheet, said) if reading.is_new else said, is_guess=is_guess)


def check_rows(sheet: Sheet) -> None:
    """Raises DataError where there are not enough to learn from and to test."""
    if sheet.n_rows < _FEWEST:
        raise DataError("{file} has a single row: one to learn from and one to test are needed.", file=sheet.file)


def _table(sheet: Sheet, spec: DataSpec, *, is_guess: bool = False) -> Table:
    """Raises RefusedTableError where the file could be read, but its rows cannot be learned from."""
    try:
        check_rows(sheet)
        return table_of(sheet, spec, is_guess=is_guess)
    except DataError as error:
        raise RefusedTableError(error, sheet, of_known_columns(sheet, spec)) from error


def _with_likeliest_label(path: Path, spec: DataSpec, reading: Reading) -> tuple[Sheet, str]:
    """The sheet, and the name of its label column, which was read exactly."""
    sheet = _read(path, spec, spec.label, reading)
    label = written_label(sheet, spec.label) if reading.is_new else spec.label
    if label not in sheet.names:
        label = likeliest_label(sheet, spec.label)
    return (sheet if label == spec.label else _read(path, spec, label, reading)), label


def _read(path: Path, spec: DataSpec, label: str, reading: Reading, rows: int | None = None) -> Sheet:
    known = reading.columns or ()
    usual = _usual_decimal(known)
    marks = () if usual else tuple((column.name, column.decimal) for column in known if column.decimal)
    options = replace(SheetOptions.of(spec), usual_decimal=usual, usual_marks=marks)
    return read_sheet(path, options, exact=[label] if label else [], rows=rows, report=reading.report)


def _usual_decimal(columns: Sequence[Column]) -> Literal[".", ","] | None:
    """The mark in the file that was learned from, where all columns that show one have the same."""
    marks = {column.decimal for column in columns if column.decimal}
    return "," if marks == {","} else "." if marks == {"."} else None
