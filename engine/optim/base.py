"""How a gradient becomes a step, simplest first. The same update rules as torch.optim's for the same numbers.

All arrays are flat, (lanes, n): the parameters p, their gradients g, and whatever an optimizer remembers. The
learning rate is (lanes, 1). Numbers such as momentum are read from ``spec`` at every step, so that they can be
changed while training.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from copy import copy
from typing import Any, ClassVar, Generic, Self, TypeAlias, TypeVar, final

import numpy as np
from numpy.typing import NDArray

from engine import spec as specs

Array: TypeAlias = NDArray[Any]
Spec = TypeVar("Spec", bound=specs.OptimizerSpec)


class Optimizer(ABC, Generic[Spec]):
    """Changes parameters in place. ``state`` holds what it remembers: (slots, lanes, n), zero at the start."""

    slots: ClassVar[int] = 0
    """How many numbers it remembers for each parameter."""
    least_epsilon: ClassVar[float] = 2.0**-63
    """A smaller epsilon counts as this: its square is the smallest number that float32 has with all its digits. With
    less, what divides a gradient would be zero where the gradient is, or where its square is too small to be kept."""

    def __init__(self, spec: Spec, parameters: Array) -> None:
        self.spec = spec
        self.t = 0
        """How many updates it has made."""
        self.mu_product = 1.0
        """The product of all momentum factors so far: see `Nadam`."""
        self.state = np.zeros((self.slots, *parameters.shape), parameters.dtype)
        self._scratch = np.empty((2, *parameters.shape), parameters.dtype)

    def step(self, p: Array, g: Array, learning_rate: Array) -> None:
        """One update of p. Spoils g."""
        self.t += 1
        self._update(p, g, learning_rate, *self._scratch)

    @abstractmethod
    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        """The rule itself; a and b are scratch arrays."""

    def _safe(self, epsilon: float) -> float:
        return max(epsilon, self.least_epsilon)

    def part(self, lanes: slice) -> Self:
        """The same for these neighbours alone, which remembers in the same arrays and counts by itself."""
        part = copy(self)
        part.state = self.state[:, lanes]
        part._scratch = self._scratch[:, lanes]
        return part

    def begin(self, row: int, g: Array) -> None:
        """Lets a lane that joins late take its first step as a new optimizer does. g: (n,), its gradient there."""
        self.state[:, row] = 0

    def keep(self, lanes: Array) -> None:
        """Forgets all lanes but these indices."""
        self.state = self.state[:, lanes]
        self._scratch = self._scratch[:, lanes]


@final
class Sgd(Optimizer[specs.Sgd]):
    """p <- p - lr g. Robbins and Monro 1951."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        np.multiply(g, learning_rate, out=g)
        np.subtract(p, g, out=p)


@final
class Momentum(Optimizer[specs.Momentum]):
    """v <- m v + g; p <- p - lr v. Polyak 1964."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (v,) = self.state
        np.multiply(v, self.spec.momentum, out=v)
        np.add(v, g, out=v)
        np.multiply(v, learning_rate, out=a)
        np.subtract(p, a, out=p)


@final
class Nesterov(Optimizer[specs.Nesterov]):
    """v <- m v + g; p <- p - lr (g + m v). Nesterov 1983, in the form of Sutskever et al. 2013."""

    slots = 1

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        (v,) = self.state
        np.multiply(v, self.spec.momentum, out=v)
        np.add(v, g, out=v)
        np.multiply(v, self.spec.momentum, out=a)
        np.add(a, g, out=a)
        np.multiply(a, learning_rate, out=a)
        np.subtract(p, a, out=p)


def _decay_towards_square(average: Array, g: Array, rate: float, a: Array) -> None:
    """average <- rate average + (1 - rate) g^2."""
    np.multiply(average, rate, out=average)
    np.multiply(g, g, out=a)
    np.multiply(a, 1 - rate, out=a)
    np.add(average, a, out=average)


@final
class Adagrad(Optimizer[specs.Adagrad]):
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


@final
class Rmsprop(Optimizer[specs.Rmsprop]):
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


@final
class Adadelta(Optimizer[specs.Adadelta]):
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


AnyAdam = TypeVar("AnyAdam", bound=specs.Adam)


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
class Adam(_AdamMoments[specs.Adam]):
    """p <- p - lr m^ / (sqrt(s^) + eps), m^ = m / (1 - beta1^t), s^ = s / (1 - beta2^t). Kingma and Ba 2014."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        self._adam(p, g, learning_rate, a)


@final
class Nadam(_AdamMoments[specs.Nadam]):
    """Adam that looks ahead along its momentum. Dozat 2016, with his momentum schedule.

    mu_t = beta1 (1 - 0.96^(0.004 t) / 2), and P_t the product of all mu so far:
    p <- p - lr (mu_{t+1} m / (1 - P_{t+1}) + (1 - mu_t) g / (1 - P_t)) / (sqrt(s^) + eps).
    """

    SCHEDULE = 0.004

    def _mu(self, t: int) -> float:
        return float(self.spec.beta1 * (1 - 0.5 * 0.96 ** (t * self.SCHEDULE)))

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        mu, mu_next = self._mu(self.t), self._mu(self.t + 1)
        self.mu_product *= mu
        m, s = self._update_moments(g, a)
        self._denominator(s, a)
        np.multiply(m, mu_next / (1 - self.mu_product * mu_next), out=b)
        np.multiply(g, (1 - mu) / (1 - self.mu_product), out=g)
        np.add(b, g, out=b)
        np.divide(b, a, out=b)
        np.multiply(b, learning_rate, out=b)
        np.subtract(p, b, out=p)


@final
class Adamw(_AdamMoments[specs.Adamw]):
    """p <- p - lr decay p, then Adam: the decay stays out of the averages. Loshchilov and Hutter 2017."""

    def _update(self, p: Array, g: Array, learning_rate: Array, a: Array, b: Array) -> None:
        np.multiply(p, 1 - learning_rate * p.dtype.type(self.spec.weight_decay), out=p)
        self._adam(p, g, learning_rate, a)


OPTIMIZERS: dict[type[specs.OptimizerSpec], type[Optimizer[Any]]] = {
    specs.Sgd: Sgd,
    specs.Momentum: Momentum,
    specs.Nesterov: Nesterov,
    specs.Adagrad: Adagrad,
    specs.Rmsprop: Rmsprop,
    specs.Adadelta: Adadelta,
    specs.Adam: Adam,
    specs.Nadam: Nadam,
    specs.Adamw: Adamw,
}


def make_optimizer(spec: specs.OptimizerSpec, parameters: Array) -> Optimizer[Any]:
    """The optimizer that a spec describes, for parameters of this shape."""
    return OPTIMIZERS[type(spec)](spec, parameters)
