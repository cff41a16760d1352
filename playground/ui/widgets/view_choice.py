"""A choice between ways to show the same thing: buttons that touch each other, of which one is pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from playground.ui.look import theme
from playground.ui.text import field_text


class ViewChoice(QWidget):
    """The buttons are named ``NAME.VALUE``; Tab leads to the pressed one, and arrow keys press another."""

    chosen = Signal(str)
    """The value of the button that a person has pressed."""

    def __init__(
        self, name: str, views: dict[str, tuple[str, str]], parent: QWidget | None = None, *, icons: bool = False
    ) -> None:
        """views: value -> (title, what it shows); at least two. With ``icons`` the icons called like the values stand
        for the titles."""
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, (title, help_text) in views.items():
            button = QToolButton()
            button.setProperty("role", "segment")
            if icons:
                button.setIcon(theme.icon(value))
                button.setIconSize(QSize(16, 16))
            else:
                button.setText(title)
            button.setObjectName(f"{name}.{value}")
            button.setAccessibleName(title)
            button.setAccessibleDescription(help_text)
            button.setToolTip(field_text.wrapped(title, help_text) if icons else field_text.wrapped(help_text))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if value in (next(iter(views)), next(reversed(views))):
                button.setProperty("side", "right" if self._buttons else "left")
            button.clicked.connect(partial(self._on_clicked, value))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[value] = button
        self.set_value(next(iter(views)))

    def values(self) -> tuple[str, ...]:
        """All that there is to choose from."""
        return tuple(self._buttons)

    def value(self) -> str:
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def title(self) -> str:
        """Of the choice that is shown."""
        return self._buttons[self.value()].accessibleName()

    def set_value(self, value: str) -> None:
        """Shows a choice, silently."""
        self._buttons[value].setChecked(True)

    def offer(self, value: str, is_possible: bool) -> None:
        """Shows or hides one of the choices."""
        self._buttons[value].setVisible(is_possible)

    def focus_chosen(self) -> None:
        """Gives the focus to the choice that is shown."""
        self._buttons[self.value()].setFocus()

    def _on_clicked(self, value: str, checked: bool = False) -> None:
        self.chosen.emit(value)
