"""Lanes that repeat each other with other seeds."""

from __future__ import annotations

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.lanes import lane_seed


def repeats(experiment: Experiment) -> tuple[tuple[int, ...], ...]:
    """Lanes that differ in their seed only, two or more. Of those with one seed, such as a branch and the lane that it
    comes from, the first: the others are no repetition, and stand alone.
    """
    groups = []
    for group in seed_groups(experiment):
        first: dict[int, int] = {}
        for lane in group:
            first.setdefault(lane_seed(experiment, lane), lane)
        groups.append(tuple(first.values()))
    return tuple(group for group in groups if len(group) > 1)
