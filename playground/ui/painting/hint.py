"""What stands where something is to be painted later: what to do, so that there is something to see."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from playground.ui.look import theme

_MARGIN = theme.SPACE_3
_EDGE = theme.SPACE_1 + 2
_NOTE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def draw_hint(painter: QPainter, room: QRectF, text: str) -> None:
    """In the middle of ``room``, on as many lines as it needs."""
    painter.setFont(theme.font("body"))
    painter.setPen(QColor(theme.current().muted))
    painter.drawText(room.adjusted(_MARGIN, 0, -_MARGIN, 0), _FLAGS, text)


def hint_place(room: QRectF, text: str) -> QRectF:
    """Where `draw_hint` writes."""
    return QFontMetricsF(theme.font("body")).boundingRect(room.adjusted(_MARGIN, 0, -_MARGIN, 0), _FLAGS, text)


def draw_note(painter: QPainter, room: QRectF, text: str) -> None:
    """At the lower edge of ``room``, over what is painted there, which shows through."""
    painter.setFont(theme.font("small"))
    place = note_place(room, text)
    ground = QColor(theme.current().surface)
    ground.setAlphaF(0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place.adjusted(-3, -1, 3, 1), 4, 4)
    painter.setPen(QColor(theme.current().text))
    painter.drawText(place, _NOTE, text)


def note_place(room: QRectF, text: str) -> QRectF:
    """Where `draw_note` writes."""
    inner = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    return QFontMetricsF(theme.font("small")).boundingRect(inner, _NOTE, text)
