"""How a gradient becomes a step, simplest first. The same update rules as torch.optim's for the same numbers.

All arrays are flat, (lanes, n): the parameters p, their gradients g, and whatever an optimizer remembers. The
learning rate is (lanes, 1). Numbers such as momentum are asked for at every step (`Optimizer.number`), so that they can
be changed while training: one for all lanes, or (lanes, 1) where lanes have set their own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from types import MappingProxyType
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeVar

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.fields import facts
from engine.spec import Spec


class OptimizerSpec(Spec):
    """What every optimizer has. A kind also has a ``kind``, the name in experiment files, and below it the first three.

    Each stands behind its rule, in one file, and is listed in `engine.optim.registry`.
    """

    rule: ClassVar[type[Optimizer[Any]]]
    title: ClassVar[str]
    """What it is called in the window."""
    help: ClassVar[str]
    """One sentence that teaches it."""
    adapts: ClassVar[bool] = False
    """Whether its step is about as long as the learning rate, whatever the size of the gradient."""

    learning_rate: float = Field(
        0.01,
        gt=0,
        le=100,
        title="Learning rate",
        description="The size of each step downhill: too small crawls, too large overshoots and diverges.",
        json_schema_extra=facts(scale="log", per_lane=True, live=True, symbol="lr", tried="0.001..1 by ×10"),
    )


MOMENTUM = Field(
    0.9,
    ge=0,
    lt=1,
    title="Momentum",
    description="How much of the last step is carried into the next, like a rolling ball.",
)


RHO = Field(0.9, ge=0, lt=1, title="ρ", description="How long the running average of squared gradients remembers.")


EPSILON_HELP = "A small number that keeps the division safe where gradients are nearly zero."


EPSILON = Field(
    1e-8,
    gt=0,
    le=1,
    title="ε",
    description=EPSILON_HELP,
    json_schema_extra={"scale": "log"},
)


SpecT = TypeVar("SpecT", bound=OptimizerSpec)


class Scalar(NamedTuple):
    """A number that an optimizer remembers: what it is at the start, and what it may be in a file."""

    start: float
    minimum: float
    maximum: float


class Optimizer(ABC, Generic[SpecT]):
    """Changes parameters in place. ``state`` holds what it remembers of them: (slots, lanes, n), zero at the start;
    ``memory`` its `scalars` by name, the same for all lanes.

    A subclass is a rule. The piece of exported scripts that does the same is the class of its name in
    `engine.export.pieces.optimizers`.
    """

    slots: ClassVar[int] = 0
    """How many numbers it remembers for each parameter."""
    scalars: ClassVar[Mapping[str, Scalar]] = MappingProxyType({})
    """Numbers that it remembers for all parameters of all lanes together, besides ``t``. Runs are saved with them, by
    name."""
    shared: ClassVar[frozenset[str]] = frozenset()
    """The settings that those numbers follow from: no lane may have its own."""
    least_epsilon: ClassVar[float] = 2.0**-63
    """A smaller epsilon counts as this: its square is the smallest number that float32 has with all its digits. With
    less, what divides a gradient would be zero where the gradient is, or where its square is too small to be kept."""

    def __init__(self, spec: SpecT, parameters: Array) -> None:
        self.t = 0
        """How many updates it has made."""
        self.memory = {name: scalar.start for name, scalar in self.scalars.items()}
        self.state = np.zeros((self.slots, *parameters.shape), parameters.dtype)
        self._scratch = np.empty((2, *parameters.shape), parameters.dtype)
        self.configure([spec] * len(parameters))

    def configure(self, specs: Sequence[SpecT]) -> None:
        """Takes the settings, one spec a lane. They may change between two steps."""
        each = [tuple(self.settings(spec).items()) for spec in specs]
        alike = dict(zip(each, specs, strict=True))  # their learning rates may differ: the rule is handed those
        places = {settings: place for place, settings in enumerate(alike)}
        self._specs = tuple(alike.values())
        self._spec_of_lane = np.array([places[settings] for settings in each]) if len(places) > 1 else None

    def number(self, formula: Callable[[SpecT], float]) -> float | Array:
        """What follows from the settings: one number where all lanes have the same, and else (lanes, 1).

        It is worked out in float64 either way and rounded once, so that a lane among others equals the lane alone.
        """
        if self._spec_of_lane is None:
            return formula(self._specs[0])
        found = np.array([formula(spec) for spec in self._specs], self._scratch.dtype)
        return found[self._spec_of_lane, None]

    def lane_number(self, row: int, formula: Callable[[SpecT], float]) -> float:
        """The same for the lane in one row."""
        return formula(self._specs[0 if self._spec_of_lane is None else self._spec_of_lane[row]])

    def step(self, p: Array, g: Array, learning_rate: Array) -> None:
        """One update of p. Spoils g."""
        self.t += 1
        self._update(p, g, learning_rate, *self._scratch)

    @abstractmethod
    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        """The rule itself; a and b are scratch arrays."""

    @classmethod
    def _epsilon(cls, spec: Any) -> float:
        """Of a spec that has one."""
        return float(max(spec.epsilon, cls.least_epsilon))

    def _descend(self, p: Array, direction: Array, learning_rate: Array, out: Array) -> None:
        """p <- p - lr direction. out: a scratch array, or ``direction`` itself where that may be spoiled."""
        np.multiply(direction, learning_rate, out=out)
        np.subtract(p, out, out=p)

    @classmethod
    def settings(cls, spec: OptimizerSpec) -> dict[str, Any]:
        """The numbers of a spec as the rule takes them, by name: all but the learning rate."""
        numbers = spec.model_dump(exclude={"kind", "learning_rate"})
        if "epsilon" in numbers:
            numbers["epsilon"] = cls._epsilon(spec)
        return numbers

    def catch_up(self, part: Self) -> None:
        """A `part` has made steps, and so have all others: counts as they do."""
        self.t, self.memory = part.t, dict(part.memory)

    def twin(self) -> Self:
        """The same, which remembers in arrays of its own."""
        twin = copy(self)
        twin.memory = dict(self.memory)
        twin.state = self.state.copy()
        twin._scratch = np.empty_like(self._scratch)
        return twin

    def part(self, lanes: slice) -> Self:
        """The same for these neighbours alone, which remembers in the same arrays and counts by itself."""
        part = copy(self)
        part.memory = dict(self.memory)
        part.state = self.state[:, lanes]
        part._scratch = self._scratch[:, lanes]
        part._spec_of_lane = None if self._spec_of_lane is None else self._spec_of_lane[lanes]
        return part

    def begin(self, row: int, g: Array) -> None:
        """Lets a lane that joins late take its first step as a new optimizer does. g: (n,), its gradient there."""
        self.state[:, row] = 0

    def keep(self, lanes: Array) -> None:
        """Forgets all lanes but these indices."""
        self.state = self.state[:, lanes]
        self._scratch = self._scratch[:, lanes]
        self._spec_of_lane = None if self._spec_of_lane is None else self._spec_of_lane[lanes]
