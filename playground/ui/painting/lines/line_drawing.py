"""Draws the lines of lanes straight from arrays: all lanes of a plot in a few milliseconds, however noisy they are.

Qt draws lines of one pixel many times faster than wider ones, and wide ones many times faster piece by piece than as a
path. So thin lines are polylines, and wide or dashed ones are arrays of pieces.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from playground.ui.painting.lines.thinning import Points

PIECE: Final = 3.0
"""Pixels between the points of a dashed line."""
DASH, SPACE = 3, 2
"""Pieces drawn and pieces left out."""
COLUMN: Final = 2.0
"""Width of the columns that make up a band, in pixels."""
FAR: Final = 1e5
"""Pixels: curves may leave the plot, but not farther than Qt can draw."""
EDGE: Final = 1.0
"""Pixels above the lower edge where a 0 lies on a logarithmic axis."""

DOT: Final = 3.0
"""Radius of the dot where a branch begins."""

Curve: TypeAlias = tuple[NDArray[np.float64], NDArray[Any]]


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
        """Any shape, in data -> in pixels, not farther than `FAR`. NaN stays NaN; log 0 is the lower edge."""
        with np.errstate(invalid="ignore", over="ignore"):
            pixels = self._frame.top() + (self._top - values.astype(np.float64)) * self._y
        return np.where(np.isneginf(values), self._frame.bottom() - EDGE, np.clip(pixels, -FAR, FAR))

    def points(self, points: Points) -> Points:
        """In data -> in pixels."""
        return Points(self.x(points.x), self.y(points.y), points.joined)

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(float(self.x(np.array(x))), float(self.y(np.array(y))))


def draw_line(painter: QPainter, points: Points, curve: int, pen: QPen) -> None:
    """One curve of points in pixels."""
    x, y, joined = points.x[curve], points.y[curve], points.joined[curve]
    painter.setPen(pen)
    if pen.widthF() * painter.device().devicePixelRatioF() <= 1.0:
        ends = np.flatnonzero(np.diff(joined, prepend=False, append=False))
        for first, last in ends.reshape(-1, 2):
            painter.drawPolyline(_polygon(x[first : last + 1], y[first : last + 1]))
    else:
        start = np.flatnonzero(joined & (x[1:] > x[:-1]))
        _draw_pieces(painter, x[start], y[start], x[start + 1], y[start + 1])


def draw_dashes(painter: QPainter, frame: QRectF, points: Points, curve: int, pen: QPen) -> None:
    """One curve of points in pixels, in dashes by its length; long pieces are always drawn, so that no peak is cut.

    There is a piece of line for each dash wherever the points lie. (A dashed pen would do that too, at ten times the
    cost.)
    """
    x, y = points.x[curve], points.y[curve]
    seen = points.joined[curve] & (x[1:] > x[:-1]) & (x[1:] >= frame.left()) & (x[:-1] <= frame.right())
    start = np.flatnonzero(seen)
    x0, width, y0, height = x[start], x[start + 1] - x[start], y[start], y[start + 1] - y[start]
    # Of each line from point to point what can be seen, in shares of it.
    begin, end = (np.clip((side - x0) / width, 0, 1) for side in (frame.left(), frame.right()))
    parts = np.maximum(1, np.ceil((end - begin) * width / PIECE)).astype(np.intp)
    line = np.repeat(np.arange(len(start)), parts)
    number = np.arange(len(line)) - (parts.cumsum() - parts)[line]
    size = ((end - begin) / parts)[line]
    here = begin[line] + number * size
    length = size * np.hypot(width, height)[line]
    middle = length.cumsum() - length / 2
    dash = (np.mod(middle / PIECE, DASH + SPACE) < DASH) | (length > 2 * PIECE)
    line, here, there = line[dash], here[dash], (here + size)[dash]
    x0, width, y0, height = x0[line], width[line], y0[line], height[line]
    painter.setPen(pen)
    _draw_pieces(painter, x0 + here * width, y0 + here * height, x0 + there * width, y0 + there * height)


def draw_beginning(painter: QPainter, points: Points, curve: int, pen: QPen) -> None:
    """Where a curve begins that branches off another one: a dot, and a dotted line to where it is measured again."""
    x, y = points.of(curve)
    place = np.flatnonzero(points.x[curve] == x[0])[-1]
    if len(x) > 1 and not points.joined[curve, place]:
        painter.setPen(QPen(pen.color(), pen.widthF(), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x[0], y[0]), QPointF(x[1], y[1]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(pen.color()))
    painter.drawEllipse(QPointF(x[0], y[0]), DOT, DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_band(painter: QPainter, frame: QRectF, low: Curve, high: Curve, color: QColor) -> None:
    """Fills what lies between two curves, each given by its points in pixels: x, y, (n,) and (m,)."""
    if min(len(low[0]), len(high[0])) < 2:
        return
    # As columns on whole pixels, without seams: a noisy polygon takes Qt ten times as long.
    begin = max(low[0][0], high[0][0], frame.left())
    end = min(low[0][-1], high[0][-1], frame.right())
    left = np.arange(np.ceil(begin), end, COLUMN)
    if not len(left):
        return
    columns = pg.Qt.internals.PrimitiveArray(QRectF, 4)
    columns.resize(len(left))
    rects = columns.ndarray()
    top, bottom = _in_columns(left, *high, np.minimum), _in_columns(left, *low, np.maximum)
    rects[:, 0], rects[:, 1], rects[:, 2], rects[:, 3] = left, top, COLUMN, bottom - top
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color))
    painter.drawRects(*columns.drawargs())
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _in_columns(
    left: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64], extreme: np.ufunc
) -> NDArray[np.float64]:
    """How far a curve reaches in each column: np.minimum is up, np.maximum is down. left: (columns,)"""
    ends = np.interp(np.append(left, left[-1] + COLUMN), x, y)
    reached: NDArray[np.float64] = extreme(ends[:-1], ends[1:])
    column = np.floor((x - left[0]) / COLUMN)
    inside = (column >= 0) & (column < len(left))
    extreme.at(reached, column[inside].astype(np.intp), y[inside])
    return reached


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
