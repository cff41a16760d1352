"""Which rows of a list are selected: one, or a range that Shift extends from an anchor."""

from __future__ import annotations


class RowSelection:
    """``current`` is where the keyboard is, -1 where nothing is selected; ``anchor`` is the other end of the range."""

    def __init__(self) -> None:
        self.current = -1
        self.anchor = -1

    def indices(self) -> list[int]:
        """All selected rows, from top to bottom."""
        if self.current < 0:
            return []
        low, high = sorted((self.anchor, self.current))
        return list(range(low, high + 1))

    def select(self, index: int, *, extend: bool = False) -> None:
        self.current = index
        if not extend or self.anchor < 0:
            self.anchor = index

    def follow(self, head: int, tail: int, old: int, new: int) -> None:
        """Stays on the same row where ``old`` rows become ``new`` of which the first and last few are the same."""
        if self.current < 0:
            return
        kept = len(self.indices()) == 1 or self.anchor < head
        if self.current >= old - tail:
            self.select(self.current + new - old)
        elif self.current >= head or not kept:
            self.select(min(self.current, new - 1))
