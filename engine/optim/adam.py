"""Adam and its relatives: momentum and squared gradients together."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import Any, ClassVar, Literal, TypeVar, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.optim.adaptive import _decay_towards_square
from engine.optim.base import EPSILON, Optimizer, OptimizerSpec, Scalar

_BETA1 = Field(0.9, ge=0, lt=1, title="β₁", description="How long the running average of gradients remembers.")


_BETA2 = Field(
    0.999, ge=0, lt=1, title="β₂", description="How long the running average of squared gradients remembers."
)


AnyAdam = TypeVar("AnyAdam", bound="AdamSpec")


class _AdamMoments(Optimizer[AnyAdam]):
    """What the Adams share: m <- beta1 m + (1 - beta1) g; s <- beta2 s + (1 - beta2) g^2."""

    slots = 2

    def begin(self, row: int, g: Array) -> None:
        """Averages that are what they would be had g been the gradient all along; after zeros, with the bias of a
        first step long gone, steps would be several times too long."""
        self.state[0, row] = (1 - self.spec.beta1**self.t) * g
        self.state[1, row] = (1 - self.spec.beta2**self.t) * g * g

    def _update_moments(self, g: Array, a: Array) -> tuple[Array, Array]:
        m, s = self.state
        np.multiply(m, self.spec.beta1, out=m)
        np.multiply(g, 1 - self.spec.beta1, out=a)
        np.add(m, a, out=m)
        _decay_towards_square(s, g, self.spec.beta2, a)
        return m, s

    def _denominator(self, s: Array, out: Array) -> None:
        """out = sqrt(s / (1 - beta2^t)) + eps."""
        np.sqrt(s, out=out)
        np.multiply(out, 1 / math.sqrt(1 - self.spec.beta2**self.t), out=out)
        np.add(out, self._safe(self.spec.epsilon), out=out)

    def _adam(self, p: Array, g: Array, learning_rate: Array, a: Array) -> None:
        """p <- p - lr / (1 - beta1^t) m / (sqrt(s / (1 - beta2^t)) + eps)."""
        m, s = self._update_moments(g, a)
        self._denominator(s, a)
        np.divide(m, a, out=a)
        np.multiply(a, learning_rate / (1 - self.spec.beta1**self.t), out=a)
        np.subtract(p, a, out=p)


@final
class Adam(_AdamMoments["AdamSpec"]):
    """p <- p - lr m^ / (sqrt(s^) + eps), m^ = m / (1 - beta1^t), s^ = s / (1 - beta2^t). Kingma and Ba 2014."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        self._adam(p, g, learning_rate, a)


class AdamSpec(OptimizerSpec):
    kind: Literal["adam"] = "adam"
    rule: ClassVar[type[Optimizer[Any]]] = Adam
    title = "Adam"
    help = "Momentum and RMSprop together, corrected for their start: the usual first choice."
    beta1: float = _BETA1
    beta2: float = _BETA2
    epsilon: float = EPSILON


@final
class Nadam(_AdamMoments["NadamSpec"]):
    """Adam that looks ahead along its momentum. Dozat 2016, with his momentum schedule.

    mu_t = beta1 (1 - 0.96^(0.004 t) / 2), and P_t the product of all mu so far:
    p <- p - lr (mu_{t+1} m / (1 - P_{t+1}) + (1 - mu_t) g / (1 - P_t)) / (sqrt(s^) + eps).
    """

    scalars = MappingProxyType({"mu_product": Scalar(1.0, minimum=0.0, maximum=1.0)})
    """P_t."""
    SCHEDULE = 0.004

    def _mu(self, t: int) -> float:
        return float(self.spec.beta1 * (1 - 0.5 * 0.96 ** (t * self.SCHEDULE)))

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        mu, mu_next = self._mu(self.t), self._mu(self.t + 1)
        self.memory["mu_product"] *= mu
        product = self.memory["mu_product"]
        m, s = self._update_moments(g, a)
        self._denominator(s, a)
        np.multiply(m, mu_next / (1 - product * mu_next), out=b)
        np.multiply(g, (1 - mu) / (1 - product), out=g)
        np.add(b, g, out=b)
        np.divide(b, a, out=b)
        np.multiply(b, learning_rate, out=b)
        np.subtract(p, b, out=p)


class NadamSpec(AdamSpec):
    kind: Literal["nadam"] = "nadam"  # type: ignore[assignment]
    rule = Nadam
    title = "NAdam"
    help = "Adam with Nesterov's look ahead."


@final
class Adamw(_AdamMoments["AdamwSpec"]):
    """p <- p - lr decay p, then Adam: the decay stays out of the averages. Loshchilov and Hutter 2017."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        np.multiply(p, 1 - learning_rate * p.dtype.type(self.spec.weight_decay), out=p)
        self._adam(p, g, learning_rate, a)


class AdamwSpec(AdamSpec):
    kind: Literal["adamw"] = "adamw"  # type: ignore[assignment]
    rule = Adamw
    title = "AdamW"
    help = "Adam with weight decay kept apart from the gradient, so that it acts on all weights alike."
    weight_decay: float = Field(
        0.01,
        ge=0,
        le=10,
        title="Weight decay",
        description="Shrinks every parameter by this share of the learning rate at each step, apart from the gradient.",
        json_schema_extra={"scale": "log"},
    )
