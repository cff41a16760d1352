"""What a painting begins with."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.data import Dataset
from engine.data.spec import MOST_POINTS, Point
from engine.data.toys.load import LETTERS, load_toy

_DECIMALS: Final = 3
_POINTS: Final = 60


def starting_points(dataset: Dataset | None) -> tuple[Point, ...]:
    """The points that are seen, without label noise; where there are none that could be painted, two small clouds."""
    if dataset is not None and can_be_painted(dataset):
        raw = dataset.raw()
        held_out = [] if raw.valid is None or dataset.valid_y is None else [(raw.valid, dataset.valid_y)]
        parts = [(raw.train, dataset.train_y_clean), *held_out, (raw.test, dataset.test_y)]
        points, labels = (np.concatenate(both) for both in zip(*parts, strict=True))
    else:
        table = load_toy("gauss", _POINTS, noise=0.0, seed=0)
        points, labels = table.features, table.labels
    rows = np.column_stack([points.astype(np.float64).round(_DECIMALS), labels])
    return tuple((x1, x2, label) for x1, x2, label in rows.tolist())


def can_be_painted(dataset: Dataset) -> bool:
    """Whether rows are points of a plane, not too many, and of no more classes than there are tools for."""
    fits = dataset.n_classes <= len(LETTERS)
    n_valid = 0 if dataset.valid_x is None else len(dataset.valid_x)
    return dataset.is_plane and fits and len(dataset.train_x) + n_valid + len(dataset.test_x) <= MOST_POINTS
