"""Optimizers that give every parameter a rate of its own by its squared gradients."""

from __future__ import annotations

from typing import Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.optim.base import EPSILON, EPSILON_HELP, RHO, Optimizer, OptimizerSpec


def _decay_towards_square(average: Array, g: Array, rate: float, a: Array) -> None:
    """average <- rate average + (1 - rate) g^2."""
    np.multiply(average, rate, out=average)
    np.multiply(g, g, out=a)
    np.multiply(a, 1 - rate, out=a)
    np.add(average, a, out=average)


@final
class Adagrad(Optimizer["AdagradSpec"]):
    """s <- s + g^2; p <- p - lr g / (sqrt(s) + eps). Duchi et al. 2011."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (s,) = self.state
        np.multiply(g, g, out=a)
        np.add(s, a, out=s)
        np.sqrt(s, out=a)
        np.add(a, self._safe(self.spec.epsilon), out=a)
        np.divide(g, a, out=a)
        np.multiply(a, learning_rate, out=a)
        np.subtract(p, a, out=p)


class AdagradSpec(OptimizerSpec):
    kind: Literal["adagrad"] = "adagrad"
    rule = Adagrad
    title = "AdaGrad"
    help = "Smaller steps for weights that have moved much already; in the end they all stop."
    epsilon: float = Field(1e-10, gt=0, le=1, title="ε", description=EPSILON_HELP, json_schema_extra={"scale": "log"})


@final
class Rmsprop(Optimizer["RmspropSpec"]):
    """s <- rho s + (1 - rho) g^2; p <- p - lr g / (sqrt(s) + eps). Tieleman and Hinton 2012."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (s,) = self.state
        _decay_towards_square(s, g, self.spec.rho, a)
        np.sqrt(s, out=a)
        np.add(a, self._safe(self.spec.epsilon), out=a)
        np.divide(g, a, out=a)
        np.multiply(a, learning_rate, out=a)
        np.subtract(p, a, out=p)


class RmspropSpec(OptimizerSpec):
    kind: Literal["rmsprop"] = "rmsprop"
    rule = Rmsprop
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
        _decay_towards_square(s, g, self.spec.rho, a)
        np.add(u, self._safe(self.spec.epsilon), out=a)
        np.sqrt(a, out=a)
        np.add(s, self._safe(self.spec.epsilon), out=b)
        np.sqrt(b, out=b)
        np.divide(a, b, out=a)
        np.multiply(a, g, out=a)
        _decay_towards_square(u, a, self.spec.rho, b)
        np.multiply(a, learning_rate, out=a)
        np.subtract(p, a, out=p)


class AdadeltaSpec(OptimizerSpec):
    kind: Literal["adadelta"] = "adadelta"
    rule = Adadelta
    title = "AdaDelta"
    help = "RMSprop that also finds the size of its steps from the steps before."
    rho: float = RHO
    epsilon: float = EPSILON
