"""Applies a remedy: the experiment as it is after its edits."""

from __future__ import annotations

import re

from engine.diagnosis.findings import Remedy
from engine.experiment.edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lane_edits import edit_lane
from engine.experiment.layer_edits import insert_layer

_LANE = re.compile(r"lanes\.(\d+)\.(\w+)")


def cured(experiment: Experiment, remedy: Remedy) -> Experiment:
    """Raises ExperimentError where an edit cannot be made, say because the lane is gone by now."""
    for path, value in remedy.edits:
        if path == "insert":
            experiment = insert_layer(experiment, *value)
        elif match := _LANE.fullmatch(path):
            experiment = edit_lane(experiment, int(match[1]), match[2], value)
        else:
            experiment = edited(experiment, path, value)
    return experiment
