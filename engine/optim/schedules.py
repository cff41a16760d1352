"""How the learning rate changes over the steps, simplest first: a factor, as a function of the step alone.

Every schedule begins with a warm-up: over the first w steps the factor is (t + 1) / w, and the schedule's own steps
count from there. The plateau alone is no function of the step: it looks at the test loss, lane by lane.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar, get_args

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.optim.patience import CHECK_EVERY, MINIMUM_CHANGE, Patience
from engine.spec import Spec


class ScheduleSpec(Spec):
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
    every: int = CHECK_EVERY
    patience: int = Field(
        10,
        ge=1,
        le=1_000_000,
        title="Patience",
        description="The learning rate drops when so many looks in a row were no improvement, and they are counted "
        "anew. So does Keras; for the same, PyTorch's patience is one less.",
    )
    minimum_change: float = MINIMUM_CHANGE


AnySchedule: TypeAlias = Annotated[
    ConstantSchedule | StepSchedule | ExponentialSchedule | CosineSchedule | PlateauSchedule,
    Field(discriminator="kind"),
]


SCHEDULES: dict[str, type[ScheduleSpec]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnySchedule)[0])
}


SpecT = TypeVar("SpecT", bound=ScheduleSpec)

NOTHING: Final = 1e-12
"""Factors below this are 0. No parameter would feel them, and numbers near zero make processors slow."""


def constant(spec: ConstantSchedule, t: int) -> float:
    """1."""
    return 1.0


def step(spec: StepSchedule, t: int) -> float:
    """factor^floor(t / every)."""
    return float(spec.factor ** (t // spec.every))


def exponential(spec: ExponentialSchedule, t: int) -> float:
    """2^(-t / half_life)."""
    return float(0.5 ** (t / spec.half_life))


def cosine(spec: CosineSchedule, t: int) -> float:
    """lowest + (1 - lowest) (1 + cos(pi t / over)) / 2, up to t = over. Loshchilov and Hutter 2016, no restarts."""
    return spec.lowest + (1 - spec.lowest) * (1 + math.cos(math.pi * min(t / spec.over, 1.0))) / 2


def plateau(spec: PlateauSchedule, t: int) -> float:
    """1: see `Plateau`."""
    return 1.0


FACTORS: Final[dict[type[ScheduleSpec], Callable[[Any, int], float]]] = {
    ConstantSchedule: constant,
    StepSchedule: step,
    ExponentialSchedule: exponential,
    CosineSchedule: cosine,
    PlateauSchedule: plateau,
}


def rate_factor(spec: ScheduleSpec, step: int) -> float:
    """What the learning rate is multiplied by in the step that follows ``step`` others."""
    if step < spec.warm_up:
        return (step + 1) / spec.warm_up
    factor = FACTORS[type(spec)](spec, step - spec.warm_up)
    return factor if factor >= NOTHING else 0.0


class Plateau:
    """factor <- factor * spec.factor at the last of ``spec.patience`` looks in a row that were no improvement. (lanes,)

    That is Keras' patience; torch.optim.lr_scheduler.ReduceLROnPlateau waits one look longer for the same number.
    """

    def __init__(self, n_lanes: int) -> None:
        self.factor = np.ones(n_lanes)
        self.patience = Patience(n_lanes)

    def look(self, spec: PlateauSchedule, lanes: Array, step: int, loss: Array) -> None:
        """Takes the test losses of these lanes, (n,), at a step."""
        self.patience.look(lanes, step, loss, spec.minimum_change)
        late = lanes[self.patience.waited[lanes] >= spec.patience]
        self.patience.waited[late] = 0
        self.factor[late] *= spec.factor
        self.factor[self.factor < NOTHING] = 0


class LearningRates:
    """Each lane's learning rate, (lanes, 1), at any step. Nothing is computed where nothing changes."""

    def __init__(self, spec: ScheduleSpec, base: Array) -> None:
        """base: (lanes, 1), the rates before the schedule."""
        self._spec = spec
        self._base = base
        self._factor = 1.0
        self.now = base.copy()
        self.are_moving = spec.warm_up > 0 or FACTORS[type(spec)] not in (constant, plateau)
        """Whether `follow` has anything to do."""

    def follow(self, step: int) -> None:
        """Brings ``now`` to a step."""
        factor = rate_factor(self._spec, step)
        if factor != self._factor:
            self._factor = factor
            np.multiply(self._base, factor, out=self.now)
