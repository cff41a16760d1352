"""How weights start. Each takes a shape and a generator, and gives the weights of one layer of one lane.

Lanes of one seed hand in generators in the same state, so `uniform`, Xavier and He uniform are one and the same
random draw at different scales: what differs between such lanes is the scale alone. Biases start at zero.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.records import record

Initialization: TypeAlias = Literal[
    "uniform", "xavier_uniform", "xavier_normal", "he_uniform", "he_normal", "lecun_normal", "orthogonal", "zeros"
]

ShortName: TypeAlias = Literal["naive", "xavier", "he"]
"""What is understood, too: see `Initializer.aliases`."""


Weights: TypeAlias = NDArray[np.float64]


class Draw(Protocol):
    """Shape (fan_in, columns) -> weights of that shape.

    fan_out: how many units an input reaches; None: as many as there are columns.
    """

    @property
    def __name__(self) -> str: ...

    def __call__(self, shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None, /) -> Weights: ...


def zeros(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W = 0. Every unit computes the same and gets the same gradient: nothing breaks the symmetry."""
    return np.zeros(shape)


def uniform(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W ~ U(-1, 1). The naive one, blind to fan-in: the variance of a sum of n inputs grows n-fold / 3."""
    return rng.uniform(-1.0, 1.0, shape)


def xavier_uniform(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W ~ U(-a, a), a = sqrt(6 / (fan_in + fan_out)). Glorot and Bengio 2010, equation 16."""
    return math.sqrt(6 / (shape[0] + (fan_out or shape[1]))) * uniform(shape, rng)


def xavier_normal(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W ~ N(0, s^2), s = sqrt(2 / (fan_in + fan_out)). Glorot and Bengio 2010, equation 12."""
    return math.sqrt(2 / (shape[0] + (fan_out or shape[1]))) * rng.standard_normal(shape)


def he_uniform(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W ~ U(-a, a), a = sqrt(6 / fan_in). He et al. 2015, equation 10, for a uniform distribution."""
    return math.sqrt(6 / shape[0]) * uniform(shape, rng)


def he_normal(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W ~ N(0, s^2), s = sqrt(2 / fan_in). He et al. 2015, equation 10."""
    return math.sqrt(2 / shape[0]) * rng.standard_normal(shape)


def lecun_normal(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W ~ N(0, s^2), s = sqrt(1 / fan_in). LeCun et al. 1998, "Efficient BackProp", section 4.6."""
    return math.sqrt(1 / shape[0]) * rng.standard_normal(shape)


def orthogonal(shape: tuple[int, int], rng: np.random.Generator, fan_out: int | None = None) -> Weights:
    """W with orthonormal columns (or rows, where those are fewer). Saxe et al. 2013.

    The Q of a QR decomposition of a normal matrix; multiplied by the signs of R's diagonal it is uniform over all
    such matrices (Mezzadri 2007).
    """
    n_in, n_out = shape
    normal = rng.standard_normal((max(shape), min(shape)))
    q, r = np.linalg.qr(normal)
    q *= np.where(np.diag(r) < 0, -1.0, 1.0)
    return np.ascontiguousarray(q if n_in >= n_out else q.T)


@record
class Initializer:
    """All that is known of one way to start. Its name in experiment files is that of `draw`."""

    draw: Draw
    variance: Callable[[int, int], float]
    """The mean square of the weights, of fan-in and fan-out: a^2 / 3 for U(-a, a), s^2 for N(0, s^2)."""
    title: str
    """What it is called in the window."""
    help: str
    """One sentence that teaches it."""
    short: str
    """What a lane is called that differs in it."""
    family: Literal["", "xavier", "he"] = ""
    """What keeps the size of the same signals: around zero (Xavier), or cut off below zero (He)."""
    is_naive: bool = False
    """Whether weights are as large however many inputs there are."""
    breaks_symmetry: bool = True
    """Whether units of a layer begin differently."""
    aliases: tuple[ShortName, ...] = ()
    """Shorter names that are understood."""


INITIALIZERS: dict[Initialization, Initializer] = {
    "uniform": Initializer(
        uniform,
        lambda n_in, n_out: 1 / 3,
        "Naive (±1)",
        "Every weight between -1 and 1, however many inputs there are: deep nets blow up and stop learning.",
        short="Naive",
        is_naive=True,
        aliases=("naive",),
    ),
    "xavier_uniform": Initializer(
        xavier_uniform,
        lambda n_in, n_out: 2 / (n_in + n_out),
        "Xavier uniform",
        "Weights scaled by inputs plus outputs, so that a tanh or sigmoid layer keeps the signal's size.",
        short="Xavier",
        family="xavier",
        aliases=("xavier",),
    ),
    "xavier_normal": Initializer(
        xavier_normal,
        lambda n_in, n_out: 2 / (n_in + n_out),
        "Xavier normal",
        "The scale of Xavier, drawn from a bell curve instead of a box.",
        short="Xavier normal",
        family="xavier",
    ),
    "he_uniform": Initializer(
        he_uniform,
        lambda n_in, n_out: 2 / n_in,
        "He uniform",
        "Weights scaled by inputs with twice the variance, because ReLU switches half of the signal off.",
        short="He",
        family="he",
        aliases=("he",),
    ),
    "he_normal": Initializer(
        he_normal,
        lambda n_in, n_out: 2 / n_in,
        "He normal",
        "The scale of He, drawn from a bell curve instead of a box.",
        short="He normal",
        family="he",
    ),
    "lecun_normal": Initializer(
        lecun_normal,
        lambda n_in, n_out: 1 / n_in,
        "LeCun normal",
        "Variance of one over the number of inputs: keeps the signal's size where nothing is cut off.",
        short="LeCun",
        family="xavier",
    ),
    "orthogonal": Initializer(
        orthogonal,
        lambda n_in, n_out: 1 / max(n_in, n_out),
        "Orthogonal",
        "Directions at right angles to each other: a linear layer only turns the signal, never shrinks it.",
        short="Orthogonal",
        family="xavier",
    ),
    "zeros": Initializer(
        zeros,
        lambda n_in, n_out: 0.0,
        "Zeros",
        "All weights alike, so all units learn the same thing: shows why chance is needed.",
        short="Zeros",
        breaks_symmetry=False,
    ),
}

ALIASES: dict[str, Initialization] = {alias: name for name, entry in INITIALIZERS.items() for alias in entry.aliases}
"""Shorter name -> name."""
