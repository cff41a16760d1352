"""Two-feature toys whose decision boundary can be drawn: circle, xor, gauss and spiral.

The shapes and the meaning of ``noise`` (0 to 0.5) are those of tensorflow/playground, with two differences that make
a toy fit for comparing: classes take turns, A B A B ..., so that training and test rows stay balanced, and noise
moves a point of its class instead of changing the class of a point. Point i depends on the seed and i alone: asking
for more points keeps the first ones, and more noise moves them further along the same way.

Below, u are draws from U(0, 1), v from U(-1, 1), z from N(0, 1); c is 0 for class A and 1 for class B.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.dataset import Table

Floats = NDArray[np.float64]


def load_toy(name: str, n_points: int, *, noise: float, seed: int) -> Table:
    """features: (n_points, 2), labels: (n_points,) 0 1 0 1 ..."""
    labels = np.arange(n_points, dtype=np.int64) % 2
    points = _TOYS[name](labels, noise, rng=np.random.Generator(np.random.PCG64(seed)))
    return Table(
        name=name,
        features=frozen(points.astype(np.float32)),
        labels=frozen(labels),
        classes=("A", "B"),
        feature_names=("x1", "x2"),
    )


def circle(c: NDArray[np.int64], noise: float, *, rng: np.random.Generator) -> Floats:
    """c: (n,) -> (n, 2). A disc within a ring.

    r = 2.5 u for A, 3.5 + 1.5 u for B;  angle = 2 pi u;  x = r (sin angle, cos angle) + 5 noise v
    """
    u, v = _draws(len(c), rng)
    r = np.where(c == 0, 2.5 * u[:, 0], 3.5 + 1.5 * u[:, 0])
    return _polar(r, 2 * np.pi * u[:, 1]) + 5 * noise * v


def xor(c: NDArray[np.int64], noise: float, *, rng: np.random.Generator) -> Floats:
    """c: (n,) -> (n, 2). Opposite quarters: A where x1 and x2 have the same sign.

    |x| = 0.3 + 5 u in both features, the sign of x1 is a coin's;  x + 5 noise v
    """
    u, v = _draws(len(c), rng)
    size = 0.3 + 5 * np.abs(2 * u - 1)
    sign = np.where(u < 0.5, -1.0, 1.0)
    sign[:, 1] = np.where(c == 0, sign[:, 0], -sign[:, 0])
    return size * sign + 5 * noise * v


def gauss(c: NDArray[np.int64], noise: float, *, rng: np.random.Generator) -> Floats:
    """c: (n,) -> (n, 2). Two clouds, A around (2, 2), B around (-2, -2).

    x = center + sqrt(variance) z;  variance = 0.5 + 7 noise
    """
    z = rng.standard_normal((len(c), 2))
    center = np.where(c == 0, 2.0, -2.0)[:, None]
    return center + math.sqrt(0.5 + 7 * noise) * z


def spiral(c: NDArray[np.int64], noise: float, *, rng: np.random.Generator) -> Floats:
    """c: (n,) -> (n, 2). Two arms that wind around each other.

    r = 5 u;  angle = 2 pi 1.75 u + c pi;  x = r (sin angle, cos angle) + noise v
    """
    u, v = _draws(len(c), rng)
    along = u[:, 0]
    return _polar(5 * along, 2 * np.pi * 1.75 * along + np.pi * c) + noise * v


def _draws(n_points: int, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """u: (n_points, 2) in 0..1 and v: (n_points, 2) in -1..1; drawn point by point, so that more keep the first."""
    draws = rng.random((n_points, 4))
    return draws[:, :2], 2 * draws[:, 2:] - 1


def _polar(r: Floats, angle: Floats) -> Floats:
    return np.stack([r * np.sin(angle), r * np.cos(angle)], axis=1)


_TOYS = {"circle": circle, "xor": xor, "gauss": gauss, "spiral": spiral}
