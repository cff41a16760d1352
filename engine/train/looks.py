"""Which rows were looked at as test rows, in any run: no undo takes a look back, and no other split does."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset
from engine.data.sources.registry import source_of
from engine.data.spec import DataSpec

Places = NDArray[np.int64]


class Seen(NamedTuple):
    """times: how many looks there were at any of these test rows; rows: how many of them were seen, None for all."""

    times: int
    rows: int | None = None


class Looks:
    """A test row that was looked at stays so, whichever rows train, validate and test with it later on."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], list[tuple[Places, int]]] = {}
        self._chosen_by: dict[tuple[object, ...], Places] = {}

    def at(self, spec: DataSpec, dataset: Dataset) -> Seen:
        """Looks at the test rows of a dataset, which was cut as its spec says."""
        places = _places(dataset)
        shared = [(looked_at, count) for looked_at, count in self._of(spec) if np.isin(looked_at, places).any()]
        if not shared:
            return Seen(0)
        rows = int(np.isin(places, np.concatenate([looked_at for looked_at, _ in shared])).sum())
        return Seen(sum(count for _, count in shared), None if rows == len(places) else rows)

    def add(self, spec: DataSpec, dataset: Dataset, count: int) -> None:
        """So many more looks at its test rows."""
        if count <= 0:
            return
        places, known = _places(dataset), self._of(spec)
        for index, (looked_at, before) in enumerate(known):
            if np.array_equal(looked_at, places):
                known[index] = looked_at, before + count
                return
        known.append((places, count))

    def chosen_by(self, spec: DataSpec, dataset: Dataset) -> int:
        """How many of its test rows validated in another run: what they say has chosen between settings."""
        known = self._chosen_by.get(_same_rows(spec))
        return 0 if known is None else int(np.isin(_places(dataset), known).sum())

    def choose(self, spec: DataSpec, dataset: Dataset) -> None:
        """A run is validated by its validation rows."""
        if dataset.valid_places is None or not len(dataset.valid_places):
            return
        known = self._chosen_by.get(_same_rows(spec))
        all_ = dataset.valid_places if known is None else np.union1d(known, dataset.valid_places)
        self._chosen_by[_same_rows(spec)] = all_

    def _of(self, spec: DataSpec) -> list[tuple[Places, int]]:
        return self._found.setdefault(_same_rows(spec), [])


def _same_rows(spec: DataSpec) -> tuple[object, ...]:
    """Toys are made anew for each split: only in the very same one rows are the same."""
    return spec.split if source_of(spec.source).is_made else spec.rows_and_label


def _places(dataset: Dataset) -> Places:
    return np.arange(len(dataset.test_x)) if dataset.test_places is None else dataset.test_places
