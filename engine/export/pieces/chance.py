"""The chance of a run, as a function of its seed and the step: the same numbers as `engine.nn.rng`."""

from __future__ import annotations

import numpy as np

from engine.export.pieces import Array

WEIGHTS, ROWS, MASKS = 0, 1, 2


def stream(seed: int, purpose: int, index: int = 0) -> np.random.PCG64:
    """Random bits for one purpose and, within it, for one layer or epoch."""
    return np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(purpose, index)))


def generator(seed: int, purpose: int, index: int = 0) -> np.random.Generator:
    """The same bits as distributions."""
    return np.random.Generator(stream(seed, purpose, index))


def words_at(seed: int, purpose: int, step: int, count: int) -> Array:
    """The 64-bit words of one step. Each step has its own place in the stream."""
    bits = stream(seed, purpose)
    bits.advance(step * count)
    return bits.random_raw(count)


def rows_with_replacement(seed: int, step: int, n_rows: int, batch_size: int) -> Array:
    """(batch_size,) indices: floor(u n_rows / 2^32) for uniform 32-bit u."""
    u = words_at(seed, ROWS, step, (batch_size + 1) // 2).view(np.uint32)[:batch_size].astype(np.uint64)
    return ((u * np.uint64(n_rows)) >> np.uint64(32)).astype(np.intp)


def rows_of_shuffled_epochs(seed: int, step: int, n_rows: int, batch_size: int) -> Array:
    """The indices of a batch; an epoch ends with a smaller one where the size does not divide the rows."""
    epoch, place = divmod(step, -(-n_rows // batch_size))
    order = generator(seed, ROWS, 1 + epoch).permutation(n_rows)
    return order[place * batch_size : (place + 1) * batch_size]


class Masks:
    """The random numbers of all dropout layers, 16 bits each: ``count`` of them a step."""

    def __init__(self, seed: int, count: int) -> None:
        self.seed, self.count = seed, count
        self.step, self.numbers = -1, np.empty(0, np.uint16)

    def at(self, step: int) -> Array:
        if step != self.step:
            words = words_at(self.seed, MASKS, step, (self.count + 3) // 4)
            self.step, self.numbers = step, words.view(np.uint16)
        return self.numbers
