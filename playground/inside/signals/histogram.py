"""The distribution of one layer's values, as a strip of bars with mean and standard deviation below."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.ui.look import ramps, theme
from playground.ui.text.numbers import number

_TOP_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_ROOM_FOR_REACH: Final = 150.0
"""Pixels: narrower strips do not say how far they go."""


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """One layer. ``kind`` names its colour; counts: (bins,), in equal steps from low to high.

    ``stuck`` is the share of values or units that do not pass anything on any more, NaN where the layer has none such,
    ``stuck_word`` what they are called, and ``stuck_help`` what that means.
    """

    name: str
    kind: str
    mean: float
    std: float
    low: float
    high: float
    counts: NDArray[Any]
    stuck: float = math.nan
    stuck_word: str = ""
    stuck_help: str = ""

    @property
    def reach(self) -> float:
        """How far from zero the values go."""
        return max(abs(self.low), abs(self.high))


def draw_values(painter: QPainter, place: QRectF, strip: Strip, reach: float, *, says_reach: bool) -> None:
    """Draws the distribution of a layer's values, zero in the middle and ``reach`` at both ends, with its whisker.

    Heights are square roots of counts, so that thin tails are to be seen beside a tall peak.
    """
    look = theme.current()
    color = look.color(strip.kind)
    zero = place.center().x()
    painter.setPen(QPen(QColor(look.grid), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    counts = np.sqrt(np.asarray(strip.counts, np.float64))
    if counts.any():
        scale = place.width() / 2 / reach if reach > 0 else 0.0
        left, right, tallest = zero + scale * strip.low, zero + scale * strip.high, counts.max()
        if right - left < 2:  # all in one place
            left, right, counts = (left + right) / 2 - 1, (left + right) / 2 + 1, np.full(1, tallest)
        bars = QRectF(left, place.top() + 1, right - left, place.height() - 1)
        _draw_bars(painter, bars, counts / tallest, ramps.blend(look.color("surface"), color, 0.6))
        if math.isfinite(strip.std):
            _draw_whisker(painter, place, zero + scale * strip.mean, scale * strip.std)
    painter.setPen(QPen(QColor(look.muted), 1))
    painter.drawLine(QPointF(zero, place.top()), QPointF(zero, place.bottom()))
    if says_reach and counts.any() and place.width() >= _ROOM_FOR_REACH:
        painter.setPen(QColor(look.muted))
        painter.drawText(place.adjusted(0, -2, -1, 0), _TOP_RIGHT, f"±{number(reach, 2)}")


def _draw_whisker(painter: QPainter, place: QRectF, mean: float, std: float) -> None:
    """Mean and, on both sides of it, standard deviation, below the values."""
    painter.setPen(QPen(QColor(theme.current().text), 1.5))
    y = place.bottom() + 1
    left, right = max(mean - std, place.left()), min(mean + std, place.right())
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().text))
    painter.drawEllipse(QPointF(mean, y), 2.0, 2.0)


def _draw_bars(painter: QPainter, place: QRectF, shares: NDArray[np.float64], color: QColor) -> None:
    """shares: (bins,), of the full height. On whole pixels: many times faster than a smooth outline."""
    bars = pg.Qt.internals.PrimitiveArray(QRectF, 4)
    bars.resize(len(shares))
    rects, width = bars.ndarray(), place.width() / len(shares)
    rects[:, 0] = place.left() + width * np.arange(len(shares))
    rects[:, 1] = place.bottom() - place.height() * shares
    rects[:, 2] = width
    rects[:, 3] = place.height() * shares
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawRects(*bars.drawargs())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
