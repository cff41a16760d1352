"""The small drawing that stands for a layer: a net, the curve of its own nonlinearity, or units switched off."""

from __future__ import annotations

from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from engine.nn.layers.base import LayerSpec
from engine.nn.layers.parts.functions import Activation
from playground.ui.look import theme

_REACH = 2.5
"""The curve is drawn from -2.5 to 2.5."""


@cache
def curve(function: type[Activation]) -> QPainterPath:
    """The graph of a nonlinearity in a square of side 2 around (0, 0), y upwards negative as on the screen."""
    x = np.linspace(-_REACH, _REACH, 33)
    y = np.empty_like(x)
    function().forward(x, y, np.zeros_like(x))
    low, high = min(float(y.min()), -0.2), max(float(y.max()), 0.2)
    path = QPainterPath()
    for at, value in zip(x / _REACH, 1 - 2 * (y - low) / (high - low), strict=True):
        point = QPointF(float(at), float(value))
        if path.elementCount():
            path.lineTo(point)
        else:
            path.moveTo(point)
    return path


def paint_mark(painter: QPainter, rect: QRect, layer: LayerSpec) -> None:
    """Paints the mark of a layer in the colour of its kind, filling ``rect``."""
    function = layer.nonlinearity
    if function is None:
        theme.icon(layer.icon, layer.color).paint(painter, rect)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = rect.width() / 2 - 2
    pen = QPen(theme.current().color(layer.color), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.translate(QRectF(rect).center())
    painter.drawPath(QTransform.fromScale(side, side * 0.85).map(curve(function)))
    painter.restore()
