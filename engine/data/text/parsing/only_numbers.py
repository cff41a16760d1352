"""Reads tables of nothing but numbers: where there are many columns all cells as one long one, which takes pandas three
quarters of the time.

What a table costs pandas beside its digits, it costs for each column of each piece: arrays that are made, joined and
put side by side. In one column all cells are in order already, so that they are read by some ten thousand, and what is
read stays in the processor's cache. pandas looks no longer whether each line has as many fields as there are columns,
so that is counted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.data.text.marks import MISSING, Decimal

MOST_COLUMNS = 2**16
"""What 16 bits can count."""
_PIECE = 2**18
"""Bytes; a piece and all that is made of it fit into the processor's cache."""
_FEW_COLUMNS = 16
"""As many are read as they stand: so many cells of a line take less than lines of one cell each."""
_CELLS = 2**17
"""That are read at a time."""
_LINE_END, _LARGEST_ASCII = ord("\n"), 127
_MISSING = (*MISSING, *(f" {text}" for text in MISSING))


class UnevenError(ValueError):
    """A line has more or fewer fields than there are columns, or letters that no number has."""


def rows_of_numbers(
    data: bytes, start: int, end: int, n_columns: int, separator: str, decimal: Decimal
) -> Iterator[NDArray[np.float64]]:
    """(some rows, n_columns) each, NaN where a cell has no number.

    start, end: those of whole lines, of which none is blank.

    Raises:
        ValueError: something else stands among the numbers, or a line has too many or too few of them.
    """
    n_wide = n_columns if n_columns <= _FEW_COLUMNS else 1
    source = _InARow(data, start, end, n_columns, separator, is_in_a_row=n_wide == 1)
    with pd.read_csv(  # type: ignore[call-overload]
        source,
        sep=separator,  # of which none is left in a row
        engine="c",
        header=None,
        names=range(n_wide),
        index_col=False,
        dtype=np.float64,
        decimal="." if separator == "," else decimal,
        keep_default_na=False,
        na_values=_MISSING,
        skip_blank_lines=False,  # they are cells without a number
        low_memory=False,
        chunksize=n_columns // n_wide * max(1, _CELLS // n_columns),
    ) as reader:
        _keep_memory(reader)
        for frame in reader:
            if source.is_uneven:
                break
            yield frame.to_numpy().reshape(-1, n_columns)
    if source.is_uneven:
        raise UnevenError


def _keep_memory(reader: object) -> None:
    """pandas 3.1 gives its buffers back after each chunk, which costs a fifth of the time, unless it is told not to."""
    inner: Any = getattr(getattr(reader, "_engine", None), "_reader", None)
    if hasattr(inner, "trim_after_read"):  # nothing that pandas promises, and nothing is lost without
        inner.trim_after_read = False


class _InARow:
    """A file of the same cells, each on a line of its own unless they are to stay as they are."""

    mode = "r"

    def __init__(
        self, data: bytes, start: int, end: int, n_columns: int, separator: str, *, is_in_a_row: bool = True
    ) -> None:
        self._data, self._at, self._end = data, start, end
        self._n_columns, self._separator = n_columns, ord(separator)
        self._is_in_a_row, self.is_uneven = is_in_a_row, False
        self._room = np.empty((2, min(_PIECE, end - start)), np.uint8)

    def read(self, size: int = -1) -> bytes:
        """Whole lines, about as much as is asked for; nothing more behind a line that is uneven."""
        start = self._at
        if start == self._end or self.is_uneven:
            return b""
        self._at = self._end_of_lines(start)
        bytes_ = np.frombuffer(self._data, np.uint8, self._at - start, start)
        is_separator, in_a_row = self._room_for(len(bytes_))
        np.equal(bytes_, self._separator, out=is_separator)
        if not self._is_even(bytes_, is_separator):
            self.is_uneven = True
            return b""
        if not self._is_in_a_row:
            return self._data[start : self._at]
        np.multiply(is_separator.view(np.uint8), np.uint8((self._separator - _LINE_END) % 256), out=in_a_row)
        np.subtract(bytes_, in_a_row, out=in_a_row)
        text: bytes = in_a_row.tobytes()
        return text if text.endswith(b"\n") else text + b"\n"

    def _room_for(self, size: int) -> tuple[NDArray[np.bool_], NDArray[np.uint8]]:
        """The same memory each time: new one takes longer than all that is done in it."""
        if size > self._room.shape[1]:
            self._room = np.empty((2, size), np.uint8)
        return self._room[0, :size].view(np.bool_), self._room[1, :size]

    def _end_of_lines(self, start: int) -> int:
        if start + _PIECE >= self._end:
            return self._end
        end = self._data.rfind(b"\n", start, start + _PIECE) + 1
        return end or self._data.find(b"\n", start + _PIECE, self._end) + 1 or self._end

    def _is_even(self, bytes_: NDArray[np.uint8], is_separator: NDArray[np.bool_]) -> bool:
        """Whether each line has as many fields as there are columns, and all of them are ASCII."""
        ends = np.flatnonzero(bytes_[:-1] == _LINE_END)
        starts = np.concatenate(([0], ends + 1))
        wanted = self._n_columns - 1
        # Modulo 2^8 it takes a tenth of the time. A line with 2^8 too many fields is told by the sum, for none has
        # fewer than no separators: whoever wants no more than 2^8 of them can have no line with 2^8 too few.
        modulus = np.uint8 if wanted < 2**8 else np.uint16
        counts = np.add.reduceat(is_separator.view(np.uint8), starts, dtype=modulus)
        return bool(
            (counts == wanted).all()
            and np.count_nonzero(is_separator) == wanted * len(starts)
            and bytes_.max() <= _LARGEST_ASCII
        )

    def __iter__(self) -> Iterator[bytes]:
        raise NotImplementedError  # pandas only asks whether there is one
