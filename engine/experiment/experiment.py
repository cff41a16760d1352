"""The Experiment: the whole recipe of a run, frozen and validated.

One Experiment is what a file holds, what a preset is, what an edit makes anew, what undo keeps and what the
trainer is built from.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import Field, ValidationError, model_validator

from engine.data.spec import DataSpec, Sampling
from engine.errors import ExperimentError
from engine.experiment.lane_rules import check_lanes
from engine.experiment.lane_spec import LaneSpec
from engine.experiment.validation import plain_error
from engine.nn.layers.registry import LayerSpec
from engine.nn.losses import LossName
from engine.optim.registry import AnyOptimizer
from engine.optim.schedules import AnySchedule, ConstantSchedule
from engine.optim.sgd import SgdSpec
from engine.optim.stopping import EarlyStopping
from engine.spec import Seeded


class Experiment(Seeded):
    """The whole recipe; `parse` and `to_json` are its only ways in and out."""

    version: Literal[1] = 1
    name: str = Field("untitled", max_length=200, title="Name", description="What the experiment is called.")
    data: DataSpec = DataSpec()
    layers: tuple[LayerSpec, ...] = Field(min_length=1, max_length=1000)
    loss: LossName = Field(
        "softmax_cross_entropy",
        title="Loss",
        description="What training makes small: cross-entropy punishes confident mistakes hardest, squared error less.",
    )
    dropout_scaling: Literal["test", "train"] = Field(
        "test",
        title="Dropout scaling",
        description="How dropout makes up for missing units: shrink outputs in testing, or grow them in training.",
    )
    optimizer: AnyOptimizer = SgdSpec()
    schedule: AnySchedule = ConstantSchedule()
    early_stopping: EarlyStopping = EarlyStopping()
    batch_size: int = Field(
        128,
        ge=1,
        le=100_000,
        title="Batch size",
        description="How many rows each step looks at: small batches are noisy and quick, large ones smooth and slow.",
    )
    sampling: Sampling = Field(
        "replacement",
        title="Sampling",
        description="How batches are drawn: at random with replacement, as shuffled epochs, or all rows each step.",
    )
    steps: int | None = Field(
        3000,
        ge=1,
        le=1_000_000_000,
        title="Steps",
        description="How many steps to train before pausing by itself; without a number it goes on until you pause.",
    )
    lanes: tuple[LaneSpec, ...] = Field((LaneSpec(name="Lane 1"),), min_length=1, max_length=64)

    @model_validator(mode="after")
    def _check_stack_and_lanes(self) -> Experiment:
        if self.output_layer is None:
            raise ExperimentError(
                "{path}: the stack needs at least one dense layer, the last of which is the output.", path="layers"
            )
        check_lanes(self.lanes, self.layers, self.optimizer)
        return self

    @property
    def output_layer(self) -> int | None:
        """Index of the last dense layer, the output; None while there is none."""
        dense = [index for index, layer in enumerate(self.layers) if layer.kind == "dense"]
        return dense[-1] if dense else None

    def to_dict(self) -> dict[str, Any]:
        """Plain data, ready for `parse` or JSON."""
        return self.model_dump(mode="json")

    def to_json(self) -> str:
        """The text of an experiment file."""
        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False) + "\n"


def parse(source: str | bytes | dict[str, Any]) -> Experiment:
    """Makes an Experiment of JSON text or plain data.

    Raises:
        ExperimentError: one sentence that names the field, its range and the value.
    """
    data: Any = source
    if isinstance(source, str | bytes):
        try:
            data = json.loads(source)
        except RecursionError:
            raise ExperimentError("The experiment is nested too deeply to be one.") from None
        except ValueError as error:
            where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise ExperimentError("The experiment is not valid JSON{where}.", where=where) from None
    if not isinstance(data, dict):
        raise ExperimentError("An experiment is a JSON object with fields such as name, data and layers.")
    try:
        # Through JSON, where strict still means that a list may stand for a tuple.
        text = json.dumps(data)
    except RecursionError:
        raise ExperimentError("The experiment is nested too deeply to be one.") from None
    except (TypeError, ValueError) as error:
        raise ExperimentError("The experiment holds a value that JSON cannot: {problem}.", problem=error) from None
    try:
        return Experiment.model_validate_json(text)
    except ValidationError as error:
        raise plain_error(error, Experiment) from None
