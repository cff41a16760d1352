"""One sentence in place - an error, a warning, a hint - with a remedy as a button. Never modal."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from engine.visible import visible
from playground.ui.look import theme
from playground.ui.look.restyle import set_state
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.settling import Settling

Kind = Literal["info", "warning", "error"]
_COLORS: dict[Kind, str] = {"info": "accent", "warning": "warning", "error": "danger"}


class MessageBar(QFrame):
    """Hidden until `show_message`. The button appears only where a message names an action, and hears no press while it
    may still be meant for what stood there before (`settling`)."""

    action_clicked = Signal()
    closed = Signal()
    told = Signal()
    """It says something, or something else than before."""
    ended = Signal()
    """It says nothing any more, for whatever reason."""
    unfolded = Signal()
    """All of a long sentence is shown, or one line of it again."""

    def __init__(self, parent: QWidget | None = None, *, is_line: bool = False) -> None:
        """is_line: one line, of which a button shows more where there is more; else as many as the sentence takes."""
        super().__init__(parent)
        self.setProperty("role", "message")
        self.settling = Settling()
        self._is_line = is_line
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._line = ElidedLabel()
        self.more_button = QToolButton()
        self.more_button.setObjectName("message.more")
        self.more_button.setCheckable(True)
        self.more_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more_button.toggled.connect(self._unfold)
        self.action_button = QPushButton()
        self.action_button.setObjectName("message.action")
        self.action_button.clicked.connect(self._on_action)
        self.waits_for_answer = False
        """Whether it stays in front of what is told meanwhile."""
        self._behind = QLabel()
        self._behind.setProperty("role", "muted")
        self._behind.hide()
        self.close_button = QToolButton()
        self.close_button.setObjectName("message.close")
        self.close_button.setIcon(theme.icon("close", "muted"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setToolTip(self.tr("Hide this message"))
        self.close_button.setAccessibleName(self.tr("Hide this message"))
        self.close_button.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        edge = 0 if is_line else theme.SPACE_1
        row.setContentsMargins(theme.SPACE_3, edge, theme.SPACE_1, edge)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._line)
        for widget in (self.more_button, self.action_button, self._behind, self.close_button):
            row.addWidget(widget)
        if is_line:
            self.setProperty("place", "row")
        self.hide()
        self._unfold(False)

    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.text()

    @property
    def is_unfolded(self) -> bool:
        """Whether a long sentence is shown as a whole, where one line is the rule."""
        return self.more_button.isChecked()

    def show_message(self, kind: Kind, text: str, *, action: str = "", help_text: str = "") -> None:
        """Shows a sentence; ``action`` labels the button and ``help_text`` is its tooltip."""
        text = visible(text, keep="\n")
        changed = text != self.text() or self.isHidden()
        if action != self.action_button.text() or self.isHidden():
            self.settling.has_changed()
        self._text.setText(text)
        self._line.setText(" ".join(text.splitlines()))
        if changed:
            self.more_button.setChecked(False)
        set_state(self, "kind", kind)
        self._icon.setPixmap(theme.icon(kind, _COLORS[kind]).pixmap(QSize(16, 16), self.devicePixelRatioF()))
        self.action_button.setText(action)
        self.action_button.setToolTip(help_text or action)
        self.action_button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self._offer_more()
        if changed:
            self.told.emit()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def set_behind(self, count: int) -> None:
        """How many others wait behind it."""
        self._behind.setText(f"+{count}")
        self._behind.setToolTip(self.tr("So many other messages come back when this one is hidden"))
        self._behind.setVisible(count > 0)
        self._offer_more()

    def clear(self) -> None:
        """Hides the bar because what it said is over."""
        self.hide()
        self._text.clear()
        self.ended.emit()

    def close_message(self) -> None:
        """Hides the bar because a person has read it; ``closed`` says so."""
        if not self.isHidden():
            self.clear()
            self.closed.emit()

    def _unfold(self, is_whole: bool) -> None:
        self._text.setVisible(is_whole or not self._is_line)
        self._line.setVisible(self._is_line and not is_whole)
        name = self.tr("Less") if is_whole else self.tr("More")
        self.more_button.setText(name)
        self.more_button.setAccessibleName(name)
        self.more_button.setToolTip(self.tr("One line of it") if is_whole else self.tr("Shows the whole sentence"))
        self._offer_more()
        self.unfolded.emit()

    def _offer_more(self) -> None:
        """Where one line is not all."""
        if self.isHidden():
            return  # and is laid out when it says something
        if not self._is_line or self.is_unfolded:
            self.more_button.setVisible(self._is_line)
            return
        row = self.layout()
        if row is None:
            return
        row.activate()
        taken = 0 if self.more_button.isHidden() else self.more_button.width() + row.spacing()
        wide = self._line.fontMetrics().horizontalAdvance(self._line.text())
        self.more_button.setVisible(wide > self._line.contentsRect().width() + taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_more()

    def _on_action(self) -> None:
        if self.settling.is_over:
            self.action_clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
            event.accept()
        else:
            super().keyPressEvent(event)
