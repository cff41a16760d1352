"""All chance in training, as a function of (seed, step): nothing to save, nothing to keep in order.

Each seed has its own PCG64 streams, one for each purpose. The numbers of a step stand at a place in the stream that
the step's index gives, so any step can be drawn again, resumed or branched from. Lanes of one seed get the same
numbers: common random numbers, so that what differs between them was caused by a setting.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array


class Purpose(IntEnum):
    """What a stream is for; streams of different purposes are independent."""

    WEIGHTS = 0
    ROWS = 1
    MASKS = 2
    PICTURES = 3
    COPIES = 4
    NOISE = 5


def source(seed: int, purpose: Purpose, index: int = 0) -> np.random.PCG64:
    """A stream of random bits for one purpose, and, within it, for one layer or epoch."""
    return np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(purpose, index)))


def generator(seed: int, purpose: Purpose, index: int = 0, *place: int) -> np.random.Generator:
    """The same stream as distributions; where one for a layer is not enough, ``place`` says more, such as the step."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(purpose, index, *place))))


class RawStream:
    """Random 64-bit words for each of some seeds, so many a step; drawn ahead in blocks, which cost less.

    ``convert`` makes something else of a whole block, (seeds, steps, words) -> (seeds, steps, ...).
    """

    BLOCK_WORDS = 8192

    def __init__(
        self, seeds: Sequence[int], purpose: Purpose, convert: Callable[[NDArray[np.uint64]], Array] | None = None
    ) -> None:
        self._convert = convert
        self._seeds = tuple(seeds)
        self._purpose = purpose
        self._sources = [source(seed, purpose) for seed in seeds]
        self._words = 0
        self._first_step = 0
        self._block: Array = np.empty((len(seeds), 0, 0), np.uint64)

    def at(self, step: int, words: int) -> Array:
        """The words of one step: (seeds, words), or what ``convert`` makes of them."""
        place = step - self._first_step
        if words != self._words or not 0 <= place < self._block.shape[1]:
            self._draw_block(step, words)
            place = 0
        return self._block[:, place]

    def _draw_block(self, step: int, words: int) -> None:
        follows = words == self._words and step == self._first_step + self._block.shape[1]
        if not follows:
            self._sources = [source(seed, self._purpose) for seed in self._seeds]
            for stream in self._sources:
                stream.advance(step * words)
        steps = max(1, self.BLOCK_WORDS // max(words, 1))
        drawn = [stream.random_raw(steps * words) for stream in self._sources]
        block = np.stack(drawn) if len(drawn) > 1 else drawn[0][None]
        block = block.reshape(len(drawn), steps, words)
        self._block = block if self._convert is None else self._convert(block)
        self._first_step = step
        self._words = words
