"""How much was found in a person's file, and the worst of it, in one line above the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from engine.visible import visible
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import count


class FindingsLine(QToolButton):
    """Leads to all of them when it is pressed. Hidden where nothing was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data.findings.line")
        self.setFont(theme.font("small"))
        self.setIcon(theme.icon("info", "muted"))
        self.setIconSize(QSize(14, 14))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self._help_text = self.tr("What was found in your file that may spoil learning. A press leads to all of it.")
        self.setToolTip(field_text.wrapped(self._help_text))
        self.setAccessibleName(self.tr("What was found in the file"))
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """What was found, the worst first."""
        if sentences:
            one, several = self.tr("1 finding: {worst}"), self.tr("{count} findings, worst: {worst}")
            whole = (one if len(sentences) == 1 else several).format(count=count(len(sentences)), worst=sentences[0])
            self._whole = " ".join(visible(whole).split())
            self.setAccessibleName(self._whole)
            self.setToolTip(field_text.wrapped(self._whole, self._help_text))
            self._elide()
        self.setVisible(bool(sentences))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self.iconSize().width() - 2 * theme.SPACE_3
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, room))
        self.setText(text.replace("&", "&&"))
