"""Narrow choices: one whose name ends in an ellipsis where it is too long, and one that chooses from its list only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

from playground.ui.fields.narrow_choice import NarrowChoice
from playground.ui.text.short_names import fitting_name

_OPENING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_SHORTCUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ElidedChoice(NarrowChoice):
    """Qt would cut the name in the middle of a letter. Set `elide_mode` where the end matters more."""

    elide_mode = Qt.TextElideMode.ElideRight

    def shown_text(self) -> str:
        """What there is room for."""
        option = self._option()
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        metrics, text = self.fontMetrics(), self.currentText()
        short = fitting_name(self.currentData(), text, lambda name: metrics.horizontalAdvance(name) <= room.width())
        return short if short is not None else metrics.elidedText(text, self.elide_mode, room.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text() or self.placeholderText()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option


class PopupChoice(ElidedChoice):
    """For choices that cost time: arrows and typing open the list, and nothing is chosen in passing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        is_typing = bool(text.strip()) and text.isprintable() and not event.modifiers() & _SHORTCUT
        if not is_typing and event.key() not in _OPENING:
            super().keyPressEvent(event)
            return
        if not self.view().isVisible():
            self.showPopup()
        if is_typing:
            self.view().keyboardSearch(text)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
