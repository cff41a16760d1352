"""Which rows of a list are selected: one, a range that Shift extends from an anchor, or any that Ctrl picks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from PySide6.QtCore import Qt

_PAGE = 6
"""How many rows Page Up and Page Down go."""


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

    def choose(self, indices: Collection[int], current: int | None = None) -> None:
        """These rows; the keyboard stays where it is, or goes to one of them, and so does the anchor where it may."""
        self._chosen = set(indices)
        if current is not None:
            self.current = current
            if self.anchor not in self._chosen:
                self.anchor = current

    def toggle(self, index: int, together: Collection[int] = ()) -> None:
        """This row too, or no longer; and those that go with it."""
        rows = {index, *together}
        self._chosen = self._chosen - rows if index in self._chosen else self._chosen | rows
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


def where_to(key: int, shown: Sequence[int], current: int) -> int | None:
    """Which of the rows that can be seen a key leads to from the current one; None where it is no such key."""
    at, last = shown.index(current) if current in shown else -1, len(shown) - 1
    targets: dict[int, int] = {
        Qt.Key.Key_Up: max(at - 1, 0),
        Qt.Key.Key_Down: min(at + 1, last),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
        Qt.Key.Key_PageUp: max(at - _PAGE, 0),
        Qt.Key.Key_PageDown: min(at + _PAGE, last),
    }
    return shown[targets[key]] if key in targets else None


def alike_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many rows are the same kind at the beginning of both lists, and how many of the others at the end."""
    head = _alike(old, new)
    return head, min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - head)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
