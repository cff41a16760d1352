"""What a lane sets, and what it may set."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from engine.fields import FieldInfo, facts, field_infos
from engine.nn.layers.registry import LAYERS
from engine.optim.base import OptimizerSpec
from engine.spec import Seeded, Spec


def _per_lane(*models: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of these that a lane may set."""
    found: dict[str, FieldInfo] = {}
    for model in models:
        for name, info in field_infos(model).items():
            if info.per_lane:
                found.setdefault(name, info)
    return found


_OF_LAYERS = _per_lane(*LAYERS.values())
_OF_OPTIMIZERS = _per_lane(OptimizerSpec)
_OF_ALL = _per_lane(Seeded)

LANE_FIELDS = tuple(_OF_LAYERS)
"""Fields of a layer that a lane may set, as ``layers.INDEX.FIELD`` or ``layers.*.FIELD``."""
LANE_SETTINGS = _OF_LAYERS | _OF_OPTIMIZERS | _OF_ALL
"""All that a lane may set, in the order of the table."""
SHARED_PATHS = {name: f"optimizer.{name}" for name in _OF_OPTIMIZERS} | {name: name for name in _OF_ALL}
"""Where a lane keeps what is no field of a layer."""


class LaneSpec(Spec):
    """A copy of the network that differs from the others only in what ``set`` says."""

    name: str = Field(
        min_length=1,
        max_length=60,
        title="Name",
        description="What the lane is called in the table and beside its curves.",
        json_schema_extra=facts(live=True, look=True),
    )
    # NaN and infinity are let in here and turned away by the field they are for, which knows its range.
    set: dict[str, Annotated[float, Field(allow_inf_nan=True)] | int | str] = Field(
        default_factory=dict, title="Settings"
    )
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
