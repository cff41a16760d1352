"""Reads the cells of a CSV file into arrays, some million at a time: little more memory is needed than theirs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.csv.frames import MISSING, frames
from engine.data.csv.plain_numbers import read_plain_numbers
from engine.data.csv.text import CsvText, ragged
from engine.data.files import LARGEST_FILE
from engine.data.task import Task
from engine.data.wording import shown
from engine.errors import DataError

MOST_LABELS = 100_000
"""Different labels after which the column is no column of classes for sure."""

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """features: (rows, n_features); labels: (rows,) indices into the sorted ``values``, or float32 where numbers are to
    be learned, without ``values``."""

    features: Floats
    labels: Labels | Floats
    values: list[object]


def read_cells(text: CsvText, label: str, chosen: Sequence[int] | None = None, *, task: Task = "classes") -> Cells:
    """All cells below the header; the column ``label`` holds the classes or the numbers to learn.

    chosen: the places of the columns that are read as features; without it all but the label.

    Raises:
        DataError: a cell that is neither number nor label, or too many of them.
    """
    place = text.columns.index(label)
    features, labels = _reserved(text, len(text.columns) - 1 if chosen is None else len(chosen))
    rows = read_plain_numbers(text, features, labels, place, chosen)
    if rows and task == "numbers":
        return Cells(features[:rows], labels[:rows].astype(np.float32), [])
    if rows:
        values, codes = np.unique(labels[:rows], return_inverse=True)
        return Cells(features[:rows], codes, values.tolist())
    names = _Numbers(text, place) if task == "numbers" else _Names(text, label)
    booleans: set[int] | None = None
    for frame in frames(text, place):
        if rows + len(frame) > len(features):
            raise _too_short(text)
        names.add(frame.pop(place), rows)  # type: ignore[arg-type]
        frame = frame if chosen is None else frame[[*chosen]]
        found = _booleans(frame)
        booleans = found if booleans is None else booleans
        if wrong := found ^ booleans:
            column = min(wrong)  # the words True and False among numbers
            raise _bad_cell(text, 0 if column in booleans else rows, column)
        _fill(features[rows : rows + len(frame)], frame, text, rows)
        rows += len(frame)
    if isinstance(names, _Numbers):
        return Cells(features[:rows], names.joined(), [])
    codes, values_found = names.sorted()
    return Cells(features[:rows], codes, values_found)


def _reserved(text: CsvText, n_features: int) -> tuple[Floats, Labels]:
    """Room for as many rows as there are lines: memory that is taken only as it is written to."""
    lines = text.data.count(b"\n") + (text.data.count(b"\r") if b"\r" in text.data else 0)
    n_columns = len(text.columns)
    rows = min(lines, len(text.data) // n_columns) + 1  # a cell and what ends it take a byte at least
    if rows * (4 * n_features + 8) > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=text.file)
    return np.empty((rows, n_features), np.float32), np.empty(rows, np.int64)


def _places(frame: pd.DataFrame) -> list[int]:
    return [int(column) for column in frame.columns.tolist()]


def _booleans(frame: pd.DataFrame) -> set[int]:
    """Columns with nothing but the words True and False."""
    return {column for column, kind in zip(_places(frame), frame.dtypes, strict=True) if kind.kind == "b"}


def _fill(features: Floats, frame: pd.DataFrame, text: CsvText, first: int) -> None:
    """features, frame: (rows, n_features); ``first`` is the row of the file that the frame begins with."""
    for column in frame.columns[[not pd.api.types.is_numeric_dtype(kind) for kind in frame.dtypes]]:
        frame[column] = pd.to_numeric(frame[column], errors="coerce")
    with np.errstate(over="ignore", invalid="ignore"):
        numbers = frame.to_numpy(np.float32)
        for row in range(0, len(numbers), 64):  # column by column in memory: turned in blocks that fit into the cache
            features[row : row + 64] = numbers[row : row + 64]
        total = features.sum(dtype=np.float64)  # finite, since so many float32 cannot reach its end
    if not np.isfinite(total):
        row, index = map(int, np.argwhere(~np.isfinite(features))[0])
        raise _bad_cell(text, first + row, _places(frame)[index], infinite=bool(np.isinf(features[row, index])))


class _Numbers:
    """The numbers to learn, as text."""

    def __init__(self, text: CsvText, place: int) -> None:
        self._text = text
        self._place = place
        self._found: list[Floats] = []

    def add(self, column: pd.Series[Any], first: int) -> None:
        """The next rows, of which the first is the file's row ``first``. Raises DataError."""
        with np.errstate(over="ignore", invalid="ignore"):
            numbers = pd.to_numeric(column, errors="coerce").to_numpy(np.float64).astype(np.float32)
        wrong = ~np.isfinite(numbers)
        if wrong.any():
            row = int(wrong.argmax())
            raise _bad_cell(self._text, first + row, self._place, infinite=bool(np.isinf(numbers[row])))
        self._found.append(numbers)

    def joined(self) -> Floats:
        """(rows,)"""
        return np.concatenate(self._found)


class _Names:
    """The labels, as text, numbered in the order in which they come."""

    def __init__(self, text: CsvText, label: str) -> None:
        self._text = text
        self._place = text.columns.index(label)
        self._codes: list[Labels] = []
        self._known: dict[str, int] = {}

    def add(self, column: pd.Series[Any], first: int) -> None:
        """The next rows, of which the first is the file's row ``first``. Raises DataError."""
        codes, found = pd.factorize(column)
        names = [str(name).strip() for name in found]
        missing = codes < 0
        for index, name in enumerate(names):
            if not name:
                missing |= codes == index
        if missing.any():
            raise _bad_cell(self._text, first + int(missing.argmax()), self._place)
        numbers = np.array([self._known.setdefault(name, len(self._known)) for name in names], np.int64)
        if len(self._known) > MOST_LABELS:
            raise DataError(
                "{file}: {column} has more than {most} different values: choose a column that holds classes.",
                file=self._text.file,
                column=shown(self._text.columns[self._place]),
                most=MOST_LABELS,
            )
        self._codes.append(numbers[codes])

    def sorted(self) -> tuple[Labels, list[object]]:
        """Indices of all rows, and what they stand for: sorted as numbers where all are. Raises DataError."""
        codes = np.concatenate(self._codes)
        names = list(self._known)
        numbers = _as_numbers(names)
        if numbers is None:
            values = sorted(names)
            places = {name: index for index, name in enumerate(values)}
            return np.array([places[name] for name in names], np.int64)[codes], list(values)
        if np.isinf(numbers).any():
            infinite = np.isinf(numbers)[codes]
            raise _bad_cell(self._text, int(infinite.argmax()), self._place, infinite=True)
        found, inverse = np.unique(numbers, return_inverse=True)
        return inverse.astype(np.int64)[codes], found.tolist()


def _as_numbers(names: list[str]) -> NDArray[Any] | None:
    """The same as numbers; None unless all are some that can be told apart as such."""
    try:
        numbers = pd.to_numeric(pd.Series(names, dtype=object)).to_numpy()
    except (ValueError, TypeError, OverflowError):
        return None
    if numbers.dtype.kind == "f" and (np.isnan(numbers) | (np.isfinite(numbers) & (np.abs(numbers) >= 2**53))).any():
        return None
    return numbers if numbers.dtype.kind in "iuf" else None


def _too_short(text: CsvText) -> DataError:
    """More records than the file has room for: some have too few fields."""
    for line, fields in text.records():
        if len(fields) != len(text.columns):
            return ragged(text.file, line, fields=len(fields), columns=len(text.columns))
    return DataError("{file} was changed while it was read: open it again.", file=text.file)


def _bad_cell(text: CsvText, row: int, place: int, *, infinite: bool = False) -> DataError:
    """What is wrong with a cell that is not a finite number or a label; ``row`` counts records from 0."""
    line, fields = next(itertools.islice(text.records(), row, None))
    if len(fields) != len(text.columns):
        return ragged(text.file, line, fields=len(fields), columns=len(text.columns))
    value = fields[place].strip()
    template = "{file}, line {line}, column {column}: {value} is not a number."
    if infinite:
        template = "{file}, line {line}, column {column}: {value} is too large a number."
    elif value in MISSING:
        template = "{file}, line {line}, column {column}: the value is missing."
    return DataError(
        template,
        file=text.file,
        line=line,
        column=shown(text.columns[place]),
        value=shown(value),
    )
