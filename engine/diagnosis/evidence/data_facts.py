"""What a diagnosis goes by of the rows alone: classes, their order, the sizes of columns, a column that says the label.

They are found once for each dataset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np

from engine.arrays import Array
from engine.diagnosis.evidence.far_labels import FarLabels, far_labels
from engine.diagnosis.evidence.sentinels import LeftSentinel, left_sentinel
from engine.nn.evaluation import CHUNK
from engine.records import record

if TYPE_CHECKING:
    from engine.data.dataset import Dataset

APART: Final = 0.2
"""Total variation between the classes of training and held-out rows, from which on they are others; chance alone makes
0.05 to 0.1 of it at a hundred rows."""
UNCHANGING: Final = 0.2
"""Changes of class from row to row, over those that mixed rows would have."""
RISING: Final = 0.6
"""Rank correlation of the numbers with the order of their rows."""
ELSEWHERE: Final = 0.8
"""Share of the pairs of a held-out and a training number in which the same one is larger."""
_KEPT: WeakKeyDictionary[Dataset, DataFacts] = WeakKeyDictionary()


@record
class DataFacts:
    """Of the training rows, unless it says otherwise.

    class_counts, held_out_counts: rows of each class; empty where numbers are learned. held_out_above: in which share
    of all pairs of a held-out and a training number the held-out one is the larger; a half of mixed rows, and NaN where
    classes are learned.
    is_sorted: whether the rows come in the order of what is to be learned, and held-out rows are others.
    column_std: the smallest, the median and the largest standard deviation of the columns that vary; largest_mean: the
    largest absolute mean over standard deviation of one. The features as the network takes them.
    leak: which feature alone tells the classes apart, or is the number; None where there is none.
    sentinel: a number that stands for none and hides what its column says; None where there is none.
    far_labels: a few numbers to learn that lie far from the others; None where there are none.
    """

    class_counts: tuple[int, ...]
    held_out_counts: tuple[int, ...]
    held_out_above: float
    is_sorted: bool
    column_std: tuple[float, float, float]
    largest_mean: float
    leak: int | None
    sentinel: LeftSentinel | None = None
    far_labels: FarLabels | None = None

    @property
    def missing(self) -> tuple[int, ...]:
        """Classes of held-out rows that no training row has."""
        pairs = zip(self.class_counts, self.held_out_counts, strict=True)
        return tuple(index for index, (trained, held_out) in enumerate(pairs) if held_out and not trained)


def data_facts(dataset: Dataset) -> DataFacts:
    """Of validation rows where there are any, else of test rows."""
    if dataset not in _KEPT:
        _KEPT[dataset] = _found(dataset)
    return _KEPT[dataset]


def _found(dataset: Dataset) -> DataFacts:
    y = dataset.train_y_clean
    held_out = dataset.test_y if dataset.valid_y is None else dataset.valid_y
    std, mean = dataset.train_x.std(axis=0, dtype=np.float64), dataset.train_x.mean(axis=0, dtype=np.float64)
    varies = std > 1e-6 * std.max(initial=0)
    sizes = (std[varies].min(), np.median(std[varies]), std[varies].max()) if varies.any() else (1.0, 1.0, 1.0)
    is_number = dataset.task == "numbers"
    return DataFacts(
        class_counts=() if is_number else tuple(np.bincount(y, minlength=dataset.n_classes).tolist()),
        held_out_counts=() if is_number else tuple(np.bincount(held_out, minlength=dataset.n_classes).tolist()),
        held_out_above=_share_above(held_out, y) if is_number else np.nan,
        is_sorted=_numbers_rise(y, held_out) if is_number else _classes_lie_together(y, held_out, dataset.n_classes),
        column_std=(float(sizes[0]), float(sizes[1]), float(sizes[2])),
        largest_mean=float((np.abs(mean[varies]) / std[varies]).max()) if varies.any() else 0.0,
        leak=_leak(dataset),
        sentinel=left_sentinel(dataset),
        far_labels=far_labels(dataset),
    )


def _classes_lie_together(y: Array, held_out: Array, n_classes: int) -> bool:
    """Fewer changes of class than mixed rows would have, n (1 - sum p^2), and other shares of classes held out."""
    here, there = (np.bincount(rows, minlength=n_classes) / len(rows) for rows in (y, held_out))
    if np.abs(here - there).sum() / 2 < APART or len(y) < 20:
        return False
    changes = int((y[1:] != y[:-1]).sum())
    expected = (len(y) - 1) * (1 - float(np.square(here).sum()))
    return changes < UNCHANGING * expected or (changes == 0 and len(held_out) >= 20)


def _numbers_rise(y: Array, held_out: Array) -> bool:
    """Neighbours alike, or all of it rising or falling, and held-out rows elsewhere.

    Where rows are mixed, sum (y' - y)^2 / sum (y - mean)^2 is 2 (von Neumann 1941), and the correlation of the ranks
    with their order 0 (Spearman 1904).
    """
    ranks = _ranks(y)
    spread = float(np.square(ranks - ranks.mean()).sum())
    if len(y) < 20 or not len(held_out) or not spread:
        return False
    is_smooth = float(np.square(np.diff(ranks)).sum()) / spread < UNCHANGING
    rises = abs(float(np.corrcoef(ranks, np.arange(len(y)))[0, 1])) > RISING
    return (is_smooth or rises) and abs(_share_above(held_out, y) - 0.5) > ELSEWHERE - 0.5


def _ranks(values: Array) -> Array:
    """Of each, (n,); equal ones share the middle of theirs."""
    ordered = np.sort(values)
    ranks: Array = (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right")) / 2
    return ranks


def _share_above(here: Array, there: Array) -> float:
    """In which share of all pairs one from here is larger than one from there; a half where they are equal. Mann and
    Whitney 1947."""
    ordered = np.sort(there)
    below = (np.searchsorted(ordered, here, "left") + np.searchsorted(ordered, here, "right")) / 2
    return float(below.mean() / len(there)) if len(here) and len(there) else np.nan


def _leak(dataset: Dataset) -> int | None:
    """A feature by whose order alone the classes come one after the other, where no second one comes near."""
    if dataset.n_features < 3 or dataset.image_shape is not None or len(dataset.train_y) < 30:
        return None
    x, y = dataset.train_x[:CHUNK].astype(np.float64), dataset.train_y_clean[:CHUNK]
    if dataset.task == "numbers":
        with np.errstate(all="ignore"):
            likeness = np.abs(np.nan_to_num([np.corrcoef(column, y)[0, 1] for column in x.T]))
        best = int(likeness.argmax())
        return best if likeness[best] > 0.9999 and np.sort(likeness)[-2] < 0.95 else None
    present = len(np.unique(y))
    if present < 2:
        return None
    order = np.argsort(x, axis=0, kind="stable")
    sorted_x, sorted_y = np.take_along_axis(x, order, axis=0), y[order]
    changes = sorted_y[1:] != sorted_y[:-1]
    tied = (changes & (sorted_x[1:] == sorted_x[:-1])).any(axis=0)
    count = changes.sum(axis=0)
    (alone,) = np.nonzero((count == present - 1) & ~tied)
    if len(alone) != 1:
        return None
    others = np.delete(count, alone[0])
    return int(alone[0]) if others.min() > 0.1 * len(y) else None
