"""Adam and its relatives: momentum and squared gradients together."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import Any, ClassVar, Literal, TypeVar, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.optim.adaptive import decay_towards_square
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
        self.state[0, row] = self.lane_number(row, self._arrived1) * g
        self.state[1, row] = self.lane_number(row, self._arrived2) * g * g

    def _arrived1(self, spec: AnyAdam) -> float:
        """The share of m that the gradients have come to by now; the rest is still the zeros of the start."""
        return 1 - spec.beta1**self.t

    def _arrived2(self, spec: AnyAdam) -> float:
        """The same of s."""
        return 1 - spec.beta2**self.t

    def _update_moments(self, g: Array, a: Array) -> tuple[Array, Array]:
        m, s = self.state
        np.multiply(m, self.number(lambda spec: spec.beta1), out=m)
        np.multiply(g, self.number(lambda spec: 1 - spec.beta1), out=a)
        np.add(m, a, out=m)
        beta2, rest = self.number(lambda spec: spec.beta2), self.number(lambda spec: 1 - spec.beta2)
        decay_towards_square(s, g, beta2, rest, a)
        return m, s

    def _denominator(self, s: Array, out: Array) -> None:
        """out = sqrt(s / (1 - beta2^t)) + eps."""
        np.sqrt(s, out=out)
        np.multiply(out, self.number(lambda spec: 1 / math.sqrt(self._arrived2(spec))), out=out)
        np.add(out, self.number(self._epsilon), out=out)

    def _adam(self, p: Array, g: Array, learning_rate: Array, a: Array) -> None:
        """p <- p - lr / (1 - beta1^t) m / (sqrt(s / (1 - beta2^t)) + eps)."""
        m, s = self._update_moments(g, a)
        self._denominator(s, a)
        np.divide(m, a, out=a)
        self._descend(p, a, learning_rate / self.number(self._arrived1), a)


@final
class Adam(_AdamMoments["AdamSpec"]):
    """p <- p - lr m^ / (sqrt(s^) + eps), m^ = m / (1 - beta1^t), s^ = s / (1 - beta2^t). Kingma and Ba 2014."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        self._adam(p, g, learning_rate, a)


class AdamSpec(OptimizerSpec):
    kind: Literal["adam"] = "adam"
    rule: ClassVar[type[Optimizer[Any]]] = Adam
    adapts = True
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
    shared = frozenset({"beta1"})
    SCHEDULE = 0.004

    def _mu(self, t: int) -> float:
        return self.lane_number(0, lambda spec: float(spec.beta1 * (1 - 0.5 * 0.96 ** (t * self.SCHEDULE))))

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
        self._descend(p, b, learning_rate, b)


class NadamSpec(AdamSpec):
    kind: Literal["nadam"] = "nadam"  # type: ignore[assignment]
    rule = Nadam
    title = "NAdam"
    help = "Adam with Nesterov's look ahead."


@final
class Adamw(_AdamMoments["AdamwSpec"]):
    """p <- p - lr decay p, then Adam: the decay stays out of the averages. Loshchilov and Hutter 2017."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        decay = self.number(lambda spec: spec.weight_decay)
        np.multiply(p, 1 - learning_rate * np.asarray(decay, p.dtype), out=p)
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
