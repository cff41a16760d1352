"""One row and what it was taken for, as pictures and lines of rows show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.records import record
from playground.ui.text.numbers import number

if TYPE_CHECKING:
    from engine.data.sheet import Sheet

Tone: TypeAlias = Literal["danger", "good", "muted"]
"""A colour of the theme: that of what was said instead of the truth, or of the truth that was kept to."""


@record
class Item:
    """``key`` tells rows apart. ``was`` (muted) and ``taken`` stand below the picture, with an arrow between them.

    ``reading``: the sentence of the card; ``figure``: the probability in short.
    """

    key: int
    was: str
    taken: str
    figure: str
    reading: str
    tone: Tone = "danger"


@record(eq=False)
class Rows:
    """The rows of a data set: (n, n_features), scaled; shape: (height, width) of the pictures, or None."""

    scaled: NDArray[Any]
    offset: NDArray[Any]
    scale: NDArray[Any]
    names: Sequence[str]
    shape: tuple[int, int] | None = None
    is_inverted: bool = False
    """Whether high values are paper."""
    digits: Mapping[str, int] = field(default_factory=dict)
    """Of codes and years: see `plain_digits`."""
    sheet: Sheet | None = None
    """The file that they were read from, where it is a table ..."""
    places: NDArray[Any] | None = None
    """... (n,), which of its rows they are, and ``columns``, those of its columns that are learned from."""
    columns: Sequence[str] = ()

    def told_of(self, key: int) -> list[tuple[str, str]]:
        """The features of one row, and their values as texts: of a table its line and its cells, as they stand there.
        What the network is given in their place, such as a mean for a cell that is empty, nobody would find there.
        """
        if self.sheet is not None and self.places is not None:
            from engine.data.columns.values import text_of  # here, because only files are tables
            from playground.ui.text.cells import cell_text

            row = int(self.places[key])
            cells = ((name, text_of(self.sheet.column(name), row)) for name in self.columns)
            line = QCoreApplication.translate("MistakeView", "line")
            told = [(name, cell_text(value, self.digits.get(name, 0))) for name, value in cells]
            return [(line, str(self.sheet.line_of(row))), *told]
        return [
            (name, f"{value:0{self.digits[name]}.0f}" if name in self.digits and _is_whole(value) else number(value, 4))
            for name, value in zip(self.names, self.row(key).tolist(), strict=False)
        ]

    def row(self, key: int) -> NDArray[Any]:
        """One row in the features' own units, (n_features,): there may be too many to unscale all of them."""
        values: NDArray[Any] = self.scaled[key] * self.scale + self.offset
        return values


def _is_whole(value: float) -> bool:
    """Up to what scaling to and fro has lost."""
    return abs(value - round(value)) <= 1e-6 * max(abs(value), 1e3)
