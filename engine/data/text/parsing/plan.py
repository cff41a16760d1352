"""What the columns of a text file seem to be, by its first records."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from engine.data.close_numbers import lose_digits
from engine.data.text.marks import (
    example_of_either,
    is_dotted_thousands,
    may_have_own_marks,
    own_mark,
    plain_numbers,
    values_in,
)
from engine.data.text.parsing.whole_numbers import MOST_DIGITS
from engine.data.text.written import TextTable
from engine.records import record

_LARGEST_EXACT = 2**24
"""Whole numbers up to here are exact in float32."""


@record
class Plan:
    """The places of columns: of numbers that float32 can hold, of larger or exact ones, and of texts."""

    small: tuple[int, ...]
    large: tuple[int, ...]
    texts: tuple[int, ...]
    exact: frozenset[int]
    """Those of the last two that are classes."""
    thousands: dict[int, str]
    """Numbers with points between their thousands, where decimals have a comma: the place of the column, and one."""
    codes: dict[int, str]
    """Numbers of which some begin with a zero: the place of the column, and one."""
    either: dict[int, str]
    """Numbers whose points may stand between thousands or before decimals: the place of the column, and one."""
    digits: dict[int, int]
    """Of those with zeros, where all are of one length, as postal codes are: the place of the column, and how long."""
    is_whole: bool
    """Whether there is nothing but short whole numbers."""


def plan(table: TextTable, exact: Collection[str], records: Sequence[Sequence[str]]) -> Plan:
    """exact: the names of classes; records: the first ones, with a field for each column."""
    small, large, texts = list[int](), list[int](), list[int]()
    thousands, codes, digits, either = dict[int, str](), dict[int, str](), dict[int, int](), dict[int, str]()
    below = [*zip(*records, strict=True)] or [()] * len(table.columns)
    are_mixed = bool(table.marks) or may_have_own_marks(itertools.chain(*records), table.decimal)
    for place, (name, fields) in enumerate(zip(table.columns, below, strict=True)):
        cells = values_in(fields)
        mark = own_mark(cells, table.mark_of(place)) if are_mixed else table.mark_of(place)
        grouped = _thousands(cells) if mark == "," else ""
        if grouped:
            thousands[place] = grouped
        points = [cell.replace(",", ".") for cell in cells] if mark == "," else cells
        numbers = plain_numbers(points)
        if place not in table.numbers_at and mark == "." and (open_ := example_of_either(cells)):
            either[place] = open_
        is_otherwise = mark != table.parsed_decimal and any("," in cell or "." in cell for cell in cells)
        if grouped or is_otherwise or 2 * len(numbers) <= len(cells) or (name in exact and len(numbers) < len(cells)):
            texts.append(place)
        elif name in exact or max(map(abs, numbers)) >= _LARGEST_EXACT or _are_close(numbers):
            large.append(place)
        else:
            small.append(place)
        if place not in texts and (code := next(filter(_is_code, cells), "")):
            codes[place] = code
            if all(cell.isdecimal() and len(cell) == len(code) for cell in cells):
                digits[place] = len(code)
    named = frozenset(place for place, name in enumerate(table.columns) if name in exact)
    is_whole = not texts and all(cell.isdecimal() and len(cell) <= MOST_DIGITS for fields in records for cell in fields)
    return Plan(tuple(small), tuple(large), tuple(texts), named, thousands, codes, either, digits, is_whole)


def _are_close(numbers: Sequence[float]) -> bool:
    """Whether float32 makes one of some that differ. Most columns need no second look."""
    low, high = min(numbers), max(numbers)
    return 0 < (high - low) < max(abs(low), abs(high)) / 2 and lose_digits(numbers)


def _is_code(cell: str) -> bool:
    """Whether it begins with a zero that no number needs."""
    return cell[0] == "0" and cell.isdecimal() and len(cell) > 1


def _thousands(cells: Sequence[str]) -> str:
    """One of the numbers with points in them, if all of these points may stand between thousands."""
    dotted = [cell for cell in cells if "." in cell and "," not in cell]
    return dotted[0] if dotted and all(map(is_dotted_thousands, dotted)) else ""
