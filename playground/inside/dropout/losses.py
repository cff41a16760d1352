"""What masks cost: the data loss of each lane with masks on and off, as a pair of bars and their numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.records import record
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.painting.lines.round_numbers import rounded_up
from playground.ui.painting.notes import MARK, draw_mark
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text
from playground.ui.text.numbers import number

MOST_LANES: Final = 12
"""Rows, at most; the lanes that are left out are counted below."""
_ROW: Final = 24.0
_LOW_ROW: Final = 15.0
"""Where there are many lanes."""
_MANY: Final = 4


@record
class LaneLosses:
    """One lane. ``instead``: words in place of its bars."""

    name: str
    style: int
    masked: float
    tested: float
    instead: str = ""


class LossBars(Lit, PlaceTips, QWidget):
    """The filled bar is with masks on, the hollow one without."""

    lights = "lane"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[LaneLosses, ...] = ()
        self._more = 0
        self._top = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lanes(self, lanes: Sequence[LaneLosses]) -> None:
        """In their order, those that can be seen."""
        before = self.sizeHint()
        self._lanes, self._more = tuple(lanes[:MOST_LANES]), max(0, len(lanes) - MOST_LANES)
        finite = [value for lane in self._lanes for value in (lane.masked, lane.tested) if math.isfinite(value)]
        self._top = rounded_up(max(finite, default=1.0))
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def lanes(self) -> tuple[LaneLosses, ...]:
        """What is shown."""
        return self._lanes

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(theme.font("small")).height()
        return QSize(320, math.ceil(line + self._row_height() * max(1, len(self._lanes)) + line * (self._more > 0)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _row_height(self) -> float:
        return _ROW if len(self._lanes) <= _MANY else _LOW_ROW

    def lane_at(self, position: QPoint) -> LaneLosses | None:
        """The lane whose row is at a place."""
        row = (position.y() - QFontMetricsF(theme.font("small")).height()) // self._row_height()
        return self._lanes[int(row)] if 0 <= row < len(self._lanes) else None

    def lit_rect(self) -> QRectF | None:
        row = next((row for row, lane in enumerate(self._lanes) if lane.name == self.lit), None)
        if row is None or len(self._lanes) < 2:
            return None
        line, high = QFontMetricsF(theme.font("small")).height(), self._row_height()
        return QRectF(0, line + row * high, self.width(), high)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        self.paint_lit(painter)
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        names = max((metrics.horizontalAdvance(lane.name) for lane in self._lanes), default=0.0)
        left = min(names + MARK + 16, 0.3 * self.width())
        headings = self.tr("masks on"), self.tr("masks off")
        column = max(metrics.horizontalAdvance(text) for text in headings) + 14
        bars = QRectF(left, line, self.width() - left - 2 * column, self._row_height() * len(self._lanes))
        self._paint_headings(painter, bars, column, headings, metrics)
        for row, lane in enumerate(self._lanes):
            cell = QRectF(0, line + row * self._row_height(), self.width(), self._row_height())
            self._paint_lane(painter, cell, bars, lane, column, metrics)
        if self._more:
            painter.setPen(QColor(theme.current().muted))
            text = self.tr("and {count} more").format(count=self._more)
            painter.drawText(QPointF(MARK + 8, bars.bottom() + metrics.ascent()), text)
        painter.end()

    def _paint_headings(
        self, painter: QPainter, bars: QRectF, column: float, headings: tuple[str, str], metrics: QFontMetricsF
    ) -> None:
        look = theme.current()
        for at, text in enumerate(headings):
            right = bars.right() + (at + 1) * column
            start = right - metrics.horizontalAdvance(text)
            painter.setPen(QColor(look.muted))
            painter.drawText(QPointF(start, metrics.ascent()), text)
        painter.setPen(QColor(look.grid))
        for share in (0.0, 0.5, 1.0):
            x = round(bars.left() + share * (bars.width() - 1)) + 0.5
            painter.drawLine(QPointF(x, bars.top()), QPointF(x, bars.bottom()))
        painter.setPen(QColor(look.muted))
        painter.drawText(QPointF(bars.left(), metrics.ascent()), "0")
        top = number(self._top)
        painter.drawText(QPointF(bars.right() - metrics.horizontalAdvance(top), metrics.ascent()), top)

    def _paint_lane(
        self, painter: QPainter, cell: QRectF, bars: QRectF, lane: LaneLosses, column: float, metrics: QFontMetricsF
    ) -> None:
        look = theme.current()
        middle, color = cell.center().y(), theme.lane_color(lane.style)
        baseline = middle + metrics.ascent() / 2 - 1.5
        draw_mark(painter, lane.style, QPointF(MARK / 2 + 1, middle))
        painter.setPen(QColor(look.text))
        name = metrics.elidedText(lane.name, Qt.TextElideMode.ElideRight, bars.left() - MARK - 14)
        painter.drawText(QPointF(MARK + 7, baseline), name)
        if lane.instead:
            painter.setPen(QColor(look.danger))
            room = self.width() - bars.left()
            painter.drawText(
                QPointF(bars.left() + 4, baseline), metrics.elidedText(lane.instead, Qt.TextElideMode.ElideRight, room)
            )
            return
        thick = max(3.0, (cell.height() - 7) / 2)
        for at, value in enumerate((lane.masked, lane.tested)):
            length = min(max(value, 0.0) / self._top, 1.0) * (bars.width() - 1) if math.isfinite(value) else 0.0
            bar = QRectF(bars.left(), middle + (at - 1) * (thick + 1) + 0.5, max(length, 1.5), thick)
            painter.setPen(Qt.PenStyle.NoPen if at == 0 else QPen(color, 1.2))
            painter.setBrush(color if at == 0 else look.color("surface"))
            painter.drawRoundedRect(bar if at == 0 else bar.adjusted(0.6, 0.6, -0.6, -0.6), 1.5, 1.5)
            painter.setPen(QColor(look.text))
            text = number(value, padded=True)
            right = bars.right() + (at + 1) * column
            painter.drawText(QPointF(right - metrics.horizontalAdvance(text), baseline), text)

    def tip_at(self, position: QPoint) -> Tip | None:
        lane = self.lane_at(position)
        return None if lane is None else Tip(self.told(lane))

    def told(self, lane: LaneLosses) -> str:
        """The tooltip of a lane: exact numbers, and what they mean."""
        if lane.instead:
            return field_text.wrapped(f"{lane.name}: {lane.instead}")
        numbers = self.tr("{name}: data loss {on} with masks on, {off} with masks off").format(
            name=lane.name, on=number(lane.masked, 5), off=number(lane.tested, 5)
        )
        if lane.masked > lane.tested:
            return field_text.wrapped(numbers, self.tr("Its units cover for one another, but not for free."))
        return field_text.wrapped(numbers)
