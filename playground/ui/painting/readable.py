"""Reading off: what is painted tells exact figures of the spot under the pointer, or where arrow keys have gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextDocumentFragment
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:

    class _Widget:
        """A mixin: two classes of Qt cannot be bases of one."""


Spot = TypeVar("Spot")


class Readable(_Widget, Generic[Spot]):
    """For a widget that is read off at one spot at a time: a cell, a step, a layer. Comes before Qt's class.

    A subclass says which spot lies where and where a key leads to, and paints what there is to know about `spot`.
    """

    card_is_at_pointer: ClassVar[bool] = False
    """Whether something is painted at the pointer itself, so that each of its moves is to be seen."""

    spot: Spot | None = None
    """What is read off."""
    pointer: QPointF | None = None
    """Where the pointer is; None while it is outside, or the keyboard has led to the spot."""
    _tip_place = QPoint()
    _has_tip = False
    _standing_description = ""

    # --- for subclasses ---------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> Spot | None:
        """What lies at a place in the widget."""
        raise NotImplementedError

    def spot_by_key(self, key: Qt.Key) -> Spot | None:
        """Where a key leads to from `spot`; None where it means nothing here."""
        return None

    def is_there(self, spot: Spot) -> bool:
        """Whether what is shown now still has a spot that the keyboard has gone to."""
        return True

    def told(self, spot: Spot) -> str:
        """What is read off, as words for a screen reader; empty where there are none."""
        return ""

    def tip(self, spot: Spot) -> str:
        """What is read off as rich text for a tooltip; empty where it is painted instead."""
        return ""

    def tip_place(self, spot: Spot) -> QPointF:
        """Where that tooltip begins when a key has led to the spot."""
        return QPointF()

    def on_look(self, spot: Spot | None) -> None:
        """Another spot is read off, or none any more."""

    # --- looking ----------------------------------------------------------------------------------------------------

    def look_at(self, spot: Spot | None) -> None:
        """Reads off this spot."""
        had, self.spot = self.spot, spot
        self._show_tip()
        if had != spot:
            self._describe(had)
            self.on_look(spot)
        if had != spot or self.card_is_at_pointer:
            self.update()

    def look_again(self) -> None:
        """What is shown has changed: the pointer reads what lies under it now; a spot that has gone is left."""
        if self.pointer is not None:
            self.look_at(self.spot_at(self.pointer))
        elif self.spot is not None:
            self.look_at(self.spot if self.is_there(self.spot) else None)
        self.update()

    def stop_reading(self) -> None:
        """Something else is in front, such as a menu: nothing is read off until the pointer moves or a key comes."""
        self.pointer = None
        self.look_at(None)

    def describe(self, text: str) -> None:
        """What a screen reader says of all of it, while no spot is read off."""
        self._standing_description = text
        if (self.spot is None or not self.told(self.spot)) and text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _describe(self, had: Spot | None) -> None:
        if had is None:
            self._standing_description = self.accessibleDescription()
        words = "" if self.spot is None else self.told(self.spot)
        self.setAccessibleDescription(words or self._standing_description)

    def _show_tip(self) -> None:
        text = "" if self.spot is None else self.tip(self.spot)
        if text and self.isVisible():
            QToolTip.showText(self._tip_place, text, self)
        elif self._has_tip:
            QToolTip.hideText()
        self._has_tip = bool(text)

    # --- events -----------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer = event.position()
        self._tip_place = event.globalPosition().toPoint()
        self.look_at(self.spot_at(self.pointer))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.stop_reading()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.pointer is None:
            self.look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        spot = self.spot_by_key(key)
        if spot is None and (key != Qt.Key.Key_Escape or self.spot is None):
            super().keyPressEvent(event)
            return
        self.pointer = None
        if spot is not None:
            self._tip_place = self.mapToGlobal(self.tip_place(spot)).toPoint()
        self.look_at(spot)


class ReadableCanvas(Readable[Spot], QWidget):
    """A widget that paints itself, takes all the room it gets, and is read off."""

    def __init__(self, parent: QWidget | None = None, *, has_keys: bool = False) -> None:
        """has_keys: whether arrow keys read it off, so that it can have the keyboard."""
        super().__init__(parent)
        self.setMouseTracking(True)
        if has_keys:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def plain(rich: str) -> str:
    """The words of rich text, a line a row."""
    return QTextDocumentFragment.fromHtml(rich).toPlainText()


def moved(index: int | None, key: Qt.Key, last: int, keys: tuple[Qt.Key, Qt.Key], by: int = 1) -> int | None:
    """Where ``keys`` (back, on), Home and End lead to in a row of spots from 0 to ``last``.

    Without a spot the first key leads to the first one. None for other keys, and where there are no spots.
    """
    if last < 0:
        return None
    before = -1 if index is None else index
    return {
        keys[1]: min(before + by, last),
        keys[0]: max(before - by, 0),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }.get(key)
