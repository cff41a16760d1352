"""Rows that were taken for something: as pictures in a grid, or as lines of a table where they are no pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.inside.predictions.mistake_items import Item, Rows
from playground.ui.look import theme
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.picture_images import picture_shape, rgb_image, rgb_of
from playground.ui.painting.readable import ReadableCanvas

PICTURE: Final = 56
"""Wanted size of a picture, in pixels; it becomes a whole number of pixels for each of its own."""
FEATURES: Final = 6
"""Of a row that is no picture, a line names so many features four times over, as far as there is room ..."""
_CARD: Final = 14
"""... and the card so many, at most, where it has room beside the row."""
_GAP = theme.SPACE_2
_LINE = 26


class MistakeView(ReadableCanvas[int]):
    """As many of the items as there is room for, the first ones first. A spot is the index of an item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.hint = ""
        """What is said where there are no items."""
        self._items: list[Item] = []
        self._rows: Rows | None = None
        self._images: dict[int, QImage] = {}

    def sizeHint(self) -> QSize:
        return QSize(340, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._cell().height())

    def is_of(self, rows: Rows) -> bool:
        """Whether the items that are shown are such rows."""
        return self._rows is rows

    def show_items(self, items: Sequence[Item], rows: Rows | None) -> None:
        """The items' keys are indices into ``rows``."""
        if rows is not self._rows:
            self._rows, self._images = rows, {}
        self._items = list(items)
        self.look_again()

    def count(self) -> int:
        """How many items there is room for."""
        return min(len(self._items), self._columns() * max(1, (self.height() + _GAP) // (self._cell().height() + _GAP)))

    def reading(self) -> str:
        """The sentence about the item under the pointer."""
        return "" if self.spot is None else self.told(self.spot)

    # --- places -----------------------------------------------------------------------------------------------------

    @property
    def _has_pictures(self) -> bool:
        return self._rows is not None and self._rows.shape is not None

    def _picture(self) -> QSize:
        assert self._rows is not None
        assert self._rows.shape is not None
        height, width = self._rows.shape
        ratio = self.devicePixelRatioF()
        scale = max(1, round(PICTURE * ratio / max(height, width))) / ratio
        return QSize(round(width * scale), round(height * scale))

    def _cell(self) -> QSize:
        if not self._has_pictures:
            return QSize(max(self.width(), 1), _LINE - _GAP)
        size, line = self._picture(), int(QFontMetricsF(theme.font("small")).height())
        return QSize(max(size.width(), 62), size.height() + 2 * line + 2)

    def _columns(self) -> int:
        return max(1, (self.width() + _GAP) // (self._cell().width() + _GAP)) if self._has_pictures else 1

    def place(self, index: int) -> QRect:
        """Where an item is."""
        cell, columns = self._cell(), self._columns()
        x, y = index % columns * (cell.width() + _GAP), index // columns * (cell.height() + _GAP)
        return QRect(x, y, cell.width(), cell.height())

    # --- reading off ------------------------------------------------------------------------------------------------

    def told(self, spot: int) -> str:
        return self._items[spot].reading

    def spot_at(self, position: QPointF) -> int | None:
        at = position.toPoint()
        return next((index for index in range(self.count()) if self.place(index).contains(at)), None)

    def spot_by_key(self, key: Qt.Key) -> int | None:
        columns = self._columns()
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }.get(key)
        if step is None or not self.count():
            return None
        wanted = 0 if self.spot is None else self.spot + step
        return wanted if 0 <= wanted < self.count() else self.spot

    def is_there(self, spot: int) -> bool:
        return spot < self.count()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._items or self._rows is None:
            draw_hint(painter, QRectF(self.rect()), self.hint)
        else:
            for index in range(self.count()):
                self._paint_item(painter, index, self._rows)
            if self.spot is not None:
                self._paint_card(painter, self.spot, self._rows)
        painter.end()

    def _paint_item(self, painter: QPainter, index: int, rows: Rows) -> None:
        item, place = self._items[index], QRectF(self.place(index))
        if index == self.spot:
            painter.fillRect(place.adjusted(-3, -2, 3, 2), QColor(theme.current().raised))
        if rows.shape is None:
            self._paint_line(painter, item, place, rows)
            return
        size = self._picture()
        left = round(place.left() + (place.width() - size.width()) / 2)
        picture = QRectF(left, place.top(), size.width(), size.height())
        painter.drawImage(picture, self._image(item.key, rows, rows.shape))
        painter.setPen(QPen(QColor(theme.current().border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(picture.adjusted(-0.5, -0.5, 0.5, 0.5))
        line = QFontMetricsF(theme.font("small")).height()
        below = QRectF(place.left() - 2, picture.bottom() + 2, place.width() + 4, line)
        self._paint_words(painter, item, below, centred=True)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(below.translated(0, line - 1), Qt.AlignmentFlag.AlignHCenter, item.figure)

    def _paint_words(self, painter: QPainter, item: Item, line: QRectF, *, centred: bool) -> None:
        """``truth → answer``, the answer bold."""
        look = theme.current()
        quiet, loud = theme.font("small"), theme.font("small", bold=True)
        before = f"{item.was} → " if item.was else ""
        first, second = QFontMetricsF(quiet), QFontMetricsF(loud)
        taken = second.elidedText(item.taken, Qt.TextElideMode.ElideRight, line.width() * 0.6)
        before_room = line.width() - second.horizontalAdvance(taken)
        before = first.elidedText(before, Qt.TextElideMode.ElideMiddle, before_room)
        width = first.horizontalAdvance(before) + second.horizontalAdvance(taken)
        left = line.left() + max(0.0, (line.width() - width) / 2 if centred else 0.0)
        baseline = line.top() + (line.height() + first.ascent() - first.descent()) / 2
        painter.setFont(quiet)
        painter.setPen(QColor(look.muted))
        painter.drawText(QPointF(left, baseline), before)
        painter.setFont(loud)
        painter.setPen(look.color(item.tone))
        painter.drawText(QPointF(left + first.horizontalAdvance(before), baseline), taken)

    def _paint_line(self, painter: QPainter, item: Item, place: QRectF, rows: Rows) -> None:
        """A row of a table: the words, the probability, and the features that there is room for."""
        words = min(150.0, place.width() * 0.4)
        self._paint_words(painter, item, QRectF(place.left(), place.top(), words, place.height()), centred=False)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.current().text))
        middle = Qt.AlignmentFlag.AlignVCenter
        figure = QRectF(place.left() + words, place.top(), 52, place.height())
        painter.drawText(figure, middle | Qt.AlignmentFlag.AlignRight, item.figure)
        painter.setPen(QColor(theme.current().muted))
        rest = QRectF(figure.right() + 14, place.top(), place.right() - figure.right() - 14, place.height())
        text = "   ".join(f"{name} {value}" for name, value in rows.told_of(item.key)[: 4 * FEATURES])
        fits = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, middle, fits)

    def _paint_card(self, painter: QPainter, index: int, rows: Rows) -> None:
        item = self._items[index]
        lines = []
        if rows.shape is None:
            lines = [CardLine(name, value) for name, value in rows.told_of(item.key)[: self._card_lines(index)]]
        draw_card(painter, QRectF(self.rect()), QPointF(self.place(index).center()), item.reading, lines)

    def _card_lines(self, index: int) -> int:
        """So many that the card covers no part of the row that it is of: it lies below or above."""
        place, step = self.place(index), QFontMetricsF(theme.font("small")).height()
        room = max(self.height() - place.bottom(), place.top())
        return max(2, min(_CARD, int((room - 24) / step) - 2))

    def _image(self, key: int, rows: Rows, shape: tuple[int, int]) -> QImage:
        """The picture of a row, kept for the next time."""
        if key not in self._images:
            values = rows.row(key).astype(np.float32)
            share = (values - values.min()) / max(float(np.ptp(values)), 1e-12)
            share = (1 - share if rows.is_inverted else share).reshape(picture_shape(len(values), shape))
            self._images[key] = rgb_image(rgb_of(share))
        return self._images[key]
