"""Chooses a training row: its number, and, where rows are pictures, thumbnails of it and its neighbours."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from engine.data import Dataset
from playground.ui.look import theme
from playground.ui.painting.picture_images import picture_shape
from playground.ui.painting.row_pictures import RowPictures
from playground.ui.text import field_text
from playground.ui.text.labels import label_text
from playground.ui.widgets.elided_label import ElidedLabel

_SIZE = 26
_MOST = 40
"""Thumbnails, at most."""


class Thumbnails(RowPictures):
    """One line of pictures; the chosen one is framed."""

    picked = Signal(int)
    """Which of the pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, size=_SIZE)
        self.chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_SIZE + 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def room(self) -> int:
        """How many pictures fit."""
        return max(1, self._columns(self.width()))

    def cell(self, index: int) -> QRect:
        return super().cell(index).translated(2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.picture_at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if 0 <= self.chosen < self.count():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRect(self.cell(self.chosen).adjusted(-1, -1, 0, 0))
            painter.end()


class RowChooser(QWidget):
    """Says `chosen` when a person picks another row."""

    chosen = Signal(object)
    """The index of a training row, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._first = -1
        self.number = QSpinBox()
        self.number.setObjectName("dropout.row")
        self.number.setAccessibleName(self.tr("Training row"))
        self.number.setToolTip(
            field_text.wrapped(self.tr("The training row that all masks are asked about: step to one, or type it."))
        )
        self.number.setKeyboardTracking(False)
        self.number.setMinimum(1)
        self.number.setMinimumWidth(72)
        self.number.valueChanged.connect(self._on_number)
        self.note = ElidedLabel()
        self.note.setFont(theme.font("small"))
        self.note.setProperty("role", "muted")
        self.pictures = Thumbnails()
        self.pictures.setObjectName("dropout.thumbnails")
        self.pictures.setAccessibleName(self.tr("Training rows to choose from"))
        self.pictures.picked.connect(self._on_picked)
        caption = QLabel(self.tr("Training row"))
        caption.setFont(theme.font("small"))
        caption.setBuddy(self.number)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE_2)
        line.addWidget(caption)
        line.addWidget(self.number)
        line.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_1)
        column.addLayout(line)
        column.addWidget(self.pictures)

    def row(self) -> int:
        """The index of the row that is chosen."""
        return self.number.value() - 1

    def show_dataset(self, dataset: Dataset) -> None:
        """Rows to choose from."""
        if dataset is self._dataset:
            return
        self._dataset = dataset
        self.number.blockSignals(True)
        self.number.setMaximum(len(dataset.train_x))
        self.number.blockSignals(False)
        self.pictures.setVisible(dataset.image_shape is not None)
        self._first = -1
        self._show_pictures()

    def show_row(self, row: int) -> None:
        """Another row is looked at: silently."""
        if row != self.row():
            self.number.blockSignals(True)
            self.number.setValue(row + 1)
            self.number.blockSignals(False)
            self._show_pictures()

    def set_note(self, note: str) -> None:
        """A few words on the row."""
        if note != self.note.text():
            self.note.setText(note)

    def _show_pictures(self) -> None:
        """A page of rows that the chosen one is on."""
        data = self._dataset
        if data is None or data.image_shape is None:
            return
        room = min(self.pictures.room(), _MOST)
        first = self.row() // room * room
        last = min(first + room, len(data.train_x))
        if first != self._first or self.pictures.count() != last - first:
            self._first = first
            raw = data.unscaled(data.train_x[first:last])
            low, high = float(raw.min(initial=0)), float(raw.max(initial=1e-12))
            shape = picture_shape(data.n_features, data.image_shape)
            images = np.maximum((raw - low) / (high - low), 0).reshape(last - first, *shape)
            tips = [
                self.tr("Training row {row}: {label}").format(row=row + 1, label=label_text(data, data.train_y[row]))
                for row in range(first, last)
            ]
            self.pictures.set_rows(images, tooltips=tips)
        self.pictures.chosen = self.row() - first
        self.pictures.update()

    def _on_number(self, number: int) -> None:
        self._show_pictures()
        self.chosen.emit(number - 1)

    def _on_picked(self, index: int) -> None:
        self.number.setValue(self._first + index + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_pictures()
