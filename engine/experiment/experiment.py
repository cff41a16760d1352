"""The Experiment: the whole recipe of a run, frozen and validated.

One Experiment is what a file holds, what a preset is, what an edit makes anew, what undo keeps and what the
trainer is built from.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from os import PathLike
from typing import Any, Final, Literal

from pydantic import Field, ValidationError, model_validator

from engine.data.spec import DataSpec, Sampling
from engine.errors import ExperimentError
from engine.experiment.lane_rules import check_lanes
from engine.experiment.lane_spec import LaneSpec
from engine.experiment.plain_data import plain_data
from engine.experiment.validation import plain_error
from engine.fields import facts, unless, when
from engine.nn.layers.base import LayerSpec, OutputSpec
from engine.nn.layers.registry import LAYERS, AnyLayer
from engine.nn.losses import LossName
from engine.optim.registry import AnyOptimizer
from engine.optim.schedules import AnySchedule, ConstantSchedule
from engine.optim.sgd import SgdSpec
from engine.optim.stopping import EarlyStopping
from engine.spec import Seeded

_MASKED: Final = tuple(kind for kind, spec in LAYERS.items() if spec.has_mask)
_MOST_UNITS: Final = 12
"""Dense layers that a ``repr`` names."""


class Experiment(Seeded):
    """The whole recipe. In Python it is written as ``Experiment(layers=[...], ...)``, everywhere else as JSON: `parse`
    and `to_json` are its ways in and out."""

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

    def __init__(
        self, *, layers: Sequence[LayerSpec], data: DataSpec | str | PathLike[str] = "digits", **settings: Any
    ) -> None:
        """Checked as `parse` checks it. Lists will do; ``data`` may be the name or the path of a source alone.

        Raises:
            ExperimentError: one sentence that names the field, its range and the value.
        """
        source = {"source": data} if isinstance(data, str | PathLike) else data
        text = _json_text(plain_data({**settings, "layers": layers, "data": source}))
        try:
            self.__pydantic_validator__.validate_json(text, self_instance=self)
        except ValidationError as error:
            raise plain_error(error, Experiment) from None

    # A person's way in alone: without this mark, pydantic would also go this way for every experiment that it reads.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        units = [str(layer.units) for layer in self.layers if isinstance(layer, OutputSpec)]
        if len(units) > _MOST_UNITS:
            units = [*units[: _MOST_UNITS - 2], "…", units[-1]]
        lanes = "1 lane" if len(self.lanes) == 1 else f"{len(self.lanes)} lanes"
        return f"Experiment({self.name!r}: {'-'.join(units)}, {lanes})"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from engine.experiment.html import experiment_html  # here, because nothing else needs it

        return experiment_html(self)

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
        able = [index for index, layer in enumerate(self.layers) if isinstance(layer, OutputSpec)]
        return able[-1] if able else None

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
        return Experiment.model_validate_json(_json_text(data))
    except ValidationError as error:
        raise plain_error(error, Experiment) from None


def _json_text(data: dict[str, Any]) -> str:
    """Plain data as JSON, where strict still means that a list may stand for a tuple."""
    try:
        return json.dumps(data)
    except RecursionError:
        raise ExperimentError("The experiment is nested too deeply to be one.") from None
    except (TypeError, ValueError) as error:
        raise ExperimentError("The experiment holds a value that JSON cannot: {problem}.", problem=error) from None
