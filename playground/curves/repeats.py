"""Lanes that repeat each other with other seeds."""

from __future__ import annotations

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.lanes import lane_seed


def repeats(experiment: Experiment) -> tuple[tuple[int, ...], ...]:
    """Lanes that differ in their seed or their fold only, two or more. Of those that do not, such as a branch and where
    it comes from, the first: the others are no repetition, and stand alone.
    """
    groups = []
    for group in seed_groups(experiment):
        first: dict[object, int] = {}
        for lane in group:
            fold = experiment.lanes[lane].set.get("data.fold")
            first.setdefault((lane_seed(experiment, lane), fold), lane)
        groups.append(tuple(first.values()))
    return tuple(group for group in groups if len(group) > 1)
