"""What each unit of the first layer looks for: its weights as a picture, as many units as there is room for."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.inside.weights.colors import FRAME, NOTHING, image, levels, paint_legend
from playground.ui.look import theme
from playground.ui.painting.gradient_card import draw_card
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.numbers import number

CAPTION: Final = 18.0
_SMALLEST, _LARGEST, _GAP = 26.0, 112.0, 4.0
"""Pixels of the longer side of a picture, and between pictures."""


@record
class Plan:
    """A grid in pixels of the screen: each pixel of a picture is ``scale`` wide."""

    columns: int
    rows: int
    scale: int
    cell: tuple[int, int]
    """Height and width, with the frame and the gap."""


def plan(count: int, shape: tuple[int, int], room: tuple[float, float], ratio: float) -> Plan:
    """The largest pictures of which all find room; the smallest, of which some do, where there is none for all.

    room: height and width; ratio: pixels of the screen for each.
    """
    height, width = (int(side * ratio) for side in room)
    gap, longer = round(_GAP * ratio) + 2, max(shape)
    smallest = max(1, math.ceil(_SMALLEST * ratio / longer))
    best: Plan | None = None
    for scale in range(smallest, max(smallest, int(_LARGEST * ratio / longer)) + 1):
        cell = shape[0] * scale + gap, shape[1] * scale + gap
        columns, rows = max(1, (width + gap - 2) // cell[1]), max(1, (height + gap - 2) // cell[0])
        if best is None or columns * rows >= count:
            best = Plan(columns, rows, scale, cell)
    assert best is not None
    return best


class WeightPictures(ReadableCanvas[tuple[int, int, int]]):
    """Painted in one go: all pictures are one image. A spot is a unit, and the row and column of a pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: NDArray[np.float32] = np.empty((0, 1, 1), np.float32)
        self._total = 0
        self._reach = 1.0

    def sizeHint(self) -> QSize:
        return QSize(340, 180)

    def minimumSizeHint(self) -> QSize:
        """For two rows of the smallest, of the usual ones."""
        return QSize(160, 90)

    def show_weights(self, weights: NDArray[np.float32], total: int, reach: float) -> None:
        """weights: (units, height, width) of the first units of ``total``; full colour at ``reach``."""
        self._weights, self._total, self._reach = weights, total, reach
        self.look_again()

    def shown(self) -> int:
        """How many pictures there is room for."""
        grid = self._plan()
        return min(len(self._weights), grid.columns * grid.rows)

    def _plan(self) -> Plan:
        room = self.height() - CAPTION, float(self.width())
        shape = (self._weights.shape[1], self._weights.shape[2])
        return plan(len(self._weights), shape, room, self.devicePixelRatioF())

    def spot_at(self, position: QPointF) -> tuple[int, int, int] | None:
        grid, ratio = self._plan(), self.devicePixelRatioF()
        y, x = (position.y() - CAPTION) * ratio - 1, position.x() * ratio - 1
        row, column = int(y // grid.cell[0]), int(x // grid.cell[1])
        unit = row * grid.columns + column
        pixel = int(y % grid.cell[0] // grid.scale), int(x % grid.cell[1] // grid.scale)
        inside = pixel[0] < self._weights.shape[1] and pixel[1] < self._weights.shape[2]
        if y < 0 or x < 0 or column >= grid.columns or unit >= self.shown() or not inside:
            return None
        return unit, *pixel

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._weights):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid, ratio, shown = self._plan(), self.devicePixelRatioF(), self.shown()
        legend = paint_legend(painter, self.width() - 1, 0, self._reach)
        text = self.tr("First layer: a picture a unit")
        if shown < self._total:
            text = self.tr("First layer: {shown} of {total} units").format(shown=shown, total=self._total)
        painter.setPen(QColor(theme.current().muted))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(legend - 8))
        painter.drawText(QPointF(0, metrics.ascent()), text)
        picture = self._image(grid, shown)
        picture.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(0, CAPTION), picture)
        self._paint_reading(painter, grid, ratio)
        painter.end()

    def _image(self, grid: Plan, shown: int) -> QImage:
        _, height, width = self._weights.shape
        cells = np.full((grid.rows * grid.columns, *grid.cell), NOTHING, np.uint8)
        large = levels(self._weights[:shown], self._reach).repeat(grid.scale, axis=1).repeat(grid.scale, axis=2)
        high, wide = height * grid.scale, width * grid.scale
        cells[:shown, : high + 2, : wide + 2] = FRAME
        cells[:shown, 1 : high + 1, 1 : wide + 1] = large
        placed = cells.reshape(grid.rows, grid.columns, *grid.cell).swapaxes(1, 2)
        return image(placed.reshape(grid.rows * grid.cell[0], grid.columns * grid.cell[1]))

    def _paint_reading(self, painter: QPainter, grid: Plan, ratio: float) -> None:
        if self.spot is None:
            return
        unit, row, column = self.spot
        _, height, width = self._weights.shape
        left = unit % grid.columns * grid.cell[1] / ratio
        top = CAPTION + unit // grid.columns * grid.cell[0] / ratio
        around = QRectF(left, top, (width * grid.scale + 2) / ratio, (height * grid.scale + 2) / ratio)
        painter.setPen(QPen(QColor(theme.current().accent), 1.5))
        painter.drawRect(around.adjusted(-1, -1, 1, 1))
        words = self.tr("pixel {row}, {column}").format(row=row + 1, column=column + 1)
        title = self.tr("unit {number}").format(number=unit + 1)
        line = (None, words, number(float(self._weights[unit, row, column])))
        draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), around.center(), title, [line])
