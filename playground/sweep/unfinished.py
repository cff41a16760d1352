"""Sweeps that are not at their end: what they have found so far, and where they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.errors import PlaygroundError
from engine.sweep.plan import Plan
from engine.sweep.results.journal import ENDING, NAME, folder_of, plan_of, read_records
from engine.sweep.results.table import SweepTable, open_table, tabulated
from engine.sweep.results.trial_result import TrialResult, result_of
from engine.sweep.rungs import stages, under_way


def so_far(journal: Path) -> SweepTable | None:
    """What a journal tells; None where it has only begun.

    Raises:
        PlaygroundError: it cannot be read.
    """
    records, _ = read_records(journal)
    if not records:
        return None
    plan: Plan = plan_of(records[0])
    results: dict[int, TrialResult] = {}
    reached: dict[int, int] = {}
    for record in records[1:]:
        for found in map(result_of, record["results"]):
            results[found.trial], reached[found.trial] = found, record["stage"]
    stage, results = under_way(plan, results, reached)
    return replace(tabulated(plan, results), stage=(stage, len(stages(plan))))


def left_of(out: Path) -> SweepTable | None:
    """What a sweep with this result has found that was broken off, or still goes on; None where there is none."""
    try:
        return so_far(folder_of(out) / NAME) if (folder_of(out) / NAME).is_file() else None
    except (PlaygroundError, KeyError, TypeError, AttributeError):
        return None  # of another version, or not ours


def opened(path: Path) -> tuple[SweepTable, Path, bool]:
    """The table of a result, or of a journal whose result was never written; its file; whether there is more to do.

    Raises:
        PlaygroundError: it is neither.
    """
    is_journal = path.name == NAME and path.parent.name.endswith(ENDING)
    out = path.parent.with_name(path.parent.name.removesuffix(ENDING)) if is_journal else path
    table = left_of(out)
    return (open_table(out), out, False) if table is None else (table, out, True)
