"""Choices that are narrower than their names: Qt would cut a name off without saying so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from playground.ui.fields.narrow_choice import NarrowChoice
from playground.ui.text.short_names import fitting_name

_PADDING = 4
_SHORTEST = 5
"""Where fewer letters and the ellipsis would be left, as many letters as fit say more."""


def _option(combo: QComboBox) -> QStyleOptionComboBox:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    return option


def shown_text(combo: QComboBox) -> str:
    """As much of the chosen name as there is room for."""
    option = _option(combo)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width() - _PADDING
    if not option.currentIcon.isNull():
        room -= combo.iconSize().width() + _PADDING
    metrics, text = combo.fontMetrics(), combo.currentText()
    short = fitting_name(combo.currentData(), text, lambda name: metrics.horizontalAdvance(name) <= room)
    if short is not None:
        return short
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    if elided == text or len(elided) > _SHORTEST:
        return elided
    return next((text[:end] for end in range(len(text), 0, -1) if metrics.horizontalAdvance(text[:end]) <= room), "")


def paint_choice(combo: QComboBox) -> None:
    """Paints a closed choice with what there is room for."""
    option = _option(combo)
    option.currentText = shown_text(combo)
    painter = QStylePainter(combo)
    painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
    painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
    painter.end()


class LayerChoice(NarrowChoice):
    """A choice in a row of the stack."""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_choice(self)
