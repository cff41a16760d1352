"""The course that a run has taken so far: which of its records are compared, and how its loss moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from engine.arrays import Array
from engine.experiment.field_path import FieldPath
from engine.train.history.history import Mark

RECENT: Final = 5
"""Evaluations whose median stands for now, since a single one may be a spike."""
WINDOW: Final = 500
"""Steps that are compared with as many before, at most; a third of the run where that is less. It does not grow with
the run, else what hardly moves would seem to move after long enough."""


def last_change(marks: Sequence[Mark], lane: int) -> int:
    """The step at which a setting that concerns a lane was last changed while it trained; 0 where none was."""
    return max((mark.step for mark in concerning(marks, lane)), default=0)


def concerning(marks: Sequence[Mark], lane: int) -> list[Mark]:
    """Those of a lane's own settings, and of settings of all."""
    return [mark for mark in marks if FieldPath.parse(mark.path).lane in (None, lane)]


def windows(steps: Array) -> tuple[slice, slice]:
    """The records of the last WINDOW steps, and those of as many before; each at least RECENT records wide where there
    are so many."""
    start, end = int(steps[0]), int(steps[-1])
    width = min((end - start) / 3, max(WINDOW, RECENT * (end - start) / max(len(steps) - 1, 1)))
    second, third = np.searchsorted(steps, [end - 2 * width, end - width], side="right").tolist()
    return slice(second, third), slice(third, None)


def swing_of(losses: Array) -> float:
    """How far a loss goes back and forth from one evaluation to the next, over its mean: (sum |d| - |sum d|) / (n m).

    0 for one that only falls, however fast, and where there are too few of them.
    """
    if len(losses) < 2 * RECENT or not losses.mean():
        return 0.0
    steps = np.diff(losses)
    return float((np.abs(steps).sum() - abs(steps.sum())) / len(steps) / losses.mean())


def mean(values: Array) -> float:
    """NaN where there are no values."""
    return float(values.mean()) if len(values) else np.nan
