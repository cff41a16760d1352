"""Draws the network that the coming step trains: units that are switched off are hollow and crossed, without wires."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.inside.dropout.columns import Column, Placed, height_of, place, radius_of, wires
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.look.ramps import blend
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.numbers import count, number

_NEAR: Final = 8.0
"""Pixels from the middle of a circle at which the pointer reads its unit."""
_LINES: Final = 2
"""Lines of words above the columns, and as many below."""


class DropoutNet(Lit, ReadableCanvas[tuple[int, int]]):
    """`hint` stands instead of the drawing while there are no columns.

    A spot is a column and the circle at the pointer, or -1 where there is none.
    """

    lights = "weights"
    card_is_at_pointer = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = ""
        self._columns: tuple[Column, ...] = ()
        self._wires = pg.Qt.internals.PrimitiveArray(QLineF, 4)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """From the input to the output; none for the hint."""
        self._columns = tuple(columns)
        self.look_again()

    def columns(self) -> tuple[Column, ...]:
        """What is shown."""
        return self._columns

    def sizeHint(self) -> QSize:
        return QSize(360, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 196)

    # --- places -----------------------------------------------------------------------------------------------------

    def _frame(self) -> QRectF:
        """Where the circles are."""
        line = QFontMetricsF(theme.font("small")).height()
        words = _LINES * line + 4
        return QRectF(self.rect()).adjusted(0, words, 0, -words)

    def _around(self, placed: Sequence[Placed], radius: float) -> QRectF:
        """What the circles take of the frame."""
        top, bottom = height_of(placed)
        return QRectF(0, top - radius, self.width(), bottom - top + 2 * radius)

    def column_at(self, position: QPointF) -> Placed | None:
        """The column at a place in the widget."""
        placed = place(self._columns, self._frame())
        if not placed:
            return None
        nearest = min(placed, key=lambda column: abs(column.x - position.x()))
        reach = self.width() / len(placed) / 2
        return nearest if abs(nearest.x - position.x()) <= reach else None

    def lit_rect(self) -> QRectF | None:
        """The column of a layer's units; the first is the input's."""
        lit = self.lit_index(len(self._columns) - 1)
        placed = place(self._columns, self._frame())
        x = next((column.x for column in placed if lit is not None and column.index == lit + 1), None)
        wide = min(64.0, self.width() / max(len(placed), 1))
        return None if x is None else QRectF(x - wide / 2, 0, wide, self.height())

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> tuple[int, int] | None:
        found = self.column_at(position)
        if found is None:
            return None
        circle = int(np.abs(found.y - position.y()).argmin()) if len(found.y) else -1
        is_near = circle >= 0 and abs(found.y[circle] - position.y()) <= _NEAR
        return found.index, circle if is_near else -1

    def card(self, spot: tuple[int, int]) -> tuple[str, list[CardLine]]:
        """What there is to know of a column and, on a circle, of its unit."""
        column, circle = self._columns[spot[0]], spot[1]
        lines = [
            CardLine(self.tr("Units"), count(len(column.kept))),
            CardLine(self.tr("Dropout rate"), number(column.rate)),
            CardLine(self.tr("Off in the coming step"), count(column.off)),
        ]
        if circle >= 0:
            state = self.tr("on") if column.kept[circle] else self.tr("off")
            lines.append(CardLine(self.tr("Unit {number}").format(number=circle + 1), state))
        return column.name, lines

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._columns:
            draw_hint(painter, QRectF(self.rect()), self.hint)
            painter.end()
            return
        self.paint_lit(painter)
        frame = self._frame()
        placed = place(self._columns, frame)
        radius = radius_of(placed, frame)
        self._paint_wires(painter, placed, radius)
        self._paint_units(painter, placed, radius)
        self._paint_words(painter, placed, self._around(placed, radius))
        if self.spot is not None and self.pointer is not None:
            draw_card(painter, QRectF(self.rect()), self.pointer, *self.card(self.spot))
        painter.end()

    def _paint_wires(self, painter: QPainter, placed: list[Placed], radius: float) -> None:
        lines = wires(placed, radius + 1)
        if not len(lines):
            return
        self._wires.resize(len(lines))
        self._wires.ndarray()[:] = lines
        look = theme.current()
        pen = QPen(blend(look.color("surface"), look.color("dense"), 0.32), 1)  # opaque: see-through pens are slow
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(*self._wires.drawargs())

    def _paint_units(self, painter: QPainter, placed: list[Placed], radius: float) -> None:
        look = theme.current()
        arm = radius * 0.62
        crosses = []
        for column in placed:
            color = look.color("muted" if column.index == 0 else "dense")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for y in column.y[column.kept].tolist():
                painter.drawEllipse(QPointF(column.x, y), radius, radius)
            painter.setPen(QPen(look.color("border_strong"), 1.2))
            painter.setBrush(look.color("surface"))
            for y in column.y[~column.kept].tolist():
                painter.drawEllipse(QPointF(column.x, y), radius - 0.6, radius - 0.6)
                crosses += [
                    QLineF(column.x - arm, y - arm, column.x + arm, y + arm),
                    QLineF(column.x - arm, y + arm, column.x + arm, y - arm),
                ]
        painter.setPen(QPen(look.color("dropout"), 1.4))
        painter.drawLines(crosses)

    def _paint_words(self, painter: QPainter, placed: list[Placed], frame: QRectF) -> None:
        look = theme.current()
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        line, room = metrics.height(), self.width() / len(placed)
        above, below = frame.top() - 2 * line - 3, frame.bottom() + 2
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for column in placed:
            cell = QRectF(column.x - room, 0, 2 * room, line)
            words = [
                (above, look.text, column.column.name),
                (above + line, look.dropout, f"p {number(column.column.rate, 2)}" if column.column.rate else ""),
                (below, look.muted, f"+{count(column.more)}" if column.more else ""),
                (below + line, look.dropout, self._off_words(column.column)),
            ]
            for top, color, text in words:
                if text:
                    painter.setPen(QColor(color))
                    painter.drawText(cell.translated(0, top), middle, text)
        for left, right in pairwise(placed):
            if right.index != left.index + 1:
                painter.setPen(QColor(look.muted))
                gap = QRectF(left.x, frame.top(), right.x - left.x, frame.height())
                painter.drawText(gap, middle, "⋯")

    def _off_words(self, column: Column) -> str:
        return self.tr("{count} off").format(count=count(column.off)) if column.rate else ""
