"""What is to be said of each column of a sheet: its kind, its role, its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.data.columns.column import ColumnKind
from engine.data.columns.uses import Use
from engine.data.columns.values import codes_in, names_in, numbers_in
from engine.data.sheet import Sheet, n_missing
from engine.data.spec import Role
from engine.errors import Remark

BINS: Final = 16
"""Bars of the histogram of numbers; of categories, the most common so many have one each."""
_MOST_ROWS: Final = 20_000


@dataclass(frozen=True, slots=True)
class ColumnAccount:
    """missing: rows without a value; distinct: different values among the rows that were looked at.

    counts: rows of each bar of a little histogram: over equal stretches of numbers, or of each category, the commonest
    first, of which ``names`` has the names. reason: why it is ignored.
    """

    name: str
    kind: ColumnKind
    role: Role
    missing: int
    distinct: int
    counts: tuple[int, ...]
    names: tuple[str, ...] = ()
    reason: Remark | None = None


def accounts_of(sheet: Sheet, uses: Sequence[Use]) -> tuple[ColumnAccount, ...]:
    """Of all columns, in the order of the sheet. Histograms are of the first some thousand rows."""
    return tuple(_account(sheet, use) for use in uses)


def _account(sheet: Sheet, use: Use) -> ColumnAccount:
    column = sheet.columns[use.place]
    names: tuple[str, ...] = ()
    if use.kind in ("category", "yes_no"):
        all_names = names_in(column)
        codes = codes_in(column, all_names)[:_MOST_ROWS]
        found = np.bincount(codes[codes >= 0].astype(int), minlength=len(all_names))
        order = np.argsort(-found, kind="stable")[:BINS]
        names, counts, distinct = tuple(all_names[place] for place in order), found[order], len(all_names)
    else:
        values = numbers_in(column[:_MOST_ROWS] if isinstance(column, np.ndarray) else column, use.kind)[:_MOST_ROWS]
        values = values[np.isfinite(values)]
        distinct = len(np.unique(values))
        counts = np.histogram(values.astype(np.float64), BINS)[0] if len(values) else np.zeros(BINS, int)
    return ColumnAccount(
        use.name, use.kind, use.role, n_missing(column), distinct, tuple(counts.tolist()), names, use.reason
    )
