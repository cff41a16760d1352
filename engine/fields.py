"""What there is to know of a field, read from the field itself: range, step, title, help, what may be done with it."""

from __future__ import annotations

import types
from dataclasses import asdict
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo as ModelField

from engine.records import record


@record
class Condition:
    """That some field, named by its path from the owner, has one of these values, or none of them (``negated``)."""

    path: str
    values: tuple[Any, ...]
    negated: bool = False


def when(path: str, *values: Any) -> Condition:
    """``when("on", True)``."""
    return Condition(path, values)


def unless(path: str, *values: Any) -> Condition:
    """``unless("sampling", "full")``."""
    return Condition(path, values, negated=True)


def facts(
    *,
    scale: Literal["linear", "log"] = "linear",
    step: float | None = None,
    live: bool = False,
    look: bool = False,
    per_lane: bool = False,
    symbol: str = "",
    tried: str = "",
    group: str = "",
    used_when: Condition | None = None,
    shares: bool = False,
    hidden: bool = False,
) -> dict[str, Any]:
    """What a field says of itself, besides its limits: the ``json_schema_extra`` of its ``Field``.

    scale, step: of its editor. live: it may change between two steps of a run. look: it changes how a run is shown or
    how long it is, not how it learns. per_lane: a lane may set it. symbol: it in the names of lanes. tried: the values
    that a grid of lanes tries first, as a person types them. group: fields with which an editor or a report shows it.
    used_when: otherwise it has no effect. shares: it may be a share of the whole as well, between 0 and 1.
    hidden: no editor shows it, for the program sets it itself.
    """
    said: dict[str, Any] = {"live": live, "look": look, "per_lane": per_lane}
    said |= {"symbol": symbol, "tried": tried, "group": group, "step": step, "shares": shares, "hidden": hidden}
    condition = None if used_when is None else asdict(used_when)
    return {"scale": scale, **{name: value for name, value in said.items() if value}, "used_when": condition}


@record
class FieldInfo:
    """One field. ``minimum`` and ``maximum`` are legal values unless the matching ``open_`` flag is set.

    See `facts` for what ``live`` and all behind it say.
    """

    name: str
    title: str
    help: str
    kind: Literal["integer", "number", "choice", "text", "flag", "other"]
    minimum: float | None = None
    maximum: float | None = None
    open_minimum: bool = False
    open_maximum: bool = False
    step: float | None = None
    logarithmic: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None
    live: bool = False
    look: bool = False
    per_lane: bool = False
    symbol: str = ""
    tried: str = ""
    group: str = ""
    used_when: Condition | None = None
    shares: bool = False

    def range_text(self) -> str:
        """``between 0 and 1 (1 excluded)``, as used in messages."""
        excluded = [
            _short(limit)
            for limit, is_open in ((self.minimum, self.open_minimum), (self.maximum, self.open_maximum))
            if is_open and limit is not None
        ]
        note = f" ({' and '.join(excluded)} excluded)" if excluded else ""
        note += ", or a share below 1" if self.shares else ""
        if self.minimum is None:
            return f"at most {_short(self.maximum)}{note}"
        if self.maximum is None:
            return f"at least {_short(self.minimum)}{note}"
        return f"between {_short(self.minimum)} and {_short(self.maximum)}{note}"


def _short(value: float | None) -> str:
    return "?" if value is None else f"{value:.10g}"


def has_field(model: type[BaseModel] | BaseModel, name: str) -> bool:
    """Whether there is such a field."""
    return name in _names(model if isinstance(model, type) else type(model))


@cache
def _names(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(model.model_fields)


def field_info(model: type[BaseModel] | BaseModel, name: str) -> FieldInfo:
    """What is known of the field ``name`` of a model class. Raises KeyError where there is none."""
    return field_infos(model if isinstance(model, type) else type(model))[name]


@cache
def field_infos(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Every field of a model class, in order."""
    return {name: _read(name, field) for name, field in model.model_fields.items()}


def _read(name: str, field: ModelField) -> FieldInfo:
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    minimum = maximum = None
    open_minimum = open_maximum = False
    for limit in field.metadata:
        match limit:
            case annotated_types.Ge(ge=value):
                minimum = float(value)  # type: ignore[arg-type]
            case annotated_types.Gt(gt=value):
                minimum, open_minimum = float(value), True  # type: ignore[arg-type]
            case annotated_types.Le(le=value):
                maximum = float(value)  # type: ignore[arg-type]
            case annotated_types.Lt(lt=value):
                maximum, open_maximum = float(value), True  # type: ignore[arg-type]
    kind, choices = ("other", ()) if extra.get("hidden") else _kind(field.annotation)
    step = extra.get("step")
    return FieldInfo(
        name=name,
        title=field.title or name,
        help=field.description or "",
        kind=kind,
        minimum=minimum,
        maximum=maximum,
        open_minimum=open_minimum,
        open_maximum=open_maximum,
        step=float(step) if isinstance(step, int | float) else None,
        logarithmic=extra.get("scale") == "log",
        choices=choices,
        default=field.get_default(),
        live=bool(extra.get("live")),
        look=bool(extra.get("look")),
        per_lane=bool(extra.get("per_lane")),
        symbol=str(extra.get("symbol", "")),
        tried=str(extra.get("tried", "")),
        group=str(extra.get("group", "")),
        used_when=_condition(extra.get("used_when")),
        shares=bool(extra.get("shares")),
    )


def _condition(said: Any) -> Condition | None:
    return None if said is None else Condition(**said)


def specs_of(owner: type[BaseModel], field: str) -> list[type[BaseModel]]:
    """What a field is made of where it has fields itself: of a union or a tuple all."""
    return _specs_in(owner.model_fields[field].annotation)


def _specs_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _specs_in(part)]


def _kind(annotation: Any) -> tuple[Literal["integer", "number", "choice", "text", "flag", "other"], tuple[str, ...]]:
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is Literal:
        return "choice", tuple(str(choice) for choice in get_args(annotation))
    if annotation is bool:
        return "flag", ()
    if annotation is int:
        return "integer", ()
    if annotation is float:
        return "number", ()
    if annotation is str:
        return "text", ()
    return "other", ()
