"""What a plot of lanes draws: lines, bands and other runs, as points, and what stands at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.records import record
from engine.train.history.history import HistoryView
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.lines.thinning import Points

FEW_LINES: Final = 4
"""Up to so many lanes have wide lines: many need the room, and thin lines are drawn faster."""
MANY_LINES: Final = 9
"""Above, all but the one in focus step back: they are pale, and their training rows and names are not drawn."""


@record(eq=False)
class Series:
    """Every evaluation of every lane, to read off: two measures of a history, on training and on held-out rows."""

    history: HistoryView
    measures: tuple[str, str]
    looks: Sequence[LaneLook]

    def values_at(self, index: int) -> tuple[list[float], list[float]]:
        """Training and held-out values of all lanes at one evaluation."""
        record = self.history.part(index, index + 1)
        train, test = (record.measure(name)[0] for name in self.measures)
        return train.tolist(), test.tolist()


@record(eq=False)
class Band:
    """The room that lanes take which repeat line ``line`` with other seeds: the lowest and the highest of them."""

    line: int
    ends: Points


@record(eq=False)
class Ghost:
    """Another run, to compare with. A curve a line; none has the colour of a lane, and the words say what they are."""

    train: Points
    test: Points
    name: str
    text: str
    """Its name and what there is to know about it."""


@record(eq=False)
class Lines:
    """What is drawn, a curve a line.

    oldest, newest: the first and the last step measured; ``focus`` is the line in focus, or -1;
    faint: training and test lines as they were before smoothing; best: steps and values, (lines,) each, to be ringed;
    gap: whether to shade what lies between training and test; has_test: False where the two are one.
    """

    train: Points
    test: Points
    looks: Sequence[LaneLook]
    oldest: float = 0.0
    newest: float = 0.0
    bands: Sequence[Band] = ()
    focus: int = -1
    faint: tuple[Points, Points] | None = None
    best: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
    gap: bool = False
    has_test: bool = True
    lanes: Sequence[int] = ()
    """Of which lane each line is, or that stands for those that it is the mean of."""

    @property
    def measured(self) -> tuple[Points, Points]:
        """Training and test lines as they are without smoothing."""
        return self.faint or (self.train, self.test)

    @property
    def are_many(self) -> bool:
        return len(self.looks) > MANY_LINES


@record
class Limits:
    """What of the axes is shown: the last step, and the lowest and highest value before any logarithm."""

    until: float
    low: float
    high: float


@record(eq=False)
class Prepared:
    """Lines in data coordinates, with the logarithm taken."""

    lines: Lines
    train: Points
    test: Points
    bands: list[Band] = field(default_factory=list)
    faint: list[Points] = field(default_factory=list)
    best: list[tuple[int, float, float]] = field(default_factory=list)
    """(line, x, y)"""
    ghosts: list[Ghost] = field(default_factory=list)

    @property
    def has_zeros(self) -> bool:
        """Whether some of it lies at the lower edge of a logarithmic axis."""
        return any(bool(np.isneginf(points.y).any()) for points in (self.train, self.test, *self.faint))

    def all_lines(self) -> list[Points]:
        """All that is drawn of lines, those of other runs too."""
        own = [self.test] if self.lines.are_many else [self.train, self.test]
        return [*own, *(points for ghost in self.ghosts for points in (ghost.train, ghost.test))]


def end_names(lines: Lines, ghosts: Sequence[Ghost] = ()) -> list[str]:
    """What stands at the end of each line, and then of each ghost: nothing where there is nothing to tell apart.

    Of many lines only the one in focus is named.
    """
    if len(lines.looks) + len(ghosts) < 2:
        return [""] * len(lines.looks)
    names = [look.name if line == lines.focus or not lines.are_many else "" for line, look in enumerate(lines.looks)]
    return names + [ghost.name for ghost in ghosts]
