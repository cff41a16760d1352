"""The marks that tell lanes apart besides their colour: the same shapes in plots and in legends."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

NAMES: Final = ("o", "s", "t1", "d", "+", "t", "star", "x")
"""In pyqtgraph's names. Eight, and nine colours: 72 pairs before one comes again."""

_ARM: Final = 0.16


@cache
def path(name: str) -> QPainterPath:
    """The shape around (0, 0), one unit wide. ``t1`` points up and ``t`` down."""
    result = QPainterPath()
    match name:
        case "o":
            result.addEllipse(QRectF(-0.5, -0.5, 1, 1))
        case "s":
            result.addRect(QRectF(-0.44, -0.44, 0.88, 0.88))
        case "t1":
            return _polygon((0, -0.5), (0.5, 0.42), (-0.5, 0.42))
        case "t":
            return _polygon((0, 0.5), (0.5, -0.42), (-0.5, -0.42))
        case "d":
            return _polygon((0, -0.55), (0.42, 0), (0, 0.55), (-0.42, 0))
        case "star":
            corners = [(0.55 if corner % 2 == 0 else 0.22, corner * math.pi / 5) for corner in range(10)]
            return _polygon(*((radius * math.sin(angle), -radius * math.cos(angle)) for radius, angle in corners))
        case "+":
            result.addRect(QRectF(-0.5, -_ARM, 1, 2 * _ARM))
            result.addRect(QRectF(-_ARM, -0.5, 2 * _ARM, 1))
            return result.simplified()
        case "x":
            return QTransform().rotate(45).map(path("+"))
        case _:
            raise KeyError(name)
    return result


def _polygon(*corners: tuple[float, float]) -> QPainterPath:
    result = QPainterPath()
    result.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    result.closeSubpath()
    return result
