"""How far apart the numbers to learn lie: what turns R2 into an error in their own unit."""

from __future__ import annotations

import math
from dataclasses import field
from typing import Final, Literal, TypeAlias

import numpy as np

from engine.data import Dataset
from engine.data.task import Labels
from engine.records import record

Rows: TypeAlias = Literal["train", "test", "valid"]


@record
class Spreads:
    """sizes: the standard deviation of the labels of some rows, label noise included, in their unit."""

    sizes: dict[Rows, float] = field(default_factory=dict)

    @classmethod
    def of(cls, dataset: Dataset) -> Spreads:
        """Of the rows that there are; nothing of classes."""
        if dataset.task == "classes":
            return CLASSES
        labels: dict[Rows, Labels | None] = {"train": dataset.train_y, "test": dataset.test_y, "valid": dataset.valid_y}
        return cls({rows: float(np.std(y, dtype=np.float64)) for rows, y in labels.items() if y is not None})

    def rmse(self, rows: Rows, r2: float) -> float:
        """sqrt(mean (y - z)^2) = sqrt((1 - R2) mean (y - mean y)^2); NaN where there is no R2."""
        return self.sizes.get(rows, math.nan) * math.sqrt(max(1 - r2, 0)) if math.isfinite(r2) else math.nan


CLASSES: Final = Spreads()
"""Classes are not far apart."""
