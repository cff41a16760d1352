"""Points that a person has painted, as rows to learn from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.spec import DataSpec, Point
from engine.data.task import Task
from engine.data.toys.load import LETTERS
from engine.errors import DataError

FEWEST = 2
"""One to learn from, and one to test with."""
FARTHEST = 1e9
"""Squares of it can still be added up in float32; nobody paints there, but a file may say so."""


def load_painted(spec: DataSpec) -> Table:
    """features: (points, 2), labels: (points,), in an order that is mixed already; see `order`.

    Raises:
        DataError: there are too few points, one lies beyond `FARTHEST`, or has a class that there is not.
    """
    if len(spec.points) < FEWEST:
        raise DataError("Nothing is painted yet: choose another source, or paint two points at least.")
    points = np.array(spec.points, np.float64)
    _check_places(points)
    if spec.task == "classes":
        _check_classes(spec.points, points[:, 2])
    rows = row_order(spec.points, spec.task)
    features, labels = frozen(points[rows, :2].astype(np.float32)), points[rows, 2]
    columns = number_columns(("x1", "x2"))
    if spec.task == "numbers":
        return Table("painted", features, frozen(labels.astype(np.float32)), (), columns, target_name="y")
    classes = tuple(LETTERS[: max(2, int(labels.max()) + 1)])
    return Table("painted", features, frozen(labels.astype(np.int64)), classes, columns)


def _check_places(points: NDArray[np.float64]) -> None:
    wrong = np.flatnonzero((np.abs(points) > FARTHEST).any(axis=1))
    if len(wrong):
        template = "data.points.{index}: the numbers of a point must lie between -{most:.0e} and {most:.0e}."
        raise DataError(template, index=int(wrong[0]), most=FARTHEST)


def _check_classes(points: Sequence[Point], labels: NDArray[np.float64]) -> None:
    wrong = np.flatnonzero((labels != np.rint(labels)) | (labels < 0) | (labels >= len(LETTERS)))
    if len(wrong):
        raise DataError(
            "data.points.{index}: the class of a point must be a whole number from 0 to {most}; got {value}.",
            index=int(wrong[0]),
            most=len(LETTERS) - 1,
            value=points[wrong[0]][2],
        )


def as_csv(points: Sequence[Point], task: Task) -> str:
    """A table with the columns x1, x2 and label, or y for numbers, in the order in which they were painted."""
    name = "label" if task == "classes" else "y"
    labels = (LETTERS[int(label)] if task == "classes" else repr(label) for _, _, label in points)
    lines = [f"{x1!r},{x2!r},{label}" for (x1, x2, _), label in zip(points, labels, strict=True)]
    return "\n".join([f"x1,x2,{name}", *lines]) + "\n"


def row_order(points: Sequence[Point], task: Task) -> NDArray[np.int64]:
    """(points,): which point each row is; see `order`. Numbers are shared out as if they were of one class."""
    places = np.array(points, np.float64)
    labels = places[:, 2].astype(np.int64) if task == "classes" else np.zeros(len(places), np.int64)
    return order(places[:, :2], labels)


def order(points: NDArray[np.float64], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """points: (n, 2), labels: (n,) -> (n,), so that any first part holds the same share of every class.

    Within a class points stand in the order of a hash of their places, so that a point keeps its side of the split
    while others are painted and erased, but for a few in the middle.
    """
    ranks = np.empty(len(points))
    mixed = _hash(points)
    for label in np.unique(labels):
        mine = np.flatnonzero(labels == label)
        ranks[mine[np.argsort(mixed[mine], kind="stable")]] = (np.arange(len(mine)) + 0.5) / len(mine)
    return np.lexsort((labels, ranks))


def _hash(points: NDArray[np.float64]) -> NDArray[np.uint64]:
    """(n, 2) -> (n,): the finalizer of splitmix64 (Steele et al. 2014) over the bits of both numbers."""
    bits = np.ascontiguousarray(points + 0.0).view(np.uint64)  # -0 is 0
    mixed = bits[:, 0] * np.uint64(0x9E3779B97F4A7C15) ^ bits[:, 1]
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))
