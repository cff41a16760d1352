"""The columns of a text file as they are filled, piece by piece: little more memory is needed than theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.files.progress import Report
from engine.data.files.read import LARGEST_FILE
from engine.data.text.marks import MISSING
from engine.data.text.plan import Plan
from engine.data.text.whole_numbers import pieces, whole_numbers
from engine.data.text.words import Found, Gathered, as_numbers, column_of
from engine.data.text.written import BLANKS, TextTable
from engine.errors import DataError

_APART = 2**53
"""Whole numbers that float64 can tell apart are smaller."""

Floats = NDArray[np.float32]


class Filling:
    """Room for all rows, filled piece by piece."""

    def __init__(self, table: TextTable, planned: Plan) -> None:
        self._table, self._plan = table, planned
        self.n_rows = 0
        self.ends_with_hole = False
        room = _room(table, planned)
        self.block = np.empty((room, len(planned.small)), np.float32)
        self._index = {place: index for index, place in enumerate(planned.small)}
        """Where in the block a column stands."""
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
        filled = self.block[start:end]
        with np.errstate(over="ignore"):
            for place, cells in cast("Iterator[tuple[int, pd.Series]]", frame.items()):  # some at once take longer
                if place in self._index:
                    filled[:, self._index[place]] = self._numbers(cells, place)
                elif place in self._large:
                    self._large[place][start:end] = numbers = self._numbers(cells, place)
                    self._note_infinite(np.abs(numbers) > np.finfo(np.float32).max, place)
                else:
                    self._texts[place].add(cells)
        if (infinite := np.isinf(filled)).any():
            for index in np.flatnonzero(infinite.any(axis=0)).tolist():
                self._note_infinite(infinite[:, index], self._plan.small[index])
        self.ends_with_hole |= bool(frame[len(self._table.columns) - 1].isna().any())
        self.n_rows = end

    def read_whole_numbers(self, report: Report) -> bool:
        """All rows at once; False where something else stands among them, and nothing is read."""
        table, planned = self._table, self._plan
        if table.has_quotes or table.separator == BLANKS:
            return False
        at = 0
        for piece, place_in_file in pieces(table.data, table.start, len(table.columns)):
            report(place_in_file, len(table.data))
            rows = whole_numbers(piece, len(table.columns), table.separator)
            if rows is None or at + len(rows) > len(self.block):
                return False
            end = at + len(rows)
            _take(rows, planned.small, self.block[at:end])
            for place, cells in self._large.items():
                cells[at:end] = rows[:, place]
            at = end
        self.n_rows = at
        return True

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
        again = [place for place in self._plan.exact if self._is_to_be_read_again(place)]
        columns = {
            place: column_of(gathered, self._table.decimal, exact=place in self._plan.exact)
            for place, gathered in self._texts.items()
            if place not in again
        }
        self._texts.clear()
        numbers = dict(zip(self._plan.small, self.block.T, strict=True)) | self._large
        for place, cells in numbers.items():
            mended = self._mended(cells[: self.n_rows], place) if place not in again else None
            if mended is not None:
                columns[place] = mended
            elif place not in again:
                again.append(place)
        return columns, again

    def _is_to_be_read_again(self, place: int) -> bool:
        """Whether a class may be called NA, or its numbers cannot be told apart."""
        if place in self._texts:
            return self._texts[place].has_holes
        cells = self._large[place][: self.n_rows]
        return not bool((np.abs(cells) < _APART).all())

    def _mended(self, cells: NDArray[np.floating], place: int) -> Found | None:
        """A column of numbers with what stands among them."""
        infinite = np.concatenate([np.empty(0, np.intp), *self._infinite.get(place, ())])
        cells[infinite] = np.nan
        bad, is_infinite = [infinite], [np.ones(len(infinite), bool)]
        good = len(cells) - int(np.isnan(cells).sum()) if place in self._odd else 0
        for rows, gathered in self._odd.get(place, ()):
            found = as_numbers(gathered.words(MISSING), self._table.decimal, good)
            if found is None:
                return None
            cells[rows] = found.column  # type: ignore[assignment]
            bad.append(rows[found.bad])
            is_infinite.append(found.infinite)
        rows = np.concatenate(bad)
        order = np.argsort(rows)
        return Found(cells, rows[order], np.concatenate(is_infinite)[order])


def _take(rows: Floats, places: Sequence[int], into: Floats) -> None:
    """Some columns of rows, in runs of neighbours: much faster than one by one."""
    start = 0
    while start < len(places):
        end = start + 1
        while end < len(places) and places[end] == places[end - 1] + 1:
            end += 1
        into[:, start:end] = rows[:, places[start] : places[end - 1] + 1]
        start = end


def _room(table: TextTable, planned: Plan) -> int:
    """Rows there may be at most: memory that is taken only as it is written to."""
    n_columns = len(table.columns)
    rows = min(
        table.n_lines, (len(table.data) - table.start) // n_columns + 1
    )  # a cell and its end take a byte at least
    if rows * (4 * len(planned.small) + 8 * len(planned.large) + 8 * len(planned.texts)) > LARGEST_FILE:
        raise DataError("{file} needs more than 2 GB of memory: use a part of it.", file=table.file)
    return rows


def _too_many_records(table: TextTable) -> DataError:
    """More than the file has room for: some have too few fields."""
    for line, fields in table.records():
        if len(fields) != len(table.columns):
            return table.ragged(line, len(fields))
    return DataError("{file} was changed while it was read: open it again.", file=table.file)
