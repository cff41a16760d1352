"""The centre of the window, which is no dock: the curves, between the bars that tell something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.look import theme


class Centre(QWidget):
    """Stays when what it holds is made anew."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def fill(self, above: Sequence[QWidget], middle: QWidget, below: Sequence[QWidget]) -> None:
        """In place of what was there before."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(_beneath_each_other(above))
        self._column.addWidget(middle, 1)
        self._column.addWidget(_beneath_each_other(below))


def _beneath_each_other(bars: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(theme.SPACE_2, 0, theme.SPACE_2, 0)
    column.setSpacing(theme.SPACE_1)
    for bar in bars:
        column.addWidget(bar)
    return holder
