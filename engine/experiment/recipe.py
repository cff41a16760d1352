"""What an experiment says: what its lanes train, and the lanes."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from engine.errors import ExperimentError
from engine.experiment.lanes.rules import check_lanes
from engine.experiment.lanes.spec import LaneSpec
from engine.experiment.setup import Setup
from engine.fields import facts
from engine.nn.layers.base import may_be_output


class Recipe(Setup):
    """The fields of an `Experiment`, which adds how it is written and read."""

    lanes: tuple[LaneSpec, ...] = Field(
        (LaneSpec(name="Lane 1"),), min_length=1, max_length=64, json_schema_extra=facts(group="lanes")
    )

    @model_validator(mode="after")
    def _check_stack_and_lanes(self) -> Self:
        if self.output_layer is None:
            raise ExperimentError(
                "{path}: the stack needs at least one dense layer, the last of which is the output.", path="layers"
            )
        check_lanes(self.lanes, self)
        return self

    @property
    def output_layer(self) -> int | None:
        """Index of the last dense layer, the output; None while there is none."""
        able = [index for index, layer in enumerate(self.layers) if may_be_output(layer)]
        return able[-1] if able else None
