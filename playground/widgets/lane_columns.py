"""The columns that the rows of the lane table share with its header, so that everything stands in line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ROW: Final = 28
"""Height of a row."""
INSET: Final = 7
"""How far into its column an editor's text starts; its heading starts there too."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``width`` at least, plus its share (``stretch``) of the room there is. All in pixels."""

    name: str
    width: int
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Where a column is."""

    x: int
    width: int

    @property
    def end(self) -> int:
        return self.x + self.width


SETTINGS: Final = ("initialization", "l2", "rate", "learning_rate", "seed")
"""Columns a person edits, besides the name."""
FIGURES: Final = ("train_accuracy", "test_accuracy", "gap", "train_loss", "test_loss")
"""Columns the run fills in."""
COLUMNS: Final = (
    Column("swatch", 34),
    Column("name", 90, 5),
    Column("initialization", 144, 1),
    Column("l2", 66, 2),
    Column("rate", 78, 2),
    Column("learning_rate", 80, 2),
    Column("seed", 56, 2),
    Column("divider", 10),
    Column("train_accuracy", 56, 2),
    Column("test_accuracy", 58, 2),
    Column("gap", 44, 2),
    Column("train_loss", 62, 2),
    Column("test_loss", 62, 2),
    Column("edge", 6),
)
NARROWEST: Final = sum(column.width for column in COLUMNS)
"""Below this width the table scrolls sideways."""
_WIDEST: Final = 1500
"""Above it the columns do not drift further apart."""


def spans(width: int) -> dict[str, Span]:
    """The place of each column in a row of this width."""
    spare = max(0, min(width, _WIDEST) - NARROWEST)
    parts = sum(column.stretch for column in COLUMNS)
    result: dict[str, Span] = {}
    x = given = 0
    for column in COLUMNS:
        given += column.stretch
        # From running totals, so that rounding never adds up.
        extra = spare * given // parts - spare * (given - column.stretch) // parts
        result[column.name] = Span(x, column.width + extra)
        x += column.width + extra
    return result
