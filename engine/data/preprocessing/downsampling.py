"""Pictures made smaller: the mean of each small square of pixels is one pixel of the new picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import frozen
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.reading.idx import pixel_names
from engine.errors import DataError

_AT_ONCE: Final = 4096
"""Rows whose sums are kept beside the pictures."""


def downsampled(table: Table, factor: int) -> Table:
    """A table of pictures whose pixels are the means of ``factor`` by ``factor`` of the old ones.

    What is left over at the right and at the bottom, of a side that is no multiple, is left out, as pooling does.

    Raises:
        DataError: nothing would be left of a picture.
    """
    if factor == 1 or table.image_shape is None:
        return table
    height, width = table.image_shape
    if factor > min(height, width):
        raise DataError(
            "{name} has pictures of {width} × {height} pixels, of which no pixel is left where {factor} × {factor} "
            "become one: lower data.downsample.",
            name=table.name,
            width=width,
            height=height,
            factor=factor,
        )
    channels = table.n_features // (height * width)
    features = _means(table.features.reshape(-1, height, width, channels), factor)
    return replace(
        table,
        features=frozen(features),
        columns=number_columns(pixel_names(features.shape[1])),
        image_shape=(height // factor, width // factor),
    )


def _means(pictures: NDArray[np.float32], factor: int) -> NDArray[np.float32]:
    """(rows, height, width, channels) -> (rows, new height * new width * channels)"""
    rows, height, width, channels = pictures.shape
    shape = height // factor, width // factor, channels
    means = np.zeros((rows, *shape), np.float32)
    for start in range(0, rows, _AT_ONCE):
        some, mean = pictures[start : start + _AT_ONCE], means[start : start + _AT_ONCE]
        for row in range(factor):
            for column in range(factor):
                mean += some[:, row : shape[0] * factor : factor, column : shape[1] * factor : factor]
        mean /= factor * factor
    return means.reshape(rows, -1)
