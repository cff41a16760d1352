"""Curves between shares: both axes go from 0 to 1, and every measured point can be read off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.ui.look import theme
from playground.ui.painting.gradient_card import Line, draw_card
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import percent

_LEFT, _TOP, _RIGHT, _BOTTOM = 40.0, 8.0, 12.0, 20.0
_TICKS: Final = (0.0, 0.5, 1.0)
_DOT: Final = 4.5

Floats = NDArray[np.float64]


@record(eq=False)
class Trace:
    """x, y: (points,), shares; points that are NaN are left out. ``pen`` None: dots instead of a line."""

    x: Floats
    y: Floats
    pen: QPen | None
    color: QColor


@record(eq=False)
class UnitCurves:
    """What is drawn. The first trace is read off; ``marked`` is the point of it that stands out.

    even: the line of what chance, or perfection, gives: (y at x = 0, y at x = 1); ``even_words`` says which.
    bars: (spans,), shares of rows drawn as quiet bars along the foot, for equal spans of x.
    read: the heading and the lines of the card for a point of the first trace.
    """

    across: str
    up: str
    traces: Sequence[Trace]
    read: Callable[[int], tuple[str, Sequence[Line]]]
    even: tuple[float, float] | None = None
    even_words: str = ""
    marked: int | None = None
    bars: Floats | None = None


class UnitPlot(ReadableCanvas[int]):
    """As large as there is room. A spot is a point of the first trace; arrow keys go along it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._shown: UnitCurves | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(280, 100)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 95)

    def shown(self) -> UnitCurves | None:
        """What is drawn now."""
        return self._shown

    def show_curves(self, shown: UnitCurves | None) -> None:
        """None: there is nothing to see."""
        self._shown = shown
        self.look_again()

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        points = self._points()
        if points is None or not self.frame().adjusted(-8, -8, 8, 8).contains(position):
            return None
        away = np.hypot(points[:, 0] - position.x(), points[:, 1] - position.y())
        return None if np.isnan(away).all() else int(np.nanargmin(away))

    def spot_by_key(self, key: Qt.Key) -> int | None:
        points = self._points()
        if points is None:
            return None
        there = np.flatnonzero(~np.isnan(points).any(axis=1))
        place = None if self.spot is None else int(np.searchsorted(there, self.spot))
        by = max(1, len(there) // 50)
        to = moved(place, key, len(there) - 1, (Qt.Key.Key_Left, Qt.Key.Key_Right), by)
        return None if to is None else int(there[to])

    def is_there(self, spot: int) -> bool:
        return self._shown is not None and spot < len(self._shown.traces[0].x)

    def told(self, spot: int) -> str:
        assert self._shown is not None
        heading, lines = self._shown.read(spot)
        return ", ".join([heading, *(f"{word} {value}" for _, word, value in lines)])

    # --- painting ---------------------------------------------------------------------------------------------------

    def frame(self) -> QRectF:
        """Where the curves are."""
        room = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        return QRectF(room.topLeft(), QSizeF(max(room.width(), 1.0), max(room.height(), 1.0)))

    def _placed(self, x: NDArray[Any], y: NDArray[Any]) -> Floats:
        """(points, 2), pixels."""
        frame = self.frame()
        return np.stack([frame.left() + x * frame.width(), frame.bottom() - y * frame.height()], axis=1)

    def _points(self) -> Floats | None:
        if self._shown is None or not self._shown.traces:
            return None
        return self._placed(self._shown.traces[0].x, self._shown.traces[0].y)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, shown = self.frame(), self._shown
        painter.fillRect(frame, QColor(theme.current().sunken))
        if shown is not None:
            self._paint_axes(painter, frame, shown)
            self._paint_bars(painter, frame, shown.bars)
            self._paint_even(painter, frame, shown)
            for trace in reversed(shown.traces):
                self._paint_trace(painter, trace)
            self._paint_points(painter, frame, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_axes(self, painter: QPainter, frame: QRectF, shown: UnitCurves) -> None:
        look = theme.current()
        painter.setFont(theme.font("small"))
        line = QFontMetricsF(painter.font()).height()
        flag = Qt.AlignmentFlag
        for share in _TICKS:
            x, y = self._placed(np.array([share]), np.array([share]))[0]
            painter.setPen(QColor(look.grid))
            painter.drawLine(QPointF(frame.left(), round(y) + 0.5), QPointF(frame.right(), round(y) + 0.5))
            painter.drawLine(QPointF(round(x) + 0.5, frame.top()), QPointF(round(x) + 0.5, frame.bottom()))
            painter.setPen(QColor(look.muted))
            top = min(max(y - line / 2, frame.top() - 4), frame.bottom() - line + 4)
            left = QRectF(frame.left() - _LEFT, top, _LEFT - 5, line)
            painter.drawText(left, flag.AlignRight | flag.AlignVCenter, percent(share, 0))
            below = QRectF(min(x - 30, self.width() - 60), frame.bottom() + 3, 60, line)
            side = flag.AlignRight if below.center().x() < x - 1 else flag.AlignHCenter
            painter.drawText(below, side | flag.AlignTop, percent(share, 0))
        painter.setPen(QColor(look.text))
        metrics = QFontMetricsF(painter.font())
        for share, words in ((0.25, f"↑ {shown.up}"), (0.75, f"{shown.across} →")):
            place = QRectF(0, frame.bottom() + 3, frame.width() / 2 - 44, line)
            place.moveCenter(QPointF(frame.left() + share * frame.width(), place.center().y()))
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, flag.AlignHCenter | flag.AlignTop, text)

    def _paint_bars(self, painter: QPainter, frame: QRectF, bars: Floats | None) -> None:
        if bars is None or not bars.any():
            return
        color = theme.current().color("muted")
        color.setAlphaF(0.25)
        wide, high = frame.width() / len(bars), frame.height() * 0.35 / bars.max()
        for index, share in enumerate(bars.tolist()):
            bar = QRectF(frame.left() + index * wide + 1, frame.bottom() - share * high, wide - 2, share * high)
            painter.fillRect(bar, color)

    def _paint_even(self, painter: QPainter, frame: QRectF, shown: UnitCurves) -> None:
        if shown.even is None or not np.isfinite(shown.even).all():
            return
        pen = QPen(QColor(theme.current().muted), 1)
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        start, end = self._placed(np.array([0.0, 1.0]), np.array(shown.even))
        painter.drawLine(QPointF(*start), QPointF(*end))
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(shown.even_words, Qt.TextElideMode.ElideRight, frame.width() * 0.6)
        at = QPointF(frame.right() - 6 - metrics.horizontalAdvance(words), frame.bottom() - 6)
        if shown.even[0] == shown.even[1]:  # a level line: the words lie on it, where there is room above
            at = QPointF(frame.left() + 6, max(float(start[1]) - 4, frame.top() + metrics.ascent() + 2))
        painter.drawText(at, words)

    def _paint_trace(self, painter: QPainter, trace: Trace) -> None:
        points = self._placed(trace.x, trace.y)
        points = points[~np.isnan(points).any(axis=1)]
        if trace.pen is not None:
            painter.setPen(trace.pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(trace.color)
        for x, y in points.tolist():
            painter.drawEllipse(QPointF(x, y), _DOT, _DOT)

    def _paint_points(self, painter: QPainter, frame: QRectF, shown: UnitCurves) -> None:
        """The point that stands out, and the one that is read off."""
        points = self._points()
        if points is None:
            return
        look = theme.current()
        for index, is_read in ((shown.marked, False), (self.spot, True)):
            if index is None or index >= len(points) or np.isnan(points[index]).any():
                continue
            at = QPointF(*points[index])
            painter.setPen(QPen(QColor(look.accent if is_read else look.text), 2))
            painter.setBrush(QColor(look.surface))
            painter.drawEllipse(at, _DOT + 1, _DOT + 1)
            if is_read:
                heading, lines = shown.read(index)
                draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), at, heading, lines)
