"""Edits by field path: `layers.0.units`, `layers.*.l2`, `optimizer.kind`, `lanes.1.l2`, `data.source`.

The window, `--set` on the command line and undo all change an Experiment this way: the old one stays as it is, a
new one is made and checked.
"""

from __future__ import annotations

from typing import Any, Final

from engine.data.new_file import WRITING
from engine.data.sources.registry import source_of
from engine.data.spec import ColumnSpec, DataSpec
from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment, parse, saying_as
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_path
from engine.experiment.lanes.rules import of_kind
from engine.experiment.lanes.spec import LANE_SETTINGS, LaneSpec
from engine.experiment.setup import Setup
from engine.fields import has_field

_OF_A_FILE: Final = ("columns", *WRITING)
"""What is said of one file means nothing for a source that is none."""


def edited(experiment: Experiment, path: str, value: object) -> Experiment:
    """The experiment with one field changed.

    ``layers.*.FIELD`` changes every layer that has the field. ``lanes.N.FIELD`` (l2, learning_rate, seed, batch_size,
    loss ...) is short for the lane's own setting, ``lanes.N.set.layers.I.FIELD`` its setting for one layer, and so is
    ``lanes.N.layers.I.FIELD``; None removes it, so that the lane follows the rest. With ``data.source`` comes what
    there is to learn from it, ``data.task``, and goes what was said of a file, and that large pictures are made smaller
    where there are none. ``data.label`` is the only label column
    from then on. ``data.names_line`` and ``data.header``, which say the same thing, never contradict each other.

    Raises:
        ExperimentError: no such field, or a value that it cannot take.
    """
    data, at = experiment.to_dict(), FieldPath.parse(path)
    _check_lane(experiment, at)
    if at.lane is not None and not at.is_lane_setting and len(at.parts) > 3:
        at = FieldPath(at.parts[2:]).in_lane(at.lane)
    if at.lane is not None and at.lane_field is not None and is_setting_of_lane(at.lane_field):
        _set_in_lane(data, at.lane, at.field, value)
    elif path in ("optimizer.kind", "schedule.kind"):
        data[at.head] = of_kind(data[at.head], at.head, value)
    else:
        if at.column is not None:
            data["data"]["columns"].setdefault(at.column, ColumnSpec().model_dump())
        owners, key = at.resolve(data)
        for owner in owners:
            if at.is_lane_setting and value is None:
                owner.pop(key, None)
            else:
                owner[int(key) if isinstance(owner, list) else key] = value
    if path == "data.source" and value != experiment.data.source:
        source = source_of(str(value))
        data["data"]["task"] = source.task or data["data"]["task"]
        if not (source.is_file or source.is_download):
            data["data"]["downsample"] = DataSpec.model_fields["downsample"].default  # the digits are small already
        if not source.is_file:
            data["data"] |= {name: DataSpec.model_fields[name].default for name in _OF_A_FILE}
    if path == "data.header":
        data["data"]["names_line"] = None
    if path == "data.names_line":
        data["data"]["header"] = None if value is None else bool(value)
    if path == "data.label":
        for column in data["data"].get("columns", {}).values():
            column["role"] = None if column.get("role") == "label" else column.get("role")
    more = () if at.head != "data" else at.parts[1:2] or DataSpec.model_fields
    return saying_as(parse(data), experiment, *more)


def _check_lane(experiment: Experiment, at: FieldPath) -> None:
    """Raises ExperimentError: there is no such lane."""
    count = len(experiment.lanes)
    if at.lane is None or at.lane < count:
        return
    if count == 1:
        raise ExperimentError(
            "{path}: there is only lane 0. For a second one give both by lanes, as in {example}.",
            path=str(at),
            example="""lanes=[{"name":"A"},{"name":"B"}]""",
        )
    raise ExperimentError("{path}: there are only the lanes 0 to {last}.", path=str(at), last=count - 1)


def _set_in_lane(data: dict[str, Any], lane: int, field: str, value: object) -> None:
    """The lane's one value of the field, in place of all that it has now."""
    path = FieldPath.parse(lane_path(field))
    (owner,), _ = FieldPath.of_lane(lane, "set").resolve(data)
    settings = owner["set"]
    for old in [text for text in settings if path.matches(FieldPath.parse(text))]:
        del settings[old]
    if value is not None:
        settings[str(path)] = value


def is_setting_of_lane(field: str) -> bool:
    """Whether ``lanes.N.FIELD`` is short for a setting, and no field of the lane itself."""
    return field in LANE_SETTINGS or (has_field(Setup, field) and not has_field(LaneSpec, field))


def value_at(experiment: Experiment, path: str) -> Any:
    """The value of one field, e.g. ``layers.0.units``. Raises ExperimentError where there is none."""
    return FieldPath.parse(path).value(experiment)
