"""Stochastic gradient descent, plain and with momentum."""

from __future__ import annotations

from typing import Literal, final

import numpy as np

from engine.arrays import Array
from engine.optim.base import MOMENTUM, Optimizer, OptimizerSpec


@final
class Sgd(Optimizer["SgdSpec"]):
    """p <- p - lr g. Robbins and Monro 1951."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        self._descend(p, g, learning_rate, g)


class SgdSpec(OptimizerSpec):
    kind: Literal["sgd"] = "sgd"
    rule = Sgd
    title = "SGD"
    help = "Plain stochastic gradient descent: a step straight down the slope of the batch."


def _momentum(spec: MomentumSpec | NesterovSpec) -> float:
    return spec.momentum


@final
class Momentum(Optimizer["MomentumSpec"]):
    """v <- m v + g; p <- p - lr v. Polyak 1964."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (v,) = self.state
        np.multiply(v, self.number(_momentum), out=v)
        np.add(v, g, out=v)
        self._descend(p, v, learning_rate, a)


class MomentumSpec(OptimizerSpec):
    kind: Literal["momentum"] = "momentum"
    rule = Momentum
    title = "Momentum"
    help = "A rolling ball: steps in a lasting direction add up, zigzags cancel."
    momentum: float = MOMENTUM


@final
class Nesterov(Optimizer["NesterovSpec"]):
    """v <- m v + g; p <- p - lr (g + m v). Nesterov 1983, in the form of Sutskever et al. 2013."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (v,) = self.state
        momentum = self.number(_momentum)
        np.multiply(v, momentum, out=v)
        np.add(v, g, out=v)
        np.multiply(v, momentum, out=a)
        np.add(a, g, out=a)
        self._descend(p, a, learning_rate, a)


class NesterovSpec(OptimizerSpec):
    kind: Literal["nesterov"] = "nesterov"
    rule = Nesterov
    title = "Nesterov"
    help = "Momentum that looks ahead: the slope is taken where the ball is going to be."
    momentum: float = MOMENTUM
