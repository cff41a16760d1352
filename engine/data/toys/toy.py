"""What a toy is, and what it is asked for.

In the formulas of the toys u are draws from U(0, 1), v from U(-1, 1), z from N(0, 1); c is the number of the class,
0 for class A, and k how many classes there are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.task import Task
from engine.records import record

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


@record
class Wanted:
    """What points are made for. c: (n,), the class of each; k: how many classes there are."""

    c: Labels
    k: int
    noise: float
    rng: np.random.Generator

    def draws(self) -> tuple[Floats, Floats]:
        """u: (n, 2) in 0..1 and v: (n, 2) in -1..1; drawn point by point, so that more points keep the first."""
        draws = self.rng.random((len(self.c), 4))
        return draws[:, :2], 2 * draws[:, 2:] - 1


@record
class Toy:
    """A way to scatter the points of some classes over the plane."""

    title: str
    help: str
    """One sentence: what is to be learned from it."""
    points: Callable[[Wanted], Floats]
    """-> (n, 2), nearly all of them between -6 and 6."""
    n_classes: int = 2
    """By itself."""
    has_any_classes: bool = False
    """Whether a person may choose how many."""
    n_features: int = 2
    task: Task = "classes"
    """What there is to learn."""

    def n_classes_of(self, wanted: int | None) -> int:
        """How many classes it has where so many are wanted."""
        return wanted if wanted is not None and self.has_any_classes else self.n_classes


@record
class NumberToy:
    """A number to learn for points that lie anywhere between -6 and 6."""

    title: str
    help: str
    """One sentence: what is to be learned from it."""
    number: Callable[[Floats, Floats], Floats]
    """x: (n, n_features), e: (n, 2), noise v -> (n,)"""
    n_features: int = 2
    task: Task = "numbers"
    n_classes: int = 0
    has_any_classes: bool = False

    def n_classes_of(self, wanted: int | None) -> int:
        """None."""
        return 0


AnyToy: TypeAlias = Toy | NumberToy


def polar(r: Floats, angle: Floats) -> Floats:
    """(n,), (n,) -> (n, 2). The angle is that from the second axis."""
    return np.stack([r * np.sin(angle), r * np.cos(angle)], axis=1)
