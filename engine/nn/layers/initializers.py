"""How weights start. Each takes a shape and a generator, and gives the weights of one layer of one lane.

Lanes of one seed hand in generators in the same state, so `uniform`, Xavier and He uniform are one and the same
random draw at different scales: what differs between such lanes is the scale alone. Biases start at zero.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Initialization: TypeAlias = Literal[
    "uniform", "xavier_uniform", "xavier_normal", "he_uniform", "he_normal", "lecun_normal", "orthogonal", "zeros"
]


Weights: TypeAlias = NDArray[np.float64]
Initializer: TypeAlias = Callable[[tuple[int, int], np.random.Generator], Weights]
"""Shape (fan_in, fan_out) -> weights of that shape."""


def zeros(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W = 0. Every unit computes the same and gets the same gradient: nothing breaks the symmetry."""
    return np.zeros(shape)


def uniform(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W ~ U(-1, 1). The naive one, blind to fan-in: the variance of a sum of n inputs grows n-fold / 3."""
    return rng.uniform(-1.0, 1.0, shape)


def xavier_uniform(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W ~ U(-a, a), a = sqrt(6 / (fan_in + fan_out)). Glorot and Bengio 2010, equation 16."""
    return math.sqrt(6 / sum(shape)) * uniform(shape, rng)


def xavier_normal(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W ~ N(0, s^2), s = sqrt(2 / (fan_in + fan_out)). Glorot and Bengio 2010, equation 12."""
    return math.sqrt(2 / sum(shape)) * rng.standard_normal(shape)


def he_uniform(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W ~ U(-a, a), a = sqrt(6 / fan_in). He et al. 2015, equation 10, for a uniform distribution."""
    return math.sqrt(6 / shape[0]) * uniform(shape, rng)


def he_normal(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W ~ N(0, s^2), s = sqrt(2 / fan_in). He et al. 2015, equation 10."""
    return math.sqrt(2 / shape[0]) * rng.standard_normal(shape)


def lecun_normal(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W ~ N(0, s^2), s = sqrt(1 / fan_in). LeCun et al. 1998, "Efficient BackProp", section 4.6."""
    return math.sqrt(1 / shape[0]) * rng.standard_normal(shape)


def orthogonal(shape: tuple[int, int], rng: np.random.Generator) -> Weights:
    """W with orthonormal columns (or rows, where those are fewer). Saxe et al. 2013.

    The Q of a QR decomposition of a normal matrix; multiplied by the signs of R's diagonal it is uniform over all
    such matrices (Mezzadri 2007).
    """
    n_in, n_out = shape
    normal = rng.standard_normal((max(shape), min(shape)))
    q, r = np.linalg.qr(normal)
    q *= np.where(np.diag(r) < 0, -1.0, 1.0)
    return np.ascontiguousarray(q if n_in >= n_out else q.T)


INITIALIZERS: dict[Initialization, Initializer] = {
    "uniform": uniform,
    "xavier_uniform": xavier_uniform,
    "xavier_normal": xavier_normal,
    "he_uniform": he_uniform,
    "he_normal": he_normal,
    "lecun_normal": lecun_normal,
    "orthogonal": orthogonal,
    "zeros": zeros,
}
