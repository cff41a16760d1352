"""A column of a table, as rows hold it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from engine.records import record

ColumnKind: TypeAlias = Literal["number", "category", "yes_no", "date"]
Mark: TypeAlias = Literal["", ".", ","]
Filling: TypeAlias = Literal["mean", "most_frequent"]


@record
class Column:
    """One raw column. Its values are float32, NaN where there is none.

    A category or a yes/no is the place of its name in ``categories``, a date so many days after 1970.
    filling: what stands in for a hole; means_missing: values that count as one. cycles: whether the place of a date in
    the day, the week and the year is a feature, too. decimal: the mark of decimals in the file that was learned from,
    empty where it shows none; units: what stands behind its numbers there. Other files of the same kind are read so,
    where they leave it open: 70,500 kg is 70.5 where training had commas for decimals.
    """

    name: str
    kind: ColumnKind = "number"
    categories: tuple[str, ...] = ()
    filling: Filling = "mean"
    means_missing: tuple[str, ...] = ()
    cycles: bool = False
    decimal: Mark = ""
    units: tuple[str, ...] = ()


def number_columns(names: Iterable[str]) -> tuple[Column, ...]:
    """Columns of plain numbers."""
    return tuple(Column(name) for name in names)
