"""Applies a remedy: the experiment as it is after its edits."""

from __future__ import annotations

from engine.diagnosis.findings import Remedy
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.layer_edits import insert_layer, remove_layers
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import edit_lane


def cured(experiment: Experiment, remedy: Remedy) -> Experiment:
    """Raises ExperimentError where an edit cannot be made, say because the lane is gone by now."""
    for path, value in remedy.edits:
        at = FieldPath.parse(path)
        if path == "insert":
            experiment = insert_layer(experiment, *value)
        elif path == "remove":
            experiment = remove_layers(experiment, [value])
        elif at.lane is not None and at.lane_field is not None:
            experiment = edit_lane(experiment, at.lane, at.lane_field, value)
        else:
            experiment = edited(experiment, path, value)
    return experiment
