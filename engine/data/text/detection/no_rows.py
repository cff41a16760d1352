"""Records of a table that are no rows: units and codes below the names, sums and notes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from engine.data.text.dates import is_date
from engine.data.text.detection.dialect import Record
from engine.data.text.detection.header import filled, kind_of_cells
from engine.data.text.detection.vocabulary import STATISTICS, TOTALS, UNITS
from engine.data.text.left_out import Kind
from engine.data.text.marks import MARKS, Decimal, is_missing, is_number

_MOST_BELOW: Final = 3
_FEWEST_ROWS: Final = 2
_NEARLY_ALL: Final = 0.8
_SURVEY: Final = '{"ImportId"'
"""What Qualtrics writes in a third line of names."""
_IN_BRACKETS: Final = re.compile(r"[(\[{].*[)\]}]|[°%‰$€£¥₩].*")
_PARTS: Final = re.compile(r"[\s/·⋅*×^²³⁻¹\d.-]+")
_NOTES: Final = re.compile(
    r"(?:sources?|notes?|data from|last updated|copyright|quelle|anmerkung|fuente|출처|자료|주|비고|단위)\b\s*[:：.]"
    r"|[*†‡©※]",
    re.IGNORECASE,
)


def below_the_names(header: Sequence[str], rows: Sequence[Record], decimal: Decimal) -> dict[int, Kind]:
    """The lines just below the header that are no rows: ``names`` say more of the columns (units, codes, questions).

    rows: the first ones.
    """
    lines: dict[int, Kind] = {}
    for place, (line, fields) in enumerate(rows[:_MOST_BELOW]):
        below = [other for _, other in rows[place + 1 :]]
        if len(below) < _FEWEST_ROWS:
            break
        if _is_note(header, fields, below, decimal):
            lines[line] = "note"
        elif _tells_of_columns(header, fields, below, decimal):
            lines[line] = "names"
        else:
            break
    return lines


def _is_note(header: Sequence[str], cells: Sequence[str], below: Sequence[Sequence[str]], decimal: Decimal) -> bool:
    """Whether a record has nothing but words in its first cell, which stand above numbers or alone in their line."""
    said = [cell.strip() for cell in cells if not is_missing(cell)]
    if len(said) != 1 or not cells[0].strip() or len(header) <= 2 or _is_value(said[0]) or _is_unit(said[0]):
        return False
    values = [row[0] for row in below if row and not is_missing(row[0])]
    is_short = len(cells) < min(len(header), *map(len, below))
    return is_short or bool(values and kind_of_cells(values, decimal) != "text")


def _is_value(cell: str) -> bool:
    return any(is_number(cell, mark) for mark in MARKS) or is_date(cell)


def _tells_of_columns(
    header: Sequence[str], cells: Sequence[str], below: Sequence[Sequence[str]], decimal: Decimal
) -> bool:
    """Whether words stand above numbers, which are units, or all different, and none of them comes again."""
    if any(cell.startswith(_SURVEY) for cell in cells):
        return True
    words, n_numbers = list[str](), 0
    above = filled(header) if not all(map(str.strip, header)) else [""] * len(header)
    pairs = set[tuple[str, str]]()
    for place, cell in enumerate(cells[: len(header)]):
        values = [row[place] for row in below if place < len(row) and not is_missing(row[place])]
        kind = kind_of_cells(values, decimal) if values else "text"
        n_numbers += kind != "text"
        if is_missing(cell):
            continue
        if kind != "text" and kind_of_cells([cell], decimal) != "text":
            return False  # a value, as those below it
        if cell.strip() in map(str.strip, values):
            return False  # a value that comes again
        if kind != "text":
            words.append(cell.strip())
            pairs.add((above[place], cell.strip()))
    if not words:
        return False
    if all(map(_is_unit, words)):
        return True
    return len(words) > 1 and len(pairs) == len(words) >= _NEARLY_ALL * n_numbers


def _is_unit(word: str) -> bool:
    """``(cm)``, ``km/h``, ``°C``"""
    if _IN_BRACKETS.fullmatch(word):
        return True
    parts = [part for part in _PARTS.split(word.casefold()) if part]
    return bool(parts) and all(part in UNITS for part in parts) and not word[0].isdigit()


def at_the_end(rows: Sequence[Record], among: Sequence[Record], count: int, decimal: Decimal) -> Iterator[int]:
    """The lines at the end that give sums of the others, or notes on them. rows: the last ones; among: others.

    count: how many columns there are.
    """
    ends = list[tuple[int, str, Sequence[str]]]()
    for line, fields in reversed(rows):
        kind = _kind_at_end(fields, count, decimal)
        if not kind:
            break
        ends.append((line, kind, fields))
    if all(kind == "blank" for _, kind, _ in ends):
        return
    ending = {line for line, _, _ in ends}
    others = {_name_of(fields) for line, fields in (*among, *rows) if line not in ending}
    kinds = [kind for _, kind, _ in ends]
    if len(ends) == len(rows) or (kinds.count("statistic") == 1 and "sum" not in kinds):
        kinds = [kind if kind == "note" else "" for kind in kinds]
    if not any(kind not in ("", "blank") for kind in kinds):
        return
    for (line, _, cells), kind in zip(reversed(ends), reversed(kinds), strict=True):
        if kind in ("note", "blank") or (kind and _name_of(cells) not in others):
            yield line


def _kind_at_end(fields: Sequence[str], count: int, decimal: Decimal) -> str:
    """``sum``, ``statistic``, ``note``, ``blank``; empty for what may be a row."""
    if len(fields) > 1 and not any(map(str.strip, fields)):
        return "blank"
    cells = [cell.strip() for cell in fields if not is_missing(cell)]
    if not cells:
        return ""
    is_word = not _is_value(cells[0])
    is_alone = len(cells) == 1 and not is_missing(fields[0]) and count > 2
    if is_word and (is_alone or (len(fields) < count and _NOTES.match(cells[0]))):
        return "note"
    if len(fields) < count - 1 or not any(is_number(cell, decimal) for cell in cells[1:]):
        return ""
    name = _name_of(fields)
    return "sum" if name in TOTALS else "statistic" if name in STATISTICS else ""


def _name_of(fields: Sequence[str]) -> str:
    """What a record is called by its first cell with anything in it: ``total`` for ``Grand total (n = 20):``."""
    first = next((cell for cell in fields if not is_missing(cell)), "")
    bare = re.sub(r"\(.*?\)|[:：.=*]", " ", first.casefold())
    return " ".join(bare.split()).removeprefix("grand ").removeprefix("sub ").removeprefix("sub-")


def is_sum(cells: Sequence[str]) -> bool:
    """Whether a record calls itself one, or a mean."""
    return _name_of(cells) in TOTALS | STATISTICS
