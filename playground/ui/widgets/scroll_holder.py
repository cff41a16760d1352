"""Holds one widget, as large as there is room for, and scrolls only where even its least height does not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollHolder(QScrollArea):
    """Qt's own way asks for the height that a widget would like where it has lines that wrap; this for the least."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self.setWidget(held)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.installEventFilter(self)

    def to_top(self, _: object = None) -> None:
        """Where another page begins: the last one may have been scrolled."""
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.viewport().size()
        layout = self._held.layout()
        least = self._held.minimumSizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            least = layout.minimumHeightForWidth(room.width())
        self._held.resize(room.width(), max(room.height(), least))
