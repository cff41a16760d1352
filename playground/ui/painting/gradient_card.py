"""A small card with exact numbers, painted beside the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.ui.look import theme

_PAD = 8.0
_DOT = 7.0

Line = tuple[QColor | None, str, str]
"""The colour of a dot in front, or None; a word; a number."""


def draw_card(painter: QPainter, frame: QRectF, at: QPointF, title: str, lines: Sequence[Line]) -> None:
    """Beside ``at``, on the side where there is room, inside ``frame``; lines that do not fit are left out."""
    look = theme.current()
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    high = metrics.height()
    lines = lines[: max(1, int((frame.height() - 8) / high) - bool(title))]
    dot = _DOT + 5 if any(color is not None for color, *_ in lines) else 0.0
    words = max((metrics.horizontalAdvance(word) for _, word, _ in lines), default=0.0)
    numbers = max((metrics.horizontalAdvance(text) for *_, text in lines), default=0.0)
    width = max(metrics.horizontalAdvance(title), dot + words + (12 if numbers else 0) + numbers) + 2 * _PAD
    height = (len(lines) + bool(title)) * high + 8
    left = at.x() + 12 if at.x() + 12 + width <= frame.right() else at.x() - 12 - width
    left = max(min(left, frame.right() - width), frame.left())
    card = QRectF(left, max(min(at.y() - height / 2, frame.bottom() - height), frame.top()), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.border_strong), 1))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(card, 6, 6)
    baseline = card.top() + 4 + metrics.ascent()
    if title:
        painter.setPen(QColor(look.muted))
        painter.drawText(QPointF(left + _PAD, baseline), title)
        baseline += high
    for color, word, text in lines:
        if color is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            middle = QPointF(left + _PAD + _DOT / 2, baseline - metrics.ascent() / 2 + 1)
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        painter.setPen(QColor(look.text))
        painter.drawText(QPointF(left + _PAD + dot, baseline), word)
        painter.drawText(QPointF(card.right() - _PAD - metrics.horizontalAdvance(text), baseline), text)
        baseline += high
    painter.setBrush(Qt.BrushStyle.NoBrush)
