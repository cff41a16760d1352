"""What is in all the bytes of a text, seen at one go: how many lines, and whether there is anything unusual."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.threads import in_threads
from engine.records import record

_BLOCK = 2**18
"""Bytes that are looked at while they are in the processor's cache."""
_AT_ONCE = 2**21
"""Bytes below which a thread costs more than it saves."""
_LARGEST_ASCII = 127


@record(eq=False)
class Survey:
    """Of all bytes of a text.

    line_feeds: (blocks + 1,), how many stand before each block.
    """

    data: bytes
    line_feeds: NDArray[np.int64]
    is_ascii: bool
    has_zeros: bool
    has_returns: bool
    """Carriage returns."""
    has_quotes: bool

    def line_feeds_before(self, place: int) -> int:
        """place: in bytes."""
        block = place // _BLOCK
        start = block * _BLOCK
        rest = np.frombuffer(self.data, np.uint8, place - start, start) if place > start else np.empty(0, np.uint8)
        return int(self.line_feeds[block]) + int(np.count_nonzero(rest == ord("\n")))


def survey(data: bytes) -> Survey:
    """Looks at each byte once, in threads."""
    starts = range(0, len(data), _BLOCK)
    blocks = (
        [_look(data, start) for start in starts]
        if len(data) < _AT_ONCE
        else [
            found
            for some in in_threads(lambda run: [_look(data, start) for start in run], _runs(starts))
            for found in some
        ]
    )
    counts, largest, smallest, returns, quotes = zip(*blocks, strict=True) if blocks else ((), (), (), (), ())
    return Survey(
        data,
        line_feeds=np.concatenate(([0], np.cumsum(counts, dtype=np.int64))),
        is_ascii=max(largest, default=0) <= _LARGEST_ASCII,
        has_zeros=min(smallest, default=1) == 0,
        has_returns=any(returns),
        has_quotes=any(quotes),
    )


def _runs(starts: range) -> list[range]:
    """Some neighbours each."""
    size = max(1, _AT_ONCE // _BLOCK)
    return [starts[at : at + size] for at in range(0, len(starts), size)]


def _look(data: bytes, start: int) -> tuple[int, int, int, bool, bool]:
    """Line feeds, largest and smallest byte, and whether there are carriage returns and quotation marks."""
    end = min(start + _BLOCK, len(data))
    cells = np.frombuffer(data, np.uint8, end - start, start)
    return (
        int(np.count_nonzero(cells == ord("\n"))),
        int(cells.max()),
        int(cells.min()),
        data.find(b"\r", start, end) >= 0,
        data.find(b'"', start, end) >= 0,
    )
