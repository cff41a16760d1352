"""Columns that say one thing in several ways: metres and centimetres, ``yes`` and ``ja``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from engine.data.columns.uses import Use
from engine.data.files.wording import listed, shown
from engine.data.matching import folded_class
from engine.data.sheet import Sheet, Words
from engine.errors import Remark

_MOST_UNITS: Final = 6
_YES: Final = frozenset(("yes", "y", "ja", "j", "oui", "si", "sí", "да", "예", "네", "是", "はい", "true", "wahr", "1"))
_NO: Final = frozenset(("no", "n", "nein", "non", "нет", "아니오", "아니요", "否", "いいえ", "false", "falsch", "0"))


def about_mixed(sheet: Sheet, uses: Sequence[Use]) -> Iterator[Remark]:
    """Of the columns of texts among these uses."""
    for use in uses:
        column = sheet.columns[use.place]
        if not isinstance(column, Words):
            continue
        if examples := _of_several_units(column.values):
            yield Remark(
                "Column {column} has numbers in several units, {values}, so they cannot be compared: write all of them "
                "in one unit in the file.",
                column=shown(use.name),
                values=listed(examples),
            ).weighing(1)
        elif _says_yes_in_several_ways(column.values):
            yield Remark(
                "Column {column} says yes or no in several ways ({values}), which count as {count} different values: "
                "write them alike in the file.",
                column=shown(use.name),
                values=listed(column.values),
                count=len(column.values),
            ).weighing(1)


def _of_several_units(values: Sequence[str]) -> list[str]:
    """A value with each, where nearly all values have one and these do not go together; else nothing."""
    from engine.data.text.units import mixed_units  # here, because pandas takes long to import

    found = mixed_units(values)
    return list(found.values()) if 2 <= len(found) <= _MOST_UNITS else []


def _says_yes_in_several_ways(values: Sequence[str]) -> bool:
    if not 2 <= len(values) <= len(_YES) + len(_NO):
        return False
    names = {folded_class(value) for value in values}
    return names <= _YES | _NO and (len(names & _YES) > 1 or len(names & _NO) > 1)
