"""The tooltip and the accessible name of an editor, from its field."""

from __future__ import annotations

import html
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engine.fields import FieldInfo
from engine.visible import visible
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.text.numbers import setting


def range_text(info: FieldInfo) -> str:
    """``from 0 to less than 1``, in the language on the screen; empty where there are no limits."""
    low, high = _short(info.minimum), _short(info.maximum)
    text = i18n.range_text(low, high, open_low=info.open_minimum, open_high=info.open_maximum)
    return i18n.or_share(text) if info.shares else text


def _short(limit: float | None) -> str | None:
    return None if limit is None else setting(limit)


def wrapped(text: str, note: str = "") -> str:
    """A tooltip that breaks its lines, which Qt does for rich text only; ``note`` stands below, muted."""
    return _wrapped(text, note, theme.current().muted)


@lru_cache(1000)  # a stack of twenty layers says the same few sentences
def _wrapped(text: str, note: str, muted: str) -> str:
    parts = [f"<div>{escaped(text)}</div>"] if text else []
    if note:
        parts.append(f'<div style="color: {muted}">{escaped(note)}</div>')
    return "".join(parts)


def escaped(text: str) -> str:
    """As a part of rich text, whatever it is."""
    return html.escape(visible(text, keep="\n"))


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
