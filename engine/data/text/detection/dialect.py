"""What stands between the values of a line, and which lines stand above the table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from engine.data.text.detection.header import has_header
from engine.data.text.marks import find_decimal, is_number
from engine.data.text.written import BLANKS, records
from engine.errors import DataError
from engine.records import record

_TRIED = ("\t", ";", "|", ",")
"""Separators that are tried where nobody says which it is; where several would do, the first."""
_ENOUGH = 0.5
"""Share of lines that a separator must part alike; blanks must part nearly all."""
_NEARLY_ALL = 0.9
_MOST_SKIPPED = 100
COMMENT_MARKS = ("#", "%")
_MOST_NOTES = 5
_NOTE = re.compile(r"\S\s*[:：]")
_SAYS_SEPARATOR = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
"""As Excel writes it, and reads it."""

Record = tuple[int, list[str]]
"""Line and fields."""


@record
class Dialect:
    """separator; above: lines above the first record; names: those in a comment just above it, and in which line, where
    there are."""

    separator: str
    above: int
    names: tuple[str, ...] = ()
    names_line: int = 0


def find_dialect(lines: Sequence[str], separator: str | None, file: str) -> Dialect:
    """lines: the first of the file, each ending with a line feed."""
    above, comment, comment_line = 0, "", 0
    for line in lines:
        text = line.strip()
        if found := _SAYS_SEPARATOR.fullmatch(text):
            separator = separator or found.group(1)
        elif is_comment(text, lines):
            comment, comment_line = text, above + 1
        elif text:
            break
        above += 1
    rest = lines[above:]
    separator = separator or _find_separator(rest, file)
    parted = list(_parted(rest, separator, file))
    above += _titles(parted)
    names = next((fields for _, fields in _parted([comment.lstrip("#% ")], separator, file)), [])
    if len(names) == usual_fields(parted) > 1:
        return Dialect(separator, above, tuple(names), comment_line)
    return Dialect(separator, above)


def dialect_from(lines: Sequence[str], separator: str | None, line: int, file: str) -> Dialect:
    """The same where somebody says in which line, from 1, the names are; those above it are blank."""
    return Dialect(separator or _find_separator(lines[line - 1 :], file), line - 1)


def is_comment(text: str, lines: Sequence[str]) -> bool:
    """Whether a line says something about the table: it begins with a mark with which not all lines begin."""
    return text.startswith(COMMENT_MARKS) and any(line.strip() and not line.startswith(text[0]) for line in lines)


def without_comments(data: bytes, lines: Sequence[str], separator: str) -> bytes:
    """The text whose comments are blank lines. A line with as many fields as a row is none, whatever it begins with.

    lines: the first of the text, each ending with a line feed.
    """
    for mark in COMMENT_MARKS:
        if any(line.startswith(mark) for line in lines) and is_comment(mark, lines):
            counts = [line.count(separator) for line in lines]
            usual = max(counts, key=counts.count)

            def blank(line: re.Match[bytes], usual: int = usual) -> bytes:
                return line.group() if line.group().count(separator.encode()) == usual > 0 else b""

            data = re.sub(rb"(?m)^" + mark.encode() + rb"[^\n]*", blank, data)
    return data


def _find_separator(lines: Sequence[str], file: str) -> str:
    text = "".join(lines)
    shares = {mark: _alike(_parted(lines, mark, file)) if mark in text else 0.0 for mark in _TRIED}
    best = max(shares, key=lambda separator: shares[separator])
    has_blanks = " " in text or "\t" in text
    by_blanks = has_blanks and _alike(_parted(lines, BLANKS, file)) >= _NEARLY_ALL
    if by_blanks and (shares[best] < _ENOUGH or (best == "\t" and _has_blanks_between_numbers(lines, file))):
        return BLANKS
    return best if shares[best] else ","


def _has_blanks_between_numbers(lines: Sequence[str], file: str) -> bool:
    """Whether what stands between tabs is more than one number."""
    parts = (field.split() for _, fields in _parted(lines, "\t", file) for field in fields)
    return any(len(part) > 1 and all(is_number(text, ".") for text in part) for part in parts)


def says_separator(line: str) -> bool:
    """Whether a line says nothing but what separates the values of the others."""
    return _SAYS_SEPARATOR.fullmatch(line.strip()) is not None


def said_separator(lines: Sequence[str]) -> str | None:
    """What one of them says that separates values, if one does."""
    found = (_SAYS_SEPARATOR.fullmatch(line.strip()) for line in lines)
    return next((said.group(1) for said in found if said), None)


def _alike(parted: Iterable[Record]) -> float:
    """Share of the lines that have as many fields as most have; 0 where that is a single one."""
    counts = Counter(len(fields) for _, fields in parted)
    usual, times = max(counts.items(), key=lambda item: item[1], default=(1, 0))
    return times / counts.total() if usual > 1 else 0.0


def usual_fields(parted: Sequence[Record]) -> int:
    """How many fields most records have."""
    counts = Counter(len(fields) for _, fields in parted)
    return max(counts, key=lambda count: (counts[count], count), default=0)


def _titles(parted: Sequence[Record]) -> int:
    """How many lines stand above the table: they have fewer fields than its header, which may lack one itself."""
    usual = usual_fields(parted)
    for place, (line, fields) in enumerate(parted[:_MOST_SKIPPED]):
        is_short = len(fields) < usual - 1 or (len(fields) == 1 and usual > 1)
        is_word = not (is_number(fields[0], ".") or is_number(fields[0], ","))
        is_padded = usual > 2 and is_word and not any(map(str.strip, fields[1:]))
        if not (is_short or is_padded):
            return _names_below(parted[place:]) or line - 1
    return 0


def _names_below(parted: Sequence[Record]) -> int:
    """How many lines stand above names that come after notes with several cells (``Made by: me,,Unit: cm``); or 0.

    Notes have holes, the names have none, and between them is an empty line, unless each note has a colon.
    """
    is_full = [all(map(str.strip, fields)) for _, fields in parted[: _MOST_NOTES + 1]]
    place = is_full.index(True) if True in is_full else 0
    if not 0 < place < len(parted) - 1:
        return 0
    (before, above), (line, names) = parted[place - 1 : place + 1]
    is_apart = line > before + 1 + sum(cell.count("\n") for cell in above) or not any(map(str.strip, above))
    notes = [cell for _, fields in parted[:place] for cell in fields if cell.strip()]
    if not (is_apart or (all(map(_NOTE.search, notes)) and any(map(_is_any_number, parted[place + 1][1])))):
        return 0
    if any(map(_is_any_number, names)):
        return 0
    below = [fields for _, fields in parted[place + 1 :]]
    decimal = find_decimal((cell for fields in below for cell in fields), ",")
    return line - 1 if has_header(names, below, decimal) else 0


def _is_any_number(cell: str) -> bool:
    return is_number(cell, ".") or is_number(cell, ",")


def _parted(lines: Sequence[str], separator: str, file: str) -> list[Record]:
    try:
        return list(records(iter(lines), separator, file))
    except DataError:
        return []
