"""The parts of an experiment - data, layers, optimizers, lanes - with their limits and help texts.

Limits, steps and help stand here once: messages, editors and the command line read them from the fields
(see `engine.fields`).
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from engine.fields import facts

LARGEST_SEED = 2**31 - 1


class Spec(BaseModel):
    """Frozen, keyword-only, no unknown fields, no silent conversion from text to number."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


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
