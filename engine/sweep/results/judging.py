"""Which setting of a sweep is best, and whether the difference is more than luck: the verdict, over all trials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from engine.data.task import Task
from engine.sweep.plan import Plan
from engine.sweep.results.trial_result import TrialResult, unpack
from engine.verdict.settings import Repeats
from engine.verdict.verdict import Verdict, judged

MOST_SCORES: Final = 10**8
"""Trials times held-out rows that are compared row by row: they take eight times as many bytes."""
_EARLIER: Final = frozenset({"pruned", "unfinished"})
"""States of trials whose figures are those of an earlier step."""
MOST_SEEDS: Final = 64
"""Of a setting, that the verdict asks for."""


def judge(
    plan: Plan, results: Mapping[int, TrialResult], n_rows: int, *, task: Task, of_validation: bool
) -> Verdict | None:
    """Of the trials that came to their end. None where there are not two settings, not all held out the same rows, or
    there are too many to be compared row by row.

    n_rows: held-out rows.
    """
    ended = [trial for trial in plan.trials if trial.number in results and results[trial.number].state not in _EARLIER]
    settings: dict[int, Repeats] = {}
    for place, trial in enumerate(ended):
        repeats = settings.setdefault(trial.setting, Repeats(plan.setting_name(trial), {}))
        repeats.lanes.setdefault(trial.seed, place)
    held_out = {results[trial.number].held_out for trial in ended} - {""}
    folds = any(path in ("data.fold", "data.folds") for path in plan.paths) or plan.experiment.data.fold is not None
    if len(settings) < 2 or len(held_out) != 1 or folds or len(ended) * n_rows > MOST_SCORES:
        return None
    scores = np.stack([unpack(results[t.number].scores, n_rows, of_classes=task == "classes") for t in ended])
    names = [plan.setting_name(trial) for trial in ended]
    steps = max(results[trial.number].steps for trial in ended)
    return judged(
        list(settings.values()),
        scores,
        names,
        step=steps,
        of_validation=of_validation,
        task=task,
        most=MOST_SEEDS * len(settings),
    )


def words(plan: Plan, results: Mapping[int, TrialResult], verdict: Verdict | None) -> dict[int, str]:
    """What the verdict says of each setting, in a word: best, leader, behind, not told apart, not ranked; pruned."""
    by_name: dict[str, str] = {}
    if verdict is not None:
        is_tie = bool(verdict.comparisons) and verdict.comparisons[0].is_tie
        for standing in verdict.standings[:1]:
            by_name[standing.name] = "best" if verdict.best else "not told apart" if is_tie else "leader"
        for comparison in verdict.comparisons:
            by_name[comparison.other.name] = "behind" if comparison.is_better else "not told apart"
        by_name |= {standing.name: "not ranked" for standing in verdict.out}
    found: dict[int, str] = {}
    for trial in plan.trials:
        if trial.number in results and results[trial.number].state == "pruned":
            found[trial.setting] = "pruned"
        else:
            found.setdefault(trial.setting, by_name.get(plan.setting_name(trial), ""))
    return found
