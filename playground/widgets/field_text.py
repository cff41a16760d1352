"""The tooltip and the accessible name of an editor, from its field."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engine.fields import FieldInfo
from playground import i18n, theme


def range_text(info: FieldInfo) -> str:
    """``from 0 to less than 1``, in the language on the screen; empty where there are no limits."""
    low, high = info.minimum, info.maximum
    if low is None and high is None:
        return ""
    translate = QCoreApplication.translate
    if low is None:
        text = translate("Range", "less than {high}") if info.open_maximum else translate("Range", "at most {high}")
    elif high is None:
        text = translate("Range", "more than {low}") if info.open_minimum else translate("Range", "at least {low}")
    elif info.open_minimum and info.open_maximum:
        text = translate("Range", "more than {low}, less than {high}")
    elif info.open_minimum:
        text = translate("Range", "more than {low}, up to {high}")
    elif info.open_maximum:
        text = translate("Range", "from {low} to less than {high}")
    else:
        text = translate("Range", "from {low} to {high}")
    return text.format(low=_short(low), high=_short(high))


def _short(limit: float | None) -> str:
    return "" if limit is None else f"{limit:.10g}"


def wrapped(text: str, note: str = "") -> str:
    """A tooltip that breaks its lines, which Qt does for rich text only; ``note`` stands below, muted."""
    parts = [f"<div>{html.escape(text)}</div>"] if text else []
    if note:
        parts.append(f'<div style="color: {theme.current().muted}">{html.escape(note)}</div>')
    return "".join(parts)


def tooltip(info: FieldInfo) -> str:
    """The help of a field and its range."""
    limits = range_text(info)
    note = QCoreApplication.translate("Range", "Range: {limits}").format(limits=limits) if limits else ""
    return wrapped(i18n.field_help(info), note)


def describe(widget: QWidget, info: FieldInfo) -> None:
    """Gives an editor its tooltip and its name for screen readers."""
    widget.setToolTip(tooltip(info))
    widget.setAccessibleName(i18n.field_title(info))
    widget.setAccessibleDescription(i18n.field_help(info))
