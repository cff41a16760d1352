"""Reads the cells of a text file into columns, some million at a time: little more memory is needed than theirs."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.files import LARGEST_FILE
from engine.data.progress import Report
from engine.data.text.frames import frames
from engine.data.text.marks import is_missing, is_plain_number
from engine.data.text.words import Found, Gathered, as_numbers, column_of
from engine.data.text.written import BLANKS, TextTable
from engine.errors import DataError

_LARGEST_EXACT = 2**24
"""Whole numbers up to here are exact in float32."""
_SAMPLE = 200
"""Records."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """All columns; see `engine.data.sheet.Sheet`. found: where they have cells that cannot be read."""

    found: tuple[Found, ...]
    block: Floats
    block_places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the columns of a table seem to be, by their places: numbers that float32 can hold, larger ones, or texts."""

    small: tuple[int, ...]
    large: tuple[int, ...]
    texts: tuple[int, ...]
    exact: tuple[int, ...]
    """Those of the texts that are classes."""


def plan(table: TextTable, exact: Collection[str]) -> Plan:
    """Looks at the first records."""
    records = [fields for _, fields in itertools.islice(table.records(), _SAMPLE)]
    small, large, texts = list[int](), list[int](), list[int]()
    for place, name in enumerate(table.columns):
        cells = [fields[place].strip() for fields in records if place < len(fields) and not is_missing(fields[place])]
        points = [cell.replace(",", ".") if table.decimal == "," else cell for cell in cells]
        numbers = [float(cell) for cell in points if is_plain_number(cell)]
        if name in exact or 2 * len(numbers) <= len(cells):
            texts.append(place)
        elif max(map(abs, numbers)) >= _LARGEST_EXACT:
            large.append(place)
        else:
            small.append(place)
    named = tuple(place for place in texts if table.columns[place] in exact)
    return Plan(tuple(small), tuple(large), tuple(texts), named)


def read_cells(table: TextTable, exact: Collection[str], report: Report) -> Cells:
    """exact: see `engine.data.reading.read_sheet`.

    Raises:
        DataError: the text is not a table.
    """
    planned = plan(table, exact)
    filling = _Filling(table, planned)
    for frame in frames(table, planned.texts, planned.exact, report):
        filling.add(frame)
    _check_fields(table, filling.n_rows, filling.ends_with_hole)
    found, again = filling.found()
    if again:
        for place, gathered in _read_texts(table, again, report).items():
            found[place] = column_of(gathered, table.decimal, exact=False)
    places = () if set(again) & set(planned.small) else planned.small
    return Cells(tuple(found[place] for place in sorted(found)), filling.block, places)


class _Filling:
    """Room for all rows, filled piece by piece."""

    def __init__(self, table: TextTable, planned: Plan) -> None:
        self._table, self._plan = table, planned
        self.n_rows = 0
        self.ends_with_hole = False
        room = _room(table, planned)
        self.block = np.empty((room, len(planned.small)), np.float32)
        self._large = {place: np.empty(room, np.float64) for place in planned.large}
        self._texts = {place: Gathered() for place in planned.texts}
        self._odd: dict[int, list[tuple[NDArray[np.intp], Gathered]]] = {}
        """Texts in columns of numbers: rows, and what stands there."""
        self._infinite: dict[int, list[NDArray[np.intp]]] = {}

    def add(self, frame: pd.DataFrame) -> None:
        """The next rows."""
        start, end = self.n_rows, self.n_rows + len(frame)
        if end > len(self.block):
            raise _too_many_records(self._table)
        for place, gathered in self._texts.items():
            gathered.add(frame[place])
        for place, cells in self._large.items():
            cells[start:end] = self._numbers(frame[place], place)
            self._note_infinite(np.abs(cells[start:end]) > np.finfo(np.float32).max, place)
        self._fill_block(frame[[*self._plan.small]], start)
        self.ends_with_hole |= bool(frame[len(self._table.columns) - 1].isna().any())
        self.n_rows = end

    def _fill_block(self, frame: pd.DataFrame, start: int) -> None:
        for place, kind in zip(self._plan.small, frame.dtypes, strict=True):
            if kind.kind not in "iuf":
                frame[place] = self._numbers(frame[place], place)
        with np.errstate(over="ignore"):
            numbers = frame.to_numpy(np.float32)
        filled = self.block[start : start + len(numbers)]
        for row in range(0, len(numbers), 64):  # column by column in memory: turned in blocks that fit into the cache
            filled[row : row + 64] = numbers[row : row + 64]
        if (infinite := np.isinf(filled)).any():
            for index in np.flatnonzero(infinite.any(axis=0)).tolist():
                self._note_infinite(infinite[:, index], self._plan.small[index])

    def _numbers(self, cells: pd.Series, place: int) -> NDArray[np.float64]:
        """The cells as numbers; what else stands among them is kept for later, and NaN for now."""
        if cells.dtype.kind in "iuf":
            return cells.to_numpy(np.float64)
        numbers = np.full(len(cells), np.nan)
        if cells.dtype.kind != "b":  # words that are no numbers here
            numbers[:] = pd.to_numeric(cells, errors="coerce")
        cells = cells.astype(object)
        odd = np.flatnonzero(np.isnan(numbers) & cells.notna().to_numpy())
        gathered = Gathered()
        gathered.add(cells.iloc[odd])
        self._odd.setdefault(place, []).append((odd + self.n_rows, gathered))
        return numbers

    def _note_infinite(self, infinite: NDArray[np.bool_], place: int) -> None:
        if infinite.any():
            self._infinite.setdefault(place, []).append(np.flatnonzero(infinite) + self.n_rows)

    def found(self) -> tuple[dict[int, Found], list[int]]:
        """Columns by their places, and the places of those that are to be read as texts after all."""
        self.block = self.block[: self.n_rows]
        columns = {
            place: column_of(gathered, self._table.decimal, exact=place in self._plan.exact)
            for place, gathered in self._texts.items()
        }
        self._texts.clear()
        numbers = dict(zip(self._plan.small, self.block.T, strict=True))
        again = list[int]()
        for place, cells in (numbers | self._large).items():
            mended = self._mended(cells[: self.n_rows], place)
            if mended is None:
                again.append(place)
            else:
                columns[place] = mended
        return columns, again

    def _mended(self, cells: NDArray[np.floating], place: int) -> Found | None:
        """A column of numbers with what stands among them."""
        infinite = np.concatenate([np.empty(0, np.intp), *self._infinite.get(place, ())])
        cells[infinite] = np.nan
        bad, is_infinite = [infinite], [np.ones(len(infinite), bool)]
        good = len(cells) - int(np.isnan(cells).sum()) if place in self._odd else 0
        for rows, gathered in self._odd.get(place, ()):
            found = as_numbers(gathered.words(()), self._table.decimal, good)
            if found is None:
                return None
            cells[rows] = found.column  # type: ignore[assignment]
            bad.append(rows[found.bad])
            is_infinite.append(found.infinite)
        rows = np.concatenate(bad)
        order = np.argsort(rows)
        return Found(cells, rows[order], np.concatenate(is_infinite)[order])


def _read_texts(table: TextTable, places: Sequence[int], report: Report) -> dict[int, Gathered]:
    """Columns that looked like numbers, once more as texts."""
    texts = {place: Gathered() for place in places}
    for frame in frames(table, places, (), report, only=places):
        for place, gathered in texts.items():
            gathered.add(frame[place])
    return texts


def _room(table: TextTable, planned: Plan) -> int:
    """Rows there may be at most: memory that is taken only as it is written to."""
    n_columns = len(table.columns)
    lines = table.data.count(b"\n", table.start) + 1
    rows = min(lines, (len(table.data) - table.start) // n_columns + 1)  # a cell and its end take a byte at least
    if rows * (4 * len(planned.small) + 8 * len(planned.large) + 8 * len(planned.texts)) > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=table.file)
    return rows


def _check_fields(table: TextTable, n_rows: int, ends_with_hole: bool) -> None:
    """Whether each record has a field for each column: pandas fills up what is too short: its end is missing."""
    n_columns = len(table.columns)
    if not ends_with_hole:
        return
    is_plain = not table.has_quotes and table.separator != BLANKS
    if is_plain and table.data.count(table.separator.encode(), table.start) == (n_columns - 1) * n_rows:
        return
    for line, fields in table.records():
        if len(fields) != n_columns:
            raise table.ragged(line, len(fields))


def _too_many_records(table: TextTable) -> DataError:
    """More than the file has room for: some have too few fields."""
    for line, fields in table.records():
        if len(fields) != len(table.columns):
            return table.ragged(line, len(fields))
    return DataError("{file} was changed while it was read: open it again.", file=table.file)
