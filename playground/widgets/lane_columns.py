"""The columns that the rows of the lane table share with its header, so that everything stands in line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QFontMetrics

from playground import theme

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
_COLUMNS: Final = (
    Column("swatch", 34),
    Column("name", 82, 5),
    Column("initialization", 144, 1),
    Column("l2", 66, 2),
    Column("rate", 62, 2),
    Column("learning_rate", 66, 2),
    Column("seed", 56, 2),
    Column("divider", 10),
    Column("train_accuracy", 56, 2),
    Column("test_accuracy", 56, 2),
    Column("gap", 44, 2),
    Column("train_loss", 60, 2),
    Column("test_loss", 60, 2),
    Column("edge", 6),
)
_WIDEST: Final = 1500
"""Above it the columns do not drift further apart."""
_BESIDE: Final = 3
"""Free room beside a heading, at least."""


class Columns:
    """Where the columns are. Each is as wide as its figures and its heading need, at least."""

    def __init__(self, headings: Mapping[str, str]) -> None:
        """headings: column -> title, in the language that is set"""
        self._columns = [_fitted(column, headings.get(column.name, "")) for column in _COLUMNS]
        self.narrowest = sum(column.width for column in self._columns)
        """Below this width the table scrolls sideways."""

    def spans(self, width: int) -> dict[str, Span]:
        """The place of each column in a row of this width."""
        spare = max(0, min(width, _WIDEST) - self.narrowest)
        parts = sum(column.stretch for column in self._columns)
        result: dict[str, Span] = {}
        x = given = 0
        for column in self._columns:
            given += column.stretch
            # From running totals, so that rounding never adds up.
            extra = spare * given // parts - spare * (given - column.stretch) // parts
            result[column.name] = Span(x, column.width + extra)
            x += column.width + extra
        return result


def _fitted(column: Column, heading: str) -> Column:
    """With room for its heading: that of a setting is bold where lanes differ, that of a figure never is."""
    is_figure = column.name in FIGURES
    advance = QFontMetrics(theme.font("small", bold=not is_figure)).horizontalAdvance(heading)
    return replace(column, width=max(column.width, advance + _BESIDE + (_BESIDE + 1 if is_figure else INSET)))
