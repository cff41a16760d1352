"""What a heat map of lanes says: for each cell of a grid one figure, its rank, and what became of its lanes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from engine.data.task import Task
from engine.experiment.lanes.grids import Grid
from engine.records import record
from engine.train.snapshot import LaneSnapshot
from playground.ui.text.numbers import DASH, gap, loss, percent, points, r2


@record
class Figure:
    """A figure of a lane: how it is written, and whether more of it is better."""

    write: Callable[[float], str]
    higher_is_better: bool
    is_logarithmic: bool = False


FIGURES: Final[dict[str, Figure]] = {
    "held_out_accuracy": Figure(percent, higher_is_better=True),
    "held_out_data_loss": Figure(loss, higher_is_better=False, is_logarithmic=True),
    "gap": Figure(points, higher_is_better=False),
    "train_accuracy": Figure(percent, higher_is_better=True),
    "held_out_loss": Figure(loss, higher_is_better=False, is_logarithmic=True),
}
"""By the attribute of a LaneSnapshot, where ``held_out_loss`` is the sum of data loss and penalty."""
_OF_NUMBERS: Final[dict[str, Callable[[float], str]]] = {
    "held_out_accuracy": r2,
    "train_accuracy": r2,
    "gap": partial(gap, task="numbers"),
}
"""How those are written that are R2 where numbers are learned."""


@record
class HeatCell:
    """One cell. ``share`` goes from 0, the worst of the map, to 1, the best; None where there is no number."""

    lanes: tuple[int, ...]
    text: str = DASH
    share: float | None = None
    is_best: bool = False
    diverged: int = 0
    """How many of its lanes have diverged; the figure is the mean of the others."""

    @property
    def has_diverged(self) -> bool:
        return self.diverged == len(self.lanes)


def heat_cells(
    grid: Grid, lanes: Sequence[LaneSnapshot], name: str, task: Task = "classes"
) -> tuple[tuple[HeatCell, ...], ...]:
    """The cells of a grid for one of `FIGURES`; without figures where ``lanes`` is empty."""
    if not lanes:
        return tuple(tuple(HeatCell(members) for members in row) for row in grid.cells)
    figure = FIGURES[name]
    if task == "numbers":
        figure = replace(figure, write=_OF_NUMBERS.get(name, figure.write))
    values = [[_mean([getattr(lanes[lane], name) for lane in members]) for members in row] for row in grid.cells]
    known = [value for row in values for value in row if math.isfinite(value)]
    best = (max if figure.higher_is_better else min)(known, default=math.nan)
    worst = (min if figure.higher_is_better else max)(known, default=math.nan)
    # By what can be read, as in the table: cells that show the same number are equally good.
    is_contest = figure.write(best) != figure.write(worst)
    return tuple(
        tuple(
            HeatCell(
                members,
                figure.write(value),
                _share(value, worst, best, is_logarithmic=figure.is_logarithmic),
                is_contest and figure.write(value) == figure.write(best),
                sum(lanes[lane].diverged_at is not None for lane in members),
            )
            for members, value in zip(cells, row, strict=True)
        )
        for cells, row in zip(grid.cells, values, strict=True)
    )


def ends(cells: Sequence[Sequence[HeatCell]]) -> tuple[str, str]:
    """What the worst and the best cell say; dashes where there is nothing to compare."""
    known = sorted((cell for row in cells for cell in row if cell.share is not None), key=lambda cell: cell.share or 0)
    return (known[0].text, known[-1].text) if known else (DASH, DASH)


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if math.isfinite(value)]
    return sum(known) / len(known) if known else math.nan


def _share(value: float, worst: float, best: float, *, is_logarithmic: bool) -> float | None:
    if not math.isfinite(value):
        return None
    if worst == best:
        return 0.5
    if is_logarithmic and min(worst, best) > 0:
        value, worst, best = math.log(value), math.log(worst), math.log(best)
    return (value - worst) / (best - worst)
