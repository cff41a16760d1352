"""What stands where something is to be painted later: what to do, so that there is something to see."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from playground.ui.look import theme

_MARGIN = theme.SPACE_3
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def draw_hint(painter: QPainter, room: QRectF, text: str) -> None:
    """In the middle of ``room``, on as many lines as it needs."""
    painter.setFont(theme.font("body"))
    painter.setPen(QColor(theme.current().muted))
    painter.drawText(room.adjusted(_MARGIN, 0, -_MARGIN, 0), _FLAGS, text)


def hint_place(room: QRectF, text: str) -> QRectF:
    """Where `draw_hint` writes."""
    return QFontMetricsF(theme.font("body")).boundingRect(room.adjusted(_MARGIN, 0, -_MARGIN, 0), _FLAGS, text)
