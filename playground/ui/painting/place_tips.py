"""Tooltips of the parts of a widget that paints them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:

    class _Widget:
        """A mixin: two classes of Qt cannot be bases of one."""


class Tip(NamedTuple):
    """Rich text, and the part of the widget that it is about: the tip goes when the pointer leaves it."""

    text: str
    area: QRect = QRect()


class PlaceTips(_Widget):
    """Comes before Qt's class."""

    def tip_at(self, position: QPoint) -> Tip | None:
        """What there is to say of a place; None: what the widget's own tooltip says."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos())
            if tip is not None:
                QToolTip.showText(event.globalPos(), tip.text, self, tip.area)
                return True
        return super().event(event)
