"""An experiment with a lane for each value of one setting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.api.checks import check_experiment
from engine.api.telling import warn
from engine.errors import ExperimentError
from engine.experiment.calls import given, nearest, told_plainly, wrong
from engine.experiment.experiment import Experiment, saying_as
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.grids import check_has_layers
from engine.experiment.lanes.lane_edits import with_lanes
from engine.experiment.lanes.lanes import isolate_lane, lane_path
from engine.experiment.lanes.spec import LANE_SETTINGS
from engine.experiment.lanes.value_names import value_name
from engine.experiment.plain_data import plain_data
from engine.experiment.setup import Setup


@told_plainly("compare")
def compare(experiment: Experiment, path: str, values: Iterable[object]) -> Experiment:
    """Lanes that differ in one setting only: ``compare(e, "layers.*.l2", [0, 0.01, 1])``.

    ``path`` is any field that a lane may set: ``optimizer.kind``, ``layers.1.units``, ``layers.2.on``, ``batch_size``,
    ``data.label_noise``; or the short name of one, ``l2``. All else is as in the first lane.

    Raises:
        ExperimentError: lanes cannot differ in that, no values, too many, or an impossible one.
    """
    check_experiment("compare", experiment, ", ...")
    if not isinstance(path, str):
        raise wrong("compare", 'compare(experiment, "l2", [0, 0.1])', path)
    if isinstance(values, str | Mapping) or not hasattr(values, "__iter__"):
        raise wrong(
            "compare", f'compare(experiment, "{path}", [{json.dumps(plain_data(values), default=str)}])', values
        )
    where = lane_path(path)
    plain = _different(path, plain_data(tuple(values)))
    names = [_name(where, value, place) for place, value in enumerate(plain)]
    lanes = [{"name": name, "set": {where: value}} for name, value in zip(names, plain, strict=True)]
    try:
        check_has_layers(experiment, [where])
        return saying_as(with_lanes(isolate_lane(experiment, 0), lanes), experiment)
    except ExperimentError as error:
        raise _as_asked(error, path, where) from None


def _different(path: str, values: list[Any]) -> list[Any]:
    """Each value once, in their order."""
    plain: list[Any] = []
    for value in values:
        if value not in plain:
            plain.append(value)
        else:
            warn(f"{path}: {given(plain[plain.index(value)])} is there more than once: it has one lane.")
    return plain


def _name(path: str, value: Any, place: int) -> str:
    """What the lane is called."""
    field = FieldPath.parse(path).field
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"{field} {place + 1}"
    try:
        return value_name(field if field in LANE_SETTINGS else path, value)
    except ValueError:  # a text where there should be a number: the lane's own check says so
        return str(value)


def _as_asked(error: ExperimentError, path: str, where: str) -> ExperimentError:
    """The same, which names the field as it was asked for, and not the lane that was to have it."""
    if where not in (error.path, str(FieldPath.parse(error.path).inside_lane)):
        return error
    if "." not in path and path not in LANE_SETTINGS:
        near = nearest(path, {**LANE_SETTINGS, **Setup.model_fields})
        if near and near != path:
            return ExperimentError(
                "{path}: there is no such setting: the nearest is {nearest}.", path=path, nearest=near
            )
    return ExperimentError(error.template, **{**error.values, "path": path})  # type: ignore[arg-type]
