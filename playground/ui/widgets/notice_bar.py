"""A sentence across the top of the window with an answer or two: it stays until it is answered, and is never modal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from playground.ui.widgets.message_bar import Kind, MessageBar


class NoticeBar(MessageBar):
    """A message with a second button beside the first. ``name`` begins the names of its controls."""

    other_clicked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, is_line=True)
        self.setObjectName(name)
        self.more_button.setObjectName(f"{name}.more")
        self.action_button.setObjectName(f"{name}.action")
        self.close_button.setObjectName(f"{name}.close")
        self.other_button = QPushButton()
        self.other_button.setObjectName(f"{name}.other")
        self.other_button.clicked.connect(self._on_other)
        row = self.layout()
        assert isinstance(row, QBoxLayout)
        row.insertWidget(row.indexOf(self.close_button), self.other_button)

    def show_notice(self, kind: Kind, text: str, action: tuple[str, str], other: tuple[str, str] | None = None) -> None:
        """action, other: what a button says, and the sentence of its tooltip."""
        self.show_message(kind, text, action=action[0], help_text=action[1])
        self.action_button.setAccessibleName(action[0])
        name, help_text = other or ("", "")
        if name != self.other_button.text():
            self.settling.has_changed()
        self.other_button.setVisible(bool(name))
        self.other_button.setText(name)
        self.other_button.setAccessibleName(name)
        self.other_button.setToolTip(help_text)

    def set_close_help(self, text: str) -> None:
        """What closing it without an answer means."""
        self.close_button.setToolTip(text)
        self.close_button.setAccessibleName(text)

    def _on_other(self) -> None:
        if self.settling.is_over:
            self.other_clicked.emit()
