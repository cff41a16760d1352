"""What a lane sets."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from engine.spec import Spec

LANE_FIELDS = ("initialization", "l1", "l2", "rate")
"""Fields of a layer that a lane may set, as ``layers.INDEX.FIELD`` or ``layers.*.FIELD``."""
LANE_SETTINGS = (*LANE_FIELDS, "learning_rate", "seed")
"""All that a lane may set, in the order of the table."""


class LaneSpec(Spec):
    """A copy of the network that differs from the others only in what ``set`` says."""

    name: str = Field(
        min_length=1,
        max_length=60,
        title="Name",
        description="What the lane is called in the table and beside its curves.",
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
    )
    visible: bool = Field(
        True,
        title="Shown",
        description="Whether the lane is drawn; a hidden lane trains on, and comes back as if it had never gone.",
    )
