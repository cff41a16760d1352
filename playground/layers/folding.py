"""Which hidden layers are one row each: a layer with weights, and what follows it up to the next one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from engine.inspectors.net.blocks import blocks
from engine.nn.layers.base import LayerSpec
from playground.layers.rows.row import LayerRow


class Folding:
    """Rows remember whether they are open, so that they stay so wherever they move. ``is_on``: whether any folds."""

    def __init__(self) -> None:
        self.is_on = True
        self.hidden_layers: tuple[range, ...] = ()
        """The rows of each; those before the first layer with weights stand alone."""
        self._of: Mapping[int, range] = {}
        self._rows: Sequence[LayerRow] = ()

    def follow(self, rows: Sequence[LayerRow], layers: Sequence[LayerSpec]) -> None:
        """These are the rows now."""
        self._rows = rows
        found = [block.rows for block in blocks(layers)]
        alone = [range(row, row + 1) for row in found[0]]
        self.hidden_layers = (*alone, *(range(rows[0], rows[-1] + 1) for rows in found[1:]))
        self._of = {row: rows for rows in self.hidden_layers for row in rows}

    def of(self, index: int) -> range:
        """The hidden layer that a row belongs to."""
        return self._of.get(index) or range(index, index + 1)

    def can_fold(self, index: int) -> bool:
        """Whether the row has followers that it can tell of."""
        rows = self.of(index)
        return self.is_on and rows.start == index and len(rows) > 1

    def is_folded(self, index: int) -> bool:
        """Whether the hidden layer of a row is one row."""
        head = self.of(index).start
        return self.can_fold(head) and not self._rows[head].is_open

    def shown(self) -> list[int]:
        """The rows that can be seen."""
        return [row for rows in self.hidden_layers for row in (rows[:1] if self.is_folded(rows.start) else rows)]

    def open(self, index: int, *, alone: bool) -> None:
        """Gives the layers of a hidden layer rows of their own. alone: all others fold."""
        head = self.of(index).start
        for at, row in enumerate(self._rows):
            row.is_open = at == head or (row.is_open and not alone)

    def fold(self, index: int) -> None:
        """Makes a hidden layer one row."""
        self._rows[self.of(index).start].is_open = False

    def whole(self, chosen: Collection[int]) -> set[int]:
        """These rows, and with each of a folded hidden layer all of it: what is one row is one thing."""
        found = set(chosen)
        for rows in self.hidden_layers:
            if self.is_folded(rows.start) and not found.isdisjoint(rows):
                found.update(rows)
        return found

    def is_whole(self, chosen: Sequence[int]) -> bool:
        """Whether rows one below the other, and these are nothing but whole hidden layers."""
        spans = [rows for rows in self.hidden_layers if not set(rows).isdisjoint(chosen)]
        together = [row for rows in spans for row in rows]
        return self.is_on and bool(chosen) and together == list(range(chosen[0], chosen[-1] + 1)) == list(chosen)

    def above(self, index: int) -> int:
        """Where the hidden layer before this row begins; the row itself, if it is the first."""
        return self.of(max(self.of(index).start - 1, 0)).start

    def below(self, index: int) -> int:
        """Behind the hidden layer that comes after this row's."""
        last = self.hidden_layers[-1].stop - 1
        return self.of(min(self.of(index).stop, last)).stop
