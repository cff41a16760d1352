"""What a lane may set, checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from engine.errors import ExperimentError
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.spec import LANE_FIELDS, LANE_PATHS, LANE_SETTINGS, SHARED_PATHS, LaneSpec, may_set
from engine.experiment.setup import Setup
from engine.experiment.validation import plain_error
from engine.fields import has_field, specs_of
from engine.nn.layers.registry import owner_of
from engine.spec import Spec


def check_lanes(lanes: Sequence[LaneSpec], setup: Setup) -> None:
    """Raises ExperimentError where a lane sets what it may not, or a value outside its range."""
    for index, lane in enumerate(lanes):
        for text, value in lane.set.items():
            path = FieldPath.parse(text)
            where = str(path.in_lane(index))
            if text in SHARED_PATHS.values():
                validated(_owner(setup, path), path.field, value, where)
                continue
            if text in LANE_SETTINGS:
                right = LANE_PATHS[text]
                raise ExperimentError("{path}: write {right} in place of {wrong}.", path=where, right=right, wrong=text)
            if path.layer is None or path.field not in LANE_FIELDS:
                *fields, last = (*LANE_FIELDS, *SHARED_PATHS.values())
                raise ExperimentError(
                    "{path}: a lane may set {fields} and {last} only; the rest is structure, which all lanes share.",
                    path=where,
                    fields=", ".join(fields),
                    last=last,
                )
            targets = path.layers_among(setup.layers)
            if not targets and path.layer != ALL:
                raise ExperimentError("{path}: there is no such field in the stack.", path=where)
            validated(setup.layers[targets[0]] if targets else owner_of(path.field)(), path.field, value, where)


def _owner(setup: Setup, path: FieldPath) -> BaseModel:
    """What holds a field that is none of a layer's; where this kind of optimizer, say, lacks it, one that has it."""
    if len(path.parts) == 1:
        return alone(path.field, getattr(setup, path.field))
    part: BaseModel = getattr(setup, path.head)
    kinds = (kind for kind in specs_of(Setup, path.head) if has_field(kind, path.field))
    return part if may_set(part, path.field) else next(kinds)()


def alone(field: str, value: object) -> BaseModel:
    """A field of `Setup` as a model of its own, so that it can be checked without the others.

    Raises:
        ValidationError: the value is none that it can take.
    """
    return _model_of(field).model_validate({field: value})


@cache
def _model_of(field: str) -> type[BaseModel]:
    info = Setup.model_fields[field]
    return create_model("Setup", __base__=Spec, **{field: (info.annotation, info)})  # type: ignore[call-overload,no-any-return]


def validated(owner: Any, field: str, value: object, where: str) -> Any:
    """A copy of the model ``owner`` with one field changed and checked."""
    try:
        return type(owner).model_validate({**owner.model_dump(), field: value})
    except ValidationError as error:
        problem = plain_error(error, type(owner))
        details = {key: value for key, value in problem.values.items() if key != "path"}
        raise ExperimentError(problem.template, path=where, **details) from None
