"""A sweep as a map: two of its settings are the sides, a cell is the mean of its trials. No widgets."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from engine.records import record
from engine.sweep.results.table import SweepTable
from playground.lanes.grid.heat_cells import HeatCell
from playground.lanes.grid.heat_map import Side
from playground.sweep import words
from playground.ui.text.numbers import DASH

MOST: Final = 16
"""Values of a side: of more numbers, as a range has them, neighbours share a column."""
BINS: Final = 8
ENDED: Final = frozenset({"done", "stopped"})


@record
class SweepMap:
    """cells[row][column], and which trials are in each."""

    x: Side
    y: Side | None
    cells: tuple[tuple[HeatCell, ...], ...]


def sides(table: SweepTable) -> tuple[str, ...]:
    """The columns that can be a side: settings that vary, and the lane where there are several."""
    names = (*(["lane"] if "lane" in table.columns else []), *table.swept)
    return tuple(name for name in names if len(_values(table, name)) > 1)


def _values(table: SweepTable, name: str) -> list[Any]:
    """All that the plan has of a column, in order, whether it was trained yet or not: so a map keeps its places."""
    plan = table.plan
    if name == "lane":
        found = [plan.lane_names[trial.lane] for trial in plan.trials]
    else:
        place = table.swept.index(name)
        found = [trial.values[place] for trial in plan.trials]
    return [value for _, value in sorted({_key(value): value for value in found}.items())]


def higher_is_better(figure: str) -> bool:
    return figure.endswith(("_accuracy", "_r2"))


def figures(table: SweepTable) -> tuple[str, ...]:
    """What a map can show, first that by which settings are judged."""
    return tuple(name for name in words.columns_of(table) if name in table.figures and name != "penalty")


def sweep_map(table: SweepTable, x: str, y: str | None, figure: str) -> SweepMap:
    """Trials that were pruned stand in their cell, but their figures are those of an earlier step, and do not count."""
    columns, column_of = _side(table, x)
    lines, line_of = ([""], lambda value: 0) if y is None else _side(table, y)
    members: dict[tuple[int, int], list[Any]] = {}
    for row in table.rows:
        place = line_of(None if y is None else row[y]), column_of(row[x])
        members.setdefault(place, []).append(row)
    means = {place: _mean([row[figure] for row in rows if row["state"] in ENDED]) for place, rows in members.items()}
    known = [mean for mean in means.values() if math.isfinite(mean)]
    best = (max if higher_is_better(figure) else min)(known, default=math.nan)
    worst = (min if higher_is_better(figure) else max)(known, default=math.nan)

    def cell(place: tuple[int, int]) -> HeatCell:
        rows = members.get(place, [])
        trials = tuple(row["trial"] for row in rows)
        diverged = sum(row["state"] == "diverged" for row in rows)
        mean = means.get(place, math.nan)
        if not math.isfinite(mean):
            states = {row["state"] for row in rows}
            text = words.said(states.pop()) if len(states) == 1 else DASH
            return HeatCell(trials, text, None, diverged=diverged if rows else -1)
        share = 0.5 if best == worst else (mean - worst) / (best - worst)
        text = words.cell_text(figure, mean)
        return HeatCell(trials, text, share, best != worst and text == words.cell_text(figure, best), diverged)

    cells = tuple(tuple(cell((line, column)) for column in range(len(columns))) for line in range(len(lines)))
    return SweepMap(
        Side(words.title(table, x), tuple(columns)),
        None if y is None else Side(words.title(table, y), tuple(lines)),
        cells,
    )


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return math.fsum(known) / len(known) if known else math.nan


def _key(value: Any) -> tuple[bool, Any]:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return (not is_number, value if is_number else str(value))


def _side(table: SweepTable, name: str) -> tuple[list[str], Any]:
    """What its places are called, numbers rising, and which of them a value has."""
    numbers = _values(table, name)
    if len(numbers) <= MOST or _key(numbers[-1])[0]:
        places = {_key(value): place for place, value in enumerate(numbers)}
        return [words.cell_text(name, value) for value in numbers], lambda value: places[_key(value)]
    starts = [numbers[part * len(numbers) // BINS] for part in range(BINS)]
    ends = [numbers[(part + 1) * len(numbers) // BINS - 1] for part in range(BINS)]
    names = [f"{words.cell_text(name, a)}–{words.cell_text(name, b)}" for a, b in zip(starts, ends, strict=True)]
    return names, lambda value: sum(value >= start for start in starts) - 1
