"""A window in a process of its own, on a screen of another size: run by test_placement.py.

``python -m tests.playground.window_on_screen STARTS`` opens it so many times, and prints where it was, as JSON: the
screen's room, the window with its frame, and the window without.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, QEventLoop, QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication

from playground.shell.app import create_window
from playground.shell.layout.placement import Placement
from playground.shell.main_window import MainWindow
from tests.playground.helpers import small


class Settled(QEventLoop):
    """Ends when a window has been painted, and all that its first paint has asked for is done."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, self.quit))
        return False


def start() -> list[list[int]]:
    window = create_window(small())
    Placement(window)
    settled = Settled(window)
    window.show()
    settled.exec()
    places = [window.screen().availableGeometry(), window.frameGeometry(), window.geometry()]
    window.close()
    return [list(QRect.getRect(place)) for place in places]


if __name__ == "__main__":
    app = QApplication([])
    print(json.dumps([start() for _ in range(int(sys.argv[1]))]))
