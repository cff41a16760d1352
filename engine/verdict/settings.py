"""Lanes as repeats of settings: which lanes differ in their seed alone, and what their setting is called."""

from __future__ import annotations

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seed_groups
from engine.experiment.lanes.lanes import lane_seed
from engine.experiment.lanes.value_names import setting_name
from engine.records import record


@record
class Repeats:
    """One setting. lanes: seed -> the lane that has it; of several with one seed, such as a branch and the lane that it
    comes from, the first.
    """

    name: str
    lanes: dict[int, int]


def settings_of(experiment: Experiment) -> list[Repeats]:
    """All settings, in the order of their first lanes."""
    found = []
    for group in seed_groups(experiment):
        lanes: dict[int, int] = {}
        for lane in group:
            lanes.setdefault(lane_seed(experiment, lane), lane)
        found.append(Repeats(setting_name([experiment.lanes[lane].name for lane in group]), lanes))
    return found
