"""What takes a file of rows that is dragged onto a panel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from engine.store.file_kind import kind_of


class DropMark(QLabel):
    """Lies over its panel while such a file is dragged across it; all other files are left to the window."""

    dropped = Signal(str)
    """The path of the file."""

    def __init__(self, text: str, panel: QWidget) -> None:
        super().__init__(text, panel)
        self.setProperty("role", "message")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def offer(self, event: QDragEnterEvent) -> None:
        """Says that the file may be dropped, where it is one of rows."""
        if _rows_of(event):
            event.acceptProposedAction()
            self.show()
            self.raise_()

    def drop(self, event: QDropEvent) -> None:
        self.hide()
        path = _rows_of(event)
        if path:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _rows_of(event: QDropEvent) -> str:
    """The path of a file of rows; empty for anything else."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if files and kind_of(Path(files[0])) == "rows" else ""
