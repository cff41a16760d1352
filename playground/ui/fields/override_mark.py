"""Marks an editor whose value some lanes set elsewhere, or one lane for itself, with the reason in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from engine.fields import FieldInfo
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.fields.overrides import Override
from playground.ui.look import theme
from playground.ui.text import field_text, i18n


def mark_override(editor: QWidget, info: FieldInfo, override: Override | None) -> None:
    """Says on the editor of a field which lanes set it: italic, and muted where its own value is not used.

    To be called after the editor's `set_value`. None takes the mark away.
    """
    if override is None:
        clear_mark(editor, info)
        return
    _style(editor, "overridden", color=theme.current().muted if override.by_all else "")
    _say(editor, override.text(), i18n.field_help(info))


def mark_own(editor: QWidget, info: FieldInfo, text: str) -> None:
    """Says that the lane in view has this value for itself: bold, in the accent."""
    _style(editor, "own", color=theme.current().accent)
    _say(editor, text, i18n.field_help(info))


def mark_off(editor: QWidget, info: FieldInfo) -> None:
    """Says that the lane in view goes without the layer."""
    _style(editor, "off")
    text = QCoreApplication.translate(
        "OverrideMark", "This lane goes without the layer: it hands on what comes in. Its menu switches it on."
    )
    _say(editor, text, i18n.field_help(info))


def clear_mark(editor: QWidget, info: FieldInfo) -> None:
    """The editor looks and explains itself as usual."""
    if not editor.property("mark"):
        return
    _style(editor, "")
    editor.setAccessibleDescription(i18n.field_help(info))
    if not isinstance(editor, ChoiceEdit):  # which explains itself whenever it shows a value
        editor.setToolTip(field_text.tooltip(info))


def _style(editor: QWidget, mark: str, color: str = "") -> None:
    """``mark``: ``overridden``, ``own``, ``off``, or nothing."""
    style = f"color: {color}" if color else ""
    if (editor.property("mark") or "", editor.styleSheet()) == (mark, style):
        return
    editor.setProperty("mark", mark)
    editor.setStyleSheet(style)
    font = editor.font()
    font.setItalic(mark == "overridden")
    font.setBold(mark == "own")
    editor.setFont(font)
    if isinstance(editor, QAbstractSpinBox):
        editor.lineEdit().setFont(font)  # which has taken one of its own since it has a stylesheet


def _say(editor: QWidget, text: str, help_text: str) -> None:
    editor.setToolTip(field_text.wrapped(text, help_text))
    editor.setAccessibleDescription(text)
