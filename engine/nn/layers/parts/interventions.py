"""What can be done to a layer while it trains, to see what it is worth: each kind declares these fields itself.

`engine.train.stepping.frozen` keeps to the one, `engine.nn.layers.parts.off_units` to the other.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from engine.fields import facts

FROZEN: Any = Field(
    False,
    title="Frozen",
    description="Training leaves the layer as it is, while the others learn on: so one sees how much of what was "
    "learned lies in it, and what the layers behind make of features that stay.",
    json_schema_extra=facts(live=True, per_lane=True, symbol="frozen"),
)


def _counted(units: tuple[int, ...]) -> tuple[int, ...]:
    """Each once, growing."""
    if any(unit < 0 for unit in units):
        raise PydanticCustomError("unit", "units are counted from 0")
    return tuple(sorted(set(units)))


OffUnits = Annotated[tuple[int, ...], AfterValidator(_counted)]
OFF_UNITS: Any = Field(
    (),
    max_length=10_000,
    title="Units off",
    description="Units that hand on 0, whatever comes in, in training and in measuring: what is lost without one is "
    "what it was worth. Of pictures they are whole channels.",
    json_schema_extra=facts(live=True, per_lane=True, symbol="units off"),
)
