"""What was measured so far: one record an evaluation, a column a lane. Grows; what was written never changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

MEASURES: Final = ("train_data_loss", "penalty", "train_accuracy", "test_data_loss", "test_accuracy")


@dataclass(frozen=True, slots=True)
class Mark:
    """A setting that changed between two steps, live: drawn on the curves."""

    step: int
    path: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, eq=False)
class HistoryView:
    """A read-only look at a history. steps: (points,) int64; the others: (points, lanes) float32.

    A lane that has diverged has NaN from then on.
    """

    steps: NDArray[np.int64]
    values: NDArray[np.float32]
    """(points, measures, lanes), in the order of MEASURES."""
    marks: tuple[Mark, ...] = ()

    def __len__(self) -> int:
        return len(self.steps)

    def part(self, start: int, stop: int | None = None) -> HistoryView:
        """The records from number ``start`` on, up to ``stop`` where it is given."""
        return HistoryView(self.steps[start:stop], self.values[start:stop], self.marks)

    def measure(self, name: str) -> NDArray[np.float32]:
        """One of MEASURES, or ``train_loss`` or ``test_loss`` (data loss + penalty): (points, lanes)."""
        if name in ("train_loss", "test_loss"):
            data: NDArray[np.float32] = self.measure(name.replace("loss", "data_loss")) + self.measure("penalty")
            return data
        return self.values[:, MEASURES.index(name)]


class History:
    """Appends records; room doubles when it runs out, so that a record costs the same at any length."""

    def __init__(self, n_lanes: int) -> None:
        self._steps = np.zeros(256, np.int64)
        self._values = np.zeros((256, len(MEASURES), n_lanes), np.float32)
        self._length = 0
        self._marks: tuple[Mark, ...] = ()

    def append(self, step: int, values: NDArray[np.float64]) -> None:
        """values: (measures, lanes). A second record of the same step replaces nothing: it is left out."""
        if self._length and self._steps[self._length - 1] == step:
            return
        if self._length == len(self._steps):
            # A new array: views handed out keep the old one, unchanged.
            self._steps = np.concatenate([self._steps, np.zeros_like(self._steps)])
            self._values = np.concatenate([self._values, np.zeros_like(self._values)])
        self._steps[self._length] = step
        with np.errstate(over="ignore"):  # a loss beyond float32 is drawn as infinite
            self._values[self._length] = values
        self._length += 1

    def mark(self, mark: Mark) -> None:
        """Notes a change of setting. Changes of one field at one step become one, or none if they cancel out."""
        old = mark.old
        others = []
        for earlier in self._marks:
            if (earlier.step, earlier.path) == (mark.step, mark.path):
                old = earlier.old
            else:
                others.append(earlier)
        if old != mark.new:
            others.append(Mark(mark.step, mark.path, old, mark.new))
        self._marks = tuple(others)

    def view(self) -> HistoryView:
        """What is there now, without copying."""
        steps, values = self._steps[: self._length], self._values[: self._length]
        steps.setflags(write=False)
        values.setflags(write=False)
        return HistoryView(steps, values, self._marks)
