"""What a lane may set, checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, ValidationError, create_model

from engine.errors import ExperimentError
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.spec import KIND, LANE_DATA, LANE_PATHS, ON, LaneSpec
from engine.experiment.setup import Setup
from engine.experiment.validation import plain_error
from engine.fields import field_info, field_infos, has_field, specs_of
from engine.nn.layers.base import may_be_output
from engine.nn.layers.registry import LAYERS
from engine.spec import Spec


def check_lanes(lanes: Sequence[LaneSpec], setup: Setup) -> None:
    """Raises ExperimentError where a lane sets what it may not, or a value outside its range."""
    _check_fold(setup.data.folds, setup.data.fold, _FOLD)
    for index, lane in enumerate(lanes):
        for text, value in lane.set.items():
            path = FieldPath.parse(text)
            _check(path, value, setup, str(path.in_lane(index)))
        folds = lane.set.get("data.folds", setup.data.folds)
        _check_fold(folds, lane.set.get(str(_FOLD), setup.data.fold), _FOLD.in_lane(index))
        _check_output(lane, setup, index)


_FOLD: Final = FieldPath(("data", "fold"))


def _check_fold(folds: Any, fold: Any, where: FieldPath) -> None:
    if fold is not None and fold > (folds or 0):
        raise ExperimentError(
            "{path}: there is no fold {fold}: data.folds says how many there are.", path=str(where), fold=fold
        )


def _check_output(lane: LaneSpec, setup: Setup, index: int) -> None:
    off = [path for text, value in lane.set.items() if (path := FieldPath.parse(text)).field == ON and not value]
    left = [layer for place, layer in enumerate(setup.layers) if place not in {path.layer for path in off}]
    if off and not any(may_be_output(layer) for layer in left):
        raise ExperimentError(
            "{path}: the lane needs at least one dense layer, the last of which is the output.",
            path=str(off[-1].in_lane(index)),
        )


def _check(path: FieldPath, value: object, setup: Setup, where: str) -> None:
    if path.head == "layers":
        _check_layer(path, value, setup, where)
    elif len(path.parts) == 1 and has_field(Setup, path.head) and not specs_of(Setup, path.head):
        if path.head == "version" or field_info(Setup, path.head).look:
            raise _is_common(where, path.head)
        validated(alone(path.field, getattr(setup, path.field)), path.field, value, where)
    elif len(path.parts) == 2 and (kinds := _parts_with(path)):
        if path.head == "data" and path.field not in LANE_DATA:
            raise _is_common(where, str(path), instead="data.train_on" if path.field == "train" else "")
        part: BaseModel = getattr(setup, path.head)
        if path.field == KIND:
            with_kind(part, path.head, value, where)
        else:
            validated(part if has_field(part, path.field) else kinds[0](), path.field, value, where)
    elif (of_data := _part_of_data(path, setup)) is not None:
        validated(of_data, path.field, value, where)
    elif str(path) in LANE_PATHS:
        right = LANE_PATHS[str(path)]
        raise ExperimentError("{path}: write {right} in place of {wrong}.", path=where, right=right, wrong=str(path))
    else:
        raise ExperimentError("{path}: there is no such field in this experiment.", path=where)


def _part_of_data(path: FieldPath, setup: Setup) -> BaseModel | None:
    """What ``data.PART.FIELD`` speaks of, where lanes may differ in it and there is such a field."""
    head, part, field = path.parts if len(path.parts) == 3 else ("", "", "")
    if head != "data" or part not in LANE_DATA:
        return None
    found = getattr(setup.data, part)
    return found if isinstance(found, BaseModel) and has_field(found, field) else None


def _check_layer(path: FieldPath, value: object, setup: Setup, where: str) -> None:
    kinds = [spec for spec in LAYERS.values() if has_field(spec, path.field)]
    if path.layer is None:
        raise ExperimentError("{path}: there is no such field in the stack.", path=where)
    if not kinds and path.field != ON:
        layers = setup.layers if path.layer == ALL else setup.layers[path.layer : path.layer + 1]
        names = dict.fromkeys(name for layer in layers or setup.layers for name in field_infos(type(layer)))
        raise ExperimentError(
            "{path}: there is no such field in the stack; there are {fields}.",
            path=where,
            fields=", ".join(name for name in names if name != KIND),
        )
    if path.field == KIND:
        raise ExperimentError(
            "{path}: a lane cannot make another layer of it: put both layers into the stack, and switch one of them "
            "off in each lane, with layers.INDEX.on.",
            path=where,
        )
    if path.field == ON:
        if not isinstance(value, bool):
            raise ExperimentError("{path}: must be true or false.", path=where)
        if path.layer == ALL or path.layer >= len(setup.layers):
            raise ExperimentError("{path}: there is no such field in the stack.", path=where)
        return
    targets = path.layers_among(setup.layers)
    if not targets and path.layer != ALL:
        raise ExperimentError("{path}: there is no such field in the stack.", path=where)
    validated(setup.layers[targets[0]] if targets else kinds[0](), path.field, value, where)


def _is_common(where: str, field: str, instead: str = "") -> ExperimentError:
    if instead:
        template = "{path}: all lanes are tested on the same rows, so {field} is the same for all: write {instead}."
        return ExperimentError(template, path=where, field=field, instead=instead)
    return ExperimentError("{path}: {field} is the same for all lanes.", path=where, field=field)


def _parts_with(path: FieldPath) -> list[type[BaseModel]]:
    """The kinds of a part, ``optimizer`` or ``data``, that have the field."""
    if not has_field(Setup, path.head):
        return []
    return [kind for kind in specs_of(Setup, path.head) if has_field(kind, path.field)]


def with_kind(part: BaseModel, head: str, kind: object, where: str) -> Any:
    """An optimizer or a schedule of another kind; what both kinds have is kept, the rest takes its defaults."""
    data = of_kind(part.model_dump(), head, kind)
    try:
        return getattr(_model_of(head).model_validate({head: data}), head)
    except ValidationError as error:
        problem = plain_error(error, Setup)
        details = {key: value for key, value in problem.values.items() if key != "path"}
        raise ExperimentError(problem.template, path=where, **details) from None


def of_kind(old: dict[str, Any], head: str, kind: object) -> dict[str, Any]:
    """The same as plain data, not yet checked."""
    if kind == old[KIND]:
        return old
    kinds = {spec.model_fields[KIND].default: spec for spec in specs_of(Setup, head)}
    known = kinds.get(str(kind))
    kept = {name: old[name] for name in old if known is not None and name in known.model_fields and name != "epsilon"}
    return {**kept, KIND: kind}


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
        return type(owner).model_validate({**dict(owner), field: value})
    except ValidationError as error:
        problem = plain_error(error, type(owner))
        details = {key: value for key, value in problem.values.items() if key != "path"}
        raise ExperimentError(problem.template, path=where, **details) from None
