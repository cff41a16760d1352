"""Successive halving: at a few rungs, the settings that do worst so far end. Jamieson and Talwalkar 2016, Li et al.
2018 ("Hyperband"), whose eta is 3.

A setting is judged by the mean held-out data loss of its seeds. Rungs are steps at which every run is looked at anyway,
so that a run that goes on is the same as one that nobody has ever stopped, bit for bit.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from engine.sweep.plan import Plan, Trial
from engine.sweep.results.trial_result import TrialResult
from engine.train.history.history import look_points

ETA: Final = 3
"""One setting in so many goes on from a rung, and to so many times the steps."""
MOST_RUNGS: Final = 3
"""The first one at 1 / 27 of the steps: with fewer there is little to see."""


def stages(plan: Plan) -> list[int]:
    """The steps at which stages end, the last of them the end of the run; a single one without halving, where each
    trial may have an end of its own (0).
    """
    if not plan.halving:
        return [0]
    steps = plan.experiment.steps
    assert steps is not None
    n = min(MOST_RUNGS, math.floor(math.log(max(1, plan.n_settings), ETA) + 1e-9))
    looks = sorted(look_points(steps))
    wanted = [steps / ETA**rung for rung in range(n, 0, -1)]
    rungs = {min(looks, key=lambda look: (abs(look - step), look)) for step in wanted}
    return sorted({*rungs, steps})


def survivors(
    trials: Sequence[Trial], results: Mapping[int, TrialResult], known: Collection[int] = ()
) -> frozenset[int]:
    """The settings among those of the trials that go on: one in ETA, the best. results: by the numbers of trials.
    known: settings that are among them for certain.
    """
    losses: dict[int, list[float]] = {}
    for trial in trials:
        loss = results[trial.number].held_out_loss
        losses.setdefault(trial.setting, []).append(math.inf if loss is None else loss)
    means = {setting: math.fsum(each) / len(each) for setting, each in losses.items()}
    ranked = sorted(means, key=lambda setting: (setting not in known, means[setting], setting))
    return frozenset(ranked[: max(1, math.ceil(len(ranked) / ETA))])


def going_on(
    trials: Sequence[Trial], stage: int, results: Mapping[int, TrialResult], reached: Mapping[int, int]
) -> list[Trial]:
    """Those of a stage that is over that go on to the next. A sweep that was stopped may know more of them already:
    what has a result of a later stage did go on, whatever its loss is by now.

    reached: trial -> the stage that its result is of.
    """
    later = {trial.number for trial in trials if reached[trial.number] > stage}
    best = survivors(trials, results, {trial.setting for trial in trials if trial.number in later})
    return [t for t in trials if t.setting in best and (t.number in later or results[t.number].state == "pruned")]


def under_way(
    plan: Plan, results: Mapping[int, TrialResult], reached: Mapping[int, int]
) -> tuple[int, dict[int, TrialResult]]:
    """The stage that is not over yet, and the results where trials that wait at a rung, and go on from it or may, are
    unfinished. reached: trial -> the stage that its result is of.
    """
    ends, going = stages(plan), list(plan.trials)
    for stage in range(len(ends)):
        if any(reached.get(trial.number, -1) < stage for trial in going):
            open_ones = {trial.number for trial in going if trial.number in results}
            waiting = {n: replace(results[n], state="unfinished") for n in open_ones if results[n].state == "pruned"}
            return stage, {**results, **waiting}
        going = going_on(going, stage, results, reached)
    return len(ends) - 1, dict(results)


def expected_work(plan: Plan, ends: Sequence[int]) -> int:
    """Steps of all trials together, if all settings have equally many seeds and nothing ends early."""
    if not plan.halving:
        return sum(steps_of(plan, trial) for trial in plan.trials)
    seeds, going, before, work = len(plan.trials) // plan.n_settings, plan.n_settings, 0, 0
    for end in ends:
        work += going * seeds * (end - before)
        going, before = max(1, math.ceil(going / ETA)), end
    return work


def steps_of(plan: Plan, trial: Trial) -> int:
    """How many steps a trial is to make."""
    steps = plan.settings(trial).get("steps", plan.experiment.steps)
    assert isinstance(steps, int)
    return steps
