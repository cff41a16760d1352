"""What an experiment says: its fields, with their limits, titles and help, and what has to agree among them."""

from __future__ import annotations

from typing import Final, Literal, Self

from pydantic import Field, model_validator

from engine.data.spec import DataSpec, Sampling
from engine.errors import ExperimentError
from engine.experiment.lane_rules import check_lanes
from engine.experiment.lane_spec import LaneSpec
from engine.fields import facts, unless, when
from engine.nn.layers.base import may_be_output
from engine.nn.layers.registry import LAYERS, AnyLayer
from engine.nn.losses import LossName
from engine.optim.registry import AnyOptimizer
from engine.optim.schedules import AnySchedule, ConstantSchedule
from engine.optim.sgd import SgdSpec
from engine.optim.stopping import EarlyStopping
from engine.spec import Seeded

_MASKED: Final = tuple(kind for kind, spec in LAYERS.items() if spec.has_mask)


class Recipe(Seeded):
    """The fields of an `Experiment`, which adds how it is written and read."""

    version: Literal[1] = Field(1, json_schema_extra=facts(group="file"))
    name: str = Field(
        "untitled",
        max_length=200,
        title="Name",
        description="What the experiment is called.",
        json_schema_extra=facts(live=True, look=True, group="file"),
    )
    data: DataSpec = Field(DataSpec(), json_schema_extra=facts(group="data"))
    layers: tuple[AnyLayer, ...] = Field(min_length=1, max_length=1000, json_schema_extra=facts(group="network"))
    loss: LossName = Field(
        "softmax_cross_entropy",
        title="Loss",
        description="What training makes small: cross-entropy punishes confident mistakes hardest, squared error less.",
        json_schema_extra=facts(group="loss"),
    )
    dropout_scaling: Literal["test", "train"] = Field(
        "test",
        title="Dropout scaling",
        description="How dropout makes up for missing units: shrink outputs in testing, or grow them in training.",
        json_schema_extra=facts(live=True, group="loss", used_when=when("layers.*.kind", *_MASKED)),
    )
    optimizer: AnyOptimizer = Field(SgdSpec(), json_schema_extra=facts(live=True))
    schedule: AnySchedule = Field(ConstantSchedule(), json_schema_extra=facts(live=True))
    early_stopping: EarlyStopping = Field(EarlyStopping(), json_schema_extra=facts(live=True))
    batch_size: int = Field(
        128,
        ge=1,
        le=100_000,
        title="Batch size",
        description="How many rows each step looks at: small batches are noisy and quick, large ones smooth and slow.",
        json_schema_extra=facts(live=True, group="batches", used_when=unless("sampling", "full")),
    )
    sampling: Sampling = Field(
        "replacement",
        title="Sampling",
        description="How batches are drawn: at random with replacement, as shuffled epochs, or all rows each step.",
        json_schema_extra=facts(live=True, group="batches"),
    )
    steps: int | None = Field(
        3000,
        ge=1,
        le=1_000_000_000,
        title="Steps",
        description="How many steps to train before pausing by itself; without a number it goes on until you pause.",
        json_schema_extra=facts(live=True, look=True, group="batches"),
    )
    lanes: tuple[LaneSpec, ...] = Field(
        (LaneSpec(name="Lane 1"),), min_length=1, max_length=64, json_schema_extra=facts(group="lanes")
    )

    @model_validator(mode="after")
    def _check_stack_and_lanes(self) -> Self:
        if self.output_layer is None:
            raise ExperimentError(
                "{path}: the stack needs at least one dense layer, the last of which is the output.", path="layers"
            )
        check_lanes(self.lanes, self.layers, self.optimizer)
        return self

    @property
    def output_layer(self) -> int | None:
        """Index of the last dense layer, the output; None while there is none."""
        able = [index for index, layer in enumerate(self.layers) if may_be_output(layer)]
        return able[-1] if able else None
