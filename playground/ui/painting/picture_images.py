"""Pictures of rows as they are painted: grey ones as ink on paper, in the theme's colours, and colour as it is."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from playground.ui.look import ramps, theme
from playground.ui.look.palette import Theme


def picture_shape(n_features: int, image_shape: tuple[int, int]) -> tuple[int, ...]:
    """What a row of pixels is reshaped to: (height, width), or (height, width, 3) of one in colour."""
    height, width = image_shape
    channels = n_features // (height * width)
    return (height, width) if channels == 1 else (height, width, channels)


def rgb_of(shares: NDArray[Any]) -> NDArray[np.uint8]:
    """shares: (height, width) from 0, paper, to 1, ink; or (..., height, width, 3), of red, green and blue.

    Returns: (..., height, width, 3)
    """
    levels: NDArray[np.uint8] = np.rint(np.clip(np.nan_to_num(shares), 0, 1) * 255).astype(np.uint8)
    return levels if levels.ndim > 2 else _ink(theme.current())[levels]


def rgb_image(pixels: NDArray[np.uint8]) -> QImage:
    """(height, width, 3) -> a picture."""
    height, width, _ = pixels.shape
    return QImage(np.ascontiguousarray(pixels).tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


@cache
def _ink(look: Theme) -> NDArray[np.uint8]:
    """(256, 3), from paper to ink."""
    colors = np.array(ramps.ink(look), np.uint32)
    return np.stack([colors >> 16 & 255, colors >> 8 & 255, colors & 255], axis=1).astype(np.uint8)
