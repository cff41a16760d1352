"""The small arrow before a hidden layer that opens it: the layers behind it get rows of their own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from playground.ui.look import theme
from playground.ui.text import field_text

_ARROW = 12


class FoldMark(QToolButton):
    """Left and Right do the same in the row, so it is no stop of the Tab key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "fold")
        self._is_open: bool | None = None
        self.setIconSize(QSize(_ARROW, _ARROW))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setToolTip(
            field_text.wrapped(
                self.tr("A hidden layer and what follows it: open it to set each by itself. Right opens, Left folds.")
            )
        )
        self.hide()

    def show_open(self, is_open: bool) -> None:
        """Which way the arrow points."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.setIcon(theme.icon("down" if is_open else "right", "muted"))
            self.setAccessibleDescription(self.tr("open") if is_open else self.tr("folded"))
