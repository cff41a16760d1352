"""What has to be known of training rows so that they can be changed as pictures: shape, paper, and what is white."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.records import record

LOOKED_AT = 500
"""Rows that show what the pictures are like."""


@record(eq=False)
class PictureRows:
    """shape: (height, width, channels). paper: (channels,), what most pictures have along their edge. low, high: the
    least and the largest pixel. All in the unit of the rows, unless pixels are scaled each in its own way: then
    ``offset`` and ``scale``, (n_features,), lead back to the unit of the source, and all is in that.
    """

    shape: tuple[int, int, int]
    paper: Array
    low: float
    high: float
    offset: Array | None = None
    scale: Array | None = None

    @property
    def unit(self) -> float:
        """From black to white."""
        return self.high - self.low or 1.0

    def open(self, x: Array) -> Array:
        """Rows, (..., n_features), in the unit that all is in; in place."""
        if self.scale is not None and self.offset is not None:
            x *= self.scale
            x += self.offset
        return x

    def close(self, x: Array) -> Array:
        """Back again, in place. A pixel that never varied is not scaled: so nothing goes beyond what there is."""
        if self.scale is not None and self.offset is not None:
            np.clip(x, self.low, self.high, out=x)
            x -= self.offset
            x /= self.scale
        return x


def picture_rows(dataset: Dataset, dtype: type[np.floating[Any]] = np.float32) -> PictureRows | None:
    """None where rows are no pictures."""
    if dataset.image_shape is None:
        return None
    height, width = dataset.image_shape
    shape = height, width, dataset.n_features // (height * width)
    offset, scale = (each.astype(dtype).reshape(-1, shape[2]) for each in (dataset.offset, dataset.scale))
    x = dataset.train_x[:LOOKED_AT].astype(dtype)
    if (offset == offset[0]).all() and (scale == scale[0]).all():
        return _seen(x, shape, None, None)
    each = offset.reshape(-1), scale.reshape(-1)
    return _seen(x * each[1] + each[0], shape, *each)


def _seen(x: Array, shape: tuple[int, int, int], offset: Array | None, scale: Array | None) -> PictureRows:
    pictures = x.reshape(-1, *shape)
    sides = pictures[:, 0], pictures[:, -1], pictures[:, :, 0], pictures[:, :, -1]
    paper = np.median(np.concatenate([side.reshape(-1, shape[2]) for side in sides]), axis=0)
    return PictureRows(shape, paper.astype(x.dtype), float(x.min()), float(x.max()), offset, scale)
