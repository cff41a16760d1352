"""An editor of a name in a narrow column: what does not fit ends in an ellipsis until someone edits it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame

from playground.ui.fields.text_edit import TextEdit
from playground.ui.text.short_names import without_beginning

_MARGIN: Final = 2
"""Qt's own, on either side of the text of a line."""


class NameEdit(TextEdit):
    """Qt would cut the name in the middle of a letter, and show its end instead of its start."""

    _begins = ""

    def set_beginning(self, begins: str) -> None:
        """What of the name can go first, because another one is called so, where there is no room for all of it."""
        if begins != self._begins:
            self._begins = begins
            self.update()

    def shown_text(self) -> str:
        """What there is room for."""
        room, metrics, name = self._place(self._option()).width(), self.fontMetrics(), self.text()
        if metrics.horizontalAdvance(name) > room:
            name = without_beginning(name, self._begins)
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.shown_text() == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = self._option()
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().text().color())
        painter.drawText(self._place(option), Qt.AlignmentFlag.AlignVCenter, self.shown_text())
        painter.end()

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option

    def _place(self, option: QStyleOptionFrame) -> QRect:
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.adjusted(_MARGIN, 0, -_MARGIN, 0)
