"""Weights as colours: negative, zero and positive, and the strip that says which colour is which number."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QLinearGradient, QPainter

from playground.ui.look import ramps, theme
from playground.ui.text.numbers import number

NOTHING, FRAME = 0, 1
"""The levels of what is left transparent, and of a line around a picture."""


def levels(weights: NDArray[Any], reach: float) -> NDArray[np.uint8]:
    """-reach .. reach -> 2 .. 254, and 128 for zero; what is beyond has the last colour. Any shape."""
    shares = np.clip(weights * np.float32(126 / max(reach, 1e-30)), -126, 126)
    shares[np.isnan(shares)] = 0
    result: NDArray[np.uint8] = (np.rint(shares) + 128).astype(np.uint8)
    return result


def image(pixels: NDArray[np.uint8]) -> QImage:
    """(height, width) levels as a picture, a pixel each."""
    height, width = pixels.shape
    data = np.ascontiguousarray(pixels)
    result = QImage(data.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    result.setColorTable(_table(theme.current().name))
    return result.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


@lru_cache(maxsize=2)
def _table(_: str) -> list[int]:
    return [0, theme.current().color("border").rgb(), *ramps.diverging(theme.current())[2:]]


def paint_legend(painter: QPainter, right: float, top: float, reach: float) -> float:
    """A strip from -reach to reach that ends at ``right``; returns where it begins."""
    look = theme.current()
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    low, high = f"−{number(reach, 2)}", f"+{number(reach, 2)}"
    strip = QRectF(right - metrics.horizontalAdvance(high) - 4 - 56, top + metrics.height() / 2 - 4, 56, 8)
    blend = QLinearGradient(strip.topLeft(), strip.topRight())
    for place, name in ((0.0, "negative"), (0.5, "sunken"), (1.0, "positive")):
        blend.setColorAt(place, look.color(name))
    painter.setPen(QColor(look.border))
    painter.setBrush(blend)
    painter.drawRoundedRect(strip, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(look.muted))
    painter.drawText(QRectF(strip.right() + 4, top, 80, metrics.height()), Qt.AlignmentFlag.AlignLeft, high)
    left = strip.left() - 4 - metrics.horizontalAdvance(low)
    painter.drawText(QRectF(left, top, 80, metrics.height()), Qt.AlignmentFlag.AlignLeft, low)
    return left
