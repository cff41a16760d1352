"""Which picture goes through the network: a training row, or what was drawn. One line of the views that show that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from engine.data import Dataset
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.still import Still


class PictureChooser(QWidget):
    """All views share what is asked for, so each shows what there is to see, and not what it asked for itself."""

    requested = Signal(str, object)
    """(field, value) of an `InspectionRequest`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: of the view, with which the names of the controls begin."""
        super().__init__(parent)
        self._asked: int | None = None
        """The row that was asked for and is not there yet."""
        self.number = QSpinBox()
        self.number.setObjectName(f"{name}.row")
        self.number.setRange(1, 1)
        self.number.setAccessibleName(self.tr("Training row"))
        self.number.setToolTip(field_text.wrapped(self.tr("Which picture goes through the network.")))
        self.number.valueChanged.connect(self._on_row)
        self.drawn = QCheckBox(self.tr("The drawing"))
        self.drawn.setObjectName(f"{name}.drawing")
        self.drawn.setToolTip(
            field_text.wrapped(self.tr("Sends what you drew in the view Draw through the network in place of a row."))
        )
        self.drawn.toggled.connect(self._on_drawn)
        self.note = ElidedLabel()
        self.note.setObjectName(f"{name}.note")
        self.note.setFont(theme.font("small"))
        caption = QLabel(self.tr("Training row"))
        caption.setFont(theme.font("small"))
        caption.setBuddy(self.number)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE_2)
        for widget in (caption, self.number, self.drawn):
            line.addWidget(widget)
        line.addWidget(Still(self.note, is_whole=False), 1)

    def show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is not None:
            self._set_silently(self.number.value(), len(dataset.train_x))

    def show_row(self, row: int, words: str, *shorter: str) -> None:
        """What is to be seen now: a training row, or -1 for the drawing; and what there is to say of it. shorter: where
        there is little room."""
        if row < 0 or row == self._asked:
            self._asked = None
        if row >= 0 and self._asked is None:
            self._set_silently(row + 1, self.number.maximum())
        if row < 0:
            self.drawn.blockSignals(True)
            self.drawn.setChecked(True)
            self.drawn.blockSignals(False)
        elif self.drawn.isChecked():
            words, shorter = self.tr("nothing is drawn yet"), ()
        self.note.set_texts(words, *shorter)

    def _set_silently(self, number: int, most: int) -> None:
        self.number.blockSignals(True)
        self.number.setMaximum(most)
        self.number.setValue(number)
        self.number.blockSignals(False)

    def _on_row(self, number: int) -> None:
        self._asked = number - 1
        self.drawn.setChecked(False)
        self.requested.emit("row", number - 1)

    def _on_drawn(self, is_on: bool) -> None:
        self.requested.emit("sees_drawing", is_on)

    def take_over(self, other: PictureChooser) -> None:
        """What a person has chosen in another one is chosen in this one."""
        self._set_silently(other.number.value(), other.number.maximum())
        self.drawn.setChecked(other.drawn.isChecked())
