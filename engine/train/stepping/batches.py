"""Which rows a step trains on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.spec import Sampling
from engine.nn.rng import Purpose, RawStream, generator


class Batches:
    """Which training rows each step looks at."""

    def __init__(self, seeds: Sequence[int], n_rows: int, batch_size: int, sampling: Sampling) -> None:
        self._seeds = tuple(seeds)
        self._n = n_rows
        self.size = (
            n_rows if sampling == "full" else batch_size if sampling == "replacement" else min(batch_size, n_rows)
        )
        """Rows of a batch; the last one of a shuffled epoch may be smaller."""
        self._sampling = sampling
        self._stream = RawStream(seeds, Purpose.ROWS, self._row_indices)
        self._epoch = -1
        self._order = np.empty((len(seeds), 0), np.int64)

    def rows_at(self, step: int) -> Array | None:
        """Indices of the rows of one step: (seeds, rows). None means all rows in order.

        Shuffled epochs end with a smaller batch where the size does not divide the rows.
        """
        if self._sampling == "full":
            return None
        if self._sampling == "replacement":
            return self._stream.at(step, (self.size + 1) // 2)
        epoch, place = divmod(step, self.steps_per_epoch)
        if epoch != self._epoch:
            self._order = np.stack(
                [generator(seed, Purpose.ROWS, 1 + epoch).permutation(self._n) for seed in self._seeds]
            )
            self._epoch = epoch
        return self._order[:, place * self.size : (place + 1) * self.size]

    def _row_indices(self, words: NDArray[np.uint64]) -> Array:
        """floor(u n / 2^32) for 32-bit u: uniform but for a bias below n / 2^32. Lemire 2019."""
        u = words.view(np.uint32)[:, :, : self.size].astype(np.uint64)
        return ((u * np.uint64(self._n)) >> np.uint64(32)).astype(np.intp)

    def next_epoch(self, step: int) -> int:
        """The step at which the next epoch begins."""
        return (step // self.steps_per_epoch + 1) * self.steps_per_epoch

    @property
    def steps_per_epoch(self) -> int:
        """Steps that shuffled sampling takes to see each row once."""
        return -(-self._n // self.size)
