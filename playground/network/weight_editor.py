"""Another number for one weight: what it is now, what it shall be, and the branch that starts with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from engine.fields import FieldInfo
from engine.train.kept.interventions import WeightEdit
from playground.network.popup_card import PopupCard
from playground.ui.fields.numbers.number_edit import NumberEdit
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import number

_REACH = 1e6
"""Farther from 0 no weight is that has learned anything."""
_WIDTH = 130


class WeightEditor(PopupCard):
    """``chosen``: (a WeightEdit, what the weight is called)."""

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget, title: str, edit: WeightEdit) -> None:
        """edit: with the value that it has now."""
        super().__init__(parent)
        self.setObjectName("network.weight_editor")
        self.setAccessibleName(self.tr("Edit a weight"))
        self._edit, self._title = edit, title
        heading = QLabel(title)
        heading.setFont(theme.font("title"))
        now = QLabel(self.tr("now {value}").format(value=number(edit.value)))
        now.setProperty("role", "muted")
        help_text = self.tr("The number that the new lane starts with; the lane itself keeps what it has.")
        info = FieldInfo("weight", "", help_text, "number", minimum=-_REACH, maximum=_REACH, step=0.1)
        self.value = NumberEdit(info, self)
        self.value.setObjectName("network.weight_editor.value")
        self.value.setAccessibleName(self.tr("New value"))
        self.value.setToolTip(field_text.wrapped(help_text))
        self.value.setFixedWidth(_WIDTH)
        self.value.set_value(float(f"{edit.value:.4g}"))
        self.value.lineEdit().returnPressed.connect(self._choose)
        label = QLabel(self.tr("New value"))
        label.setBuddy(self.value)
        self.button = QPushButton(self.tr("Branch with this weight"))
        self.button.setObjectName("network.weight_editor.branch")
        self.button.setToolTip(
            field_text.wrapped(self.tr("Both lanes train on with the same draws: what differs comes from this number."))
        )
        self.button.setDefault(True)
        self.button.clicked.connect(self._choose)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.SPACE_3, theme.SPACE_2, theme.SPACE_3, theme.SPACE_3)
        grid.setSpacing(theme.SPACE_2)
        grid.addWidget(heading, 0, 0, 1, 2)
        grid.addWidget(now, 1, 0, 1, 2)
        grid.addWidget(label, 2, 0)
        grid.addWidget(self.value, 2, 1)
        grid.addWidget(self.button, 3, 0, 1, 2)

    def first_field(self) -> QWidget:
        return self.value

    def open_at(self, place: QPoint) -> None:
        super().open_at(place)
        self.value.selectAll()

    def _choose(self) -> None:
        self.value.interpretText()
        edit, title = replace(self._edit, value=self.value.value()), self._title
        self.close()
        self.chosen.emit(edit, title)
