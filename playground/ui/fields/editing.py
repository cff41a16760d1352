"""What every editor does with Return, Escape and the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

if TYPE_CHECKING:
    _Widget = QWidget
else:

    class _Widget:
        """A mixin: two classes of Qt cannot be bases of one."""


class Editing(_Widget):
    """Comes before Qt's class. Return takes what was typed, Escape brings back what there was.

    Both end there: Qt leaves Return to the parents too, and what holds an editor would take it for a wish of its own,
    such as to rename a lane. The wheel scrolls past an editor that has not got the keyboard.
    """

    hands_back: ClassVar[bool] = False
    """Whether both keys end the edit: what holds the editor has the keyboard then, such as the rows of a table."""

    def take(self) -> bool:
        """Takes what was typed, where Qt would not by itself. False if it cannot be taken."""
        return True

    def refuse(self) -> None:
        """Says why it cannot."""

    def is_typed(self) -> bool:
        """Whether something stands in the editor that does not count yet."""
        return False

    def revert(self) -> None:
        """Puts the value back that was there before typing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if self.take():
                super().keyPressEvent(event)
                self._hand_back()
            else:
                self.refuse()
        elif event.key() == Qt.Key.Key_Escape and (self.hands_back or self.is_typed()):
            if self.is_typed():
                self.revert()
            self._hand_back()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _hand_back(self) -> None:
        """The nearest parent that takes the keyboard has it."""
        if not self.hands_back:
            return
        holder = self.parentWidget()
        while holder is not None and holder.focusPolicy() == Qt.FocusPolicy.NoFocus and not holder.isWindow():
            holder = holder.parentWidget()
        if holder is not None and holder.focusPolicy() != Qt.FocusPolicy.NoFocus:
            holder.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()
