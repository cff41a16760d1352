"""A label that is one line, cut where there is no room, until it is unfolded: then all of it can be read."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from playground.ui.widgets.elided_label import ElidedLabel

_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class UnfoldingLabel(ElidedLabel):
    """Unfolded it is as high as its words need in the width that there is; it asks for no height in advance, which
    layouts around it would keep."""

    def __init__(self, parent: QWidget | None = None, *, is_unfolded: bool = False) -> None:
        super().__init__("", parent)
        self._is_unfolded = is_unfolded

    def unfold(self, is_unfolded: bool) -> None:
        """All of it, or one line."""
        if is_unfolded != self._is_unfolded:
            self._is_unfolded = is_unfolded
            self._grow()

    def shown_text(self) -> str:
        return self.text() if self._is_unfolded else super().shown_text()

    def set_texts(self, text: str, *shorter: str) -> None:
        super().set_texts(text, *shorter)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        one = self.fontMetrics().height()
        if self._is_unfolded and self.contentsRect().width() > 0:
            room = QRect(0, 0, self.contentsRect().width(), 0)
            one = max(one, self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height())
        self.setFixedHeight(one)
        self.update()
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_unfolded:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        style: QStyle = self.style()
        style.drawItemText(
            painter,
            self.contentsRect(),
            _WRAPPED,
            self.palette(),
            self.isEnabled(),
            self.text(),
            self.foregroundRole(),
        )
        painter.end()
