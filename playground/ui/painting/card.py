"""The small card beside the pointer: a heading, and lines with a lane's mark or a class's colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.records import record
from engine.visible import visible
from playground.ui.look import theme
from playground.ui.painting.notes import MARK, draw_mark

_PAD = 8.0
_AWAY = 14.0
"""From the pointer to the card."""
_WIDEST = 0.8
"""Share of the widget that a card may take."""


@record
class CardLine:
    """``style``: a lane's colour and mark; ``color``: a small square in front of the words instead."""

    text: str
    value: str = ""
    style: int | None = None
    color: QColor | None = None


def draw_card(painter: QPainter, bounds: QRectF, at: QPointF, heading: str, lines: Sequence[CardLine] = ()) -> QRectF:
    """Paints a card near ``at``, inside ``bounds``, and gives its place."""
    painter.save()
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    step = metrics.height()
    heading = visible(heading, keep="\n")
    indent = MARK + 6 if any(line.style is not None or line.color is not None for line in lines) else 0.0
    values = max((metrics.horizontalAdvance(line.value) for line in lines), default=0.0)
    room = bounds.width() * _WIDEST - 2 * _PAD
    words = max((metrics.horizontalAdvance(visible(line.text)) for line in lines), default=0.0)
    words = min(words, max(room - indent - values - 12, 40.0))
    inner = max(min(metrics.horizontalAdvance(heading), room), indent + words + (12 + values if values else 0))
    fit = QRectF(0, 0, inner, 10 * step)
    heading_box = metrics.boundingRect(fit, Qt.TextFlag.TextWordWrap, heading) if heading else QRectF()
    card = QRectF(0, 0, inner + 2 * _PAD, heading_box.height() + len(lines) * step + 10)
    card.moveTopLeft(_beside(bounds, at, card))
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.border_strong), 1))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(card, 6, 6)
    painter.setPen(QColor(look.text))
    top = QRectF(card.left() + _PAD, card.top() + 5, inner, heading_box.height())
    painter.drawText(top, Qt.TextFlag.TextWordWrap, heading)
    for index, line in enumerate(lines):
        baseline = top.bottom() + metrics.ascent() + index * step
        middle = QPointF(card.left() + _PAD + MARK / 2, baseline - metrics.ascent() / 2 + 1)
        if line.style is not None:
            draw_mark(painter, line.style, middle)
        elif line.color is not None:
            painter.fillRect(QRectF(middle.x() - 4, middle.y() - 4, 8, 8), line.color)
        painter.setPen(QColor(look.text))
        text = metrics.elidedText(visible(line.text), Qt.TextElideMode.ElideRight, words + 1)
        painter.drawText(QPointF(card.left() + _PAD + indent, baseline), text)
        painter.drawText(QPointF(card.right() - _PAD - metrics.horizontalAdvance(line.value), baseline), line.value)
    painter.restore()
    return card


def _beside(bounds: QRectF, at: QPointF, card: QRectF) -> QPointF:
    """Right of and below the pointer, or on the other side where there is no room."""
    x = at.x() + _AWAY if at.x() + _AWAY + card.width() <= bounds.right() else at.x() - _AWAY - card.width()
    y = at.y() + _AWAY if at.y() + _AWAY + card.height() <= bounds.bottom() else at.y() - _AWAY - card.height()
    x = min(max(x, bounds.left() + 1), bounds.right() - card.width() - 1)
    y = min(max(y, bounds.top() + 1), bounds.bottom() - card.height() - 1)
    return QPointF(round(x) + 0.5, round(y) + 0.5)
