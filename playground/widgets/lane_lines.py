"""Draws the lines of lanes straight from arrays: all lanes of a plot in a few milliseconds, however noisy they are.

Qt draws lines of one pixel many times faster than wider ones, and wide ones many times faster piece by piece than as a
path. So thin lines are polylines, and wide or dashed ones are arrays of pieces.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

PIECE: Final = 3.0
"""Pixels between the points of a dashed line."""
DASH, SPACE = 3, 2
"""Pieces drawn and pieces left out."""
COLUMN: Final = 2.0
"""Width of the columns that make up a band, in pixels."""
FAR: Final = 1e5
"""Pixels: curves may leave the plot, but not farther than Qt can draw."""


class Scale:
    """Maps data to pixels: ``view`` is what is shown, ``frame`` where."""

    def __init__(self, view: QRectF, frame: QRectF) -> None:
        self._left, self._top = view.left(), view.bottom()  # the view's y grows upwards
        self._x = frame.width() / view.width() if view.width() else 0.0
        self._y = frame.height() / view.height() if view.height() else 0.0
        self._frame = frame

    def x(self, values: NDArray[Any]) -> NDArray[np.float64]:
        """Any shape, in data -> in pixels."""
        pixels: NDArray[np.float64] = self._frame.left() + (values - self._left) * self._x
        return pixels

    def y(self, values: NDArray[Any]) -> NDArray[np.float64]:
        """Any shape, in data -> in pixels, not farther than `FAR`. NaN stays NaN."""
        with np.errstate(invalid="ignore", over="ignore"):
            pixels = self._frame.top() + (self._top - values.astype(np.float64)) * self._y
        return np.clip(pixels, -FAR, FAR)

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(self._frame.left() + (x - self._left) * self._x, self._frame.top() + (self._top - y) * self._y)


class Dashes:
    """The points of dashed lines over one x axis: those of the lines, and one every three pixels between them.

    So there is a piece of line for each dash wherever the points lie, and no peak is cut. (A dashed pen would do that
    too, at ten times the cost.)
    """

    def __init__(self, x: NDArray[np.float64]) -> None:
        """x: (n,) in pixels, growing."""
        self._x = x
        length = x[-1] - x[0]
        grid = x[0] + PIECE * np.arange(1, int(length / PIECE) + 1)
        self.x = np.sort(np.concatenate([x, grid]))
        right = np.clip(np.searchsorted(x, self.x, side="left"), 1, len(x) - 1)
        left = right - 1
        span = np.maximum(x[right] - x[left], 1e-12)
        self._left, self._right, self._weight = left, right, (self.x - x[left]) / span

    def y(self, y: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, lines) at the lines' points -> (points, lines) at `x`."""
        weight = self._weight[:, None]
        with np.errstate(invalid="ignore"):
            between: NDArray[np.float64] = y[self._left] * (1 - weight) + y[self._right] * weight
        return between


def draw_line(painter: QPainter, x: NDArray[np.float64], y: NDArray[np.float64], pen: QPen) -> None:
    """x, y: (n,) in pixels; what is not finite is left out."""
    finite = np.isfinite(y)
    if not finite.all():
        x, y = x[finite], y[finite]
    if len(x) < 2:
        return
    painter.setPen(pen)
    if pen.widthF() * painter.device().devicePixelRatioF() <= 1.0:
        painter.drawPolyline(_polygon(x, y))
    else:
        _draw_pieces(painter, x[:-1], y[:-1], x[1:], y[1:])


def draw_dashes(painter: QPainter, dashes: Dashes, y: NDArray[np.float64], pen: QPen) -> None:
    """y: (points,) as `Dashes.y` gives them. Dashes go by the length of the line; long pieces are always drawn."""
    x, finite = dashes.x, np.isfinite(y)
    if not finite.all():
        x, y = x[finite], y[finite]
    length = np.hypot(np.diff(x), np.diff(y))
    middle = np.cumsum(length) - length / 2
    start = np.flatnonzero((np.mod(middle / PIECE, DASH + SPACE) < DASH) | (length > 2 * PIECE))
    painter.setPen(pen)
    _draw_pieces(painter, x[start], y[start], x[start + 1], y[start + 1])


def draw_band(
    painter: QPainter, x: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64], color: QColor
) -> None:
    """Fills what lies between two lines. x, low, high: (n,) in pixels."""
    finite = np.isfinite(low) & np.isfinite(high)
    x, low, high = x[finite], low[finite], high[finite]
    if len(x) < 2:
        return
    # As columns on whole pixels, without seams: a noisy polygon takes Qt ten times as long.
    left = np.arange(np.ceil(x[0]), x[-1], COLUMN)
    columns = pg.Qt.internals.PrimitiveArray(QRectF, 4)
    columns.resize(len(left))
    rects = columns.ndarray()
    top, bottom = np.interp(left, x, high), np.interp(left, x, low)
    rects[:, 0], rects[:, 1], rects[:, 2], rects[:, 3] = left, top, COLUMN, bottom - top
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color))
    painter.drawRects(*columns.drawargs())
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _polygon(x: NDArray[np.float64], y: NDArray[np.float64]) -> QPolygonF:
    polygon: QPolygonF = pg.functions.create_qpolygonf(len(x))
    points = pg.functions.ndarray_from_qpolygonf(polygon)
    points[:, 0], points[:, 1] = x, y
    return polygon


def _draw_pieces(painter: QPainter, x0: Any, y0: Any, x1: Any, y1: Any) -> None:
    if not len(x0):
        return
    pieces = pg.Qt.internals.PrimitiveArray(QLineF, 4)
    pieces.resize(len(x0))
    lines = pieces.ndarray()
    lines[:, 0], lines[:, 1], lines[:, 2], lines[:, 3] = x0, y0, x1, y1
    painter.drawLines(*pieces.drawargs())
