"""Paints the entries of a list as cards: a picture, a title, a sentence that may break its lines, and a muted note.

How to use it, in a combo box or in any list view::

    delegate = CardDelegate(width=380, parent=box)
    box.setItemDelegate(delegate)
    box.view().setMinimumWidth(delegate.popup_width())
    box.addItem(title, value)                                 # the title is Qt's DisplayRole
    box.setItemData(i, sentence, CardRole.SENTENCE)           # the accessible description, as ChoiceEdit sets it anyway
    box.setItemData(i, "1,797 rows · 10 classes", CardRole.NOTE)     # short; may be missing
    box.setItemData(i, paint_digits, CardRole.PICTURE)        # may be missing

A picture is a QPixmap, a QIcon or a function ``paint(painter, rect)`` that draws into a QRectF in the middle of the
card's left side; it is called at each painting, so it can follow the theme and be sharp on every screen. The note
stands at the right end of the title's line. All cards of a delegate are equally high: a title and ``lines`` lines.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.ui.look import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Picture: TypeAlias = QPixmap | QIcon | Callable[[QPainter, QRectF], None]

PICTURE_SIZE: Final = 56
_PADDING: Final = theme.SPACE_2
_GAP: Final = theme.SPACE_3
_RADIUS: Final = 6.0
_BETWEEN: Final = 2
"""Pixels between the title and the sentence."""
_FRAME: Final = 2 * 5
"""What a popup's frame and padding take of its width."""


class CardRole(IntEnum):
    """Where an item keeps the parts of its card; the title is its DisplayRole."""

    SENTENCE = Qt.ItemDataRole.AccessibleDescriptionRole
    PICTURE = Qt.ItemDataRole.UserRole + 41
    NOTE = Qt.ItemDataRole.UserRole + 42


class CardDelegate(QStyledItemDelegate):
    """Follows the theme; the card under the pointer or the keys is tinted, a disabled one is pale."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        width: int = 360,
        lines: int = 2,
        picture: tuple[int, int] = (PICTURE_SIZE, PICTURE_SIZE),
    ) -> None:
        super().__init__(parent)
        self._width, self._lines, self._picture = width, lines, QSize(*picture)

    def popup_width(self) -> int:
        """How wide a view must be to show whole cards beside its frame and scroll bar."""
        return self._width + _FRAME

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = QFontMetrics(theme.font("title")).height() + _BETWEEN + self._lines * _line_height()
        return QSize(self._width, max(self._picture.height(), text) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card: QRect = option.rect
        _paint_ground(painter, card, option.state)
        if not option.state & QStyle.StateFlag.State_Enabled:
            painter.setOpacity(0.5)
        left = card.left() + _PADDING
        picture = index.data(CardRole.PICTURE)
        if picture is not None:
            place = QRect(QPoint(left, card.center().y() - self._picture.height() // 2 + 1), self._picture)
            _paint_picture(painter, place, picture)
            left = place.right() + 1 + _GAP
        self._paint_words(painter, QRect(QPoint(left, card.top()), card.bottomRight() - QPoint(_PADDING, 0)), index)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        """The title with its note, and the sentence below, in the middle of the card's height."""
        colors, small = theme.current(), theme.font("small")
        lines = broken_lines(str(index.data(CardRole.SENTENCE) or ""), small, room.width(), self._lines)
        title_height = QFontMetrics(theme.font("title")).height()
        height = title_height + (_BETWEEN + len(lines) * _line_height() if lines else 0)
        line = QRect(room.left(), room.top() + (room.height() - height) // 2, room.width(), title_height)
        note = str(index.data(CardRole.NOTE) or "")
        note_width = QFontMetrics(small).horizontalAdvance(note) + 2  # advances are not whole pixels
        title = QRect(line.topLeft(), line.bottomRight() - QPoint(note_width + _GAP if note else 0, 0))
        _paint_line(
            painter, title, str(index.data(Qt.ItemDataRole.DisplayRole) or ""), theme.font("title"), colors.text
        )
        place = QRect(QPoint(line.right() + 1 - note_width, line.top()), line.bottomRight())
        _paint_line(painter, place, note, small, colors.muted)
        line = QRect(line.left(), line.bottom() + 1 + _BETWEEN, line.width(), _line_height())
        for text in lines:
            _paint_line(painter, line, text, small, colors.text)
            line.translate(0, line.height())


def _line_height() -> int:
    """Of the sentence."""
    return QFontMetrics(theme.font("small")).lineSpacing()


def _paint_line(painter: QPainter, place: QRect, text: str, font: QFont, color: str) -> None:
    """One line of words, with an ellipsis where it is too long."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, shown)


def broken_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text broken between words into at most so many lines; the last one keeps all the rest and may be too long."""
    layout = QTextLayout(text, font)
    lines = list[str]()
    layout.beginLayout()
    while text and len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        start = line.textStart()
        is_last = len(lines) == most - 1
        lines.append(text[start:] if is_last else text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def _paint_ground(painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
    """What shows that a card is chosen, or that the pointer is over it."""
    colors = theme.current()
    place = QRectF(card).adjusted(0.5, 1.5, -0.5, -1.5)
    if state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(QColor(colors.accent_edge), 1))
        painter.setBrush(QColor(colors.accent_soft))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)


def _paint_picture(painter: QPainter, place: QRect, picture: Picture) -> None:
    """A picture in its frame."""
    colors = theme.current()
    frame = QRectF(place)
    shape = QPainterPath()
    shape.addRoundedRect(frame, _RADIUS, _RADIUS)
    painter.save()
    painter.fillPath(shape, QColor(colors.sunken))
    painter.setClipPath(shape)
    if isinstance(picture, QIcon):
        picture.paint(painter, place.adjusted(14, 14, -14, -14))
    elif isinstance(picture, QPixmap):
        size = picture.deviceIndependentSize().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        around = QRectF(0, 0, size.width(), size.height())
        around.moveCenter(frame.center())
        painter.drawPixmap(around, picture, QRectF(picture.rect()))
    else:
        picture(painter, frame)
    painter.restore()
    painter.setPen(QPen(QColor(colors.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
