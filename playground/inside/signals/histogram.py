"""The distribution of one layer's values, as a strip of bars with mean and standard deviation below."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from engine.records import record
from playground.ui.look import ramps, theme
from playground.ui.text.numbers import number

_TOP_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_ROOM_FOR_REACH: Final = 70.0
"""Pixels: narrower strips do not say how far they go."""


@record(eq=False)
class Other:
    """The same layer's values in another lane, as in `Strip`; color: the lane's."""

    name: str
    color: QColor
    mean: float
    std: float
    low: float
    high: float
    counts: NDArray[Any]


@record(eq=False)
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
    other: Other | None = None

    @property
    def reach(self) -> float:
        """How far from zero the values go, and those of the lane beside."""
        ends = [self.low, self.high]
        if self.other is not None:
            ends += [self.other.low, self.other.high]
        return max(map(abs, ends))


def draw_values(painter: QPainter, place: QRectF, strip: Strip, reach: float, *, says_reach: bool) -> None:
    """Draws the distribution of a layer's values, zero in the middle and ``reach`` at both ends, with its whisker; that
    of the lane beside in outline.

    Heights are square roots of counts, so that thin tails are to be seen beside a tall peak.
    """
    look = theme.current()
    zero, scale = place.center().x(), place.width() / 2 / reach if reach > 0 else 0.0
    painter.setPen(QPen(QColor(look.grid), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    if strip.counts.any():
        _draw_bars(
            painter, *_bars(strip, place, scale), ramps.blend(look.color("surface"), look.color(strip.kind), 0.6)
        )
        if math.isfinite(strip.std):
            _draw_whisker(painter, place, zero + scale * strip.mean, scale * strip.std)
    if strip.other is not None and strip.other.counts.any():
        _draw_outline(painter, *_bars(strip.other, place, scale), strip.other.color)
    painter.setPen(QPen(QColor(look.muted), 1))
    painter.drawLine(QPointF(zero, place.top()), QPointF(zero, place.bottom()))
    if says_reach and place.width() >= _ROOM_FOR_REACH:
        _draw_reach(painter, place, f"±{number(reach, 2)}")


def _draw_reach(painter: QPainter, place: QRectF, text: str) -> None:
    """In the corner, upon what may lie there."""
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(text) + 2
    paper = theme.current().color("surface")
    paper.setAlphaF(0.7)
    painter.fillRect(QRectF(place.right() - wide, place.top(), wide, metrics.ascent() - 1), paper)
    painter.setPen(QColor(theme.current().muted))
    painter.drawText(place.adjusted(0, -2, -1, 0), _TOP_RIGHT, text)


def _bars(values: Strip | Other, place: QRectF, scale: float) -> tuple[QRectF, NDArray[np.float64]]:
    """Where all bars are, and how high each of them is, as shares of that."""
    heights = np.sqrt(np.asarray(values.counts, np.float64))
    zero, tallest = place.center().x(), heights.max()
    left, right = zero + scale * values.low, zero + scale * values.high
    if right - left < 2:  # all in one place
        left, right, heights = (left + right) / 2 - 1, (left + right) / 2 + 1, np.full(1, tallest)
    return QRectF(left, place.top() + 1, right - left, place.height() - 1), heights / tallest


def _draw_whisker(painter: QPainter, place: QRectF, mean: float, std: float) -> None:
    """Mean and, on both sides of it, standard deviation, below the values."""
    painter.setPen(QPen(QColor(theme.current().text), 1.5))
    y = place.bottom() + 1
    left, right = max(mean - std, place.left()), min(mean + std, place.right())
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().text))
    painter.drawEllipse(QPointF(mean, y), 2.0, 2.0)


def _draw_outline(painter: QPainter, place: QRectF, shares: NDArray[np.float64], color: QColor) -> None:
    """shares: (bins,), of the full height."""
    x = np.repeat(place.left() + place.width() / len(shares) * np.arange(len(shares) + 1), 2)
    y = place.bottom() - place.height() * np.concatenate([[0.0], np.repeat(shares, 2), [0.0]])
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]))


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
