"""Arrays that grow by one record a step measured; what was handed out never changes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class Records:
    """Room doubles when it runs out, so that a record costs the same at any length."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        """shape: of one record."""
        self._steps = np.zeros(256, np.int64)
        self._values = np.zeros((256, *shape), np.float32)
        self._length = 0

    @classmethod
    def of(cls, steps: NDArray[np.int64], values: NDArray[np.float32]) -> Records:
        """Goes on behind what `view` gave; copies it."""
        records = cls(values.shape[1:])
        room = max(256, len(steps))
        records._steps = np.zeros(room, np.int64)
        records._values = np.zeros((room, *values.shape[1:]), np.float32)
        records._steps[: len(steps)] = steps
        records._values[: len(steps)] = values
        records._length = len(steps)
        return records

    def __len__(self) -> int:
        return self._length

    def append(self, step: int, values: NDArray[np.float64]) -> None:
        """A second record of the same step replaces nothing, but fills in what was NaN."""
        if self._length and self._steps[self._length - 1] == step:
            self._fill(self._length - 1, values)
            return
        if self._length == len(self._steps):
            # A new array: views handed out keep the old one, unchanged.
            self._steps = np.concatenate([self._steps, np.zeros_like(self._steps)])
            self._values = np.concatenate([self._values, np.zeros_like(self._values)])
        self._steps[self._length] = step
        with np.errstate(over="ignore"):  # what is beyond float32 is drawn as infinite
            self._values[self._length] = values
        self._length += 1

    def _fill(self, place: int, values: NDArray[np.float64]) -> None:
        """Takes what is NaN in a record from these values of the same shape."""
        with np.errstate(over="ignore"):
            record = np.where(np.isnan(self._values[place]), values, self._values[place]).astype(np.float32)
        if not np.array_equal(record, self._values[place], equal_nan=True):
            self._values = self._values.copy()  # views handed out keep the old one
            self._values[place] = record

    def view(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """steps: (points,) and values: (points, *shape), read-only and not copied."""
        steps, values = self._steps[: self._length], self._values[: self._length]
        steps.setflags(write=False)
        values.setflags(write=False)
        return steps, values
