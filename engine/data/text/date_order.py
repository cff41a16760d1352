"""Days in one order in all columns of a file: what one column shows, others that may be either way follow."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.sheet import Column, DateOrder, Words
from engine.data.text.dates import turned
from engine.data.text.words import Found


def in_one_order(
    found: Sequence[Found], said: DateOrder | None
) -> tuple[list[Column], DateOrder | None, tuple[int, ...]]:
    """The columns, how days are read where both can be, and the places of columns of which nothing shows the order.

    said: what somebody says, where no column shows it.
    """
    columns = [each.column for each in found]
    orders = {place: each.days for place, each in enumerate(found) if each.days is not None and each.days.order}
    shown = {days.order for days in orders.values() if days.is_sure}
    either = tuple(place for place, days in orders.items() if not days.is_sure)
    is_shown = len(shown) == 1
    order = next(iter(shown)) if is_shown else said
    for place in either:
        column = columns[place]
        if order is not None and orders[place].order != order and not isinstance(column, Words):
            columns[place] = turned(column)
    used = (order or next(days.order for days in orders.values())) if orders else None
    return columns, used, () if is_shown else either
