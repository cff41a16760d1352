"""Colours of decision regions: that of the likeliest class, paler where the lane is less sure."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from playground.ui.look import number_scale, theme
from playground.ui.look.number_scale import NumberScale
from playground.ui.look.ramps import blend

LEVELS: Final = 64
STRONGEST: Final = 0.62
"""How much of a class's colour a cell has where the lane is certain: points must stand out of it."""


def color_table(n_classes: int) -> NDArray[np.uint32]:
    """(classes * LEVELS,): from paper to the colour of each class."""
    paper = theme.current().color("surface")
    return np.array(
        [
            blend(paper, theme.class_color(label), STRONGEST * level / (LEVELS - 1)).rgb()
            for label in range(n_classes)
            for level in range(LEVELS)
        ],
        np.uint32,
    )


def number_table() -> NDArray[np.uint32]:
    """(256,): the colours of a scale of numbers, paler than those of the points on it."""
    paper = theme.current().color("surface")
    return np.array([blend(paper, QColor(color), STRONGEST).rgb() for color in number_scale.colors()], np.uint32)


def number_images(numbers: NDArray[Any], scale: NumberScale) -> list[QImage]:
    """numbers: (lanes, side, side), upwards -> a picture a lane, one pixel a cell."""
    side, pixels = numbers.shape[1], np.ascontiguousarray(number_table()[scale.levels(numbers)][:, ::-1])
    return [QImage(lane.tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy() for lane in pixels]


def region_images(shares: NDArray[Any], table: NDArray[np.uint32]) -> list[QImage]:
    """shares: (lanes, side, side, classes), upwards -> a picture a lane, one pixel a cell. NaN is paper."""
    lanes, side, _, classes = shares.shape
    planes = np.ascontiguousarray(np.moveaxis(shares, -1, 0))  # NumPy reduces a short last axis slowly
    sure = (planes.max(axis=0) * classes - 1) / max(classes - 1, 1)
    taken = (planes[1] > planes[0]).astype(np.intp) if classes == 2 else planes.argmax(axis=0)
    level = (np.clip(np.nan_to_num(sure), 0, 1) * (LEVELS - 1)).astype(np.intp)
    pixels = np.ascontiguousarray(table[taken * LEVELS + level][:, ::-1])
    return [
        QImage(pixels[lane].tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy() for lane in range(lanes)
    ]
