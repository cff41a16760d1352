"""What there is to set of the training of a lane: the fields of an experiment, with their limits, titles and help."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.data.spec import DataSpec, Sampling
from engine.fields import facts, unless, when
from engine.nn.layers.registry import LAYERS, AnyLayer
from engine.nn.losses import LossName
from engine.optim.registry import AnyOptimizer
from engine.optim.schedules import AnySchedule, ConstantSchedule
from engine.optim.sgd import SgdSpec
from engine.optim.stopping import EarlyStopping
from engine.spec import Seeded

_MASKED: Final = tuple(kind for kind, spec in LAYERS.items() if spec.has_mask)


class Setup(Seeded):
    """All that a lane goes by. What it sets for itself is said by its `LaneSpec`, and the rest is the same for all."""

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
        json_schema_extra=facts(live=True, group="batches", symbol="batch", used_when=unless("sampling", "full")),
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
