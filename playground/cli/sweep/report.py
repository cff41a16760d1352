"""The best settings of a sweep, on stdout."""

from __future__ import annotations

import math
from collections import Counter

from rich.table import Table

from engine.sweep.results.table import SweepTable
from engine.verdict.verdict import Standing, Verdict
from playground.cli.report import SCORES, cell, print_table
from playground.cli.telling import tell

MOST: int = 10
"""Settings that are named."""


def print_settings(table: SweepTable, verdict: Verdict | None) -> None:
    """A table of the best settings, how many trials there are, and the verdict."""
    states = Counter(row["state"] for row in table.rows)
    counts = ", ".join(f"{n} {state}" for state, n in states.items())
    if verdict is not None:
        print_table(_standings(verdict), f"{len(table.rows)} trials: {counts}")
        left = len(verdict.standings) - MOST
        if left > 0:
            tell(f"and {left} more settings" if left > 1 else "and one more setting")
        tell(table.said)
    else:
        tell(f"{len(table.rows)} trials: {counts}")


def _standings(verdict: Verdict) -> Table:
    score, form = SCORES[verdict.task]
    of = "validation" if verdict.of_validation else "test"
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("setting", no_wrap=True)
    for title in ("seeds", f"{of} {score}", "±", "p"):
        table.add_column(title, justify="right", no_wrap=True)
    chances = [None, *(comparison.p for comparison in verdict.comparisons)]
    for standing, p in list(zip(verdict.standings, chances, strict=False))[:MOST]:
        table.add_row(cell(standing.name), str(len(standing.seeds)), *_figures(standing, form), _chance(p))
    return table


def _figures(standing: Standing, form: str) -> tuple[str, str]:
    spread = format(standing.spread, form) if math.isfinite(standing.spread) else ""
    return format(standing.mean, form), spread


def _chance(p: float | None) -> str:
    return "" if p is None else f"{p:.2g}"
