"""Optimizers that give every parameter a rate of its own by its squared gradients."""

from __future__ import annotations

from typing import Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.optim.base import EPSILON, EPSILON_HELP, RHO, Optimizer, OptimizerSpec


def decay_towards_square(average: Array, g: Array, rate: float | Array, rest: float | Array, a: Array) -> None:
    """average <- rate average + rest g^2, where ``rest`` is 1 - rate."""
    np.multiply(average, rate, out=average)
    np.multiply(g, g, out=a)
    np.multiply(a, rest, out=a)
    np.add(average, a, out=average)


def _divide_by_root(g: Array, s: Array, epsilon: float | Array, out: Array) -> None:
    """out = g / (sqrt(s) + eps)."""
    np.sqrt(s, out=out)
    np.add(out, epsilon, out=out)
    np.divide(g, out, out=out)


@final
class Adagrad(Optimizer["AdagradSpec"]):
    """s <- s + g^2; p <- p - lr g / (sqrt(s) + eps). Duchi et al. 2011."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (s,) = self.state
        np.multiply(g, g, out=a)
        np.add(s, a, out=s)
        _divide_by_root(g, s, self.number(self._epsilon), a)
        self._descend(p, a, learning_rate, a)


class AdagradSpec(OptimizerSpec):
    kind: Literal["adagrad"] = "adagrad"
    rule = Adagrad
    adapts = True
    title = "AdaGrad"
    help = "Smaller steps for weights that have moved much already; in the end they all stop."
    epsilon: float = Field(1e-10, gt=0, le=1, title="ε", description=EPSILON_HELP, json_schema_extra={"scale": "log"})


def _rho(spec: RmspropSpec | AdadeltaSpec) -> float:
    return spec.rho


def _rest(spec: RmspropSpec | AdadeltaSpec) -> float:
    return 1 - spec.rho


@final
class Rmsprop(Optimizer["RmspropSpec"]):
    """s <- rho s + (1 - rho) g^2; p <- p - lr g / (sqrt(s) + eps). Tieleman and Hinton 2012."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (s,) = self.state
        decay_towards_square(s, g, self.number(_rho), self.number(_rest), a)
        _divide_by_root(g, s, self.number(self._epsilon), a)
        self._descend(p, a, learning_rate, a)


class RmspropSpec(OptimizerSpec):
    kind: Literal["rmsprop"] = "rmsprop"
    rule = Rmsprop
    adapts = True
    title = "RMSprop"
    help = "Divides each step by the recent size of its gradient, so all weights move alike."
    rho: float = RHO
    epsilon: float = EPSILON


@final
class Adadelta(Optimizer["AdadeltaSpec"]):
    """s <- rho s + (1 - rho) g^2; d = sqrt(u + eps) / sqrt(s + eps) g; u <- rho u + (1 - rho) d^2; p <- p - lr d.

    Zeiler 2012.
    """

    slots = 2
    least_epsilon = 2.0**-126  # added to squares

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        s, u = self.state
        rho, rest, epsilon = self.number(_rho), self.number(_rest), self.number(self._epsilon)
        decay_towards_square(s, g, rho, rest, a)
        np.add(u, epsilon, out=a)
        np.sqrt(a, out=a)
        np.add(s, epsilon, out=b)
        np.sqrt(b, out=b)
        np.divide(a, b, out=a)
        np.multiply(a, g, out=a)
        decay_towards_square(u, a, rho, rest, b)
        self._descend(p, a, learning_rate, a)


class AdadeltaSpec(OptimizerSpec):
    kind: Literal["adadelta"] = "adadelta"
    rule = Adadelta
    adapts = True
    title = "AdaDelta"
    help = "RMSprop that also finds the size of its steps from the steps before."
    rho: float = RHO
    epsilon: float = EPSILON
