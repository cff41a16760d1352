"""The centre of the window, which is no dock: the curves."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Centre(QWidget):
    """Stays when what it holds is made anew."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def fill(self, panel: QWidget) -> None:
        """In place of what was there before."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(panel)
