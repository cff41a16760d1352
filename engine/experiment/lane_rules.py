"""What a lane may set, checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from engine.errors import ExperimentError
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lane_spec import LANE_FIELDS, LANE_SETTINGS, SHARED_PATHS, LaneSpec
from engine.experiment.validation import plain_error
from engine.nn.layers.base import LayerSpec
from engine.nn.layers.registry import owner_of
from engine.optim.base import OptimizerSpec
from engine.spec import Seeded


def check_lanes(lanes: Sequence[LaneSpec], layers: Sequence[LayerSpec], optimizer: OptimizerSpec) -> None:
    """Raises ExperimentError where a lane sets what it may not, or a value outside its range."""
    for index, lane in enumerate(lanes):
        for text, value in lane.set.items():
            path = FieldPath.parse(text)
            where = str(path.in_lane(index))
            if text in SHARED_PATHS.values():
                validated(optimizer if path.head == "optimizer" else Seeded(), path.field, value, where)
                continue
            if text in LANE_SETTINGS:
                right = SHARED_PATHS.get(text) or FieldPath.of_layer(ALL, text)
                raise ExperimentError("{path}: write {right} in place of {wrong}.", path=where, right=right, wrong=text)
            if path.layer is None or path.field not in LANE_FIELDS:
                *fields, last = (*LANE_FIELDS, *SHARED_PATHS.values())
                raise ExperimentError(
                    "{path}: a lane may set {fields} and {last} only; the rest is structure, which all lanes share.",
                    path=where,
                    fields=", ".join(fields),
                    last=last,
                )
            targets = path.layers_among(layers)
            if not targets and path.layer != ALL:
                raise ExperimentError("{path}: there is no such field in the stack.", path=where)
            validated(layers[targets[0]] if targets else owner_of(path.field)(), path.field, value, where)


def validated(owner: Any, field: str, value: object, where: str) -> Any:
    """A copy of the model ``owner`` with one field changed and checked."""
    try:
        return type(owner).model_validate({**owner.model_dump(), field: value})
    except ValidationError as error:
        problem = plain_error(error, type(owner))
        details = {key: value for key, value in problem.values.items() if key != "path"}
        raise ExperimentError(problem.template, path=where, **details) from None
