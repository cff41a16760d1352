"""A label that says less, or ends in an ellipsis, where there is no room, and then shows all of it in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from engine.visible import visible
from playground.ui.text import field_text


class ElidedLabel(QLabel):
    """One line of plain text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(visible(text), parent)
        self._shorter: tuple[str, ...] = ()
        self._help = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") + 1, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """What there is room for."""
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        ways = self.text(), *self._shorter
        fitting = next((text for text in ways if metrics.horizontalAdvance(text) <= room), None)
        return metrics.elidedText(ways[-1], Qt.TextElideMode.ElideRight, room) if fitting is None else fitting

    def narrowest(self) -> int:
        """The width of the shortest way to say it."""
        return min(self.fontMetrics().horizontalAdvance(text) for text in (self.text(), *self._shorter))

    def setText(self, text: str) -> None:
        self.set_texts(text)

    def set_texts(self, text: str, *shorter: str) -> None:
        """shorter: other ways to say it, for where there is no room for it, the longest first."""
        ways = visible(text), *map(visible, shorter)
        if ways != (self.text(), *self._shorter):
            super().setText(ways[0])
            self._shorter = ways[1:]
            self.update()
            self._explain()

    def set_help(self, text: str) -> None:
        """A sentence for who waits on it."""
        self._help = text
        self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        whole = "" if self.shown_text() == self.text() else self.text()
        self.setToolTip(field_text.wrapped(*filter(None, (whole, self._help))) if whole or self._help else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            QStyle.visualAlignment(self.layoutDirection(), self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )
        painter.end()
