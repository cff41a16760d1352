"""Trials of a sweep as lanes of one experiment, to be looked at and gone on with in a window."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.sweep.axes import is_common
from engine.sweep.plan import Plan


def together(plan: Plan, numbers: Sequence[int]) -> Experiment:
    """One trial as an experiment of its own, several as its lanes, in their order.

    Raises:
        PlaygroundError: they are too many, or differ in what lanes of one experiment cannot.
    """
    trials = [plan.trials[number] for number in numbers]
    if len(trials) == 1:
        return parse(plan.alone(trials[0]).to_dict())
    if len(trials) > MOST_LANES:
        raise PlaygroundError(
            "{count} trials are too many: an experiment has at most {most} lanes.", count=len(trials), most=MOST_LANES
        )
    for path in filter(is_common, plan.paths):
        if len({plan.settings(trial)[path] for trial in trials}) > 1:
            raise PlaygroundError(
                "These trials differ in {path}, which is the same for all lanes: choose some with one value of it.",
                path=path,
            )
    return parse(plan.shared(trials).to_dict())
