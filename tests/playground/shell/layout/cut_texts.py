"""Texts of widgets that can be seen and have no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from playground.lanes.table.header import LaneHeader
from playground.layers.rows.choice import LayerChoice, shown_text
from playground.network.drawing import NetworkDrawing
from playground.ui.fields.narrow_choice import NarrowChoice
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.message_bar import MessageBar

_SLACK = 1


def cut_texts(window: QWidget) -> list[str]:
    """``objectName: text`` of each; what says less on purpose, and all of it in a shorter way, is none."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty() and (text := _cut(widget)):
            found.append(f"{widget.objectName() or type(widget).__name__}: {text}")
    return found


def _cut(widget: QWidget) -> str:
    match widget:
        case ElidedLabel():
            if isinstance(bar := widget.parent(), MessageBar) and bar.more_button.isVisible():
                return ""  # a press shows all of it
            shown = widget.shown_text()
            return widget.text() if shown.endswith("…") and not widget.text().endswith("…") else ""
        case NetworkDrawing():
            return ", ".join(word.label.text for word in widget.words if word.text.endswith("…"))
        case LaneHeader():
            names = widget.parent().model_of_lanes.columns  # type: ignore[union-attr]
            seen = [name for at, name in enumerate(names) if widget.sectionSize(at) and not widget.isSectionHidden(at)]
            return ", ".join(widget.title(name) for name in seen if widget.shown_heading(name).endswith("…"))
        case QLabel():
            return widget.text() if _is_cut_label(widget) else ""
        case QComboBox():
            return widget.currentText() if _is_cut_choice(widget) else ""
        case QAbstractSpinBox():
            line = widget.lineEdit()
            return line.text() if line.fontMetrics().horizontalAdvance(line.text()) > line.width() + _SLACK else ""
        case QPushButton() | QCheckBox():
            return widget.text() if widget.width() < widget.sizeHint().width() - _SLACK else ""
        case QToolButton():
            has_text = widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly or widget.icon().isNull()
            return widget.text() if has_text and widget.width() < widget.sizeHint().width() - _SLACK else ""
    return ""


def _is_cut_label(label: QLabel) -> bool:
    if not label.text() or label.textFormat() == Qt.TextFormat.RichText:
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + _SLACK
    return label.sizeHint().width() > label.width() + _SLACK


def _is_cut_choice(combo: QComboBox) -> bool:
    if isinstance(combo, LayerChoice):
        return shown_text(combo) not in combo.currentText() or shown_text(combo).endswith("…")
    if isinstance(combo, NarrowChoice):
        return False  # it says itself what fits
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    if not combo.itemIcon(combo.currentIndex()).isNull():
        room -= combo.iconSize().width() + 4
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) > room + _SLACK
