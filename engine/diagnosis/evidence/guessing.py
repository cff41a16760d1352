"""What one has who knows the rows' answers as a whole and nothing of any row: the least that a network must beat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from engine.data.dataset import Dataset


def chance_loss(loss: str, dataset: Dataset) -> float:
    """The data loss of one who knows how often each class comes, p, and nothing of the rows.

    Cross-entropy: - sum p log p; squared error of one-hot classes: mean over them of p (1 - p); of numbers, 1 (Huber's
    half square: at most 1/2).
    """
    if dataset.task == "numbers":
        return 0.5 if loss == "huber" else 1.0
    counts = np.bincount(dataset.train_y, minlength=dataset.n_classes)
    p = counts / counts.sum()
    if loss == "softmax_cross_entropy":
        return float(-(p[p > 0] * np.log(p[p > 0])).sum())
    return float((p * (1 - p)).mean()) * (0.5 if loss == "huber" else 1.0)
