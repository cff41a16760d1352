"""How the weights of each dense layer are spread: filled as they are now, in outline as they were drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.inside.dense_layers import depth_color
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.look.ramps import blend
from playground.ui.painting.gradient_card import draw_card
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.numbers import count, number, percent

_NARROWEST, _GAP, _SHAPE = 96.0, 10.0, 1.7
_LEAST_CELL: Final = 58.0
"""Pixels from which on a layer has its name above its bars, and its range below."""
_FILL = 0.6
"""How strong the colour of a bar is."""
CLIPPED: Final = 2.5
"""A bin at zero that is so many times higher than all others is cut off, and says what share it holds."""


@record(eq=False)
class OtherSpread:
    """The same of another lane, in its colour. limit: (layers,); counts: (layers, bins)."""

    color: QColor
    limit: NDArray[Any]
    counts: NDArray[Any]


@record(eq=False)
class Spread:
    """names, limit, std, initial_std: (layers,); counts, initial: (layers, bins) from -limit to limit."""

    names: Sequence[str]
    limit: NDArray[Any]
    counts: NDArray[Any]
    initial: NDArray[Any]
    std: NDArray[Any]
    initial_std: NDArray[Any]
    other: OtherSpread | None = None

    def reach(self, layer: int) -> float:
        """To where the axis of a layer goes: both lanes are on it."""
        own = float(self.limit[layer])
        return own if self.other is None else max(own, float(self.other.limit[layer]))


class WeightHistograms(Lit, ReadableCanvas[tuple[int, int]]):
    """A small histogram a layer, in as many columns as look best. A spot is a layer and a bin of it."""

    lights = "weights"
    card_is_at_pointer = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spread: Spread | None = None
        self._joined: list[tuple[NDArray[Any], NDArray[Any]]] = []

    def sizeHint(self) -> QSize:
        return QSize(340, 200)

    def minimumSizeHint(self) -> QSize:
        """So that each layer has its name and its range."""
        layers = len(self._spread.limit) if self._spread is not None else 0
        rows = math.ceil(layers / self._most_columns(layers))
        return QSize(200, max(88, math.ceil(rows * (_LEAST_CELL + 4))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def show_spread(self, spread: Spread | None) -> None:
        """None: there is nothing to see yet."""
        layers = 0 if self._spread is None else len(self._spread.limit)
        self._spread = spread
        if layers != (0 if spread is None else len(spread.limit)):
            self.updateGeometry()
        self._joined = (
            []
            if spread is None
            else [_joined(now, start) for now, start in zip(spread.counts, spread.initial, strict=True)]
        )
        self.look_again()

    def _most_columns(self, count: int) -> int:
        return max(1, min(count, int((self.width() + _GAP) / (_NARROWEST + _GAP))))

    def _grid(self, count: int) -> tuple[int, int]:
        """Rows and columns that look best, of those in which there is room for words."""
        every = range(1, self._most_columns(count) + 1)
        roomy = [columns for columns in every if math.ceil(count / columns) * (_LEAST_CELL + 4) <= self.height() + 4]
        columns = min(roomy or every[-1:], key=lambda columns: self._ugliness(columns, count))
        rows = math.ceil(count / columns)
        return rows, math.ceil(count / rows)

    def _cells(self) -> list[QRectF]:
        """A rectangle a layer."""
        count = len(self._spread.limit) if self._spread is not None else 0
        if not count:
            return []
        rows, columns = self._grid(count)
        width = (self.width() + _GAP) / columns - _GAP
        height = (self.height() + 4) / rows - 4
        return [
            QRectF(index % columns * (width + _GAP), index // columns * (height + 4), width, height)
            for index in range(count)
        ]

    def lit_rect(self) -> QRectF | None:
        cells = self._cells()
        lit = self.lit_index(len(cells))
        return None if lit is None else cells[lit].adjusted(-3, -1, 3, 1)

    def _ugliness(self, columns: int, count: int) -> float:
        """Of a grid: how far its cells are from a pleasant shape, and how many are empty."""
        rows = math.ceil(count / columns)
        shape = self.width() / columns / max(1.0, self.height() / rows)
        return abs(math.log(shape / _SHAPE)) + 2 * (1 - count / (columns * rows))

    def spot_at(self, position: QPointF) -> tuple[int, int] | None:
        for layer, cell in enumerate(self._cells()):
            if cell.contains(position) and self._spread is not None:
                bins = len(self._joined[layer][0])
                own = _inner(cell, float(self._spread.limit[layer]) / self._spread.reach(layer))
                place = int((position.x() - own.left()) / own.width() * bins)
                return layer, max(0, min(place, bins - 1))
        return None

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        spread = self._spread
        if spread is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_lit(painter)
        for layer, cell in enumerate(self._cells()):
            self._paint_layer(painter, cell, spread, layer)
        self._paint_reading(painter, spread)
        painter.end()

    def _paint_layer(self, painter: QPainter, cell: QRectF, spread: Spread, layer: int) -> None:
        look, count = theme.current(), len(spread.limit)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        line = metrics.height() if cell.height() >= 38 else 0.0
        foot = line if cell.height() >= _LEAST_CELL else 0.0
        plot = cell.adjusted(0, line + 1, 0, -foot - 1)
        now, start = self._joined[layer]
        middle = len(now) // 2
        others = float(max(np.delete(now, middle).max(initial=0), np.delete(start, middle).max(initial=0), 1))
        peak = float(max(now.max(), start.max(), 1))
        top = peak if peak <= CLIPPED * others else CLIPPED * others
        own, reach = _inner(plot, float(spread.limit[layer]) / spread.reach(layer)), spread.reach(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_bars(painter, own, now, top, depth_color(layer, count))
        self._paint_outline(painter, own, start, top, theme.current().color("text"))
        if spread.other is not None:
            width = float(spread.other.limit[layer])
            beside, _ = _joined(spread.other.counts[layer], spread.other.counts[layer])
            # As many weights to a stretch of the axis, whatever the bins: equal areas are equally many weights.
            alike = beside * (float(spread.limit[layer]) / width * len(beside) / len(now))
            self._paint_outline(painter, _inner(plot, width / reach), alike, top, spread.other.color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(look.border_strong))
        painter.drawLine(QPointF(plot.left(), plot.bottom() + 0.5), QPointF(plot.right(), plot.bottom() + 0.5))
        if line:
            painter.setPen(depth_color(layer, count))
            painter.drawText(QPointF(cell.left(), cell.top() + metrics.ascent()), spread.names[layer])
            painter.setPen(QColor(look.muted))
            told = f"σ {number(float(spread.initial_std[layer]), 2)} → {number(float(spread.std[layer]), 2)}"
            room = cell.width() - metrics.horizontalAdvance(spread.names[layer]) - 6
            if metrics.horizontalAdvance(told) > room:
                told = f"σ {number(float(spread.std[layer]), 2)}"
            if metrics.horizontalAdvance(told) <= room:
                place = QPointF(cell.right() - metrics.horizontalAdvance(told), cell.top() + metrics.ascent())
                painter.drawText(place, told)
        if now[middle] > top:
            share = percent(now[middle] / max(1, now.sum()), 0)
            painter.setPen(QColor(look.text))
            painter.drawText(
                QPointF(plot.center().x() + plot.width() / len(now) + 2, plot.top() + metrics.ascent()), share
            )
        if foot:
            limit = number(reach, 2)
            painter.setPen(QColor(look.muted))
            below = QRectF(cell.left(), plot.bottom() + 2, cell.width(), foot)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"−{limit}")
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, limit)

    def _paint_bars(self, painter: QPainter, plot: QRectF, counts: NDArray[Any], top: float, color: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(theme.current().color("sunken"), color, _FILL))
        painter.drawPolygon(self._staircase(plot, counts, top))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_outline(self, painter: QPainter, plot: QRectF, counts: NDArray[Any], top: float, color: QColor) -> None:
        pen = QPen(color, round(self.devicePixelRatioF()))
        pen.setCosmetic(True)
        painter.setPen(pen)
        (there,) = np.nonzero(counts)
        painter.drawPolyline(self._staircase(plot, counts, top, *((there[0], there[-1] + 1) if len(there) else (0, 0))))

    def _staircase(
        self, plot: QRectF, counts: NDArray[Any], top: float, first: int = 0, last: int | None = None
    ) -> QPolygonF:
        """From the foot of the first bin to that of the last, on whole pixels: what is not smoothed is fast."""
        ratio = self.devicePixelRatioF()
        edges = plot.left() + np.arange(len(counts) + 1) * (plot.width() / len(counts))
        x = np.repeat(edges[first : None if last is None else last + 1], 2)
        foot = plot.bottom()
        tops = foot - np.minimum(counts[first:last] / top, 1.0) * (plot.height() - 1)
        polygon: QPolygonF = pg.functions.create_qpolygonf(len(x))
        points = pg.functions.ndarray_from_qpolygonf(polygon)
        points[:, 0] = (np.floor(x * ratio) + 0.5) / ratio
        points[:, 1] = (np.floor(np.concatenate([[foot], np.repeat(tops, 2), [foot]]) * ratio) + 0.5) / ratio
        return polygon

    def _paint_reading(self, painter: QPainter, spread: Spread) -> None:
        if self.spot is None or self.pointer is None:
            return
        layer, place = self.spot
        now, start = self._joined[layer]
        bins, limit = len(now), float(spread.limit[layer])
        low, high = (limit * (2 * (place + edge) / bins - 1) for edge in (0, 1))
        title = self.tr("{layer}: weights from {low} to {high}").format(
            layer=spread.names[layer], low=number(low, 2), high=number(high, 2)
        )
        lines = [
            (depth_color(layer, len(spread.limit)), self.tr("now"), count(now[place])),
            (None, self.tr("at the start"), count(start[place])),
        ]
        draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.pointer, title, lines)


def _inner(plot: QRectF, share: float) -> QRectF:
    """The middle of a plot, so wide."""
    side = plot.width() * (1 - share) / 2
    return plot.adjusted(side, 0, -side, 0)


def _joined(now: NDArray[Any], start: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Several bins as one where there are few weights: else each of them would be a needle."""
    many = int(now.sum())
    size = next(size for size, least in ((1, 1500), (3, 120), (7, 0)) if many >= least and len(now) % size == 0)
    return now.reshape(-1, size).sum(axis=1), start.reshape(-1, size).sum(axis=1)
