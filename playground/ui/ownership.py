"""Who holds a widget on Python's side: its parent, whoever it was asked of."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

_W = TypeVar("_W", bound=QWidget)


def left_to_parent(widget: _W | None) -> _W | None:
    """The widget that a method of another one has just returned, held by its parent again.

    PySide lets whatever a method is called on hold the widget which that returns. After ``nextInFocusChain()`` the
    window would belong to a scroll bar, and when Python lets go of the scroll bar, all that Qt itself has made in the
    window (the buttons of the toolbar, the actions of menus) would count as deleted. To Qt, naming the
    parent that a widget already has is nothing; to PySide, it says who holds the widget.
    """
    if widget is not None:
        widget.setParent(widget.parentWidget())
    return widget
