"""One sentence in place - an error, a warning, a hint - with a remedy as a button. Never modal."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from engine.visible import visible
from playground.ui.look import theme
from playground.ui.look.restyle import set_state
from playground.ui.widgets.settling import Settling

Kind = Literal["info", "warning", "error"]
_COLORS: dict[Kind, str] = {"info": "accent", "warning": "warning", "error": "danger"}


class MessageBar(QFrame):
    """Hidden until `show_message`. The button appears only where a message names an action, and hears no press while it
    may still be meant for what stood there before (`settling`)."""

    action_clicked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.settling = Settling()
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action_button = QPushButton()
        self.action_button.setObjectName("message.action")
        self.action_button.clicked.connect(self._on_action)
        self.close_button = QToolButton()
        self.close_button.setObjectName("message.close")
        self.close_button.setIcon(theme.icon("close", "muted"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setToolTip(self.tr("Hide this message"))
        self.close_button.setAccessibleName(self.tr("Hide this message"))
        self.close_button.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_1, theme.SPACE_1)
        row.setSpacing(theme.SPACE_2)
        for widget in (self._icon, self._text, self.action_button, self.close_button):
            row.addWidget(widget)
        self.hide()

    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.text()

    def show_message(self, kind: Kind, text: str, *, action: str = "", help_text: str = "") -> None:
        """Shows a sentence; ``action`` labels the button and ``help_text`` is its tooltip."""
        text = visible(text, keep="\n")
        changed = text != self.text() or self.isHidden()
        if action != self.action_button.text() or self.isHidden():
            self.settling.has_changed()
        self._text.setText(text)
        set_state(self, "kind", kind)
        self._icon.setPixmap(theme.icon(kind, _COLORS[kind]).pixmap(QSize(16, 16), self.devicePixelRatioF()))
        self.action_button.setText(action)
        self.action_button.setToolTip(help_text or action)
        self.action_button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        if changed:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Hides the bar because what it said is over."""
        self.hide()
        self._text.clear()

    def close_message(self) -> None:
        """Hides the bar because a person has read it; ``closed`` says so."""
        if not self.isHidden():
            self.clear()
            self.closed.emit()

    def _on_action(self) -> None:
        if self.settling.is_over:
            self.action_clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
            event.accept()
        else:
            super().keyPressEvent(event)
