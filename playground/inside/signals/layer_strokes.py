"""Draws the lines of a plot over layers: dashed pens are slow in Qt, so dashes are drawn as pieces."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.inside.signals.layer_lines import LayerLine

DOTS: Final = (1.0, 3.0)
"""Theory: pixels drawn and left out."""
THIN: Final = 1.1
_WIDE, _NORMAL, _PALE = 6.0, 1.8, 1.2


def line_pen(line: LayerLine) -> QPen:
    """What a line is drawn with, dashes aside."""
    color = QColor(line.color)
    color.setAlphaF(0.4 if line.is_wide or line.is_pale else 1.0)
    pen = QPen(color, _WIDE if line.is_wide else _PALE if line.is_pale else _NORMAL)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if line.is_wide else Qt.PenCapStyle.FlatCap)
    return pen


def draw_stroke(
    painter: QPainter, x: NDArray[np.float64], y: NDArray[np.float64], pen: QPen, dashes: tuple[float, ...] = ()
) -> None:
    """Joins points. x, y: (n,) in pixels, with gaps where y is not finite; dashes: pixels drawn and left out."""
    painter.setPen(pen)
    finite = np.isfinite(y)
    breaks = np.flatnonzero(np.diff(np.concatenate([[False], finite, [False]]).astype(np.int8)))
    for start, stop in breaks.reshape(-1, 2).tolist():
        if stop - start == 1:
            painter.drawLine(QPointF(x[start] - 2, y[start]), QPointF(x[start] + 2, y[start]))
        elif dashes:
            _draw_dashes(painter, x[start:stop], y[start:stop], *dashes)
        else:
            points = [QPointF(*point) for point in zip(x[start:stop].tolist(), y[start:stop].tolist(), strict=True)]
            painter.drawPolyline(QPolygonF(points))


def _draw_dashes(painter: QPainter, x: NDArray[Any], y: NDArray[Any], drawn: float, left_out: float) -> None:
    """Dashes of even length along the line, however steep it is."""
    along = np.concatenate([[0.0], np.hypot(np.diff(x), np.diff(y)).cumsum()])
    starts = np.arange(0.0, along[-1], drawn + left_out)
    ends = np.minimum(starts + drawn, along[-1])
    pieces = pg.Qt.internals.PrimitiveArray(QLineF, 4)
    pieces.resize(len(starts))
    lines = pieces.ndarray()
    lines[:, 0], lines[:, 1] = np.interp(starts, along, x), np.interp(starts, along, y)
    lines[:, 2], lines[:, 3] = np.interp(ends, along, x), np.interp(ends, along, y)
    painter.drawLines(*pieces.drawargs())
