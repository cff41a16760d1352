"""A list of edits on a line of time: those that count, the one that is shown, and those that were taken back."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.ui.look import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW: Final = 28
_RAIL: Final = theme.SPACE_3 + 4
"""Where the line of time is, from the left edge."""


class EditRole(IntEnum):
    """Where an item keeps what is painted; the name of the edit is its DisplayRole."""

    DETAIL = Qt.ItemDataRole.UserRole + 1
    """Muted words behind the name: ``8 → 12``."""
    AGE = Qt.ItemDataRole.UserRole + 2
    """-1 where the edit counts, 0 where it is the last that does, 1 where it was taken back."""


class EditDelegate(QStyledItemDelegate):
    """One line an edit: a dot on the line of time, its name, and what became of what."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: QRect = option.rect
        age = int(index.data(EditRole.AGE))
        _paint_ground(painter, row, option.state)
        _paint_rail(painter, row, age, is_first=index.row() == 0, is_last=index.row() == index.model().rowCount() - 1)
        _paint_words(painter, row, age, str(index.data()), str(index.data(EditRole.DETAIL)))
        painter.restore()


def _paint_ground(painter: QPainter, row: QRect, state: QStyle.StateFlag) -> None:
    colors = theme.current()
    place = row.adjusted(theme.SPACE_1, 1, -theme.SPACE_1, -1)
    has_keyboard = state & QStyle.StateFlag.State_HasFocus
    if has_keyboard or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(QPen(QColor(colors.accent), 1) if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _paint_rail(painter: QPainter, row: QRect, age: int, *, is_first: bool, is_last: bool) -> None:
    colors = theme.current()
    x, middle = row.left() + _RAIL, row.center().y() + 0.5
    done, undone = QPen(QColor(colors.border_strong), 1.5), QPen(QColor(colors.border), 1.5)
    painter.setPen(undone if age > 0 else done)
    if not is_first:
        painter.drawLine(QPointF(x, row.top()), QPointF(x, middle))
    if not is_last:
        painter.setPen(done if age < 0 else undone)
        painter.drawLine(QPointF(x, middle), QPointF(x, row.bottom() + 1))
    if age == 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent))
    else:
        painter.setPen(QPen(QColor(colors.border_strong if age > 0 else colors.muted), 1.5))
        painter.setBrush(QColor(colors.window))
    radius = 4.5 if age == 0 else 3.5
    painter.drawEllipse(QPointF(x, middle), radius, radius)


def _paint_words(painter: QPainter, row: QRect, age: int, name: str, detail: str) -> None:
    colors = theme.current()
    left, right = row.left() + _RAIL + theme.SPACE_3, row.right() - theme.SPACE_3
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for text, color, bold in (
        (name, colors.text if age <= 0 else colors.muted, age == 0),
        (detail, colors.muted if age <= 0 else colors.disabled, False),
    ):
        font = theme.font("body", bold=bold)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(0, right - left))
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(QRect(left, row.top(), max(0, right - left), row.height()), flags, shown)
        left += metrics.horizontalAdvance(text) + theme.SPACE_2


class EditList(QListView):
    """Says which row was clicked, or chosen with Enter; the arrow keys only look around."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(EditDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty("role", "plain")
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def _on_chosen(self, index: QModelIndex) -> None:
        # A click may come as both signals on some platforms; going where one is already costs nothing.
        if index.isValid():
            self.chosen.emit(index.row())
