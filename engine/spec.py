"""The parts of an experiment - data, layers, optimizers, lanes - with their limits and help texts.

Limits, steps and help stand here once: messages, editors and the command line read them from the fields
(see `engine.fields`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from engine.errors import ExperimentError
from engine.fields import facts

LARGEST_SEED = 2**31 - 1


class Spec(BaseModel):
    """Frozen, keyword-only, no unknown fields, no silent conversion from text to number."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    if not TYPE_CHECKING:  # which knows that it is frozen

        def __setattr__(self, name: str, value: object) -> None:
            """Raises ExperimentError: nothing is ever set."""
            if name not in type(self).model_fields:
                super().__setattr__(name, value)
                return
            raise ExperimentError(
                '{path}: an experiment never changes: edited(experiment, "{example}", {value}) gives a new one.',
                path=name,
                example=name if "layers" in type(self).model_fields else f"….{name}",
                value=repr(value)[:40],
            )


class Seeded(Spec):
    """What all chance comes from."""

    seed: int = Field(
        0,
        ge=0,
        le=LARGEST_SEED,
        title="Seed",
        description="The number all chance comes from: the same seed gives the same weights, batches and masks again.",
        json_schema_extra=facts(per_lane=True, symbol="seed", tried="0..4", group="chance"),
    )
