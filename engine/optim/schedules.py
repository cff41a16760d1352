"""How the learning rate changes over the steps, simplest first: a factor, as a function of the step alone.

Every schedule begins with a warm-up: over the first w steps the factor is (t + 1) / w, and the schedule's own steps
count from there. The plateau alone is no function of the step: it looks at the test loss, lane by lane.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine import spec as specs
from engine.optim.patience import Watch

Array: TypeAlias = NDArray[Any]
Spec = TypeVar("Spec", bound=specs.ScheduleSpec)

NOTHING: Final = 1e-12
"""Factors below this are 0. No parameter would feel them, and numbers near zero make processors slow."""


def constant(spec: specs.ConstantSchedule, t: int) -> float:
    """1."""
    return 1.0


def step(spec: specs.StepSchedule, t: int) -> float:
    """factor^floor(t / every)."""
    return float(spec.factor ** (t // spec.every))


def exponential(spec: specs.ExponentialSchedule, t: int) -> float:
    """2^(-t / half_life)."""
    return float(0.5 ** (t / spec.half_life))


def cosine(spec: specs.CosineSchedule, t: int) -> float:
    """lowest + (1 - lowest) (1 + cos(pi t / over)) / 2, up to t = over. Loshchilov and Hutter 2016, no restarts."""
    return spec.lowest + (1 - spec.lowest) * (1 + math.cos(math.pi * min(t / spec.over, 1.0))) / 2


def plateau(spec: specs.PlateauSchedule, t: int) -> float:
    """1: see `Plateau`."""
    return 1.0


SCHEDULES: Final[dict[type[specs.ScheduleSpec], Callable[[Any, int], float]]] = {
    specs.ConstantSchedule: constant,
    specs.StepSchedule: step,
    specs.ExponentialSchedule: exponential,
    specs.CosineSchedule: cosine,
    specs.PlateauSchedule: plateau,
}


def rate_factor(spec: specs.ScheduleSpec, step: int) -> float:
    """What the learning rate is multiplied by in the step that follows ``step`` others."""
    if step < spec.warm_up:
        return (step + 1) / spec.warm_up
    factor = SCHEDULES[type(spec)](spec, step - spec.warm_up)
    return factor if factor >= NOTHING else 0.0


class Plateau:
    """factor <- factor * spec.factor at the last of ``spec.patience`` looks in a row that were no improvement. (lanes,)

    That is Keras' patience; torch.optim.lr_scheduler.ReduceLROnPlateau waits one look longer for the same number.
    """

    def __init__(self, n_lanes: int) -> None:
        self.factor = np.ones(n_lanes)
        self.watch = Watch(n_lanes)

    def look(self, spec: specs.PlateauSchedule, lanes: Array, step: int, loss: Array) -> None:
        """Takes the test losses of these lanes, (n,), at a step."""
        self.watch.look(lanes, step, loss, spec.minimum_change)
        late = lanes[self.watch.waited[lanes] >= spec.patience]
        self.watch.waited[late] = 0
        self.factor[late] *= spec.factor
        self.factor[self.factor < NOTHING] = 0


class LearningRates:
    """Each lane's learning rate, (lanes, 1), at any step. Nothing is computed where nothing changes."""

    def __init__(self, spec: specs.ScheduleSpec, base: Array) -> None:
        """base: (lanes, 1), the rates before the schedule."""
        self._spec = spec
        self._base = base
        self._factor = 1.0
        self.now = base.copy()
        self.are_moving = spec.warm_up > 0 or SCHEDULES[type(spec)] not in (constant, plateau)
        """Whether `follow` has anything to do."""

    def follow(self, step: int) -> None:
        """Brings ``now`` to a step."""
        factor = rate_factor(self._spec, step)
        if factor != self._factor:
            self._factor = factor
            np.multiply(self._base, factor, out=self.now)
