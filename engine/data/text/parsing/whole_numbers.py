"""Reads tables of nothing but short whole numbers, such as pictures, in a fraction of the time that others take.

A field of the digits d1 d2 ... is ((d1 * 10) + d2) * 10 + ..., which is done for all fields of a piece at once. What
is not such a table is left to pandas.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

MOST_DIGITS = 7
"""What float32 holds exactly."""
_PIECE = 2**18
"""Bytes; a piece and all that is made of it fit into the processor's cache."""
_LINE_END = ord("\n")


def pieces(data: bytes, start: int, end: int, n_columns: int) -> Iterator[bytes]:
    """The lines from ``start`` to ``end``, some at a time, each ending with a line feed, up to the first that is too
    long."""
    size = max(_PIECE, n_columns * (MOST_DIGITS + 1) + 1)
    while start < end:
        stop = end if start + size >= end else data.rfind(b"\n", start, start + size) + 1
        piece = data[start : stop or start + size]
        start = stop or end
        yield piece if piece.endswith(b"\n") else piece + b"\n"


def whole_numbers(piece: bytes, n_columns: int, separator: str) -> NDArray[np.float32]:
    """(rows, n_columns). Raises ValueError where a line is anything but that many short whole numbers."""
    characters = np.frombuffer(piece, np.uint8)
    digits = characters - np.uint8(ord("0"))
    ends = np.flatnonzero(digits > 9)
    if len(ends) % n_columns:
        raise ValueError
    marks = characters[ends].reshape(-1, n_columns)
    if (marks[:, :-1] != ord(separator)).any() or (marks[:, -1] != _LINE_END).any():
        raise ValueError
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts
    if not 1 <= lengths.min() <= lengths.max() <= MOST_DIGITS:
        raise ValueError
    numbers = digits[starts].astype(np.float32)
    position = 1
    while len(longer := np.flatnonzero(lengths > position)):
        numbers[longer] = numbers[longer] * 10 + digits[starts[longer] + position]
        position += 1
    return numbers.reshape(-1, n_columns)
