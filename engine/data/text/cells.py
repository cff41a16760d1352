"""Reads the cells of a text file into columns, some million at a time: little more memory is needed than theirs."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.files.progress import Report
from engine.data.sheet import Column, Words
from engine.data.text.marks import MISSING, MISSING_CLASS, example_of_either, values_in
from engine.data.text.parsing.filling import Filling
from engine.data.text.parsing.frames import Wanted, parts
from engine.data.text.parsing.part import part_of
from engine.data.text.parsing.plan import Plan, plan
from engine.data.text.words import Found, Gathered, Numbered, column_of, numbered
from engine.data.text.written import BLANKS, TextTable, some_records
from engine.errors import DataError
from engine.records import record

Floats = NDArray[np.float32]
_MOST_CELLS = 40_000
"""That are looked at once more, as they are written, which takes some hundredths of a second."""
_ROUNDED = 0.1
"""Thousandths of float32 below 1000 are nearer to whole ones."""


@record(eq=False)
class Cells:
    """All columns; see `engine.data.sheet.Sheet`. found: where they have cells that cannot be read."""

    found: tuple[Found, ...]
    block: Floats
    block_places: tuple[int, ...]
    thousands: dict[int, str]
    codes: dict[int, str]
    digits: dict[int, int]
    either: dict[int, str]
    """See `engine.data.text.parsing.plan.Plan`, as the others."""


def read_cells(table: TextTable, exact: Collection[str], report: Report) -> Cells:
    """exact: see `engine.data.reading.read_sheet`.

    Raises:
        DataError: the text is not a table.
    """
    first = [*itertools.islice(table.records(), some_records(len(table.columns)))]
    for line, fields in first:  # soon seen here
        if len(fields) != len(table.columns):
            raise table.ragged(line, len(fields))
    planned = plan(table, exact, [fields for _, fields in first])
    filling = Filling(table, planned)
    if not filling.read_numbers(report):
        wanted = Wanted((*planned.small, *planned.large), planned.texts)
        for part in parts(table, wanted, partial(part_of, plan=planned), report):
            filling.add(part)
    if not filling.n_rows:
        raise DataError("{file} has a header, but no rows below it.", file=table.file)
    _check_fields(table, filling.n_rows, filling.ends_with_hole)
    found, again = filling.found()
    for is_exact in (False, True):
        if places := [place for place in again if (place in planned.exact) is is_exact]:
            for place, gathered in _read_texts(table, places, MISSING_CLASS if is_exact else MISSING, report).items():
                found[place] = column_of(gathered, table.mark_of(place), exact=is_exact)
    side_by_side = () if set(again) & set(planned.small) else planned.small
    return Cells(
        tuple(found[place] for place in sorted(found)),
        filling.block,
        side_by_side,
        planned.thousands,
        planned.codes,
        planned.digits,
        _either(table, found, planned),
    )


def _either(table: TextTable, found: Mapping[int, Found], planned: Plan) -> dict[int, str]:
    """Of columns whose points may all stand between thousands one such number each, by their places."""
    either = {place: column.either for place, column in found.items() if column.either}
    places = [place for place in planned.either if _may_be_thousands(found[place].column)]
    if places:  # 5.25 is 5.250 as a number
        first = [fields for _, fields in itertools.islice(table.records(), _MOST_CELLS // len(table.columns))]
        examples = {place: example_of_either(values_in(fields[place] for fields in first)) for place in places}
        either |= {place: example for place, example in examples.items() if example}
    return either


def _may_be_thousands(column: Column) -> bool:
    """Whether they are numbers of which none shows that their points stand before decimals."""
    if isinstance(column, Words) or column.dtype.kind != "f":
        return False
    if float(np.nanmax(column, initial=0)) >= 1000 or float(np.nanmin(column, initial=0)) <= -1000:
        return False  # before there are copies of it
    sizes = np.abs(column[column == column].astype(np.float64))
    parts = sizes * 1000
    return bool(((sizes < 1000) & ((sizes >= 1) | (sizes == 0)) & (np.abs(parts - np.rint(parts)) < _ROUNDED)).all())


def _read_texts(table: TextTable, places: Sequence[int], missing: Sequence[str], report: Report) -> dict[int, Gathered]:
    """Some columns once more: texts that looked like numbers, or names of classes that looked like none."""
    texts = {place: Gathered() for place in places}

    def made(frame: pd.DataFrame) -> dict[int, Numbered]:
        return {place: numbered(frame[place]) for place in places}

    for part in parts(table, Wanted((), places, missing), made, report):
        for place, gathered in texts.items():
            gathered.add(part[place])
    return texts


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
