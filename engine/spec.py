"""The parts of an experiment - data, layers, optimizers, lanes - with their limits and help texts.

Limits, steps and help stand here once: messages, editors and the command line read them from the fields
(see `engine.fields`).
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

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
        description="The rows to learn from: bundled digits, a two-feature toy, a download, or your own file.",
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
        description="How features get a common size: divided by the largest value, standardized, or left alone.",
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
        description="How the weights start; their scale decides whether the signal survives the layers.",
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
        description="The share of units switched off at random in each step, so that none can rely on another.",
        json_schema_extra={"step": 0.05},
    )

    @property
    def drawn_rate(self) -> float:
        """The rate that scaling goes by: above 0.99 the nearest one that masks, made of 16-bit numbers, can have.

        Below, what they miss of the share that stays is less than 0.08 % of it.
        """
        return self.rate if self.rate <= 0.99 else min(round(self.rate * 2**16), 2**16 - 1) / 2**16


class BatchNormSpec(Model):
    """Brings every unit to mean 0 and variance 1 over the batch, then scales and shifts it by learned numbers."""

    kind: Literal["batch_norm"] = "batch_norm"
    momentum: float = Field(
        0.1,
        gt=0,
        le=1,
        title="Momentum",
        description="How much each batch counts in the running mean and variance that testing uses.",
        json_schema_extra={"step": 0.05},
    )
    epsilon: float = Field(
        1e-5,
        gt=0,
        le=1,
        title="ε",
        description="A small number that keeps the division safe where a unit hardly varies.",
        json_schema_extra={"scale": "log"},
    )


LayerSpec: TypeAlias = Annotated[DenseSpec | ActivationSpec | DropoutSpec | BatchNormSpec, Field(discriminator="kind")]
LAYERS: dict[str, type[DenseSpec | ActivationSpec | DropoutSpec | BatchNormSpec]] = {
    "dense": DenseSpec,
    "activation": ActivationSpec,
    "dropout": DropoutSpec,
    "batch_norm": BatchNormSpec,
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
    0.9,
    ge=0,
    lt=1,
    title="Momentum",
    description="How much of the last step is carried into the next, like a rolling ball.",
)
_RHO = Field(0.9, ge=0, lt=1, title="ρ", description="How long the running average of squared gradients remembers.")
_BETA1 = Field(0.9, ge=0, lt=1, title="β₁", description="How long the running average of gradients remembers.")
_BETA2 = Field(
    0.999, ge=0, lt=1, title="β₂", description="How long the running average of squared gradients remembers."
)
_EPSILON_HELP = "A small number that keeps the division safe where gradients are nearly zero."
_EPSILON = Field(
    1e-8,
    gt=0,
    le=1,
    title="ε",
    description=_EPSILON_HELP,
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
    epsilon: float = Field(1e-10, gt=0, le=1, title="ε", description=_EPSILON_HELP, json_schema_extra={"scale": "log"})


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


class ScheduleSpec(Model):
    """How the learning rate changes over the steps. Every schedule can begin with a warm-up."""

    warm_up: int = Field(
        0,
        ge=0,
        le=1_000_000_000,
        title="Warm-up steps",
        description="Over so many steps the learning rate climbs from near zero, so that the first steps do no harm.",
    )


class ConstantSchedule(ScheduleSpec):
    kind: Literal["constant"] = "constant"


class StepSchedule(ScheduleSpec):
    kind: Literal["step"] = "step"
    every: int = Field(
        1000,
        ge=1,
        le=1_000_000_000,
        title="Every",
        description="After so many steps the learning rate drops once more.",
    )
    factor: float = Field(
        0.5,
        gt=0,
        le=1,
        title="Factor",
        description="What the learning rate is multiplied by at each drop.",
        json_schema_extra={"step": 0.1},
    )


class ExponentialSchedule(ScheduleSpec):
    kind: Literal["exponential"] = "exponential"
    half_life: int = Field(
        1000,
        ge=1,
        le=1_000_000_000,
        title="Half-life",
        description="So many steps halve the learning rate, smoothly, again and again.",
    )


class CosineSchedule(ScheduleSpec):
    kind: Literal["cosine"] = "cosine"
    over: int = Field(
        3000,
        ge=1,
        le=1_000_000_000,
        title="Over",
        description="So many steps take the learning rate down along half a cosine; it stays low from there.",
    )
    lowest: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Lowest",
        description="The share of the learning rate that is left in the end.",
        json_schema_extra={"step": 0.05},
    )


_LOOK_EVERY = Field(
    50,
    ge=1,
    le=1_000_000_000,
    title="Look every",
    description="So many steps lie between two looks at the test loss, which is without the penalty.",
)
_MINIMUM_CHANGE = Field(
    0.0001,
    ge=0,
    le=100,
    title="Minimum change",
    description="A look is an improvement only if the test loss is more than this below the last improvement.",
    json_schema_extra={"scale": "log"},
)


class PlateauSchedule(ScheduleSpec):
    """Patience is that of Keras' ReduceLROnPlateau: with 2, of the losses 1, 2, 2 the third makes the rate drop. With
    torch's ReduceLROnPlateau it takes a patience of 1, for that drops once there were more such looks than that.
    """

    kind: Literal["plateau"] = "plateau"
    factor: float = Field(
        0.5,
        gt=0,
        le=1,
        title="Factor",
        description="What a lane's learning rate is multiplied by when its test loss no longer falls.",
        json_schema_extra={"step": 0.1},
    )
    every: int = _LOOK_EVERY
    patience: int = Field(
        10,
        ge=1,
        le=1_000_000,
        title="Patience",
        description="The learning rate drops when so many looks in a row were no improvement, and they are counted "
        "anew. So does Keras; for the same, PyTorch's patience is one less.",
    )
    minimum_change: float = _MINIMUM_CHANGE


AnySchedule: TypeAlias = Annotated[
    ConstantSchedule | StepSchedule | ExponentialSchedule | CosineSchedule | PlateauSchedule,
    Field(discriminator="kind"),
]
SCHEDULES: dict[str, type[ScheduleSpec]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnySchedule)[0])
}


class EarlyStopping(Model):
    """When a lane stops by itself: its test loss has not improved for a while.

    Patience is that of Keras' EarlyStopping: with 2, of the losses 1, 2, 2 the third stops it.
    """

    on: bool = Field(
        False,
        title="Early stopping",
        description="Stops a lane when its test loss no longer falls: the simplest cure for overfitting.",
    )
    every: int = _LOOK_EVERY
    patience: int = Field(
        10,
        ge=1,
        le=1_000_000,
        title="Patience",
        description="The lane stops at the last of so many looks in a row that were no improvement, as in Keras.",
    )
    minimum_change: float = _MINIMUM_CHANGE
    restore_best: bool = Field(
        True,
        title="Restore the best weights",
        description="A lane that stops, or is at the end of the run, goes back to the weights that had the lowest test "
        "loss; the minimum change has no say in that.",
    )


class LaneSpec(Model):
    """A copy of the network that differs from the others only in what ``set`` says."""

    name: str = Field(
        min_length=1,
        max_length=60,
        title="Name",
        description="What the lane is called in the table and beside its curves.",
    )
    # NaN and infinity are let in here and turned away by the field they are for, which knows its range.
    set: dict[str, Annotated[float, Field(allow_inf_nan=True)] | int | str] = Field(
        default_factory=dict, title="Settings"
    )
    color: int | None = Field(
        None,
        ge=0,
        le=71,
        title="Colour",
        description="Which colour and mark the lane has; by itself it takes those of its place in the table.",
    )
    visible: bool = Field(
        True,
        title="Shown",
        description="Whether the lane is drawn; a hidden lane trains on, and comes back as if it had never gone.",
    )


class Seeded(Model):
    """What all chance comes from."""

    seed: int = Field(
        0,
        ge=0,
        le=LARGEST_SEED,
        title="Seed",
        description="The number all chance comes from: the same seed gives the same weights, batches and masks again.",
    )
