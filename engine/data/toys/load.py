"""Makes the rows of a toy."""

from __future__ import annotations

import numpy as np

from engine.arrays import frozen
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.toys.registry import TOYS
from engine.data.toys.toy import Floats, NumberToy, Toy, Wanted

LETTERS = "ABCDE"


def load_toy(name: str, n_points: int, *, noise: float, seed: int, n_classes: int | None = None) -> Table:
    """features: (n_points, n_features), labels: (n_points,) 0 1 0 1 ..., or numbers where the toy has such.

    ``n_classes`` counts where the toy can have any number; without it the toy has as many as it has by itself.
    """
    toy = TOYS[name]
    k = toy.n_classes_of(n_classes)
    labels = np.arange(n_points, dtype=np.int64) % max(k, 1)
    wanted = Wanted(labels, k, noise, np.random.Generator(np.random.PCG64(seed)))
    points, numbers = (toy.points(wanted), None) if isinstance(toy, Toy) else _with_numbers(toy, wanted)
    return Table(
        name=name,
        features=frozen(points.astype(np.float32)),
        labels=frozen(labels if numbers is None else numbers.astype(np.float32)),
        classes=tuple(LETTERS[:k]),
        columns=number_columns(("x1", "x2") if toy.n_features == 2 else ("x",)),
        target_name="" if numbers is None else "y",
    )


def _with_numbers(toy: NumberToy, wanted: Wanted) -> tuple[Floats, Floats]:
    """Points, (n, n_features), and numbers, (n,)"""
    u, v = wanted.draws()
    points = (12 * u - 6)[:, : toy.n_features]
    return points, toy.number(points, wanted.noise * v)
