"""How well classes are told apart, beyond accuracy: precision, recall, F1, curves of a threshold, calibration."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.records import record

BINS: Final = 10
"""Of the probabilities, for calibration."""

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@record(eq=False)
class ClassFigures:
    """What is right and wrong in each class.

    rows: (classes,) how many are of the class; taken: (classes,) how many were taken for it. precision: of those taken
    for it, the share that is; recall: of those that are, the share that was found; f1: their harmonic mean; each
    (classes,), NaN where there is nothing to share out. F1 is 0 for a class that occurs and was never found.
    """

    rows: Counts
    taken: Counts
    precision: Floats
    recall: Floats
    f1: Floats

    @property
    def macro_f1(self) -> float:
        """The mean over classes that occur, or were answered: each counts alike, however few rows it has."""
        return float(np.nanmean(self.f1)) if np.isfinite(self.f1).any() else float("nan")


def class_figures(counts: Counts) -> ClassFigures:
    """counts: (classes, classes), rows by truth and prediction.

    F1 = 2 right / (rows + taken), the harmonic mean of precision = right / taken and recall = right / rows (van
    Rijsbergen 1979).
    """
    right, rows, taken = counts.diagonal(), counts.sum(axis=1), counts.sum(axis=0)
    return ClassFigures(rows, taken, _share(right, taken), _share(right, rows), _share(2 * right, rows + taken))


def _share(part: Counts, whole: Counts) -> Floats:
    share: Floats = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
    return share


@record(eq=False)
class ThresholdCurve:
    """All that a threshold on the probability of one class can do, from "all are" to "none is".

    threshold: (points,), falling, the first above every probability; a row is taken for the class where its probability
    is at least that. true_positives, false_positives: (points,) rows taken for it, rightly and wrongly.
    positives, negatives: rows that are of the class, and that are not.
    """

    threshold: Floats
    true_positives: Counts
    false_positives: Counts
    positives: int
    negatives: int

    @property
    def recall(self) -> Floats:
        """Also called the true positive rate. NaN where no row is of the class."""
        return self.true_positives / (self.positives or np.nan)

    @property
    def false_positive_rate(self) -> Floats:
        """NaN where all rows are of the class."""
        return self.false_positives / (self.negatives or np.nan)

    @property
    def precision(self) -> Floats:
        """1 where no row is taken for it, as is usual."""
        taken = self.true_positives + self.false_positives
        precision: Floats = np.divide(self.true_positives, taken, out=np.ones(len(taken)), where=taken > 0)
        return precision

    @property
    def area(self) -> float:
        """Below the ROC curve: the chance that a row of the class gets a higher probability than one that is not."""
        return float(np.trapezoid(self.recall, self.false_positive_rate))

    @property
    def average_precision(self) -> float:
        """Precision, weighted with the recall that each threshold adds."""
        return float((np.diff(self.recall) * self.precision[1:]).sum())

    def at(self, threshold: float) -> int:
        """The point of the curve that is a threshold's."""
        return int(np.searchsorted(-self.threshold, -threshold, side="right")) - 1


def threshold_curve(probability: NDArray[np.float32], positive: NDArray[np.bool_]) -> ThresholdCurve:
    """probability, positive: (rows,). Rows of the same probability are one point: no threshold parts them.

    Source: Fawcett (2006), An introduction to ROC analysis, algorithms 1 and 3.
    """
    order = np.argsort(-probability, kind="stable")
    sorted_probability, hits = probability[order].astype(np.float64), positive[order]
    last = np.append(np.flatnonzero(np.diff(sorted_probability)), len(order) - 1)[: len(order)]
    found = np.concatenate(([0], hits.cumsum()[last]))
    taken = np.concatenate(([0], last + 1))
    threshold = np.concatenate(([np.inf], sorted_probability[last]))
    positives = int(hits.sum())
    return ThresholdCurve(threshold, found, taken - found, positives, len(hits) - positives)


@record(eq=False)
class Calibration:
    """Whether rows that are answered with 80 % are right in 80 % of the cases.

    Each (BINS,), for probabilities of equal spans of 0..1: count, mean probability of the answer and share that is
    right, NaN where the span is empty.
    """

    count: Counts
    confidence: Floats
    accuracy: Floats

    @property
    def expected_error(self) -> float:
        """Mean of |accuracy - confidence| over all rows: the expected calibration error of Guo et al. (2017)."""
        gaps = np.abs(self.accuracy - self.confidence)
        return float(np.nansum(gaps * self.count) / (self.count.sum() or np.nan))


def calibration(shares: NDArray[np.float32], truth: Counts) -> Calibration:
    """shares: (rows, classes); truth: (rows,). The span (k/BINS, (k+1)/BINS] of the largest share of each row."""
    taken = shares.argmax(axis=1)
    sure = shares[np.arange(len(shares)), taken].astype(np.float64)
    places = np.clip(np.ceil(sure * BINS).astype(np.int64) - 1, 0, BINS - 1)
    count = np.bincount(places, minlength=BINS)
    total = np.where(count > 0, count, np.nan)
    confidence = np.bincount(places, weights=sure, minlength=BINS) / total
    accuracy = np.bincount(places, weights=taken == truth, minlength=BINS) / total
    return Calibration(count, confidence, accuracy)


@record
class Baseline:
    """What is reached without looking at any feature: the line that a network has to be better than.

    accuracy: of always answering the largest class of the training rows. cross_entropy: of always answering with the
    shares that the classes have among the training rows.
    """

    accuracy: float
    cross_entropy: float


def baseline(train: Counts, truth: Counts, n_classes: int) -> Baseline:
    """train, truth: (rows,), labels. A class that training lacks counts as half a row: its loss stays finite."""
    counts = np.bincount(train, minlength=n_classes)
    shares = np.maximum(counts, 0.5)
    shares /= shares.sum()
    return Baseline(float((truth == counts.argmax()).mean()), float(-np.log(shares[truth]).mean()))
