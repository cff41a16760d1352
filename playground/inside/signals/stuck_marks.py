"""Marks on a lane's line over the layers: a cross where a layer is dead, and bars where it is saturated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.records import record
from playground.ui.look import theme

_ARM: Final = 3.5
"""Pixels: half of a mark."""


@record
class Stuck:
    """Where a line passes such a layer, maybe below the frame; color: the lane's. A dead one may have the word."""

    at: QPointF
    color: QColor
    is_dead: bool
    has_word: bool = False


def draw_stuck(painter: QPainter, frame: QRectF, marks: Sequence[Stuck], word: str) -> None:
    """Inside of the frame, also where the line has left it: what is zero has no place on a logarithmic axis."""
    seen = [seen_at(mark.at, frame) for mark in marks]
    for mark, at in zip(marks, seen, strict=True):
        if not mark.is_dead:
            painter.setPen(QPen(theme.current().color("warning"), 1.6))
            for side in (-1, 1):
                painter.drawLine(QLineF(at.x() - _ARM, at.y() + side * 5.5, at.x() + _ARM, at.y() + side * 5.5))
            continue
        painter.setPen(QPen(mark.color, 2))
        for side in (-1, 1):
            painter.drawLine(QLineF(at.x() - _ARM, at.y() - side * _ARM, at.x() + _ARM, at.y() + side * _ARM))
    metrics = QFontMetricsF(painter.font())
    size = QSizeF(metrics.horizontalAdvance(word) + 1, metrics.height())
    for mark, room in word_rooms(marks, size, frame):
        painter.fillRect(room, theme.current().color("warning_soft"))  # the line may pass there
        painter.setPen(mark.color)
        painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), word)


def word_rooms(marks: Sequence[Stuck], size: QSizeF, frame: QRectF) -> list[tuple[Stuck, QRectF]]:
    """Where the words of marks stand: beside them, and not on other marks, as long as there is such a place; better so
    than a cross that nobody explains."""
    taken, found = [_around(seen_at(mark.at, frame)) for mark in marks], []
    for mark in (mark for mark in marks if mark.has_word):
        rooms = list(_beside(seen_at(mark.at, frame), size, frame))
        free = [room for room in rooms if not any(map(room.intersects, taken))]
        for room in (free or rooms)[:1]:
            taken.append(room)
            found.append((mark, room))
    return found


def seen_at(at: QPointF, frame: QRectF) -> QPointF:
    """Where a mark is drawn: at the edge of the frame, where its line is beyond."""
    return QPointF(at.x(), min(max(at.y(), frame.top() + _ARM + 1), frame.bottom() - _ARM - 1))


def _around(at: QPointF) -> QRectF:
    return QRectF(at.x() - _ARM, at.y() - _ARM, 2 * _ARM, 2 * _ARM)


def _beside(at: QPointF, size: QSizeF, frame: QRectF) -> Iterator[QRectF]:
    """Places for the word of a mark inside of the frame: behind it, before it, below it, above it."""
    half, apart = size.height() / 2, _ARM + 3
    level = min(max(at.y() - half, frame.top()), frame.bottom() - size.height())
    middle = min(max(at.x() - size.width() / 2, frame.left() + 2), frame.right() - 2 - size.width())
    corners = [(at.x() + apart, level), (at.x() - apart - size.width(), level)]
    corners += [(middle, at.y() + _ARM + 1), (middle, at.y() - _ARM - 1 - size.height())]
    for x, y in corners:
        room = QRectF(QPointF(x, y), size)
        if frame.contains(room):
            yield room
