"""Turns a validation error into one sentence that names the field, its range and the value."""

from __future__ import annotations

import json

from pydantic import BaseModel, ValidationError

from engine.data.augmentation.spec import AugmentationSpec
from engine.data.spec import DataSpec
from engine.errors import ExperimentError
from engine.experiment.calls import nearest
from engine.experiment.lanes.spec import LaneSpec
from engine.fields import field_info
from engine.nn.layers.registry import LAYERS
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES
from engine.optim.stopping import EarlyStopping


def plain_error(error: ValidationError, root: type[BaseModel]) -> ExperimentError:
    """The first problem found in validating a ``root``, as one sentence."""
    first = error.errors(include_url=False)[0]
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, ExperimentError):
        return cause
    path = _dotted(first["loc"])
    value = _shortened(first["input"])
    context = first.get("ctx", {})
    match first["type"]:
        case "json_invalid":  # half of a surrogate pair, or lists in lists in lists
            return ExperimentError("The experiment is not valid JSON: {problem}.", problem=context["error"])
        case "extra_forbidden":
            return _unknown_field(path, first["loc"], root)
        case "missing":
            return ExperimentError("{path}: missing.", path=path)
        case "literal_error":
            expected = context["expected"].replace("'", "").replace(" or ", ", ")
            return ExperimentError(
                "{path}: must be one of {expected}; got {value}.", path=path, expected=expected, value=value
            )
        case "union_tag_invalid":
            expected = context["expected_tags"].replace("'", "")
            return ExperimentError(
                "{path}: must be one of {expected}; got {value}.",
                path=f"{path}.kind",
                expected=expected,
                value=_shortened(context["tag"]),
            )
        case "union_tag_not_found":
            return ExperimentError("{path}: missing.", path=f"{path}.kind")
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than" | "finite_number":
            return ExperimentError(
                "{path}: must be {range}; got {value}.", path=path, range=_range_at(first["loc"], root), value=value
            )
        case "too_long":
            return ExperimentError("{path}: must have at most {limit} entries.", path=path, limit=context["max_length"])
        case "too_short":
            return ExperimentError("{path}: must have at least {limit} entry.", path=path, limit=context["min_length"])
    return ExperimentError("{path}: {problem}; got {value}.", path=path, problem=_lower(first["msg"]), value=value)


def _unknown_field(path: str, loc: tuple[int | str, ...], root: type[BaseModel]) -> ExperimentError:
    model = _model_at(loc, root)
    is_known = model is not root or len(loc) == 1
    near = nearest(str(loc[-1]), model.model_fields) if is_known else ""
    if not near:
        return ExperimentError("{path}: unknown field.", path=path)
    return ExperimentError("{path}: unknown field: the nearest is {nearest}.", path=path, nearest=near)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def _shortened(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr) if not isinstance(value, str) else repr(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "..."


def _dotted(loc: tuple[int | str, ...]) -> str:
    """``("layers", 0, "dense", "units")`` -> ``layers.0.units``: pydantic names a union's tag as a step."""
    parts = list(loc)
    if len(parts) > 2 and parts[0] == "layers":
        del parts[2]
    elif len(parts) > 1 and parts[0] in ("optimizer", "schedule"):
        del parts[1]
    elif len(parts) > 4 and parts[0] == "lanes":
        del parts[4:]
    return ".".join(str(part) for part in parts)


def _range_at(loc: tuple[int | str, ...], root: type[BaseModel]) -> str:
    return field_info(_model_at(loc, root), str(loc[-1])).range_text()


def _model_at(loc: tuple[int | str, ...], model: type[BaseModel]) -> type[BaseModel]:
    """Of which the last step of a place is a field."""
    match loc:
        case ("data", _):
            model = DataSpec
        case ("data", "augmentation", _):
            model = AugmentationSpec
        case ("layers", _, str(kind), _):
            model = LAYERS[kind]
        case ("optimizer", str(kind), _):
            model = OPTIMIZERS[kind]
        case ("schedule", str(kind), _):
            model = SCHEDULES[kind]
        case ("early_stopping", _):
            model = EarlyStopping
        case ("lanes", _, _):
            model = LaneSpec
    return model
