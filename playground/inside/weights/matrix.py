"""The weights of the first layer as a table of colours: a row an input, a column a unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.inside.weights.colors import image, levels, paint_legend
from playground.ui.look import theme
from playground.ui.painting.gradient_card import draw_card
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.numbers import number

CAPTION: Final = 18.0
_TALLEST, _READABLE = 30.0, 11.0


class WeightMatrix(ReadableCanvas[tuple[int, int]]):
    """Rows are named where they are high enough for it. A spot is an input and a unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: NDArray[np.float32] = np.empty((0, 0), np.float32)
        self._names: tuple[str, ...] = ()
        self._total = 0
        self._reach = 1.0

    def sizeHint(self) -> QSize:
        return QSize(340, round(CAPTION + 20 * max(1, min(len(self._names), 10))))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, round(CAPTION + max(28, min(60, 14 * len(self._names)))))

    def show_weights(self, weights: NDArray[np.float32], total: int, names: Sequence[str], reach: float) -> None:
        """weights: (inputs, units) of the first units of ``total``; names: of the inputs."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self.setMaximumHeight(round(CAPTION + _TALLEST * max(1, len(self._names))))
            self.updateGeometry()
        self._weights, self._total, self._reach = weights, total, reach
        self.look_again()

    def table(self) -> QRectF:
        """Where the colours are."""
        inputs = max(1, len(self._weights))
        room = self.height() - CAPTION
        left = 0.0
        if room / inputs >= _READABLE:
            metrics = self.fontMetrics()
            left = min(
                max((metrics.horizontalAdvance(name) for name in self._names), default=0) + 8, 0.3 * self.width()
            )
        return QRectF(left, CAPTION, self.width() - left, min(room, _TALLEST * inputs))

    def spot_at(self, position: QPointF) -> tuple[int, int] | None:
        table = self.table()
        if not self._weights.size or not table.contains(position):
            return None
        inputs, units = self._weights.shape
        row = int((position.y() - table.top()) / table.height() * inputs)
        column = int((position.x() - table.left()) / table.width() * units)
        return min(row, inputs - 1), min(column, units - 1)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._weights.size:
            return
        painter = QPainter(self)
        look, table = theme.current(), self.table()
        inputs, units = self._weights.shape
        legend = paint_legend(painter, self.width() - 1, 0, self._reach)
        painter.setPen(QColor(look.muted))
        metrics = painter.fontMetrics()
        text = self.tr("First layer: inputs × {units} units").format(units=units)
        if units < self._total:
            text = self.tr("First layer: inputs × {units} of {total} units").format(units=units, total=self._total)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(legend - 8))
        painter.drawText(QPointF(0, metrics.ascent()), text)
        painter.drawImage(table, image(levels(self._weights, self._reach)))
        high, wide = table.height() / inputs, table.width() / units
        painter.setPen(QPen(self.palette().window().color(), 1))
        for row in range(1, inputs if high >= 6 else 0):
            painter.drawLine(
                QPointF(table.left(), table.top() + row * high), QPointF(table.right(), table.top() + row * high)
            )
        for column in range(1, units if wide >= 6 else 0):
            x = table.left() + column * wide
            painter.drawLine(QPointF(x, table.top()), QPointF(x, table.bottom()))
        painter.setPen(QColor(look.text))
        for row, name in enumerate(self._names if table.left() else ()):
            place = QRectF(0, table.top() + row * high, table.left() - 8, high)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_reading(painter, table, high, wide)
        painter.end()

    def _paint_reading(self, painter: QPainter, table: QRectF, high: float, wide: float) -> None:
        if self.spot is None:
            return
        row, column = self.spot
        cell = QRectF(table.left() + column * wide, table.top() + row * high, wide, high)
        painter.setPen(QPen(QColor(theme.current().accent), 1.5))
        painter.drawRect(cell)
        words = self.tr("{input} → unit {unit}").format(input=self._names[row], unit=column + 1)
        line = (None, words, number(float(self._weights[row, column])))
        draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), cell.center(), "", [line])
