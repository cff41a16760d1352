"""A small picture of curves, one a lane in the lane's colour, painted anew in whatever theme is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.ui.look import theme

_INSET: Final = 7.0
_CROSS: Final = 3.0


class Sparklines:
    """Paints values from 0 to 1 over equal steps; a lane that ends early, because it diverged, ends in a cross."""

    def __init__(self, lanes: Sequence[Sequence[float]]) -> None:
        self._lanes = lanes
        self._points = max((len(lane) for lane in lanes), default=0)

    def __call__(self, painter: QPainter, place: QRectF) -> None:
        room = place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setPen(QPen(QColor(theme.current().grid), 1))
        for share in (0.0, 0.5, 1.0):
            y = round(room.bottom() - share * room.height()) + 0.5
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, lane in reversed(list(enumerate(self._lanes))):  # the first one lies on top
            pen = QPen(theme.lane_color(index), 1.5)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            points = [self._place(room, step, value) for step, value in enumerate(lane)]
            painter.drawPolyline(QPolygonF(points))
            if points and len(points) < self._points:
                _paint_cross(painter, points[-1])

    def _place(self, room: QRectF, step: int, value: float) -> QPointF:
        x = room.left() + room.width() * step / max(1, self._points - 1)
        return QPointF(x, room.bottom() - min(max(value, 0.0), 1.0) * room.height())


def _paint_cross(painter: QPainter, middle: QPointF) -> None:
    for side in (-1, 1):
        arm = QPointF(_CROSS, side * _CROSS)
        painter.drawLine(middle - arm, middle + arm)
