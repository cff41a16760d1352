"""Whether a table names its columns, and what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from engine.data.files.wording import listed
from engine.data.text.dates import is_date
from engine.data.text.marks import MARKS, Decimal, is_missing, is_number
from engine.errors import Remark

_FEWEST_COUNTED = 4
"""Columns called 0, 1, 2, ... by a program; fewer may be values just so."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def has_header(first: Sequence[str], below: Sequence[Sequence[str]], decimal: Decimal) -> bool:
    """Whether the first record names columns: its cells are of another kind than those of the column below.

    A word above numbers (or dates) is a name; a number above numbers is a number, unless words stand above others. In
    a table of nothing but words they are names where none of them comes again below.
    """
    if not below:
        return not any(is_number(cell, decimal) for cell in first)
    columns = [
        [row[place] for row in below if place < len(row) and not is_missing(row[place])] for place in range(len(first))
    ]
    counted = list[str]()
    words = repeated = 0
    for cell, values in zip(first, columns, strict=True):
        if is_missing(cell) or not values:
            continue
        if (kind := kind_of_cells(values, decimal)) == "text":
            repeated += cell.strip() in map(str.strip, values)
        elif kind_of_cells([cell], decimal) == kind:
            counted.append(cell.strip())
        else:
            words += 1
    if words or repeated:
        return words > repeated
    return not counted or _are_names(counted, only_numbers=len(counted) == len(first))


def kind_of_cells(cells: Sequence[str], decimal: Decimal) -> str:
    """Of most of the cells of a column."""
    marks = sorted(MARKS, key=lambda mark: mark != decimal)  # a column may have another one than the rest of its file
    if any(sum(is_number(cell, mark) for cell in cells) > len(cells) / 2 for mark in marks):
        return "number"
    return "date" if all(map(is_date, cells)) else "text"


def _are_names(cells: Sequence[str], *, only_numbers: bool) -> bool:
    """Whether numbers above numbers are names all the same: years, or 0, 1, 2, ... as pandas calls what has no name."""
    if not all(map(str.isdecimal, cells)):
        return False
    start = int(cells[0])
    if list(map(int, cells)) != list(range(start, start + len(cells))):
        return False
    are_years = not only_numbers and _FIRST_YEAR <= start <= _LAST_YEAR and len(cells) > 1
    return are_years or (start == 0 and len(cells) >= _FEWEST_COUNTED)


def named(header: Sequence[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Different names for all columns, and those of them that are made up."""
    taken = Counter(name.strip() for name in header)
    unnamed, names = set[str](), list[str]()
    for place, cell in enumerate(header, start=1):
        name = cell.strip() or f"column {place}"
        if not cell.strip() or name in names:
            name = _free(name, {*names, *taken} if not cell.strip() else {*names, *(taken.keys() - {name})})
        if not cell.strip() or cell.strip().startswith("Unnamed: "):
            unnamed.add(name)
        names.append(name)
    return tuple(names), frozenset(unnamed)


def joined(header: list[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The names of columns whose header has holes, as merged cells leave them, with the words of the lines below it:
    ``Sepal, , Petal`` above ``length, width, length``."""
    names = list(header)
    for words in below:
        holes = [not name.strip() and bool(word.strip()) for name, word in zip(names, words, strict=False)]
        if not any(holes):
            continue
        above = filled(names)
        for place, word in enumerate(map(str.strip, words[: len(names)])):
            if word and word != above[place].strip():
                names[place] = f"{above[place].strip()} {word}".strip()
    return names


def filled(names: Sequence[str]) -> list[str]:
    """With the name before it in the place of each that is missing."""
    found = list[str]()
    for name in names:
        found.append(name if name.strip() or not found else found[-1])
    return found


def _free(name: str, taken: Collection[str]) -> str:
    """``name``, or ``name 2`` and so on."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free


def without_names(count: int) -> tuple[str, ...]:
    """What columns are called that have no names."""
    return tuple(f"column {place}" for place in range(1, count + 1))


def remarks(header: Sequence[str], names: Sequence[str]) -> Iterator[Remark]:
    """What is told of names that are not those of the file."""
    if made_up := [name for cell, name in zip(header, names, strict=True) if not cell.strip()]:
        yield Remark("Columns without a name are called by their place: {columns}.", columns=listed(made_up))
    changed = [name for cell, name in zip(header, names, strict=True) if cell.strip() not in ("", name)]
    if changed:
        yield Remark("Names that come twice have got a number: {columns}.", columns=listed(changed))
