"""The settings that all kinds with weights have: each kind declares them itself, in the order of its own."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from engine.fields import facts

BIAS = Field(True, title="Bias", description="Adds one learned offset to each unit.")
INITIALIZATION: Any = Field(
    "he_uniform",
    title="Initialization",
    description="How the weights start; their scale decides whether the signal survives the layers.",
    json_schema_extra=facts(per_lane=True),
)
L1 = Field(
    0.0,
    ge=0,
    le=10,
    title="L1",
    description="L1 penalty: pulls every weight towards zero by the same amount and makes many exactly useless.",
    json_schema_extra=facts(scale="log", live=True, per_lane=True, symbol="L1", tried="0, 0.0001, 0.001, 0.01"),
)
L2 = Field(
    0.0,
    ge=0,
    le=10,
    title="L2 λ",
    description="L2 penalty: pulls weights towards zero in proportion to their size, against overfitting.",
    json_schema_extra=facts(scale="log", live=True, per_lane=True, symbol="λ", tried="0, 0.001, 0.003, 0.01, 0.03"),
)
DRAW: Any = Field(
    None,
    ge=0,
    title="Random draw",
    description="Which of the seed's draws the weights start with: that of the layer's place in the stack, or of the "
    "place that it had before others were put in front of it in a branch.",
    json_schema_extra=facts(hidden=True),
)
