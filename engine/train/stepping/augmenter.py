"""Changes the pictures of a batch by chance, another way at every step."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array
from engine.data.augmentation.moves import MOST_PIXELS, Mover, matrices
from engine.data.augmentation.pictures import PictureRows
from engine.data.augmentation.spec import AugmentationSpec
from engine.nn.rng import Purpose, generator

NUMBERS = 7
"""That are drawn for a picture: shift down and to the right, angle, size, crop down and to the right, mirror."""


class Augmenter:
    """All chance is drawn from (seed, step): so many numbers for each place of a batch, whichever of them are used, so
    that lanes that differ in one of the settings have all the rest in common.

    seeds: of the lanes, each once. size: rows of a whole batch; the last one of an epoch may be smaller.
    """

    def __init__(self, spec: AugmentationSpec, pictures: PictureRows, seeds: Sequence[int], size: int) -> None:
        self._spec = spec
        self._pictures = pictures
        self._seeds = tuple(seeds)
        self._size = size
        self._mover = Mover(pictures.shape, pictures.paper)
        self._taken: dict[int, Array] = {}
        """By their number: (seeds, rows, n_features)."""
        self._grain = np.empty(MOST_PIXELS, pictures.paper.dtype)

    def versions(self, x: Array, indices: Array | None, step: int) -> Array:
        """x: (all rows, n_features), indices: (seeds, rows), or None for all in order -> (seeds, rows, n_features).

        Good until the next call.
        """
        rows = len(x) if indices is None else indices.shape[1]
        taken = self._room(rows, x)
        if indices is None:
            taken[:] = x
        else:
            x.take(indices, axis=0, out=taken, mode="clip")
        self._pictures.open(taken)
        for seed, versions in zip(self._seeds, taken, strict=True):
            self._change(versions, generator(seed, Purpose.PICTURES, step))
        return self._pictures.close(taken)

    def _room(self, rows: int, x: Array) -> Array:
        if rows not in self._taken:
            self._taken[rows] = np.empty((len(self._seeds), rows, x.shape[1]), x.dtype)
        return self._taken[rows]

    def _change(self, x: Array, draw: np.random.Generator) -> None:
        """x: (rows, n_features), in place."""
        u = draw.random((NUMBERS, self._size), np.float32)[:, : len(x)]
        if self._spec.moves:
            where = moves(u, self._spec, self._pictures.shape)
            self._mover.move(x, where, between=bool(self._spec.rotate or self._spec.crop))
        if self._spec.noise:
            flat = x.reshape(-1)
            for start in range(0, len(flat), len(self._grain)):
                here = flat[start : start + len(self._grain)]
                grain = self._grain[: len(here)]
                draw.standard_normal(out=grain, dtype=grain.dtype)
                grain *= self._spec.noise * self._pictures.unit
                here += grain


def moves(u: Array, spec: AugmentationSpec, shape: tuple[int, int, int]) -> Array:
    """u: (NUMBERS, rows), uniform from 0 to 1 -> where pixels come from, as `matrices` gives it: (6, rows)."""
    shift = np.floor(u[:2] * np.float32(2 * spec.shift + 1)) - spec.shift
    angle = (2 * u[2] - 1) * np.float32(np.radians(spec.rotate))
    size = 1 - np.float32(spec.crop) * u[3]
    crop = (2 * u[4:6] - 1) * (1 - size) * np.array(shape[:2], np.float32)[:, None] / 2
    mirror = np.where(spec.flip & (u[6] < 0.5), np.float32(-1), np.float32(1))
    return matrices(angle, size, shift, crop, mirror)
