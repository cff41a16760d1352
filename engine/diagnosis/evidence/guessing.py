"""What one has who knows the rows' answers as a whole and nothing of any row: the least that a network must beat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np

from engine.arrays import Array

if TYPE_CHECKING:
    from engine.data.dataset import Dataset

BEATS: Final = 0.95
MORE: Final = 0.05
"""Better than guessing is what has this share of its loss, or so much more accuracy."""


def is_no_better(loss: float, accuracy: float, kind: str, dataset: Dataset) -> bool:
    """Whether guessing would do as well as what has this data loss and accuracy, or R2. kind: of the loss."""
    return not loss < BEATS * chance_loss(kind, dataset) and not accuracy > chance_accuracy(dataset) + MORE


def chance_accuracy(dataset: Dataset) -> float:
    """Of always saying the most frequent class; of numbers the R2 of always saying their mean, 0."""
    if dataset.task == "numbers":
        return 0.0
    return float(_shares(dataset).max())


def chance_loss(loss: str, dataset: Dataset) -> float:
    """The data loss of one who knows how often each class comes, p, and nothing of the rows.

    Cross-entropy: - sum p log p; squared error of one-hot classes: mean over them of p (1 - p); of numbers, 1 (Huber's
    half square: at most 1/2); where median and quartiles scale them, what always saying the median costs, or the mean.
    """
    if dataset.task == "numbers":
        return _of_numbers(loss, dataset) if dataset.is_label_robust else 0.5 if loss == "huber" else 1.0
    p = _shares(dataset)
    if loss == "softmax_cross_entropy":
        return float(-(p[p > 0] * np.log(p[p > 0])).sum())
    return float((p * (1 - p)).mean()) * (0.5 if loss == "huber" else 1.0)


_LOSSES: WeakKeyDictionary[Dataset, dict[str, float]] = WeakKeyDictionary()
_KEPT: WeakKeyDictionary[Dataset, Array] = WeakKeyDictionary()


def _of_numbers(loss: str, dataset: Dataset) -> float:
    kept = _LOSSES.setdefault(dataset, {})
    if loss not in kept:
        t = (dataset.train_y_clean.astype(np.float64) - dataset.target_offset) / dataset.target_scale
        e = np.abs(t - (np.median(t) if loss == "huber" else t.mean()))
        kept[loss] = float(
            np.where((loss == "huber") & (e > 1), e - 0.5, e * e * (0.5 if loss == "huber" else 1)).mean()
        )
    return kept[loss]


def _shares(dataset: Dataset) -> Array:
    """How often each class comes among the training rows, (classes,). Counted once: the window asks at every frame."""
    if dataset not in _KEPT:
        counts = np.bincount(dataset.train_y, minlength=dataset.n_classes)
        _KEPT[dataset] = counts / counts.sum()
    return _KEPT[dataset]
