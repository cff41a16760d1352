"""The columns of a text file as they are filled, piece by piece: little more memory is needed than theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Event

import numpy as np
from numpy.typing import NDArray

from engine.data.files.progress import Report
from engine.data.files.read import LARGEST_FILE
from engine.data.text.marks import MISSING, own_mark
from engine.data.text.parsing.only_numbers import MOST_COLUMNS, rows_of_numbers
from engine.data.text.parsing.part import Floats, Part, infinite_in
from engine.data.text.parsing.plan import Plan
from engine.data.text.parsing.runs import Run, runs_of_lines
from engine.data.text.parsing.whole_numbers import pieces, whole_numbers
from engine.data.text.words import Found, Gathered, as_numbers, column_of
from engine.data.text.written import BLANKS, TextTable
from engine.data.threads import in_threads
from engine.errors import DataError

_APART = 2**53
"""Whole numbers that float64 can tell apart are smaller."""


class Filling:
    """Room for all rows, filled piece by piece."""

    def __init__(self, table: TextTable, planned: Plan) -> None:
        self._table, self._plan = table, planned
        self.n_rows = 0
        self.ends_with_hole = False
        room = _room(table, planned)
        self.block = np.empty((room, len(planned.small)), np.float32)
        self._large = {place: np.empty(room, np.float64) for place in planned.large}
        self._texts = {place: Gathered() for place in planned.texts}
        self._odd: dict[int, tuple[list[NDArray[np.intp]], Gathered]] = {}
        """Texts in columns of numbers: rows, and what stands there."""
        self._infinite: dict[int, list[NDArray[np.intp]]] = {}

    def add(self, part: Part) -> None:
        """The next rows."""
        start, end = self.n_rows, self.n_rows + len(part.block)
        if end > len(self.block):
            raise _too_many_records(self._table)
        self.block[start:end] = part.block
        for place, cells in part.large.items():
            self._large[place][start:end] = cells
        for place, texts in part.texts.items():
            self._texts[place].add(texts)
        for place, (odd, texts) in part.odd.items():
            rows, gathered = self._odd.setdefault(place, ([], Gathered()))
            rows.append(odd + start)
            gathered.add(texts)
        self._note_infinite(part.infinite, start)
        self.ends_with_hole |= part.ends_with_hole
        self.n_rows = end

    def read_numbers(self, report: Report) -> bool:
        """All rows at once, in threads; False where there is anything but numbers, and nothing is read."""
        table = self._table
        if self._plan.texts or table.has_quotes or table.separator == BLANKS:
            return False
        if self._plan.is_whole and self._fill(self._whole_numbers, report):
            return True
        return 1 < len(table.columns) < MOST_COLUMNS and self._fill(self._any_numbers, report)

    def _fill(self, rows_of: Callable[[Run], Iterator[NDArray[np.floating]]], report: Report) -> bool:
        """rows_of: the rows of a run, all of its lines; raises ValueError where there is anything else."""
        stopped = Event()

        def fill(run: Run) -> bool:
            at = run.row
            try:
                for rows in rows_of(run):
                    if stopped.is_set():
                        return False
                    self._put(at, rows)
                    at += len(rows)
            except ValueError:
                return False
            return True

        runs = runs_of_lines(self._table)
        if not runs or runs[-1].end_row > len(self.block):
            return False
        try:
            for run, is_filled in zip(runs, in_threads(fill, runs) if len(runs) > 1 else map(fill, runs), strict=True):
                report(run.end, len(self._table.data))
                if not is_filled:
                    self._infinite.clear()
                    return False
        finally:
            stopped.set()
        self.n_rows = runs[-1].end_row
        return True

    def _whole_numbers(self, run: Run) -> Iterator[Floats]:
        table = self._table
        for piece in pieces(table.data, run.start, run.end, len(table.columns)):
            yield whole_numbers(piece, len(table.columns), table.separator)

    def _any_numbers(self, run: Run) -> Iterator[NDArray[np.float64]]:
        table = self._table
        return rows_of_numbers(
            table.data, run.start, run.end, len(table.columns), table.separator, table.parsed_decimal
        )

    def _put(self, start: int, rows: NDArray[np.floating]) -> None:
        """rows: (n, all columns)"""
        end = start + len(rows)
        filled = self.block[start:end]
        with np.errstate(over="ignore"):
            _take(rows, self._plan.small, filled)
        large = {place: rows[:, place] for place in self._large}
        for place, cells in large.items():
            self._large[place][start:end] = cells
        if rows.dtype == np.float64:  # and not numbers that float32 holds anyway
            self._note_infinite(infinite_in(filled, self._plan, large), start)

    def _note_infinite(self, infinite: Mapping[int, NDArray[np.intp]], start: int) -> None:
        """infinite: rows from this one on, by the places of their columns."""
        for place, rows in infinite.items():
            self._infinite.setdefault(place, []).append(rows + start)

    def found(self) -> tuple[dict[int, Found], list[int]]:
        """Columns by their places, and the places of those that are to be read as texts after all."""
        self.block = self.block[: self.n_rows]
        again = [place for place in self._plan.exact if self._is_to_be_read_again(place)]
        columns = {
            place: column_of(gathered, self._table.mark_of(place), exact=place in self._plan.exact)
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
        if place in self._odd:
            rows, gathered = np.concatenate(self._odd[place][0]), self._odd[place][1]
            words, mark = gathered.words(MISSING), self._table.mark_of(place)
            found = as_numbers(words, mark, good) if own_mark(words.values, mark) == mark else None
            if found is None:
                return None  # or all of them have another mark
            cells[rows] = found.column  # type: ignore[assignment]
            bad.append(rows[found.bad])
            is_infinite.append(found.infinite)
        rows = np.concatenate(bad)
        order = np.argsort(rows)
        return Found(cells, rows[order], np.concatenate(is_infinite)[order])


def _take(rows: NDArray[np.floating], places: Sequence[int], into: Floats) -> None:
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
