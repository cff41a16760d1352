"""An experiment with a lane for each value of one setting."""

from __future__ import annotations

from collections.abc import Iterable

from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.lane_edits import with_lanes
from engine.experiment.lanes.lanes import isolate_lane, lane_path
from engine.experiment.lanes.spec import LANE_SETTINGS
from engine.experiment.lanes.value_names import value_name
from engine.experiment.plain_data import plain_data


def compare(experiment: Experiment, path: str, values: Iterable[object]) -> Experiment:
    """Lanes that differ in one setting only: ``compare(e, "layers.*.l2", [0, 0.01, 1])``.

    ``path`` is what a lane may set: ``layers.*.FIELD`` or ``layers.0.FIELD`` (initialization, l1, l2, rate),
    ``optimizer.learning_rate`` or ``seed``; or FIELD alone. All else is as in the first lane.

    Raises:
        ExperimentError: lanes cannot differ in that, no values, too many, or an impossible one.
    """
    where = FieldPath.parse(path if "." in path else lane_path(path))
    if where.field not in LANE_SETTINGS:
        raise ExperimentError(
            "{path}: lanes can differ in {fields} only; the rest is structure, which all lanes share.",
            path=path,
            fields=", ".join(LANE_SETTINGS),
        )
    if where.layer == ALL and not where.layers_among(experiment.layers):
        raise ExperimentError("{path}: no layer of the stack has such a setting.", path=path)
    plain = dict.fromkeys(plain_data(tuple(values)))
    try:
        names = [value_name(where.field, value) for value in plain]
    except ValueError:  # a text where there should be a number: the lane's own check says so
        names = [str(value) for value in plain]
    lanes = [{"name": name, "set": {str(where): value}} for name, value in zip(names, plain, strict=True)]
    return with_lanes(isolate_lane(experiment, 0), lanes)
