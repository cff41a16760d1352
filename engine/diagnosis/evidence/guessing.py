"""What one has who knows the rows' answers as a whole and nothing of any row: the least that a network must beat."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np

from engine.arrays import Array
from engine.inspectors.answers.class_figures import baseline

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.data.task import Labels

BEATS: Final = 0.95
MORE: Final = 0.05
"""Better than guessing is what has this share of its loss, or so much more accuracy."""


def is_no_better(loss: float, accuracy: float, kind: str, dataset: Dataset) -> bool:
    """Whether guessing would do as well on held-out rows as what has this data loss and accuracy, or R2, there.

    kind: of the loss.
    """
    return not loss < BEATS * held_out_chance_loss(kind, dataset) and not accuracy > chance_accuracy(dataset) + MORE


def chance_accuracy(dataset: Dataset) -> float:
    """Of always saying the most frequent class; of numbers the R2 of always saying their mean, 0."""
    if dataset.task == "numbers":
        return 0.0
    return float(_shares(dataset).max())


def chance_loss(kind: str, dataset: Dataset) -> float:
    """The data loss, on training rows, of one who knows how often each class comes, p, and nothing of the rows.

    Cross-entropy: - sum p log p; squared error of one-hot classes: mean over them of p (1 - p); of numbers 1, where
    mean and standard deviation scale them; else, and with Huber, what always saying the mean costs, or the median.
    """
    if dataset.task == "numbers":
        if kind != "huber" and not dataset.is_label_robust:
            return 1.0
        return _kept(dataset, f"training {kind}", lambda: _of_numbers(kind, dataset, dataset.train_y_clean))
    p = _shares(dataset)
    if kind == "softmax_cross_entropy":
        return float(-(p[p > 0] * np.log(p[p > 0])).sum())
    return float((p * (1 - p)).mean()) * (0.5 if kind == "huber" else 1.0)


def held_out_chance_loss(kind: str, dataset: Dataset) -> float:
    """What the same answer, learned from training rows, costs on held-out rows: a few numbers far off that lie among
    one of the two alone make it another. On training rows, where none are held out."""
    rows = dataset.test_y if dataset.valid_y is None else dataset.valid_y
    if not len(rows):
        return chance_loss(kind, dataset)
    of_rows = _of_numbers if dataset.task == "numbers" else _of_classes
    return _kept(dataset, kind, lambda: of_rows(kind, dataset, rows))


def part(loss: float, guessing: float) -> float:
    """Of what guessing costs; NaN where that is nothing."""
    return loss / guessing if guessing else math.nan


_LOSSES: WeakKeyDictionary[Dataset, dict[str, float]] = WeakKeyDictionary()
_SHARES: WeakKeyDictionary[Dataset, Array] = WeakKeyDictionary()
"""Found once: the window asks at every frame."""


def _kept(dataset: Dataset, name: str, find: Callable[[], float]) -> float:
    kept = _LOSSES.setdefault(dataset, {})
    if name not in kept:
        kept[name] = find()
    return kept[name]


def _of_numbers(kind: str, dataset: Dataset, rows: Labels) -> float:
    """Of always saying the training rows' mean; with Huber of a robust label their median. rows: (rows,), in the unit
    of the source."""
    known, t = (
        (y.astype(np.float64) - dataset.target_offset) / dataset.target_scale for y in (dataset.train_y_clean, rows)
    )
    is_huber = kind == "huber"
    e = np.abs(t - (np.median(known) if is_huber and dataset.is_label_robust else known.mean()))
    return float(np.where(is_huber & (e > 1), e - 0.5, e * e * (0.5 if is_huber else 1)).mean())


def _of_classes(kind: str, dataset: Dataset, rows: Labels) -> float:
    """Of always saying the classes' shares p among training rows, where q of these rows, (rows,), are of each: the mean
    over classes of q (1 - p)^2 + (1 - q) p^2 = q (1 - 2 p) + p^2."""
    if kind == "softmax_cross_entropy":
        return baseline(dataset.train_y, rows, dataset.n_classes).cross_entropy
    p, q = _shares(dataset), np.bincount(rows, minlength=dataset.n_classes) / len(rows)
    return float((q * (1 - 2 * p) + p * p).mean()) * (0.5 if kind == "huber" else 1.0)


def _shares(dataset: Dataset) -> Array:
    """How often each class comes among the training rows, (classes,)."""
    if dataset not in _SHARES:
        counts = np.bincount(dataset.train_y, minlength=dataset.n_classes)
        _SHARES[dataset] = counts / counts.sum()
    return _SHARES[dataset]
