"""Which rows of a list are selected: one, a range that Shift extends from an anchor, or any that Ctrl picks."""

from __future__ import annotations


class RowSelection:
    """``current`` is where the keyboard is, -1 where nothing is selected; ``anchor`` is the other end of a range."""

    def __init__(self) -> None:
        self.current = -1
        self.anchor = -1
        self._chosen: set[int] = set()

    def indices(self) -> list[int]:
        """All selected rows, from top to bottom."""
        return sorted(self._chosen)

    def select(self, index: int, *, extend: bool = False) -> None:
        """This row alone, or all from the anchor to it."""
        self.current = index
        if not extend or self.anchor < 0:
            self.anchor = index
        low, high = sorted((self.anchor, index))
        self._chosen = set(range(low, high + 1)) if index >= 0 else set()

    def select_all(self, indices: list[int]) -> None:
        """These rows, at least one."""
        self._chosen = set(indices)
        self.anchor, self.current = min(indices), max(indices)

    def toggle(self, index: int) -> None:
        """This row too, or no longer."""
        self._chosen ^= {index}
        self._go_to(index)

    def follow(self, head: int, tail: int, old: int, new: int) -> None:
        """Stays on the same rows where ``old`` rows become ``new`` of which the first and last few are the same."""
        if self.current < 0:
            return
        current = self.current if self.current < old - tail else self.current + new - old
        kept = {index for index in self._chosen if index < head}
        self._chosen = kept | {index + new - old for index in self._chosen if index >= old - tail}
        if not self._chosen:
            self._chosen = {min(self.current, new - 1)}
        self._go_to(current)

    def _go_to(self, index: int) -> None:
        """The keyboard goes to a row, or to the nearest one that is selected."""
        near = sorted(self._chosen, key=lambda chosen: abs(chosen - index))
        self.current = self.anchor = near[0] if near else -1
