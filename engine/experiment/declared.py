"""What the fields of an experiment say of themselves, asked by path: see `engine.fields.facts`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from pydantic import BaseModel

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import ALL, FieldPath, index_of
from engine.experiment.lanes.spec import KIND, LANE_SETTINGS
from engine.fields import FieldInfo, field_info, has_field, specs_of


@lru_cache(maxsize=4096)
def declared(path: FieldPath) -> FieldInfo | None:
    """The field that a path speaks of, whatever the layer's or the optimizer's kind; None where there is none.

    Of several kinds that have such a field the first counts, but which kind it is may be any of them. A part such as
    ``optimizer`` is no field.
    """
    if path.lane_field in LANE_SETTINGS:
        return LANE_SETTINGS[path.field]
    if path.is_lane_setting and path.inside_lane is not None:
        return declared(path.inside_lane)
    owners: list[type[BaseModel]] = [Experiment]
    for step in path.parts[:-1]:
        if step != ALL and index_of(step) is None:
            owners = [inner for owner in owners if has_field(owner, step) for inner in specs_of(owner, step)]
    having = [owner for owner in owners if has_field(owner, path.field) and not specs_of(owner, path.field)]
    infos = [field_info(owner, path.field) for owner in having]
    if path.field == KIND and infos:
        return replace(infos[0], kind="choice", choices=tuple(choice for info in infos for choice in info.choices))
    return infos[0] if infos else None


def is_look(path: str) -> bool:
    """Whether a field says how a run is shown, or how long it is, and not how it learns."""
    info = declared(FieldPath.parse(path))
    return info is not None and info.look


def is_used(owner: BaseModel, field: str) -> bool:
    """Whether a field has an effect, as the other fields of its owner are."""
    condition = field_info(owner, field).used_when
    if condition is None:
        return True
    owners, name = FieldPath.parse(condition.path).resolve(owner)
    return any(getattr(each, name) in condition.values for each in owners) != condition.negated
