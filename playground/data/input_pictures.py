"""What a formula looks like over the plane: below zero in one colour, above in the other, as a small square."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap

from engine.data.formulas.tree import Node, value
from engine.inspectors.answers.boundary import grid
from playground.ui.look import ramps, theme

SIDE: Final = 26
"""Pixels of a picture."""
_CELLS: Final = 26
Range: TypeAlias = tuple[float, float]


def picture(tree: Node, x: Range, y: Range) -> QIcon:
    """The values of a formula between these limits, the largest in full colour; paper where it has none."""
    image = QImage(levels(tree, x, y).tobytes(), _CELLS, _CELLS, _CELLS, QImage.Format.Format_Indexed8)
    image.setColorTable(ramps.diverging(theme.current()))
    large = image.scaled(
        QSize(2 * SIDE, 2 * SIDE), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
    )
    pixmap = QPixmap.fromImage(large)
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


def levels(tree: Node, x: Range, y: Range) -> NDArray[np.uint8]:
    """(cells, cells), from the top down: 128 is zero, 0 and 255 the largest size of either sign."""
    with np.errstate(all="ignore"):
        values = np.broadcast_to(value(tree, grid(x, y, _CELLS)), _CELLS**2).reshape(_CELLS, _CELLS)[::-1]
    finite = np.where(np.isfinite(values), values, 0)
    share = finite / (np.abs(finite).max() or 1)
    return np.ascontiguousarray(np.rint(128 + 127 * share).astype(np.uint8))
