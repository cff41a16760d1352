"""What training makes small: a number for each lane, and its gradient at the outputs.

outputs: (lanes, rows, classes), the last layer's values ("logits" for cross-entropy); targets: (lanes or 1, rows,
classes), one-hot; or, where numbers are to be learned, both (..., rows, 1), standardized. The data loss only; see
penalty.py for the penalty.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Literal, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.sums import lane_sums

LossName: TypeAlias = Literal["softmax_cross_entropy", "mean_squared_error", "huber"]


class Loss(ABC):
    """A loss that is a mean over rows, and all that is known of it."""

    title: ClassVar[str]
    """What it is called in the window."""
    help: ClassVar[str]
    """One sentence that teaches it."""
    piece: ClassVar[str]
    """The function in `engine.export.pieces.losses`; that with ``_gradient`` behind its name gives the gradient."""
    has_probabilities: ClassVar[bool]
    """Whether softmax makes probabilities of the outputs; else they aim at the targets by themselves."""
    is_for_numbers: ClassVar[bool]
    """Whether it can also say how far a number is off."""

    @abstractmethod
    def gradient(self, outputs: Array, targets: Array, out: Array) -> None:
        """Writes d loss / d outputs into ``out``, of the shape of ``outputs``."""

    @abstractmethod
    def total(self, outputs: Array, targets: Array) -> NDArray[np.float64]:
        """The loss summed over rows, (lanes,); divide by the number of rows for the mean."""

    @staticmethod
    @abstractmethod
    def probabilities(out: Array) -> NDArray[np.float32]:
        """out: (..., classes), the last layer's values -> (..., classes), each from 0 to 1."""


@final
class SoftmaxCrossEntropy(Loss):
    """loss = mean over rows of -log p[label], p = exp(z) / sum exp(z).

    Each row's own maximum is subtracted first: exp cannot overflow, and p stays the same. Gradient: (p - t) / rows.
    """

    title = "Cross-entropy"
    help = "Minus the logarithm of the probability given to the right class: confident mistakes cost most."
    piece = "cross_entropy"
    has_probabilities = True
    is_for_numbers = False

    def gradient(self, outputs: Array, targets: Array, out: Array) -> None:
        # Classes first: NumPy reduces a long last axis several times faster than a short one.
        z = np.ascontiguousarray(outputs.transpose(2, 0, 1))
        np.subtract(z, np.maximum.reduce(z), out=z)
        np.exp(z, out=z)
        np.divide(z, _sum_of_classes(z), out=z)
        np.subtract(z.transpose(1, 2, 0), targets, out=out)
        np.multiply(out, 1 / outputs.shape[1], out=out)

    def total(self, outputs: Array, targets: Array) -> NDArray[np.float64]:
        rows = self._of_rows(outputs, targets)
        wide = ~np.isfinite(rows)
        if wide.any():  # two logits of float32 may be further apart than float32 reaches
            rows = np.where(wide, self._of_rows(outputs.astype(np.float64), targets), rows)
        return lane_sums(rows)

    @staticmethod
    def probabilities(out: Array) -> NDArray[np.float32]:
        z = np.ascontiguousarray(np.moveaxis(out, -1, 0), np.float32)  # NumPy reduces a short last axis slowly
        z = np.exp(z - z.max(axis=0))
        z /= z.sum(axis=0)
        shares: NDArray[np.float32] = np.moveaxis(z, 0, -1)
        return shares

    def _of_rows(self, outputs: Array, targets: Array) -> Array:
        """(lanes, rows): log sum exp(z) - z[label]."""
        shifted = outputs - outputs.max(axis=2, keepdims=True)
        of_label = np.where(targets != 0, shifted, 0).sum(axis=2)
        found: Array = np.log(np.exp(shifted).sum(axis=2)) - of_label
        return found


def _sum_of_classes(z: Array) -> Array:
    """(classes, lanes, rows) -> (lanes, rows), one class after the other.

    NumPy adds pairwise instead where there is just one lane with one row: another sum than that of a lane among others.
    """
    total: Array = np.add.reduce(z) if z[0].size > 1 else np.add.accumulate(z)[-1]
    return total


@final
class MeanSquaredError(Loss):
    """loss = mean over rows and classes of (z - t)^2. Gradient: 2 (z - t) / (rows * classes)."""

    title = "Squared error"
    help = "The mean squared distance from the right answer: gentle with mistakes, so it learns slowly."
    piece = "squared_error"
    has_probabilities = False
    is_for_numbers = True

    def gradient(self, outputs: Array, targets: Array, out: Array) -> None:
        np.subtract(outputs, targets, out=out)
        np.multiply(out, 2 / (outputs.shape[1] * outputs.shape[2]), out=out)

    def total(self, outputs: Array, targets: Array) -> NDArray[np.float64]:
        difference = outputs - targets
        return lane_sums(np.square(difference, dtype=np.float64).mean(axis=2))

    @staticmethod
    def probabilities(out: Array) -> NDArray[np.float32]:
        clipped: NDArray[np.float32] = np.clip(out, 0, 1).astype(np.float32)
        return clipped


@final
class Huber(Loss):
    """loss = mean over rows and classes of h(z - t); h(e) = e^2 / 2 where |e| <= 1, and |e| - 1/2 beyond.

    Gradient: max(-1, min(1, z - t)) / (rows * classes). Huber 1964, with delta = 1.
    """

    title = "Huber"
    help = "Squared error for small mistakes, plain distance for large ones: a few wild rows cannot pull it far."
    piece = "huber"
    has_probabilities = False
    is_for_numbers = True

    def gradient(self, outputs: Array, targets: Array, out: Array) -> None:
        np.subtract(outputs, targets, out=out)
        np.clip(out, -1, 1, out=out)
        np.multiply(out, 1 / (outputs.shape[1] * outputs.shape[2]), out=out)

    def total(self, outputs: Array, targets: Array) -> NDArray[np.float64]:
        distance = np.abs(np.subtract(outputs, targets, dtype=np.float64))
        near = np.minimum(distance, 1)
        return lane_sums((near * (distance - near / 2)).mean(axis=2))

    @staticmethod
    def probabilities(out: Array) -> NDArray[np.float32]:
        return MeanSquaredError.probabilities(out)


LOSSES: dict[LossName, type[Loss]] = {
    "softmax_cross_entropy": SoftmaxCrossEntropy,
    "mean_squared_error": MeanSquaredError,
    "huber": Huber,
}
