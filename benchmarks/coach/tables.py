"""Tables made of normal draws, each with what it is made to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import number_columns
from engine.data.columns.found.doubts import about_sentinels
from engine.data.columns.uses import Use
from engine.data.dataset import Table
from engine.data.findings import find
from engine.data.over_rows import ends_of

ROWS: Final = 400
Floats = NDArray[np.float64]


def _clouds(rng: np.random.Generator, n_classes: int = 3, n_features: int = 6) -> tuple[Floats, NDArray[np.int64]]:
    """A normal cloud of points for each class, 2.2 standard deviations from the middle."""
    centres = rng.normal(0, 1, (n_classes, n_features))
    centres *= 2.2 / np.linalg.norm(centres, axis=1, keepdims=True)
    labels = rng.integers(0, n_classes, ROWS)
    return centres[labels] + rng.normal(0, 1, (ROWS, n_features)), labels


def _made(name: str, x: Floats, y: NDArray[np.int64] | Floats) -> Table:
    is_number = y.dtype.kind == "f"
    return Table(
        name=name,
        features=x.astype(np.float32),
        labels=y.astype(np.float32 if is_number else np.int64),
        classes=() if is_number else tuple(f"class {index}" for index in range(int(y.max()) + 1)),
        columns=number_columns(f"x{index}" for index in range(x.shape[1])),
        target_name="y",
    )


def clouds(rng: np.random.Generator) -> Table:
    """Nothing is wrong with it."""
    return _made("clouds", *_clouds(rng))


def units(rng: np.random.Generator) -> Table:
    """Clouds whose columns have units of their own, from thousandths to thousands; the largest says nothing."""
    x, y = _clouds(rng)
    x[:, 0] = rng.normal(0, 1, ROWS)
    return _made("units", x * np.array([3e3, 1e-2, 3.0, 1e-2, 0.3, 1e-2]) + np.array([5e3, 0, 9, 0, 0, 0]), y)


def large(rng: np.random.Generator) -> Table:
    """Clouds in hundreds."""
    x, y = _clouds(rng)
    return _made("large", 300 * x + 500, y)


def plane(rng: np.random.Generator) -> Table:
    """Two sides of a plane in eight dimensions, with one row in twenty on the wrong side."""
    x = rng.normal(0, 1, (ROWS, 8))
    side = x @ rng.normal(0, 1, 8) > 0
    return _made("plane", x, (side ^ (rng.random(ROWS) < 0.05)).astype(np.int64))


def product(rng: np.random.Generator) -> Table:
    """The sign of a product: no straight line helps."""
    x = rng.normal(0, 1, (ROWS, 3))
    return _made("product", x, (x[:, 0] * x[:, 1] > 0).astype(np.int64))


def rare(rng: np.random.Generator) -> Table:
    """One row in sixteen is of the second class, and lies among the others' edge."""
    x = rng.normal(0, 1, (ROWS, 5))
    y = (rng.random(ROWS) < 1 / 16).astype(np.int64)
    x[y == 1, :2] += 1.6
    return _made("rare", x, y)


def by_class(rng: np.random.Generator) -> Table:
    """Clouds in the order of their classes."""
    x, y = _clouds(rng)
    order = np.argsort(y, kind="stable")
    return _made("sorted", x[order], y[order])


def missing(rng: np.random.Generator) -> Table:
    """Clouds of four classes, the last of which only comes behind row 200; otherwise mixed."""
    x, y = _clouds(rng, 4)
    late = np.flatnonzero((y == 3) & (np.arange(ROWS) < 200))
    x[late], y[late] = x[y == 0][: len(late)], 0
    return _made("missing", x, y)


def leak(rng: np.random.Generator) -> Table:
    """The side of a plane, hard to see, and a column that says it."""
    x, y = rng.normal(0, 1, (ROWS, 6)), rng.integers(0, 2, ROWS)
    x[:, 0] += 0.8 * y
    x[:, 4] = 10 * y + rng.normal(0, 0.1, ROWS)
    return _made("leak", x, y)


def noise(rng: np.random.Generator) -> Table:
    """Nothing to learn."""
    return _made("noise", rng.normal(0, 1, (ROWS, 6)), rng.integers(0, 2, ROWS))


def slope(rng: np.random.Generator) -> Table:
    """Numbers: a plane with some noise."""
    x = rng.normal(0, 1, (ROWS, 5))
    return _made("slope", x, 30 + 12 * (x @ rng.normal(0, 1, 5)) + rng.normal(0, 3, ROWS))


def friedman(rng: np.random.Generator) -> Table:
    """Numbers: 10 sin(pi a b) + 20 (c - 1/2)^2 + 10 d + 5 e + z. Friedman 1991."""
    x = rng.random((ROWS, 5))
    a, b, c, d, e = x.T
    return _made(
        "friedman", x, 10 * np.sin(np.pi * a * b) + 20 * (c - 0.5) ** 2 + 10 * d + 5 * e + rng.normal(0, 1, ROWS)
    )


def square(rng: np.random.Generator) -> Table:
    """Numbers that no plane follows: a^2 + b c."""
    x = rng.normal(0, 1, (ROWS, 3))
    return _made("square", x, x[:, 0] ** 2 + x[:, 1] * x[:, 2])


def by_number(rng: np.random.Generator) -> Table:
    """The slope in the order of its numbers."""
    table = slope(rng)
    order = np.argsort(table.labels)
    return _made("sorted numbers", table.features[order].astype(np.float64), table.labels[order].astype(np.float64))


def by_skewed(rng: np.random.Generator) -> Table:
    """The slope, most of it near its largest number, in the order of its numbers."""
    table = slope(rng)
    numbers = -np.exp(-table.labels.astype(np.float64) / 10)
    order = np.argsort(numbers)
    return _made("sorted skewed numbers", table.features[order].astype(np.float64), numbers[order])


def sentinel(rng: np.random.Generator) -> Table:
    """Two classes that one column tells, with -999 in a row of six where it is not known."""
    x, y = rng.normal(0, 1, (ROWS, 4)), rng.integers(0, 2, ROWS)
    x[:, 1] += 2.5 * y
    x[rng.random(ROWS) < 1 / 6, 1] = -999
    made = _made("sentinel", x, y)
    uses = [Use(column.name, place, "feature", "number", "mean") for place, column in enumerate(made.columns)]
    found = find(
        made.features, made.labels, classes=made.classes, feature_names=[use.name for use in uses], is_image=False
    )
    notes = (*found.notes, *about_sentinels(made.features, ends_of(made.features), uses))
    return replace(made, findings=replace(found, notes=notes))


_MAKERS: Final[tuple[Callable[[np.random.Generator], Table], ...]] = (
    *(clouds, units, large, plane, product, rare, by_class, missing, leak, noise, sentinel),
    *(slope, friedman, square, by_number, by_skewed),
)
_BY_NAME: Final = {maker.__name__: maker for maker in _MAKERS}

NAMES: Final = tuple(_BY_NAME)


@cache
def table(name: str) -> Table:
    """One of NAMES, the same rows each time."""
    return _BY_NAME[name](np.random.default_rng(sum(map(ord, name))))
