"""What a lane sets, and what it may set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Final, get_origin

from pydantic import Field

from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.setup import Setup
from engine.fields import FieldInfo, facts, field_info, field_infos, specs_of
from engine.spec import Spec


def _settings() -> Iterator[tuple[FieldPath, FieldInfo]]:
    """The fields that a lane may set, by their paths; those of layers first, and what stands for itself last."""
    parts = {name: specs_of(Setup, name) for name in Setup.model_fields}
    lists = [name for name in parts if get_origin(Setup.model_fields[name].annotation) is tuple]
    for name in sorted(parts, key=lambda name: (not parts[name], name not in lists)):
        at = (name, ALL) if name in lists else (name,)
        found = [((*at, field), info) for spec in parts[name] for field, info in field_infos(spec).items()]
        whole = field_info(Setup, name)
        for steps, info in found or [(at, whole)]:
            if info.per_lane:
                yield FieldPath(steps), replace(info, live=info.live or whole.live)


LANE_SETTINGS: Final[dict[str, FieldInfo]] = {}
"""What lanes of one network may set, each for itself, in the order of the table. Lanes that differ in anything else
train as networks of their own, side by side: see `engine.experiment.lanes.groups`."""
LANE_PATHS: Final[dict[str, FieldPath]] = {}
"""Where a lane keeps it: ``layers.*.l2``, ``optimizer.learning_rate``, ``seed``."""
for _path, _info in _settings():
    LANE_SETTINGS.setdefault(_path.field, _info)
    if LANE_PATHS.setdefault(_path.field, _path) != _path:
        raise TypeError(f"lanes may set {_path} and {LANE_PATHS[_path.field]}: one of them needs another name")

LANE_FIELDS: Final = tuple(name for name, path in LANE_PATHS.items() if path.layer == ALL)
"""Fields of a layer that a lane may set, as ``layers.INDEX.FIELD`` or ``layers.*.FIELD``."""
SHARED_PATHS: Final = {name: str(path) for name, path in LANE_PATHS.items() if path.layer is None}
"""Where a lane keeps what is no field of a layer."""


LANE_DATA: Final = frozenset({"train_on", "label_noise", "scaling", "inputs", "folds", "fold", "augmentation"})
"""What a lane may set of the data, or of a part of it. The rest says which rows there are and which of them are held
back, and a difference between lanes tells something only where that is the same for all."""
LONGEST_NAME: Final = 60
ON: Final = "on"
"""``layers.INDEX.on``: false in a lane that goes without this layer, which then hands on what comes in."""
KIND: Final = "kind"


def in_network(path: FieldPath) -> bool:
    """Whether lanes that differ in this setting can be rows of one network."""
    if path.layer is not None:
        return path.field in LANE_FIELDS
    return str(path) in SHARED_PATHS.values()


class LaneSpec(Spec):
    """A copy of the experiment that differs from the others only in what ``set`` says: field path -> value."""

    name: str = Field(
        min_length=1,
        max_length=LONGEST_NAME,
        title="Name",
        description="What the lane is called in the table and beside its curves.",
        json_schema_extra=facts(live=True, look=True),
    )
    # NaN and infinity are let in here and turned away by the field they are for, which knows its range.
    set: dict[
        str, Annotated[float, Field(allow_inf_nan=True)] | int | str | bool | tuple[int, ...] | tuple[str, ...]
    ] = Field(default_factory=dict, title="Settings")
    color: int | None = Field(
        None,
        ge=0,
        le=71,
        title="Colour",
        description="The lane's colour and mark; without a choice, those of its place in the table.",
        json_schema_extra=facts(live=True, look=True),
    )
    visible: bool = Field(
        True,
        title="Shown",
        description="Whether the lane is drawn; a hidden lane trains on, and comes back as if it had never gone.",
        json_schema_extra=facts(live=True, look=True),
    )
