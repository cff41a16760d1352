"""Reads pieces of a table whose fields come again and again, such as names of classes beside short numbers: each
different field is read once, and all others are told by their bytes.

Eight bytes of a field are one number of 64 bits, so that NumPy finds what some ten thousand fields are by a few
operations on such numbers: a product of them is a place in a table, in which the same bytes stand, or else the field
is a new one and takes the next free place. What the different ones mean, pandas says as ever: numbers are read by it,
and texts are categories in the order that it gives them. A piece is left to pandas altogether where there are many
different fields, long ones, or anything but plain lines of as many fields as there are columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.text.marks import MISSING, is_plain_number
from engine.data.text.parsing.only_numbers import rows_of_numbers
from engine.data.text.parsing.part import Part
from engine.data.text.parsing.plan import Plan
from engine.data.text.words import Numbered
from engine.data.text.written import BLANKS, TextTable
from engine.records import record

_SMALLEST = 2**18
"""Bytes of a piece that is worth it."""
_BLOCK = 2**16
"""Bytes; a block and all that is made of it fit into the processor's cache."""
_FIRST_BLOCK = 2**12
"""Bytes: most of what is new is found among few lines, where that takes least."""
_WORD, _LONGEST = 8, 32
"""Bytes of a number of 64 bits, and of a field."""
_PLACES, _MOST = 2**13, 2**11
"""Places in the table, and different fields in it: so few that nearly all stand where they are first looked for."""
_SHIFT = np.uint64(64 - 13)
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], np.uint64)
"""Odd and without a pattern, so that the upper bits of a product depend on all bits of a field (multiplicative hashing,
Knuth, The Art of Computer Programming 3, 6.4)."""
_OF_LENGTH = np.array([2 ** (8 * n) - 1 for n in range(_WORD + 1)], np.uint64)
"""The bytes of a field of 0, 1, ... 8."""
_THREE, _ALL_BITS = np.uint64(3), np.uint64(64)
_NONE = np.empty(0, np.intp)
_LINE_END = ord("\n")
_MISSING = frozenset(MISSING)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NUMBER_STARTS = tuple("+-.0123456789")
_NUMBER_WORDS = frozenset(["inf", "infinity", "nan", "true", "false"])

Words64 = NDArray[np.uint64]
Places = NDArray[np.intp]
Numbers = NDArray[np.uint16]


class _OtherwiseError(ValueError):
    """A piece is none of those that are read here."""


class KnownFields:
    """Reads the pieces of a table that has columns of words, until one of them is left to pandas."""

    def __init__(self, table: TextTable, plan: Plan) -> None:
        self._table, self._plan = table, plan
        seen = table.seen
        self._is_of_use = bool(plan.texts) and not (seen.has_quotes or seen.has_zeros or table.separator == BLANKS)

    def part(self, start: int, end: int) -> Part | None:
        """The rows of whole lines from ``start`` to ``end``; None where pandas is to read them."""
        if not self._is_of_use or end - start < _SMALLEST:
            return None
        try:
            return self._read(start, end)
        except ValueError:  # of pandas too, where it reads no number
            self._is_of_use = False
            return None

    def _read(self, start: int, end: int) -> Part:
        table, plan = self._table, self._plan
        if table.data.startswith(_BYTE_ORDER_MARK, start):  # which pandas passes over
            raise _OtherwiseError
        known, n_columns = _Known(), len(table.columns)
        found = [
            known.numbers_of(_fields(lines, ord(table.separator), n_columns)).reshape(-1, n_columns)
            for lines in _blocks(table.data, start, end)
        ]
        texts = known.texts()
        values = _values(texts, table)
        columns = {place: np.concatenate([some[:, place] for some in found]) for place in (*plan.large, *plan.texts)}
        with np.errstate(over="ignore"):
            block = _cells(found, values.astype(np.float32), plan.small)
        large = {place: values[columns[place]] for place in plan.large}
        if np.isinf(block).any() or any(np.isinf(cells).any() for cells in large.values()):
            raise _OtherwiseError  # words among the numbers, or too large ones
        words = {place: _categories(columns[place], texts) for place in plan.texts}
        last = n_columns - 1
        if last in words:
            has_hole = (words[last][0] < 0).any()
        else:
            has_hole = np.isnan(large[last] if last in large else block[:, -1]).any()
        return Part(block, large, words, {}, {}, bool(has_hole))


@record(eq=False)
class _Fields:
    """Those of some lines.

    eights: the bytes of a block, eight and eight; marks: (fields + 1,), where its first line feed, the separators and
    the ends of lines stand.
    """

    eights: Words64
    marks: Places


def _fields(lines: bytes, separator: int, n_columns: int) -> _Fields:
    """lines: a block.

    Raises:
        ValueError: some line has too few fields, or too many.
    """
    bytes_ = np.frombuffer(lines, np.uint8)
    is_line_end = bytes_ == _LINE_END
    marks = np.flatnonzero(is_line_end | (bytes_ == separator))
    line_ends = marks[::n_columns]
    are_ends = len(marks) == (len(line_ends) - 1) * n_columns + 1 and bool(is_line_end[line_ends].all())
    if not are_ends or np.count_nonzero(is_line_end) != len(line_ends):
        raise _OtherwiseError
    return _Fields(bytes_.view("<u8"), marks)


def _blocks(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """All lines, some at a time: a line feed before and behind each, then zeros up to a whole number of eight bytes."""
    while end > start + 1 and data.endswith(b"\n\n", start, end):
        end -= 1  # blank lines at the end of a file are none
    size = _FIRST_BLOCK
    while start < end:
        stop = end if start + size >= end else data.rfind(b"\n", start, start + size) + 1
        lines = data[start : stop or data.find(b"\n", start, end) + 1 or end]
        start, size = start + len(lines), min(4 * size, _BLOCK)
        lines = lines if lines.endswith(b"\n") else lines + b"\n"
        yield b"".join((b"\n", lines, bytes(-(len(lines) + 1) % _WORD + _LONGEST + _WORD)))


class _Known:
    """Different fields, numbered as they come. Those of up to eight bytes stand in the first half of a table, longer
    ones in the second."""

    def __init__(self) -> None:
        self._keys = np.zeros((_LONGEST // _WORD, 2 * _PLACES), np.uint64)
        """The bytes of the fields by their places, eight and eight."""
        self._numbers = np.zeros(2 * _PLACES, np.uint16)
        self._is_taken = np.zeros(2 * _PLACES, bool)
        self._is_taken[0] = True  # by the field without bytes, whose place this is
        self._different = [b""]
        self._longest = 0

    def numbers_of(self, fields: _Fields) -> Numbers:
        """Which of the different ones each is. Raises ValueError where they are too many, or one is too long."""
        starts, lengths = fields.marks[:-1] + 1, fields.marks[1:] - fields.marks[:-1]
        lengths -= 1
        first, long, others = _words(fields, starts, lengths), _NONE, list[Words64]()
        if (longest := int(lengths.max())) > _WORD:
            self._longest = max(self._longest, longest)
            long = np.flatnonzero(lengths > _WORD)
            others = _other_words(fields, starts[long], lengths[long], self._longest)
        places = _places(first, long, others)
        numbers = self._numbers.take(places, mode="clip")  # spares a look at whether all are within; they are
        is_known = self._keys[0].take(places, mode="clip") == first
        if others:
            at = places[long]
            for key, word in zip(self._keys[1:], others, strict=False):
                is_known[long] &= key[at] == word
        if not is_known.all():
            new = np.flatnonzero(~is_known)
            words = np.zeros((len(self._keys), len(first)), np.uint64)
            words[0] = first
            words[1 : len(others) + 1, long] = others if others else 0
            numbers[new] = self._learn(places[new], words[:, new])
        return numbers

    def _learn(self, places: Places, words: Words64) -> Numbers:
        """The numbers of fields that are not at their first places: they are or will be at the next free ones.

        words: (4, fields)
        """
        numbers, rest = np.zeros(len(places), np.uint16), np.arange(len(places))
        while len(rest):
            self._take(places, words[:, rest])
            is_there = (self._keys[:, places] == words[:, rest]).all(axis=0)
            numbers[rest[is_there]] = self._numbers[places[is_there]]
            places, rest = places[~is_there], rest[~is_there]
            places = (places & _PLACES) | ((places + 1) & (_PLACES - 1))
        return numbers

    def _take(self, places: Places, words: Words64) -> None:
        """For one of the fields at each of the places that are free."""
        wanted = np.flatnonzero(~self._is_taken[places])
        field_at = np.full(2 * _PLACES, -1)
        field_at[places[wanted]] = wanted
        free = np.flatnonzero(field_at >= 0)
        n_known = len(self._different)
        if n_known + len(free) > _MOST:
            raise _OtherwiseError
        taken = np.ascontiguousarray(words[:, field_at[free]].T)
        self._is_taken[free] = True
        self._numbers[free] = np.arange(n_known, n_known + len(free))
        self._keys[:, free] = taken.T
        self._different += [row.astype("<u8").tobytes().rstrip(b"\0") for row in taken]

    def texts(self) -> list[str]:
        """The different ones."""
        texts = [text.decode() for text in self._different]
        if any(text != text.strip() for text in texts):
            raise _OtherwiseError  # pandas takes blanks away at the beginning of a line alone
        return texts


def _words(fields: _Fields, starts: Places, lengths: Places) -> Words64:
    """The first eight bytes of fields, zeros behind their ends."""
    at = starts >> 3
    words = fields.eights.take(at, mode="clip")
    at += 1
    behind = fields.eights.take(at, mode="clip")
    shift = (starts & 7).view(np.uint64)
    shift <<= _THREE
    words >>= shift
    behind <<= _ALL_BITS - shift  # nothing is left of it where that is all
    words |= behind
    words &= _OF_LENGTH.take(lengths, mode="clip")
    return words


def _places(first: Words64, long: Places, others: Sequence[Words64]) -> Places:
    """Where each field is first looked for.

    first: (fields,) first words; long: which of the fields have others, and these.
    """
    mixed = first * _FACTORS[0]
    for word, factor in zip(others, _FACTORS[1:], strict=False):
        mixed[long] ^= word * factor
    mixed >>= _SHIFT
    places: Places = mixed.view(np.int64)
    places[long] += _PLACES
    return places


def _other_words(fields: _Fields, starts: Places, lengths: Places, longest: int) -> list[Words64]:
    """Their other bytes, eight and eight."""
    if longest > _LONGEST:
        raise _OtherwiseError
    return [_words(fields, starts + at, lengths - at) for at in range(_WORD, longest, _WORD)]


def _values(texts: Sequence[str], table: TextTable) -> NDArray[np.float64]:
    """What pandas reads: NaN of missing ones, infinite where there is no number."""
    values = np.full(len(texts), np.inf)
    points = [text.replace(",", ".") for text in texts] if table.decimal == "," else texts
    numbers = [n for n, text in enumerate(points) if text in _MISSING or is_plain_number(text)]
    lines = "".join(f"{texts[n]}\n" for n in numbers).encode()
    values[numbers] = np.concatenate([*rows_of_numbers(lines, 0, len(lines), 1, table.separator, table.decimal)])[:, 0]
    return values


def _cells(found: Sequence[Numbers], values: NDArray[np.float32], places: Sequence[int]) -> NDArray[np.float32]:
    """(lines, places) the values in these columns.

    found: (some lines, columns) each.
    """
    cells = np.empty((sum(map(len, found)), len(places)), np.float32)
    chosen, start = _neighbours(places), 0
    for numbers in found:
        end = start + len(numbers)
        cells[start:end] = values.take(numbers, mode="clip")[:, chosen]
        start = end
    return cells


def _neighbours(places: Sequence[int]) -> slice | list[int]:
    """The same places, as a slice where that can be, for it takes no copy."""
    is_run = len(places) > 0 and places[-1] - places[0] == len(places) - 1
    return slice(places[0], places[-1] + 1) if is_run else list(places)


def _categories(numbers: Numbers, texts: Sequence[str]) -> Numbered:
    """Of a column, in the order of the texts, as of pandas."""
    there = np.flatnonzero(np.bincount(numbers, minlength=len(texts)))
    kept = sorted((texts[n], n) for n in there.tolist() if texts[n] not in _MISSING)
    values = [text for text, _ in kept]
    if all(map(_may_be_number, values)):
        raise _OtherwiseError  # pandas would make numbers of them
    codes = np.full(len(texts), -1, np.int32)
    codes[[n for _, n in kept]] = np.arange(len(kept))
    return codes.take(numbers, mode="clip"), values


def _may_be_number(text: str) -> bool:
    """Whether pandas might make a number of it, or true and false."""
    return text.startswith(_NUMBER_STARTS) or text.lower() in _NUMBER_WORDS
