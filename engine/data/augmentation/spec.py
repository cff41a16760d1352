"""How training pictures are changed by chance before a step learns from them."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from engine.fields import facts
from engine.spec import Spec


class AugmentationSpec(Spec):
    """At most so much of each, drawn anew for every picture of every step from (seed, step). Only training rows are
    changed; all that is measured, the training rows' accuracy too, is measured on rows as they are."""

    shift: int = Field(
        0,
        ge=0,
        le=32,
        title="Shift",
        description="By how many pixels, at most, a training picture is moved up, down, left or right before each "
        "step: the net learns that a thing stays what it is when it moves.",
        json_schema_extra=facts(live=True, group="augmentation", tried="0, 1, 2, 4"),
    )
    rotate: float = Field(
        0.0,
        ge=0,
        le=180,
        title="Rotation",
        description="By how many degrees, at most, a training picture is turned to either side before each step.",
        json_schema_extra=facts(live=True, group="augmentation", step=5, tried="0, 10, 20, 40"),
    )
    crop: float = Field(
        0.0,
        ge=0,
        le=0.5,
        title="Crop",
        description="How much of each side, at most, is cut away before each step; what is left is enlarged, so that "
        "things come in many sizes.",
        json_schema_extra=facts(live=True, group="augmentation", step=0.05, tried="0, 0.1, 0.2, 0.3"),
    )
    flip: bool = Field(
        False,
        title="Mirror",
        description="Mirrors every other training picture left to right, by chance: right for clothes and animals, "
        "wrong for digits and letters, which mean something else then.",
        json_schema_extra=facts(live=True, group="augmentation", symbol="mirror"),
    )
    noise: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Grain",
        description="Adds noise to each pixel before each step: its standard deviation, as a share of what lies "
        "between black and white.",
        json_schema_extra=facts(live=True, group="augmentation", step=0.05, symbol="grain", tried="0, 0.1, 0.2, 0.4"),
    )

    @property
    def is_on(self) -> bool:
        """Whether it changes anything."""
        return self != NONE

    @property
    def moves(self) -> bool:
        """Whether pixels come to lie elsewhere."""
        return bool(self.shift or self.rotate or self.crop or self.flip)


NONE: Final = AugmentationSpec()
"""Pictures as they are."""
