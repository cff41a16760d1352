"""The Experiment: the whole recipe of a run, frozen and validated.

One Experiment is what a file holds, what a preset is, what an edit makes anew, what undo keeps and what the
trainer is built from. Limits, steps and help texts stand here once; the window's editors read them from the
fields (see `field_info`).
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from engine.errors import ExperimentError
from engine.fields import field_info

Initialization: TypeAlias = Literal[
    "uniform", "xavier_uniform", "xavier_normal", "he_uniform", "he_normal", "lecun_normal", "orthogonal", "zeros"
]
Function: TypeAlias = Literal["relu", "leaky_relu", "elu", "sigmoid", "tanh", "gelu", "identity"]
Sampling: TypeAlias = Literal["replacement", "shuffle", "full"]
Loss: TypeAlias = Literal["softmax_cross_entropy", "mean_squared_error"]
Scaling: TypeAlias = Literal["max", "standard", "none"]

TOYS = ("circle", "xor", "gauss", "spiral")
DOWNLOADS = ("mnist", "fashion_mnist")
NAMED_SOURCES = ("digits", *TOYS, *DOWNLOADS)
"""Sources that are not a path."""

LARGEST_SEED = 2**31 - 1
_INITIALIZATION_ALIASES = {"he": "he_uniform", "xavier": "xavier_uniform"}
LANE_FIELDS = ("initialization", "l1", "l2", "rate")
"""Fields of a layer that a lane may set, as ``layers.INDEX.FIELD`` or ``layers.*.FIELD``."""


class Model(BaseModel):
    """Frozen, keyword-only, no unknown fields, no silent conversion from text to number."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class DataSpec(Model):
    """Where the rows come from and how they are split. Units: rows."""

    source: str = Field(
        "digits",
        min_length=1,
        title="Source",
        description="The rows to learn from: bundled digits, a two-feature toy, a download, or your own CSV or IDX file.",
    )
    label: str = Field(
        "label", min_length=1, title="Label column", description="The CSV column that holds the class of each row."
    )
    train: int = Field(
        300,
        ge=1,
        le=1_000_000,
        title="Training rows",
        description="How many rows the network learns from; fewer rows are easier to memorize, so they overfit sooner.",
    )
    test: int = Field(
        300,
        ge=1,
        le=1_000_000,
        title="Test rows",
        description="How many rows are kept aside to see whether what was learned holds for rows never trained on.",
    )
    label_noise: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Label noise",
        description="The share of training labels replaced by a wrong class; a net that fits them is memorizing.",
        json_schema_extra={"step": 0.05},
    )
    noise: float = Field(
        0.0,
        ge=0,
        le=0.5,
        title="Toy noise",
        description="How far the points of a two-feature toy are scattered from their ideal place.",
        json_schema_extra={"step": 0.05},
    )
    scaling: Scaling = Field(
        "max",
        title="Scaling",
        description="How features are brought to a common size: divided by the largest value, standardized, or left alone.",
    )
    shuffle_seed: int | None = Field(
        None,
        ge=0,
        le=LARGEST_SEED,
        title="Shuffle seed",
        description="Mixes the rows before they are split; without it they keep the order of the file.",
    )


class DenseSpec(Model):
    """A fully connected layer, y = x W + b."""

    kind: Literal["dense"] = "dense"
    units: int = Field(
        100,
        ge=1,
        le=10_000,
        title="Units",
        description="How many neurons the layer has: more can represent more, and memorize more.",
    )
    bias: bool = Field(True, title="Bias", description="Adds one learned offset to each unit.")
    initialization: Initialization = Field(
        "he_uniform",
        title="Initialization",
        description="How the weights start; their scale decides whether the signal survives on its way through the layers.",
    )
    l1: float = Field(
        0.0,
        ge=0,
        le=10,
        title="L1",
        description="L1 penalty: pulls every weight towards zero by the same amount and makes many exactly useless.",
        json_schema_extra={"scale": "log"},
    )
    l2: float = Field(
        0.0,
        ge=0,
        le=10,
        title="L2 λ",
        description="L2 penalty: pulls weights towards zero in proportion to their size, against overfitting.",
        json_schema_extra={"scale": "log"},
    )

    @field_validator("initialization", mode="before")
    @classmethod
    def _accept_short_names(cls, value: object) -> object:
        return _INITIALIZATION_ALIASES.get(value, value) if isinstance(value, str) else value


class ActivationSpec(Model):
    """A nonlinearity applied to every unit."""

    kind: Literal["activation"] = "activation"
    function: Function = Field(
        "relu",
        title="Function",
        description="The nonlinearity; without one, a stack of layers is no more than a single layer.",
    )


class DropoutSpec(Model):
    """Switches units off at random in training."""

    kind: Literal["dropout"] = "dropout"
    rate: float = Field(
        0.2,
        ge=0,
        lt=1,
        title="Dropout rate",
        description="The share of units switched off at random in each training step, so that none can rely on another.",
        json_schema_extra={"step": 0.05},
    )


LayerSpec: TypeAlias = Annotated[DenseSpec | ActivationSpec | DropoutSpec, Field(discriminator="kind")]
LAYERS: dict[str, type[DenseSpec | ActivationSpec | DropoutSpec]] = {
    "dense": DenseSpec,
    "activation": ActivationSpec,
    "dropout": DropoutSpec,
}


class OptimizerSpec(Model):
    """What every optimizer has."""

    learning_rate: float = Field(
        0.01,
        gt=0,
        le=100,
        title="Learning rate",
        description="The size of each step downhill: too small crawls, too large overshoots and diverges.",
        json_schema_extra={"scale": "log"},
    )


_MOMENTUM = Field(
    0.9, ge=0, lt=1, title="Momentum", description="How much of the last step is carried into the next, like a rolling ball."
)
_RHO = Field(0.9, ge=0, lt=1, title="ρ", description="How long the running average of squared gradients remembers.")
_BETA1 = Field(0.9, ge=0, lt=1, title="β₁", description="How long the running average of gradients remembers.")
_BETA2 = Field(0.999, ge=0, lt=1, title="β₂", description="How long the running average of squared gradients remembers.")
_EPSILON = Field(
    1e-8,
    gt=0,
    le=1,
    title="ε",
    description="A small number that keeps the division safe where gradients are nearly zero.",
    json_schema_extra={"scale": "log"},
)


class Sgd(OptimizerSpec):
    kind: Literal["sgd"] = "sgd"


class Momentum(OptimizerSpec):
    kind: Literal["momentum"] = "momentum"
    momentum: float = _MOMENTUM


class Nesterov(OptimizerSpec):
    kind: Literal["nesterov"] = "nesterov"
    momentum: float = _MOMENTUM


class Adagrad(OptimizerSpec):
    kind: Literal["adagrad"] = "adagrad"
    epsilon: float = Field(1e-10, gt=0, le=1, title="ε", description=_EPSILON.description, json_schema_extra={"scale": "log"})


class Rmsprop(OptimizerSpec):
    kind: Literal["rmsprop"] = "rmsprop"
    rho: float = _RHO
    epsilon: float = _EPSILON


class Adadelta(OptimizerSpec):
    kind: Literal["adadelta"] = "adadelta"
    rho: float = _RHO
    epsilon: float = _EPSILON


class Adam(OptimizerSpec):
    kind: Literal["adam"] = "adam"
    beta1: float = _BETA1
    beta2: float = _BETA2
    epsilon: float = _EPSILON


class Nadam(Adam):
    kind: Literal["nadam"] = "nadam"  # type: ignore[assignment]


class Adamw(Adam):
    kind: Literal["adamw"] = "adamw"  # type: ignore[assignment]
    weight_decay: float = Field(
        0.01,
        ge=0,
        le=10,
        title="Weight decay",
        description="Shrinks every parameter by this share of the learning rate at each step, apart from the gradient.",
        json_schema_extra={"scale": "log"},
    )


AnyOptimizer: TypeAlias = Annotated[
    Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adadelta | Adam | Nadam | Adamw, Field(discriminator="kind")
]
OPTIMIZERS: dict[str, type[OptimizerSpec]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnyOptimizer)[0])
}


class LaneSpec(Model):
    """A copy of the network that differs from the others only in what ``set`` says."""

    name: str = Field(
        min_length=1, max_length=60, title="Name", description="What the lane is called in the table and beside its curves."
    )
    set: dict[str, float | int | str] = Field(default_factory=dict, title="Settings")


class Seeded(Model):
    """What all chance comes from."""

    seed: int = Field(
        0,
        ge=0,
        le=LARGEST_SEED,
        title="Seed",
        description="The number all chance comes from: the same seed gives the same weights, batches and masks again.",
    )


class Experiment(Seeded):
    """The whole recipe. See DESIGN for each field; `parse` and `to_json` are its only ways in and out."""

    version: Literal[1] = 1
    name: str = Field("untitled", max_length=200, title="Name", description="What the experiment is called.")
    data: DataSpec = DataSpec()
    layers: tuple[LayerSpec, ...] = Field(min_length=1, max_length=1000)
    loss: Loss = Field(
        "softmax_cross_entropy",
        title="Loss",
        description="What training makes small: cross-entropy punishes confident mistakes, squared error all of them alike.",
    )
    dropout_scaling: Literal["test", "train"] = Field(
        "test",
        title="Dropout scaling",
        description="Where dropout makes up for the missing units: by shrinking outputs in testing, or growing them in training.",
    )
    optimizer: AnyOptimizer = Sgd()
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
        description="How batches are drawn: at random with replacement, as shuffled epochs, or all training rows at every step.",
    )
    steps: int = Field(
        3000, ge=1, le=1_000_000_000, title="Steps", description="How many steps to train before pausing by itself."
    )
    lanes: tuple[LaneSpec, ...] = Field((LaneSpec(name="Lane 1"),), min_length=1, max_length=64)

    @model_validator(mode="after")
    def _check_stack_and_lanes(self) -> Experiment:
        from engine.lanes import check_lanes  # lanes.py reads this module's classes

        if self.output_layer is None:
            raise ExperimentError(
                "{path}: the stack needs at least one dense layer, the last of which is the output.", path="layers"
            )
        check_lanes(self)
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
        return Experiment.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise plain_error(error) from None


def plain_error(error: ValidationError, root: type[BaseModel] = Experiment) -> ExperimentError:
    """The first problem found in validating a ``root``, as one sentence."""
    first = error.errors(include_url=False)[0]
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, ExperimentError):
        return cause
    path = _dotted(first["loc"])
    value = _shortened(first["input"])
    context = first.get("ctx", {})
    match first["type"]:
        case "extra_forbidden":
            return ExperimentError("{path}: unknown field.", path=path)
        case "missing":
            return ExperimentError("{path}: missing.", path=path)
        case "literal_error":
            expected = context["expected"].replace("'", "").replace(" or ", ", ")
            return ExperimentError("{path}: must be one of {expected}; got {value}.", path=path, expected=expected, value=value)
        case "union_tag_invalid":
            expected = context["expected_tags"].replace("'", "")
            return ExperimentError(
                "{path}: must be one of {expected}; got {value}.",
                path=f"{path}.kind",
                expected=expected,
                value=_shortened(context["tag"]),
            )
        case "union_tag_not_found":
            return ExperimentError("{path}: missing.", path=f"{path}.kind")
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            return ExperimentError(
                "{path}: must be {range}; got {value}.", path=path, range=_range_at(first["loc"], root), value=value
            )
        case "too_long":
            return ExperimentError("{path}: must have at most {limit} entries.", path=path, limit=context["max_length"])
        case "too_short":
            return ExperimentError("{path}: must have at least {limit} entry.", path=path, limit=context["min_length"])
    return ExperimentError("{path}: {problem}; got {value}.", path=path, problem=_lower(first["msg"]), value=value)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def _shortened(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr) if not isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _dotted(loc: tuple[int | str, ...]) -> str:
    """``("layers", 0, "dense", "units")`` -> ``layers.0.units``: pydantic names the union's tag as a step of its own."""
    parts = list(loc)
    if len(parts) > 2 and parts[0] == "layers":
        del parts[2]
    elif len(parts) > 1 and parts[0] == "optimizer":
        del parts[1]
    elif len(parts) > 4 and parts[0] == "lanes":
        del parts[4:]
    return ".".join(str(part) for part in parts)


def _range_at(loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    match loc:
        case ("data", _):
            model = DataSpec
        case ("layers", _, str(kind), _):
            model = LAYERS[kind]
        case ("optimizer", str(kind), _):
            model = OPTIMIZERS[kind]
    return field_info(model, str(loc[-1])).range_text()
