"""Paints the cells of the data sheet: a mark where something can be chosen, and small histograms."""

from __future__ import annotations

from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from playground.data.sheet.histogram import Histogram
from playground.data.sheet.model import CHOICES, FIELDS, HISTOGRAM
from playground.ui.look import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_MARK: Final = 10
_TALLEST: Final = 20
_LEAST_BAR: Final = 1.5
"""Pixels: what comes at all can be seen."""
_WIDEST_BAR: Final = 9.0


class SheetDelegate(QStyledItemDelegate):
    """All rows are of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _TALLEST + theme.SPACE_2)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() in FIELDS:
            option.rect = option.rect.adjusted(0, 0, -_MARK, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QRect(option.rect)
        super().paint(painter, option, index)
        if index.data(CHOICES):
            mark = QRect(0, 0, _MARK, _MARK)
            mark.moveCenter(cell.center())
            mark.moveRight(cell.right() - theme.SPACE_1)
            theme.icon("down", "muted").paint(painter, mark)
        histogram = index.data(HISTOGRAM)
        if isinstance(histogram, Histogram):
            is_pale = index.data(Qt.ItemDataRole.ForegroundRole) == QColor(theme.current().muted)
            room = QRectF(cell).adjusted(theme.SPACE_2, 3, -theme.SPACE_2, -4)
            draw_histogram(
                painter, room, histogram, theme.current().border_strong if is_pale else theme.current().accent
            )


def draw_histogram(painter: QPainter, room: QRectF, histogram: Histogram, color: str) -> None:
    """Bars on the lower edge; those of single values stand apart, those of ranges touch."""
    if not histogram.heights:
        return
    width = room.width() / len(histogram.heights)
    gap = 0.0
    if histogram.names:
        width, gap = min(width, _WIDEST_BAR), 2.0
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, share in enumerate(histogram.heights):
        height = max(_LEAST_BAR, share * room.height()) if share else 0.0
        painter.drawRect(QRectF(room.left() + place * width, room.bottom() - height, width - gap, height))
    painter.restore()
