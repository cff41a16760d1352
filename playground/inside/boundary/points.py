"""The rows of a two-feature data set as points, painted once for each size of a picture."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from playground.ui.look import theme

ROOM: Final = 110.0
"""Square pixels that a point should have at least to itself: where there are more points they are thinned evenly."""
_KEPT = 4
"""Sizes that are kept: those of a window before and after it was made larger."""


class PointPictures:
    """Filled marks for training rows, hollow ones for test rows, in the colour and the shape of their class."""

    def __init__(self) -> None:
        self._places: NDArray[Any] = np.zeros((0, 2))
        self._classes: NDArray[Any] = np.zeros(0, int)
        self._train: NDArray[Any] = np.zeros(0, bool)
        self._shades: Sequence[int] | None = None
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()

    def set_points(
        self,
        places: NDArray[Any],
        classes: NDArray[Any],
        is_train: NDArray[Any],
        shades: Sequence[int] | None = None,
    ) -> None:
        """places: (n, 2), from 0 to 1 in the picture, up from its lower left corner; classes, is_train: (n,).

        shades: where numbers are learned, the colour of each of what stands for classes.
        """
        self._shades = shades
        self._places, self._classes, self._train = places, classes, is_train
        self._pictures.clear()

    def picture(self, side: int, ratio: float) -> QImage:
        """A transparent picture with the points; ``ratio`` is that of device pixels."""
        key = (side, ratio)
        if key not in self._pictures:
            self._pictures[key] = self._painted(side, ratio)
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def shown(self, side: int) -> NDArray[np.intp]:
        """Which points have room in a picture; training rows last, so that they lie on top."""
        step = max(1, -(-len(self._places) // max(12, int(side * side / ROOM))))
        if step == 1:
            return np.argsort(self._train, kind="stable")
        # Class by class: where they take turns in the rows, every second row would leave one of them out.
        groups = [
            np.flatnonzero((self._train == train) & (self._classes == label))[::step]
            for train in (False, True)
            for label in np.unique(self._classes)
        ]
        return np.concatenate(groups)

    def _painted(self, side: int, ratio: float) -> QImage:
        pixels = max(1, round(side * ratio))
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        size = min(max(side / 45, 3.6), 8.0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(pixels / side, pixels / side)
        stamps: dict[tuple[int, bool], tuple[Any, QPen, QColor]] = {}
        for index in self.shown(side) if len(self._places) else ():
            key = int(self._classes[index]), bool(self._train[index])
            if key not in stamps:
                stamps[key] = _stamp(*key, size) if self._shades is None else _dot(self._shades[key[0]], key[1], size)
            shape, pen, brush = stamps[key]
            x, y = self._places[index]
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(shape.translated(QPointF(float(x) * side, float(1 - y) * side)))
        painter.end()
        image.setDevicePixelRatio(pixels / side)
        return image


def _dot(shade: int, is_train: bool, size: float) -> tuple[Any, QPen, QColor]:
    """A round point of a number, with an edge: it may lie on its own colour."""
    color, edge = QColor(shade), QColor(theme.current().muted)
    shape = QTransform.fromScale(size, size).map(theme.lane_symbol_path(0))
    if is_train:
        return shape, QPen(edge, 0.8), color
    return shape, QPen(edge, 0.8, Qt.PenStyle.DotLine), color.lighter(115)


def _stamp(label: int, is_train: bool, size: float) -> tuple[Any, QPen, QColor]:
    look, color = theme.current(), theme.class_color(label)
    shape = QTransform.fromScale(size, size).map(theme.lane_symbol_path(label))
    edge = min(1.2, size / 5)
    if is_train:
        return shape, QPen(QColor(look.surface), edge * 0.8), color
    return shape, QPen(color, edge), QColor(look.surface)
