"""Numbers on the units of the drawing, while a step is taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.network.scene.layout import Placed
from playground.network.scene.scene import Spot
from playground.ui.look import theme

LEAST: Final = 15.0
"""Pixels from unit to unit, with which there is room for all numbers; with less only those of the chosen weight are
written."""


def paint(painter: QPainter, placed: Sequence[Placed], figures: Sequence[Sequence[str]], chosen: Spot | None) -> None:
    """A small label on each unit that has a number; those at the ends of the chosen weight stand out."""
    look = theme.current()
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    for column, texts in zip(placed, figures, strict=False):
        for unit, text in enumerate(texts[: column.shown]):
            is_chosen = chosen is not None and (column.index, unit) in (
                (chosen.column, chosen.unit),
                (chosen.column - 1, chosen.source),
            )
            is_alone = len(set(column.x.tolist())) == 1
            if not is_chosen and (column.pitch < LEAST or not (is_alone or column.pitch >= 30)):
                continue
            middle = QPointF(float(column.x[unit]), float(column.y[unit]))
            label = QRectF(0, 0, metrics.horizontalAdvance(text) + 6, metrics.height() - 1)
            label.moveCenter(middle)
            painter.setPen(QPen(look.color("accent" if is_chosen else "border"), 1.4 if is_chosen else 1))
            painter.setBrush(look.color("accent_soft" if is_chosen else "surface"))
            painter.drawRoundedRect(label, 4, 4)
            painter.setPen(look.color("text"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
