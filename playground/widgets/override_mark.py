"""Marks an editor whose value the lanes set elsewhere: italic, muted where unused, with the reason in its tooltip."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.fields import FieldInfo
from playground import i18n, theme
from playground.overrides import Override
from playground.widgets import field_text
from playground.widgets.number_edit import IntegerEdit, NumberEdit


def mark_override(editor: QWidget, info: FieldInfo, override: Override | None) -> None:
    """Says on the editor of a field who sets it, or takes that away. To be called after the editor's `set_value`."""
    was_marked = bool(editor.property("overridden"))
    if override is None and not was_marked:
        return
    font = editor.font()
    font.setItalic(override is not None)
    editor.setFont(font)
    editor.setProperty("overridden", override is not None)
    unused = override is not None and override.by_all
    editor.setStyleSheet(f"color: {theme.current().muted}" if unused else "")
    if override is not None:
        editor.setToolTip(field_text.wrapped(override.text(), i18n.field_help(info)))
        editor.setAccessibleDescription(override.text())
        return
    editor.setAccessibleDescription(i18n.field_help(info))
    if isinstance(editor, IntegerEdit | NumberEdit):
        editor.setToolTip(field_text.tooltip(info))
