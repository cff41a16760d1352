"""What was measured so far: one record an evaluation, a column a lane. Grows; what was handed out never changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.experiment.field_path import FieldPath
from engine.records import record
from engine.train.history.records import Records

MEASURES: Final = ("train_data_loss", "penalty", "train_accuracy", "test_data_loss", "test_accuracy")
VALIDATION_MEASURES: Final = ("valid_data_loss", "valid_accuracy")
"""Behind those, where there are validation rows."""


def measures(has_validation: bool) -> tuple[str, ...]:
    """What is measured of each lane."""
    return (*MEASURES, *VALIDATION_MEASURES) if has_validation else MEASURES


def held_out(has_validation: bool) -> str:
    """The rows that choose: when to stop, what was best. Validation rows where there are any, else the test rows."""
    return "valid" if has_validation else "test"


POINTS: Final = 200
"""Evaluations in the course of a run that nobody watches."""
LOOKS: Final = 20
"""Those of them that the diagnosis goes by, at least."""


def even_points(steps: int) -> list[int]:
    """The steps at which to evaluate such a run: POINTS at most, evenly spread, the last included, and the doublings
    1, 2, 4, ... up to the first of the `look_points` that are evenly spread: most happens at the beginning.
    """
    return sorted({*_spread(steps), *_doublings(steps)})


def look_points(steps: int) -> frozenset[int]:
    """LOOKS of the `even_points`, evenly spread, the last included, and the doublings before the first of them."""
    return _even_looks(steps) | _doublings(steps)


def _spread(steps: int) -> list[int]:
    n = min(POINTS, steps)
    return [index * steps // n for index in range(1, n + 1)]


def _even_looks(steps: int) -> frozenset[int]:
    points = _spread(steps)
    return frozenset(points[(look + 1) * len(points) // LOOKS - 1] for look in range(LOOKS) if points)


def _doublings(steps: int) -> frozenset[int]:
    first = min(_even_looks(steps), default=0)
    return frozenset(1 << power for power in range(first.bit_length()) if 1 << power < first)


@record
class Mark:
    """A setting that changed between two steps, live: drawn on the curves."""

    step: int
    path: str
    old: Any
    new: Any


@record(eq=False)
class HistoryView:
    """A read-only look at a history. steps: (points,) int64; the others: (points, lanes) float32.

    A lane that has diverged has NaN from then on; test figures are NaN while the test set is sealed.
    """

    steps: NDArray[np.int64]
    values: NDArray[np.float32]
    """(points, measures, lanes), in the order of MEASURES, and VALIDATION_MEASURES where there are validation rows."""
    marks: tuple[Mark, ...] = ()
    timed: NDArray[np.float32] | None = None
    """As `seconds`, where it was taken down."""

    def __len__(self) -> int:
        return len(self.steps)

    def part(self, start: int, stop: int | None = None) -> HistoryView:
        """The records from number ``start`` on, up to ``stop`` where it is given."""
        timed = None if self.timed is None else self.timed[start:stop]
        return HistoryView(self.steps[start:stop], self.values[start:stop], self.marks, timed)

    def at(self, steps: Collection[int]) -> HistoryView:
        """The records of these steps alone, and of the first and the last that there are."""
        wanted = np.isin(self.steps, list(steps))
        wanted[[0, -1]] = True
        timed = None if self.timed is None else self.timed[wanted]
        return HistoryView(self.steps[wanted], self.values[wanted], self.marks, timed)

    @property
    def seconds(self) -> NDArray[np.float32]:
        """(points, lanes), the time that the steps of each lane had taken until then; NaN where nobody knows.

        Lanes that train as one network share its time equally.
        """
        if self.timed is not None:
            return self.timed
        return np.full((len(self), self.values.shape[2]), np.nan, np.float32)

    def of_lanes(self, values: NDArray[np.float32]) -> HistoryView:
        """The same steps with these values, of one lane more; what the steps of that one had taken nobody knows."""
        lanes, timed = values.shape[2], self.timed
        if timed is not None:
            more = np.full((len(timed), lanes - timed.shape[1]), np.nan, np.float32)
            timed = np.concatenate([timed, more], axis=1)
            timed.setflags(write=False)
        return HistoryView(self.steps, values, self.marks, timed)

    def only(self, lanes: Sequence[int]) -> HistoryView:
        """Of these lanes alone, in this order; marks name them by their new places."""
        timed = None if self.timed is None else self.timed[:, list(lanes)]
        marks = tuple(found for mark in self.marks if (found := _marked(mark, lanes)) is not None)
        return HistoryView(self.steps, self.values[..., list(lanes)], marks, timed)

    @property
    def has_validation(self) -> bool:
        """Whether there are validation rows."""
        return int(self.values.shape[1]) > len(MEASURES)

    def measure(self, name: str) -> NDArray[np.float32]:
        """One of the measures, or the ``_loss`` of some rows (data loss + penalty): (points, lanes).

        Of the ``held_out`` rows it is what validation rows give where there are any, else what test rows do.
        """
        name = name.replace("held_out", held_out(self.has_validation))
        if name.endswith("_loss") and not name.endswith("_data_loss"):
            data: NDArray[np.float32] = self.measure(name.replace("loss", "data_loss")) + self.measure("penalty")
            return data
        return self.values[:, measures(self.has_validation).index(name)]


def _marked(mark: Mark, lanes: Sequence[int]) -> Mark | None:
    """Where the lanes that stay are these; None for one of a lane that goes."""
    head, *rest = FieldPath.parse(mark.path).parts
    lane = FieldPath.parse(mark.path).lane
    if lane is None:
        return mark
    return replace(mark, path=".".join((head, str(lanes.index(lane)), *rest[1:]))) if lane in lanes else None


class History:
    """Appends a record an evaluation, and notes the changes of settings between them."""

    def __init__(self, n_lanes: int, *, has_validation: bool = False) -> None:
        self._shape = (len(measures(has_validation)), n_lanes)
        self._records = Records(self._shape)
        self._seconds = Records((n_lanes,))
        self._marks: tuple[Mark, ...] = ()

    @classmethod
    def of(cls, view: HistoryView) -> History:
        """Goes on behind a view."""
        history = cls(view.values.shape[2], has_validation=view.has_validation)
        history._records = Records.of(view.steps, view.values)
        history._seconds = Records.of(view.steps, view.seconds)
        history._marks = view.marks
        return history

    def __len__(self) -> int:
        return len(self._records)

    def append(self, step: int, values: NDArray[np.float64], seconds: NDArray[np.float64] | None = None) -> None:
        """values: (measures, lanes); seconds: (lanes,). A second record of the same step replaces nothing, but fills in
        what was NaN."""
        self._records.append(step, values)
        self._seconds.append(step, np.full(self._shape[1], np.nan) if seconds is None else seconds)

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
        return HistoryView(*self._records.view(), self._marks, self._seconds.view()[1])
