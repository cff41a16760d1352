"""Texts of a column become what they are: numbers, days, yes and no, or words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.sheet import Column, Words
from engine.data.text.dates import Dates, dates
from engine.data.text.marks import (
    MISSING,
    MISSING_CLASS,
    Decimal,
    as_classes,
    example_of_either,
    is_dotted_thousands,
    numbers,
    own_mark,
)
from engine.records import record

Codes = NDArray[np.int32]
_FEW = 0.1
"""Share of the cells that may be unreadable in a column of numbers."""
_SAMPLE = 500
"""Cells that tell a column of words at once."""
_BOOLS = {"true": True, "false": False}


@record(eq=False)
class Found:
    """A column, and where it has cells that cannot be read: bad: (n,) rows; infinite: which of them are too large."""

    column: Column
    bad: NDArray[np.intp]
    infinite: NDArray[np.bool_]
    days: Dates | None = None
    """Of a column of days: how they were read."""
    mark: Decimal | None = None
    """Of decimals, where its texts show another one than the file has."""
    example: str = ""
    """One of its numbers, where that is so."""
    either: str = ""
    """A number with a point, where all leave open whether it stands between thousands."""


Numbered: TypeAlias = tuple[Codes, list[str]]
"""Of some texts: places among the different ones, -1 where there is none, and those."""


def numbered(cells: pd.Series) -> Numbered:
    """cells: categories, or texts."""
    if isinstance(cells.dtype, pd.CategoricalDtype):
        codes, values = cells.cat.codes.to_numpy(), cells.cat.categories.to_numpy(object)
    else:
        codes, found = pd.factorize(cells)
        values = np.asarray(found, object)
    return codes.astype(np.int32), [str(value).strip() for value in values.tolist()]


class Gathered:
    """The texts of a column, numbered piece by piece."""

    def __init__(self) -> None:
        self._parts: list[Numbered] = []
        self.has_holes = False

    def add(self, texts: Numbered) -> None:
        """The next rows."""
        self.has_holes |= bool(texts[0].min(initial=0) < 0)
        self._parts.append(texts)

    def words(self, missing: Sequence[str]) -> Words:
        """All rows; ``missing`` texts are none."""
        codes = np.empty(sum(len(part) for part, _ in self._parts), np.int32)
        texts = [text for _, values in self._parts for text in values]
        if not texts:
            codes.fill(-1)
            return Words(codes, ())
        places, found = pd.factorize(np.array(texts, object))
        kept = ~np.isin(found.astype(object), missing) if len(found) else np.empty(0, bool)
        numbers = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)[places]
        row = text = 0
        for part, values in self._parts:
            table = np.append(numbers[text : text + len(values)], np.int32(-1))
            codes[row : row + len(part)] = table[part]
            row, text = row + len(part), text + len(values)
        return Words(codes, tuple(found[kept].tolist()))


def column_of(gathered: Gathered, decimal: Decimal, *, exact: bool) -> Found:
    """What the texts are. decimal: their usual mark. ``exact``: see `engine.data.reading.read_sheet`."""
    if exact:
        words = gathered.words(MISSING_CLASS)
        mark = own_mark(words.values, decimal)
        is_grouped = mark == "," and any(map(is_dotted_thousands, words.values))  # what they are, the task says
        found = as_classes(words.values) if words.values and not is_grouped else None
        column = words if found is None else np.append(found, np.nan)[words.codes]
        return _marked(_whole(column), words.values, mark, decimal)
    words = gathered.words(MISSING)
    if not words.values:
        return _whole(np.full(len(words), np.nan, np.float32))
    if all(value.lower() in _BOOLS for value in words.values):
        if (words.codes >= 0).all():
            return _whole(np.array([_BOOLS[value.lower()] for value in words.values])[words.codes])
        return _whole(words)
    if (days := dates(words.values)) is not None:
        return replace(_whole(np.append(days.days, np.datetime64("NaT", "D"))[words.codes]), days=days)
    mark = own_mark(words.values, decimal)
    return _marked(as_numbers(words, mark) or _whole(words), words.values, mark, decimal)


def _marked(found: Found, values: Sequence[str], mark: Decimal, usual: Decimal) -> Found:
    """The same, with what there is to be told of the marks in its numbers."""
    if mark != usual:
        found = replace(found, mark=mark, example=next(value for value in values if "." in value or "," in value))
    return replace(found, either=example_of_either(values) if mark == "." else "")


def as_numbers(words: Words, decimal: Decimal, others: int = 0) -> Found | None:
    """The texts as numbers, where all but a few are some; ``others`` are rows with numbers that are not here."""
    some = words.codes[:: max(1, len(words) // _SAMPLE)]
    some = some[some >= 0]
    if not np.isfinite(numbers([words.values[code] for code in some.tolist()], decimal)).sum() >= len(some) / 2:
        return None  # soon seen, where there are a million different texts
    values = np.append(numbers(words.values, decimal), np.nan)
    column = values[words.codes]
    infinite = np.abs(column) > np.finfo(np.float32).max
    bad = np.flatnonzero((words.codes >= 0) & (np.isnan(column) | infinite))
    good = others + len(words) - int((words.codes < 0).sum()) - len(bad)
    if len(bad) > _FEW * (good + len(bad)):
        return None
    column[infinite] = np.nan
    return Found(column, bad, infinite[bad])


def _whole(column: Column) -> Found:
    return Found(column, np.empty(0, np.intp), np.empty(0, np.bool_))
