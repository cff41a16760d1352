"""Reads tables of nothing but short whole numbers, such as pictures, in a fraction of the time that others take.

A field of the digits d1 d2 ... is ((d1 * 10) + d2) * 10 + ..., which is done for all fields of a piece at once. What
is not such a table is left to `engine.data.csv.cells`, which also knows what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.csv.text import CsvText, start_of_rows

MOST_DIGITS = 7
"""What float32 holds exactly."""
_PIECE = 2**18
"""Bytes; a piece and all that is made of it fit into the processor's cache."""
_LINE_END = ord("\n")


def read_plain_numbers(
    text: CsvText,
    features: NDArray[np.float32],
    labels: NDArray[np.int64],
    place: int,
    chosen: Sequence[int] | None = None,
) -> int:
    """Fills the arrays and says how many rows there are; 0 where something else than a short whole number stands.

    features: (rows or more, n_features), the columns at ``chosen``, or all but the label; labels: (rows or more,), the
    column at ``place``.
    """
    start = start_of_rows(text)
    if start is None:
        return 0
    at, n_columns = 0, len(text.columns)
    for piece in _pieces(text.data, start, longest_line=n_columns * (MOST_DIGITS + 1) + 1):
        rows = whole_numbers(piece, n_columns, text.separator)
        if rows is None or at + len(rows) > len(features):
            return 0
        end = at + len(rows)
        if chosen is not None:
            features[at:end] = rows[:, chosen]
        else:
            features[at:end, :place] = rows[:, :place]
            features[at:end, place:] = rows[:, place + 1 :]
        labels[at:end] = rows[:, place]
        at = end
    return at


def _pieces(data: bytes, start: int, *, longest_line: int) -> Iterator[bytes]:
    """Whole lines, each ending with a line feed alone, up to the first line that is too long."""
    size = max(_PIECE, longest_line)
    while start < len(data):
        end = len(data) if start + size >= len(data) else data.rfind(b"\n", start, start + size) + 1
        piece = data[start : end or start + size].replace(b"\r\n", b"\n")
        yield piece if piece.endswith(b"\n") else piece + b"\n"
        start = end or len(data)


def whole_numbers(piece: bytes, n_columns: int, separator: str) -> NDArray[np.float32] | None:
    """(rows, n_columns), or None where a line is anything but that many short whole numbers."""
    characters = np.frombuffer(piece, np.uint8)
    digits = characters - np.uint8(ord("0"))
    ends = np.flatnonzero(digits > 9)
    if len(ends) % n_columns:
        return None
    marks = characters[ends].reshape(-1, n_columns)
    if (marks[:, :-1] != ord(separator)).any() or (marks[:, -1] != _LINE_END).any():
        return None
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts
    if not 1 <= lengths.min() <= lengths.max() <= MOST_DIGITS:
        return None
    numbers = digits[starts].astype(np.float32)
    position = 1
    while len(longer := np.flatnonzero(lengths > position)):
        numbers[longer] = numbers[longer] * 10 + digits[starts[longer] + position]
        position += 1
    return numbers.reshape(-1, n_columns)
