"""A larger canvas in a window of its own, beside which everything goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from playground.data.painting.board import PaintBoard
from playground.ui.look import theme


class PaintWindow(QDialog):
    """Not modal: the network learns while somebody paints."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paint.window")
        self.setWindowTitle(self.tr("Paint points"))
        self.board = PaintBoard(self, can_grow=False)
        self.edited = self.board.painted
        """Undo and redo are the document's here, too: see `playground.shell.window_keys`."""
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_3, theme.SPACE_3, theme.SPACE_3)
        column.addWidget(self.board)
        self.resize(560, 640)
