"""Blobs: clouds of different sizes, wherever the seed puts them."""

from __future__ import annotations

import numpy as np

from engine.data.toys.toy import Floats, Toy, Wanted

_MOST = 9
"""Places for clouds: three times three."""


def blobs(wanted: Wanted) -> Floats:
    """-> (n, 2). A place of a grid a class, in an order that the seed mixes, and somewhere near its middle.

    center = 3.2 place + 0.6 v, place in {-1, 0, 1}^2;  sigma = 0.4 + 0.5 u;  x = center + (sigma + 2 noise) z
    """
    places = wanted.rng.permutation(_MOST)
    draws = wanted.rng.random((_MOST, 3))  # for all places at once: one class more leaves the others where they are
    centers = 3.2 * (np.stack([places % 3, places // 3], axis=1) - 1) + 0.6 * (2 * draws[:, :2] - 1)
    sigma = 0.4 + 0.5 * draws[:, 2]
    z = wanted.rng.standard_normal((len(wanted.c), 2))
    return centers[wanted.c] + (sigma[wanted.c, None] + 2 * wanted.noise) * z


BLOBS = Toy(
    "Blobs",
    "Clouds of different sizes at places that chance picks: each class is told from all the others at once.",
    blobs,
    n_classes=3,
    has_any_classes=True,
)
