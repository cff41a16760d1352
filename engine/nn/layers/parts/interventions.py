"""What can be done to a layer while it trains, to see what it is worth: each kind declares these fields itself."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from engine.fields import facts

FROZEN: Any = Field(
    False,
    title="Frozen",
    description="Training leaves the layer as it is, while the others learn on: so one sees how much of what was "
    "learned lies in it, and what the layers behind make of features that stay.",
    json_schema_extra=facts(live=True, per_lane=True, symbol="frozen", tried="false, true"),
)
