"""Room for a label whose words change all the time, so that nothing around it is laid out anew for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class Still(QWidget):
    """Gives all its room to the label.

    Qt takes each new text for a wish for another size, asks every layout around the label, and in the end that of the
    window with all its docks: thirty times a second, for a number that counts on. Here only a wish that is another one
    is passed on. ``least``: pixels of width that are kept at least; the label may want more, where `is_whole`, and gets
    what there is, where not.
    """

    def __init__(self, label: QLabel, least: int = 0, *, is_whole: bool = True) -> None:
        super().__init__()
        self._label, self._least, self._is_whole = label, least, is_whole
        label.setParent(self)
        self.setSizePolicy(label.sizePolicy())
        self._wish = self.sizeHint()

    def sizeHint(self) -> QSize:
        wish = self._label.sizeHint()
        return QSize(max(self._least, wish.width()) if self._is_whole else self._least, wish.height())

    def minimumSizeHint(self) -> QSize:
        if self._is_whole:
            return self.sizeHint()
        return QSize(self._least, self._label.minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the label's, for there is no layout here
            wish = self.sizeHint()
            if wish != self._wish:
                self._wish = wish
                self.updateGeometry()
        return bool(super().event(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
