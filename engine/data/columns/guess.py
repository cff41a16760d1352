"""Which column of a new file is likely to be the label, and whether it holds classes or numbers."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.data.columns.kinds import LEAST_READABLE
from engine.data.columns.values import as_written
from engine.data.sheet import Column, Sheet, Words, kind_of, n_missing
from engine.data.task import Task

_USUAL: Final = (
    ("label", "labels", "class", "classes", "target", "targets", "y"),
    ("category", "species", "variety", "digit", "diagnosis", "outcome", "survived", "quality", "income", "result"),
    ("medv", "price", "saleprice", "median_house_value", "mpg", "charges", "salary", "rings"),
)
"""What label columns are called, the surest names first."""
_ROWS: Final = 20_000
"""Rows that are looked at."""
MOST_CLASSES: Final = 20
"""Different whole numbers that are still taken for classes."""


def likeliest_label(sheet: Sheet, label: str = "label") -> str:
    """A column with that name in other letters, or a usual one; else the last or the first, or the last of words, whose
    few values come again and again; else the last with numbers."""
    by_name = {name.strip().casefold(): name for name in reversed(sheet.names)}
    hinted = [name for name, hint in sheet.hints.items() if hint.role == "label"]
    for names in ((label.strip().casefold(),), (name.casefold() for name in hinted), *_USUAL):
        found = [by_name[name] for name in names if name in by_name and not _is_empty(sheet, by_name[name])]
        if found:
            return found[0]
    candidates = [name for name in sheet.names if name not in sheet.unnamed and not _is_empty(sheet, name)]
    candidates = candidates or [*sheet.names]
    words = [name for name in candidates if isinstance(sheet.column(name), Words)]
    repeating = [name for name in (*_ends(candidates, words), *reversed(words)) if is_like_classes(sheet.column(name))]
    return repeating[0] if repeating else candidates[-1]


def _ends(candidates: list[str], words: list[str]) -> list[str]:
    """The last column, and the first where it holds words or nothing does."""
    first = candidates[:1] if not words or candidates[0] in words else []
    last = candidates[-1:] if not words or candidates[-1] in words else []
    return [*last, *first]


def _is_empty(sheet: Sheet, name: str) -> bool:
    column = sheet.column(name)
    return n_missing(column) == len(column)


def likeliest_task(column: Column, decimal: str = ".") -> Task:
    """Numbers where there are fractions, or many different whole numbers, however people write them.

    decimal: the mark of decimals in texts.
    """
    if isinstance(column, Words):
        words, numbers = as_written(column, decimal)
        present = int((words.codes >= 0).sum())
        if present and int(np.isfinite(numbers).sum()) >= LEAST_READABLE * present:
            column = numbers
    return "numbers" if kind_of(column) in ("number", "date") and not is_like_classes(column) else "classes"


def is_like_classes(column: Column) -> bool:
    """Whether the values are a few words or whole numbers that come again and again."""
    if isinstance(column, Words):
        return 2 <= len(column.values) <= max(2, int((column.codes >= 0).sum()) // 4)
    if column.dtype.kind == "b":
        return True
    if column.dtype.kind == "M":
        return False
    values = column[:_ROWS]
    values = values[~np.isnan(values)]
    distinct = np.unique(values)
    is_whole = bool((distinct == np.rint(distinct)).all())
    return is_whole and 2 <= len(distinct) <= max(2, min(MOST_CLASSES, len(values) // 3))
