"""How the learning rate changes over the steps, simplest first: a factor, as a function of the step alone.

Every schedule begins with a warm-up: over the first w steps the factor is (t + 1) / w, and the schedule's own steps
count from there. The plateau alone is no function of the step: it looks at the held-out loss, lane by lane.
"""

from __future__ import annotations

import math
from typing import Annotated, ClassVar, Final, Literal, TypeAlias, get_args

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.optim.patience import Patience, check_every, minimum_change, patience
from engine.spec import Spec

EXTENT: Final = 5
"""How many drops, or half-lives, show what a schedule does."""


class ScheduleSpec(Spec):
    """How the learning rate changes over the steps. Every schedule can begin with a warm-up.

    A kind has a ``kind``, the name in experiment files, what follows here, and a place in `AnySchedule`. This is one
    that changes nothing.
    """

    title: ClassVar[str]
    """What it is called in the window."""
    help: ClassVar[str]
    """One sentence that teaches it."""
    is_level: ClassVar[bool] = False
    """Whether its factor is 1 at every step."""

    warm_up: int = Field(
        0,
        ge=0,
        le=1_000_000_000,
        title="Warm-up steps",
        description="The learning rate climbs from near zero over this many steps, so that the first steps do no harm.",
    )

    def factor_at(self, t: int) -> float:
        """What the learning rate is multiplied by, t steps after the warm-up."""
        return 1.0

    def expression(self) -> str:
        """The same in Python, of ``t``, for exported scripts; empty where it is level."""
        return ""

    def extent(self) -> int:
        """So many steps after the warm-up show what it does."""
        return 0

    @property
    def look_every(self) -> int | None:
        """It looks at the held-out loss every so many steps; None where it follows the steps alone."""
        return None

    def look(self, plateau: Plateau, lanes: Array, step: int, loss: Array) -> None:
        """Such a look: changes the factors of these lanes by their held-out losses. lanes, loss: (n,)."""

    def memory_code(self) -> str:
        """What exported scripts set up before the first step, where it looks at a loss: a ``factor`` of 1."""
        return ""

    def look_code(self, loss: str) -> str:
        """The look in Python, at the held-out loss, an expression: it changes ``factor``."""
        return ""


class ConstantSchedule(ScheduleSpec):
    """factor = 1."""

    kind: Literal["constant"] = "constant"
    title = "Constant"
    help = "The learning rate stays as it is."
    is_level = True


class StepSchedule(ScheduleSpec):
    """factor^floor(t / every)."""

    kind: Literal["step"] = "step"
    title = "Steps down"
    help = "The learning rate drops by a factor every so many steps, like a staircase."
    every: int = Field(
        1000,
        ge=1,
        le=1_000_000_000,
        title="Every",
        description="The learning rate drops each time this many steps have passed.",
    )
    factor: float = Field(
        0.5,
        gt=0,
        le=1,
        title="Factor",
        description="What the learning rate is multiplied by at each drop.",
        json_schema_extra={"step": 0.1},
    )

    def factor_at(self, t: int) -> float:
        return float(self.factor ** (t // self.every))

    def expression(self) -> str:
        return f"{self.factor!r} ** (t // {self.every})"

    def extent(self) -> int:
        return EXTENT * self.every


class ExponentialSchedule(ScheduleSpec):
    """2^(-t / half_life)."""

    kind: Literal["exponential"] = "exponential"
    title = "Exponential"
    help = "The learning rate fades smoothly: quick progress first, fine tuning later."
    half_life: int = Field(
        1000,
        ge=1,
        le=1_000_000_000,
        title="Half-life",
        description="The learning rate falls smoothly by half in this many steps, again and again.",
    )

    def factor_at(self, t: int) -> float:
        return float(0.5 ** (t / self.half_life))

    def expression(self) -> str:
        return f"0.5 ** (t / {self.half_life})"

    def extent(self) -> int:
        return EXTENT * self.half_life


class CosineSchedule(ScheduleSpec):
    """lowest + (1 - lowest) (1 + cos(pi t / over)) / 2, up to t = over. Loshchilov and Hutter 2016, no restarts."""

    kind: Literal["cosine"] = "cosine"
    title = "Cosine"
    help = "The learning rate glides down along half a cosine: slowly, then fast, then slowly again."
    over: int = Field(
        3000,
        ge=1,
        le=1_000_000_000,
        title="Over",
        description="The learning rate falls along half a cosine over this many steps, and then stays low.",
    )
    lowest: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Lowest",
        description="The share of the learning rate that is left in the end.",
        json_schema_extra={"step": 0.05},
    )

    def factor_at(self, t: int) -> float:
        return self.lowest + (1 - self.lowest) * (1 + math.cos(math.pi * min(t / self.over, 1.0))) / 2

    def expression(self) -> str:
        wave = f"(1 + math.cos(math.pi * min(t / {self.over}, 1.0))) / 2"
        return f"{self.lowest!r} + (1 - {self.lowest!r}) * {wave}"

    def extent(self) -> int:
        return self.over + self.over // EXTENT


class PlateauSchedule(ScheduleSpec):
    """Level over the steps; see `Plateau`.

    Patience is that of Keras' ReduceLROnPlateau: with 2, of the losses 1, 2, 2 the third makes the rate drop. With
    torch's ReduceLROnPlateau it takes a patience of 1, for that drops once there were more such looks than that.
    """

    kind: Literal["plateau"] = "plateau"
    title = "On plateau"
    help = "The learning rate drops when a lane's loss on the validation or test rows no longer falls."
    is_level = True
    factor: float = Field(
        0.5,
        gt=0,
        le=1,
        title="Factor",
        description="What a lane's learning rate is multiplied by when that loss no longer falls.",
        json_schema_extra={"step": 0.1},
    )
    every: int = check_every()
    patience: int = patience(
        "The learning rate drops after this many checks in a row without improvement, and the "
        "count starts again. Keras does the same; PyTorch's patience is one less."
    )
    minimum_change: float = minimum_change()

    @property
    def look_every(self) -> int:
        return self.every

    def look(self, plateau: Plateau, lanes: Array, step: int, loss: Array) -> None:
        plateau.look(self, lanes, step, loss)

    def memory_code(self) -> str:
        return f"factor, plateau = 1.0, Patience({self.minimum_change!r})"

    def look_code(self, loss: str) -> str:
        return f"""\
plateau.look({loss})
if plateau.waited >= {self.patience}:
    factor, plateau.waited = factor * {self.factor!r}, 0
    factor = factor if factor >= {NOTHING!r} else 0.0
"""


AnySchedule: TypeAlias = Annotated[
    ConstantSchedule | StepSchedule | ExponentialSchedule | CosineSchedule | PlateauSchedule,
    Field(discriminator="kind"),
]


SCHEDULES: dict[str, type[ScheduleSpec]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnySchedule)[0])
}


NOTHING: Final = 1e-12
"""Factors below this are 0. No parameter would feel them, and numbers near zero make processors slow."""


def rate_factor(spec: ScheduleSpec, step: int) -> float:
    """What the learning rate is multiplied by in the step that follows ``step`` others."""
    if step < spec.warm_up:
        return (step + 1) / spec.warm_up
    factor = spec.factor_at(step - spec.warm_up)
    return factor if factor >= NOTHING else 0.0


class Plateau:
    """factor <- factor * spec.factor at the last of ``spec.patience`` looks in a row that were no improvement. (lanes,)

    That is Keras' patience; torch.optim.lr_scheduler.ReduceLROnPlateau waits one look longer for the same number.
    """

    def __init__(self, n_lanes: int) -> None:
        self.factor = np.ones(n_lanes)
        self.patience = Patience(n_lanes)

    def look(self, spec: PlateauSchedule, lanes: Array, step: int, loss: Array) -> None:
        """Takes the held-out losses of these lanes, (n,), at a step."""
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
        self.are_moving = spec.warm_up > 0 or not spec.is_level
        """Whether `follow` has anything to do."""

    def follow(self, step: int) -> None:
        """Brings ``now`` to a step."""
        factor = rate_factor(self._spec, step)
        if factor != self._factor:
            self._factor = factor
            np.multiply(self._base, factor, out=self.now)
