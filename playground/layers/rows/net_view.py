"""Paints the part of the net that lies beside one row of the stack."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.nn.layers.base import LayerSpec, has_weights
from playground.layers.rows.kind_mark import paint_mark
from playground.layers.rows.net import NetRow
from playground.ui.look import theme

_RADIUS: Final = 3.2
_NARROW: Final = 48
"""In a gutter that is narrower than this, units are smaller."""
_DISC: Final = 10.5
"""Radius of what an activation or batch norm is drawn on."""
_MARK: Final = 14


class NetView(QWidget):
    """``above`` and ``below`` are how far the middles of the neighbouring rows are from this one's, in pixels."""

    def __init__(self, parent: QWidget | None = None, *, above: float, below: float) -> None:
        super().__init__(parent)
        self._above, self._below = above, below
        self._layer: LayerSpec | None = None
        self.row: NetRow | None = None
        self.setMouseTracking(True)

    def show_row(self, row: NetRow, layer: LayerSpec | None = None) -> bool:
        """Repaints only where something is new, and says whether it is. ``layer`` is None for the two ends."""
        if (row, layer) == (self.row, self._layer):
            return False
        self.row, self._layer = row, layer
        self.update()
        return True

    def set_distances(self, *, above: float, below: float) -> None:
        """The rows beside this one are other rows now."""
        if (above, below) != (self._above, self._below):
            self._above, self._below = above, below
            self.update()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        row = self.row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        self._paint_wires(painter, row, middle)
        layer = self._layer
        if layer is None and row.kind == "output":
            _paint_ends(painter, row, middle)
        elif layer is None or layer.has_mask or has_weights(layer):
            self._paint_units(painter, row, middle, "muted" if layer is None else layer.color)
            _paint_crosses(painter, row, middle)
        else:
            self._paint_disc(painter, row, layer, middle)
        painter.end()

    def _paint_wires(self, painter: QPainter, row: NetRow, middle: float) -> None:
        look = theme.current()
        for wires, top, bottom in (
            (row.above, middle - self._above, middle),
            (row.below, middle, middle + self._below),
        ):
            color = look.color("accent" if wires.is_lit else "border_strong")
            painter.setPen(QPen(color, 1.1 if wires.is_lit else 0.9))
            painter.drawLines([QLineF(start, top, end, bottom) for start, end in wires.lines])

    def _paint_units(self, painter: QPainter, row: NetRow, middle: float, role: str) -> None:
        look = theme.current()
        color = look.color(role)
        fill = look.color("surface")
        if row.is_selected:
            color = fill = look.color("accent")
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(fill)
        radius = _RADIUS if self.width() >= _NARROW else _RADIUS - 0.7
        for place in row.units:
            painter.drawEllipse(QPointF(place, middle), radius, radius)
        if row.has_more:
            _paint_ellipsis(painter, QPointF(self.width() / 2, middle), color)

    def _paint_disc(self, painter: QPainter, row: NetRow, layer: LayerSpec, middle: float) -> None:
        look = theme.current()
        color = look.color("accent" if row.is_selected else "border")
        painter.setPen(QPen(color, 1.5 if row.is_selected else 1))
        painter.setBrush(look.color("surface"))
        centre = QPointF(self.width() / 2, middle)
        painter.drawEllipse(centre, _DISC, _DISC)
        side = _MARK // 2
        paint_mark(painter, QRect(round(centre.x()) - side, round(middle) - side, _MARK, _MARK), layer)


def _paint_ellipsis(painter: QPainter, centre: QPointF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for step in (-2.8, 0, 2.8):
        painter.drawEllipse(centre + QPointF(step, 0), 0.8, 0.8)


def _paint_crosses(painter: QPainter, row: NetRow, middle: float) -> None:
    color = theme.current().color("accent" if row.is_selected else "dropout")
    pen = QPen(color, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    reach = 2.4
    for place in row.dropped:
        for side in (-1, 1):
            painter.drawLine(
                QPointF(place - reach, middle - side * reach), QPointF(place + reach, middle + side * reach)
            )


def _paint_ends(painter: QPainter, row: NetRow, middle: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color("muted"))
    for place in row.units:
        painter.drawEllipse(QPointF(place, middle), 1.8, 1.8)
