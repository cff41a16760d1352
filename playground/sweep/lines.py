"""A sweep as parallel coordinates: a line a setting, with the mean of its trials. No widgets."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from engine.records import record
from engine.sweep.results.table import SweepTable
from playground.lanes.parallel.axes import Axis, result_axis, setting_axis
from playground.sweep import cells, words
from playground.ui.look.lane_look import LaneLook
from playground.ui.text.numbers import DASH

MOST: Final = 300
"""Lines: the best settings, where there are more; the eye and the painting know no more."""
RESULTS: Final = 3
"""Figures that have an axis, the ones by which settings are judged first."""


@record
class SweepLines:
    """looks: of the lines, the best first; trials: of each; of: how many settings came to their end."""

    axes: list[Axis]
    looks: list[LaneLook]
    trials: list[frozenset[int]]
    of: int


def sweep_lines(table: SweepTable, help_text: str) -> SweepLines:
    """Settings whose trials came to their end, or diverged; what was pruned has no figures of the same step.

    help_text: of an axis.
    """
    members: dict[int, list[Any]] = {}
    for row in table.rows:
        if row["state"] not in ("pruned", "failed", "unfinished"):
            members.setdefault(row["setting"], []).append(row)
    figures = cells.figures(table)[:RESULTS]
    means = {setting: [_mean([row[name] for row in rows]) for name in figures] for setting, rows in members.items()}
    order = sorted(means, key=lambda setting: (_rank(means[setting], figures), setting))
    shown = order[:MOST]
    rows = [members[setting][0] for setting in shown]
    axes = [
        setting_axis(
            table.plan.paths[table.swept.index(name)] if name in table.swept else name,
            words.title(table, name),
            help_text,
            [row[name] for row in rows],
            tuple(words.cell_text(name, row[name]) for row in rows),
        )
        for name in cells.sides(table)
    ]
    for place, name in enumerate(figures):
        values = [means[setting][place] for setting in shown]
        texts = tuple(words.cell_text(name, value) if math.isfinite(value) else DASH for value in values)
        if any(map(math.isfinite, values)):
            falls = not cells.higher_is_better(name)
            axes.append(result_axis(name, words.figure_title(name), help_text, values, texts, falls=falls))
    names = [table.plan.setting_name(table.plan.trials[row["trial"]]) for row in rows]
    looks = [LaneLook(name, 0) for name in names]
    return SweepLines(axes, looks, [frozenset(row["trial"] for row in members[each]) for each in shown], len(order))


def _mean(values: Sequence[float | None]) -> float:
    """NaN where one of them has none: such a setting diverged."""
    known = [value for value in values if value is not None]
    return math.fsum(known) / len(known) if known and len(known) == len(values) else math.nan


def _rank(means: Sequence[float], figures: Sequence[str]) -> float:
    if not means or not math.isfinite(means[0]):
        return math.inf
    return -means[0] if cells.higher_is_better(figures[0]) else means[0]
