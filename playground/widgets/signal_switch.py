"""A choice between a few views, in words: buttons that touch each other, of which one is pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from playground.widgets import field_text
from playground.widgets.lane_style import segment_style


class SignalSwitch(QWidget):
    """The buttons are named ``NAME.VALUE``."""

    chosen = Signal(str)
    """The value of the button that a person has pressed."""

    def __init__(self, name: str, views: dict[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        """views: value -> (what the button says, what it shows); at least two."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setStyleSheet(segment_style())
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, (text, help_text) in views.items():
            button = QToolButton()
            button.setObjectName(f"{name}.{value}")
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(field_text.wrapped(help_text))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if value in (next(iter(views)), next(reversed(views))):
                button.setProperty("side", "right" if self._buttons else "left")
            button.clicked.connect(partial(self._on_clicked, value))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[value] = button
        self.set_value(next(iter(views)))

    def value(self) -> str:
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: str) -> None:
        """Shows a choice, silently."""
        self._buttons[value].setChecked(True)

    def _on_clicked(self, value: str, checked: bool = False) -> None:
        self.chosen.emit(value)
