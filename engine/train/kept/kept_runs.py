"""Runs that others have taken the place of: the last ones are kept in memory, so that undo brings them back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from typing import Final

import numpy as np

from engine.arrays import Array
from engine.records import record
from engine.train.history.history import HistoryView
from engine.train.history.layer_history import LayerHistoryView
from engine.train.kept.run_state import Checkpoint, GroupCheckpoint
from engine.train.kept.timeline import Timeline
from engine.train.memory import physical_memory

MOST_BYTES: Final = 512 * 1024**2
"""Of all that is kept together, and never more than `SHARE` of the computer's memory."""
SHARE: Final = 1 / 8


def room() -> int:
    """Bytes that kept runs may take."""
    memory = physical_memory()
    return MOST_BYTES if memory is None else min(MOST_BYTES, int(memory * SHARE))


@record(eq=False)
class KeptRun:
    """A run as it was left, and the moments that it can look back at."""

    checkpoint: Checkpoint
    timeline: Timeline

    @property
    def nbytes(self) -> int:
        """Bytes that it takes. A moment shares its histories with the run."""
        each = {id(array): array for array in _arrays(self.checkpoint)}  # a single group has the history of the whole
        return sum(_nbytes(array) for array in each.values()) + self.timeline.nbytes


class KeptRuns:
    """By the number of the run, the one that was left first in front. Belongs to one thread."""

    def __init__(self, most_bytes: int | None = None) -> None:
        self._room = room() if most_bytes is None else most_bytes
        self._runs: dict[int, KeptRun] = {}

    def __len__(self) -> int:
        return len(self._runs)

    @property
    def nbytes(self) -> int:
        """Bytes of all together."""
        return sum(run.nbytes for run in self._runs.values())

    def keep(self, number: int, run: KeptRun) -> None:
        """One more. Where there is no room, what the oldest could look back at goes first, and then the oldest."""
        self._runs[number] = run
        for kept in list(self._runs):
            if self.nbytes > self._room:
                self._runs[kept] = replace(self._runs[kept], timeline=Timeline())
        for kept in list(self._runs):
            if self.nbytes > self._room:
                del self._runs[kept]

    def take(self, number: int) -> KeptRun | None:
        """A run that goes on, and is kept no longer; None where it is not there any more."""
        return self._runs.pop(number, None)

    def rename(self, old: int, new: int) -> None:
        """A run that was to go on under a new number, but was left before it did."""
        run = self.take(old)
        if run is not None:
            self._runs[new] = run

    def only(self, numbers: Collection[int]) -> None:
        """Lets go of all others: nothing leads back to them."""
        self._runs = {number: run for number, run in self._runs.items() if number in numbers}


def _arrays(whole: object) -> Iterator[Array]:
    """Every array of a checkpoint, those of its histories too."""
    for field in fields(whole):  # type: ignore[arg-type]
        value = getattr(whole, field.name)
        if isinstance(value, np.ndarray):
            yield value
        elif isinstance(value, HistoryView | LayerHistoryView):
            yield from _arrays(value)
        elif isinstance(value, tuple):
            yield from (array for part in value if isinstance(part, GroupCheckpoint) for array in _arrays(part))
        elif isinstance(value, Mapping):
            yield from (item for item in value.values() if isinstance(item, np.ndarray))


def _nbytes(array: Array) -> int:
    """Bytes of what an array is a part of: a history has room to grow."""
    return int(getattr(array.base, "nbytes", array.nbytes))
