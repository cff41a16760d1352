"""Marks on a lane's line over the layers: a cross where a layer is dead, and bars where it is saturated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.ui.look import theme

_ARM: Final = 3.5
"""Pixels: half of a mark."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Where a line passes such a layer, maybe below the frame; color: the lane's. A dead one may have the word."""

    at: QPointF
    color: QColor
    is_dead: bool
    has_word: bool = False


def draw_stuck(painter: QPainter, frame: QRectF, marks: Sequence[Stuck], word: str) -> None:
    """Inside of the frame, also where the line has left it: what is zero has no place on a logarithmic axis."""
    metrics, taken = QFontMetricsF(painter.font()), QRectF()
    for mark in marks:
        y = min(max(mark.at.y(), frame.top() + _ARM + 1), frame.bottom() - _ARM - 1)
        at = QPointF(mark.at.x(), y)
        if not mark.is_dead:
            painter.setPen(QPen(theme.current().color("warning"), 1.6))
            for side in (-1, 1):
                painter.drawLine(QLineF(at.x() - _ARM, y + side * 5.5, at.x() + _ARM, y + side * 5.5))
            continue
        painter.setPen(QPen(mark.color, 2))
        for side in (-1, 1):
            painter.drawLine(QLineF(at.x() - _ARM, y - side * _ARM, at.x() + _ARM, y + side * _ARM))
        if mark.has_word:
            wide, left = metrics.horizontalAdvance(word), at.x() + _ARM + 3
            if left + wide > frame.right() - 2:
                left = at.x() - _ARM - 3 - wide
            top = min(y - metrics.height() / 2, frame.bottom() - metrics.height())
            room = QRectF(left, top, wide + 1, metrics.height())
            if not room.intersects(taken):
                taken = taken.united(room)
                painter.fillRect(room, theme.current().color("warning_soft"))  # the line may pass there
                painter.drawText(QPointF(left, top + metrics.ascent()), word)
