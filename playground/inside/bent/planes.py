"""Draws planes beside each other: a grid that layers have bent, and the rows on it in the colours of their classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.ui.look import theme
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.readable import ReadableCanvas, moved

_GAP: Final = 10.0
_MARGIN: Final = 8.0
_REACH: Final = (0.01, 0.99)
"""The share of the grid's points that a plane spans: a few far ones would leave the others in one spot."""


@record(eq=False)
class Plane:
    """A picture: its title, a note beside it, what it says in a sentence. lines: (2, lines, points, 2), points:
    (rows, 2); colors: the colour of each row, symbols: the mark of each."""

    title: str
    note: str
    sentence: str
    lines: NDArray[Any]
    points: NDArray[Any]
    colors: Sequence[QColor]
    symbols: Sequence[int]


class BentPlanes(ReadableCanvas[int]):
    """`show_planes` for every look. A spot is a plane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._planes: tuple[Plane, ...] = ()

    def show_planes(self, planes: Sequence[Plane]) -> None:
        """From the input on."""
        self._planes = tuple(planes)
        self.look_again()

    def planes(self) -> tuple[Plane, ...]:
        """What is shown."""
        return self._planes

    def sizeHint(self) -> QSize:
        return QSize(340, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    # --- places -----------------------------------------------------------------------------------------------------

    def places(self) -> list[QRectF]:
        """The square of each plane, as large as they can be."""
        count = len(self._planes)
        if not count:
            return []
        line = QFontMetricsF(theme.font("small")).height() + 2
        best = max(range(1, count + 1), key=lambda across: self._side(count, across, line))
        side = max(self._side(count, best, line), 20.0)
        rows = -(-count // best)
        left = (self.width() - best * (side + _GAP) + _GAP) / 2
        top = max(0.0, (self.height() - rows * (side + line + _GAP) + _GAP) / 2)
        return [
            QRectF(left + index % best * (side + _GAP), top + line + index // best * (side + line + _GAP), side, side)
            for index in range(count)
        ]

    def _side(self, count: int, across: int, line: float) -> float:
        down = -(-count // across)
        return min((self.width() + _GAP) / across - _GAP, (self.height() + _GAP) / down - _GAP - line)

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        return next((index for index, place in enumerate(self.places()) if place.contains(position)), None)

    def spot_by_key(self, key: Qt.Key) -> int | None:
        return moved(self.spot, key, len(self._planes) - 1, (Qt.Key.Key_Left, Qt.Key.Key_Right))

    def is_there(self, spot: int) -> bool:
        return spot < len(self._planes)

    def told(self, spot: int) -> str:
        return f"{self._planes[spot].title}: {self._planes[spot].sentence}" if self.is_there(spot) else ""

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            places = self.places()
            for plane, place in zip(self._planes, places, strict=True):
                _paint_plane(painter, plane, place)
            if self.spot is not None and self.is_there(self.spot):
                plane, place = self._planes[self.spot], places[self.spot]
                draw_card(painter, QRectF(self.rect()), place.center(), plane.title, [CardLine(plane.sentence)])
        finally:
            painter.end()


def _paint_plane(painter: QPainter, plane: Plane, place: QRectF) -> None:
    look = theme.current()
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    line = QRectF(place.left(), place.top() - metrics.height() - 1, place.width(), metrics.height())
    note = metrics.horizontalAdvance(plane.note)
    painter.setPen(look.color("text"))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, plane.title)
    if metrics.horizontalAdvance(plane.title) + note + 8 <= line.width():
        painter.setPen(look.color("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, plane.note)
    painter.setPen(QPen(look.color("border"), 1))
    painter.setBrush(look.color("sunken"))
    painter.drawRoundedRect(place, 4, 4)
    known = plane.lines.reshape(-1, 2)
    if not np.isfinite(known).all():
        draw_hint(painter, place, "–")
        return
    low, high = (np.quantile(known, share, axis=0) for share in _REACH)
    span = max(float((high - low).max()), 1e-9)
    middle, scale = (low + high) / 2, (place.width() - 2 * _MARGIN) / span

    def at(points: NDArray[Any]) -> NDArray[np.float64]:
        turned: NDArray[np.float64] = (points.astype(np.float64) - middle) * (scale, -scale)
        turned += (place.center().x(), place.center().y())
        return turned

    painter.save()
    painter.setClipRect(place.adjusted(1, 1, -1, -1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for way in (0, 1):
        count = len(plane.lines[way])
        for index, way_line in enumerate(at(plane.lines[way])):
            is_edge = index in (0, count // 2, count - 1)
            pen = QPen(look.color("muted" if is_edge else "border_strong"), 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(x, y) for x, y in way_line.tolist()])
    _paint_points(painter, plane, at(plane.points), place.width())
    painter.restore()


def _paint_points(painter: QPainter, plane: Plane, places: NDArray[np.float64], side: float) -> None:
    size = min(max(side / 40, 3.0), 7.0)
    scale = QTransform.fromScale(size, size)
    shapes = {symbol: scale.map(theme.lane_symbol_path(symbol)) for symbol in set(plane.symbols)}
    painter.setPen(QPen(theme.current().color("surface"), 0.6))
    for (x, y), color, symbol in zip(places.tolist(), plane.colors, plane.symbols, strict=True):
        painter.setBrush(color)
        painter.drawPath(shapes[symbol].translated(x, y))
