"""Numbers that are probably none: 999 where a value is missing, and codes such as 01234."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.guess import likeliest_label, likeliest_task
from engine.data.columns.kinds import come_again
from engine.data.columns.uses import Use
from engine.data.files.wording import listed, shown
from engine.data.over_rows import Ends, over_rows
from engine.data.sheet import DateOrder, Sheet, Words
from engine.errors import Remark

_NINES: Final = ("99", "999", "9999", "99999", "999999", "99.9", "999.9", "9999.9", "99.99", "999.99", "9999.99")
"""What is written, with a minus as well, where a number is missing."""
SENTINELS: Final = {np.float32(f"{sign}{nines}"): f"{sign}{nines}" for nines in _NINES for sign in ("", "-")}
_DAYS: Final = {
    np.float32((np.datetime64(day) - np.datetime64(0, "D")).astype(int)): day
    for day in ("9999-12-31", "9999-01-01", "2999-12-31", "2099-12-31", "1900-01-01", "1899-12-30")
}
_FAR: Final = 2.0
"""Times the range of all other values that such a one lies beyond them."""
_FEWEST: Final = 3
"""Different other values, without which nothing is far."""
_ONCE: Final = 100
"""A number of this size that stands there once may well be one."""
_MOST_ROWS, _MOST_CELLS = 20_000, 4_000_000
"""That are looked at: the first."""

Floats = NDArray[np.float32]


def about_sentinels(features: Floats, ends: Ends, uses: Sequence[Use]) -> Iterator[Remark]:
    """Of each column with a value that probably means that there is none.

    features: (rows, columns), NaN: none; ends: of all of them."""
    some = features[: max(1, min(_MOST_ROWS, _MOST_CELLS // max(1, features.shape[1])))]
    if len(some) < len(features) or ends.have_holes:
        ends = Ends(over_rows(np.fmin, some), over_rows(np.fmax, some))
    known = np.array([*SENTINELS, *_DAYS], np.float32)
    suspects = np.isin(ends.low, known) | np.isin(ends.high, known)
    for index in np.flatnonzero(suspects).tolist():
        use = uses[index]
        if use.kind not in ("number", "date"):
            continue
        values = some[~np.isnan(some[:, index]), index]
        for value, text in far_off(values, _DAYS if use.kind == "date" else SENTINELS).items():
            count = int((features[:, index] == value).sum())
            if count < 2 and abs(value) < _ONCE:
                continue
            told = Remark(
                "Rows in which {column} is {value}, far from all its other values: {count}. Does it say that there is "
                "none?",
                column=shown(use.name),
                value=text,
                count=count,
            )
            edit = f"data.columns.{use.name}.means_missing", [*use.means_missing, text]
            yield told.mended_by(Remark("Count it as missing"), edit).weighing(1)


def far_off(values: Floats, known: dict[np.float32, str]) -> dict[np.float32, str]:
    """Those of the known values that lie far beyond all others. values: (n,)"""
    others = values[~np.isin(values, np.array([*known], np.float32))]
    if len(np.unique(others[:_MOST_ROWS])) < _FEWEST:
        return {}
    low, high = float(others.min()), float(others.max())
    ends = {values.min(), values.max()}
    return {
        value: known[value]
        for value in sorted(ends & known.keys())
        if max(low - float(value), float(value) - high) > _FAR * (high - low)
    }


def with_another_label(remarks: Sequence[Remark], sheet: Sheet, label: str) -> Iterator[Remark]:
    """The same; those that say that learning the label is in vain offer the likeliest column beside it."""
    for remark in remarks:
        if remark.gravity == 0 and remark.mend is None and len(sheet.names) > 2:
            places = [place for place, name in enumerate(sheet.names) if name != label]
            others = replace(
                sheet,
                names=tuple(sheet.names[place] for place in places),
                columns=tuple(sheet.columns[place] for place in places),
                hints={},
            )
            other = likeliest_label(others, "")
            task = likeliest_task(others.column(other), sheet.writing.decimal)
            text = Remark("Learn {column} instead", column=shown(other))
            yield remark.mended_by(text, ("data.label", other), ("data.task", task))
        else:
            yield remark


def about_codes(sheet: Sheet, uses: Sequence[Use]) -> Iterator[Remark]:
    """Of each column of numbers in which some begin with a zero: 01234 is a place or a thing, not so many of them."""
    for use in uses:
        example, column = sheet.codes.get(use.name), sheet.columns[use.place]
        if example is None or use.kind != "number" or isinstance(column, Words):
            continue
        told = Remark(
            "{column} has values such as {value}: if these are codes, there is no more or less of them.",
            column=shown(use.name),
            value=shown(example),
        )
        if come_again(len(np.unique(column[column == column])), len(column)):
            edit, button = (f"data.columns.{use.name}.kind", "category"), Remark("Take it as a category")
        else:
            edit, button = (f"data.columns.{use.name}.role", "ignored"), Remark("Ignore it")
        yield told.mended_by(button, edit).weighing(1)


def about_dates(sheet: Sheet, uses: Sequence[Use], said: DateOrder | None) -> Iterator[Remark]:
    """Of columns of days that may be read with day and month the other way round. said: what somebody has chosen."""
    places = [use.place for use in uses if use.name in sheet.either_dates and use.kind == "date"]
    if not places:
        return
    days = sheet.columns[places[0]]
    assert isinstance(days, np.ndarray)
    from engine.data.text.dates import turned  # here, because pandas takes long to import

    other = turned(days)
    row = int(((days != other) & (days == days)).argmax())  # NaT is not even itself
    told = Remark(
        "Day and month may be the other way round in {columns}, where none is above 12: {day} is read, not {other}.",
        columns=listed([sheet.names[place] for place in places]),
        day=str(days[row].astype("datetime64[D]")),
        other=str(other[row].astype("datetime64[D]")),
    )
    order = "day_first" if sheet.writing.date_order == "month_first" else "month_first"
    yield told.mended_by(Remark("Read them the other way"), ("data.date_order", order)).weighing(4 if said else 1)
