"""A card with a header: title on the left, small tool buttons on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.widgets.elided_label import ElidedLabel


class SectionHeader(QWidget):
    """The title of a panel, and room for small buttons."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title)
        self._title.setFont(theme.font("title"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._note = ElidedLabel()
        self._note.setFont(theme.font("small"))
        self._note.setProperty("role", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.SPACE_2)
        self._row.addWidget(self._title)
        self._row.addWidget(self._note, 1)
        self.setFixedHeight(28)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_help(self, text: str) -> None:
        """A sentence for who waits on the title."""
        self._title.setToolTip(field_text.wrapped(text))

    def set_note(self, note: str, *shorter: str) -> None:
        """A few muted words beside the title. shorter: what is said where there is no room for them."""
        self._note.set_texts(note, *shorter)

    def add_widget(self, widget: QWidget) -> None:
        """Puts a widget at the right end."""
        self._row.addWidget(widget)

    def add_button(self, icon: str, tooltip: str, name: str = "") -> QToolButton:
        """Adds a flat button with an icon at the right end. ``name`` becomes its objectName."""
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tooltip)
        button.setAccessibleName(tooltip)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button


class Section(QFrame):
    """A card: `header` above, `body` (a vertical layout) below."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.header = SectionHeader(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.SPACE_2)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_3, theme.SPACE_3)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self.header)
        column.addLayout(self.body, 1)
