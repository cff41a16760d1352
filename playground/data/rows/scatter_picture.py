"""The rows of a two-feature data set as points: a colour and a shape a class, filled for training, hollow for test."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import number_scale, theme
from playground.ui.look.number_scale import NumberScale

_SHADES = 15
"""Of numbers: as many as can be told apart."""
_UNLIKE = 5
_MOST = 3000
"""More points than this are thinned evenly: nobody can tell, and painting stays fast."""


class ScatterPicture(QWidget):
    """A square picture of points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: NDArray[Any] = np.zeros((0, 2))
        self._classes: NDArray[Any] = np.zeros(0, dtype=int)
        self._train: NDArray[Any] = np.zeros(0, dtype=bool)
        self._free = 0
        self._scale: NumberScale | None = None
        """Where the colours are those of numbers, and what stands for a class is one of 256 levels."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_points(self, points: NDArray[Any], classes: NDArray[Any], is_train: NDArray[Any] | None = None) -> None:
        """Shows rows.

        Args:
            points: (n, 2) features.
            classes: (n,) class indices.
            is_train: (n,) flags; without them all rows are training rows.
        """
        points = np.asarray(points, dtype=float)
        train = np.ones(len(points), dtype=bool) if is_train is None else np.asarray(is_train, dtype=bool)
        step = max(1, -(-len(points) // _MOST))
        keep = np.flatnonzero(np.isfinite(points).all(axis=1))[::step]
        self._points, self._classes, self._train = points[keep], np.asarray(classes)[keep], train[keep]
        self._scale = None
        self.update()

    def set_numbers(
        self, points: NDArray[Any], numbers: NDArray[Any], is_train: NDArray[Any], scale: NumberScale
    ) -> None:
        """The same, coloured by the number of each row, (n,)."""
        step = 255 // _SHADES
        self.set_points(points, scale.levels(numbers) // step * step, is_train)
        self._scale = scale
        self.update()

    def count(self) -> int:
        """How many points are shown."""
        return len(self._points)

    def heightForWidth(self, width: int) -> int:
        return min(width, 240)

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 80)

    def keep_free(self, right: int) -> None:
        """Leaves so many pixels on the right to what stands beside the picture."""
        self._free = right

    def square(self) -> QRectF:
        """The frame of the picture: in the middle of the widget, as far as what stands beside it lets it."""
        room = self.width() - self._free
        side = min(room, self.height()) - 1
        return QRectF(min((self.width() - side) / 2, room - side - 1), (self.height() - side) / 2, side, side)

    def _placed(self, frame: QRectF) -> NDArray[Any]:
        """Places of the points. (n, 2) -> (n, 2)

        The same scale on both axes; but each its own where they are so unlike that one would be a line: an income and a
        number of rooms have nothing in common.
        """
        low, high = self._points.min(axis=0), self._points.max(axis=0)
        spans = high - low
        are_unlike = 0 < spans.min() < spans.max() / _UNLIKE
        reach = np.maximum(spans if are_unlike else spans.max(), 1e-12) * 1.12
        unit = (self._points - (low + high) / 2) / reach
        center = np.array([frame.center().x(), frame.center().y()])
        placed: NDArray[Any] = center + unit * np.array([frame.width(), -frame.height()])
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.square()
        colors = theme.current()
        painter.setPen(QColor(colors.border))
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.count():
            placed, shades = self._placed(frame), number_scale.colors()
            radius = 7.0 if self.count() <= 400 else 5.0
            for train in (False, True):  # training points on top
                for label in np.unique(self._classes):
                    chosen = placed[(self._classes == label) & (self._train == train)]
                    if self._scale is None:
                        _paint_class(painter, chosen, int(label), train, radius)
                    else:
                        _paint_points(painter, chosen, QColor(shades[int(label)]), 0, train, radius, colors.muted)
        painter.end()


def _paint_class(painter: QPainter, places: NDArray[Any], label: int, filled: bool, size: float) -> None:
    """Paints points that look alike. places: (n, 2)"""
    _paint_points(painter, places, theme.class_color(label), label, filled, size)


def _paint_points(
    painter: QPainter, places: NDArray[Any], color: QColor, symbol: int, filled: bool, size: float, edge: str = ""
) -> None:
    """edge: of filled points; that of the ground without it."""
    shape = QTransform.fromScale(size, size).map(theme.lane_symbol_path(symbol))
    painter.setPen(QPen(QColor(edge or theme.current().sunken), 0.75) if filled else QPen(color, 1.25))
    painter.setBrush(color if filled else QColor(0, 0, 0, 0))
    for x, y in places:
        painter.drawPath(_moved(shape, float(x), float(y)))


def _moved(shape: QPainterPath, x: float, y: float) -> QPainterPath:
    return shape.translated(QPointF(x, y))
