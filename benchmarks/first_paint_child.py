"""Opens a window and prints the time at which it has painted itself.

python -m benchmarks.first_paint_child playground|empty

Either imports in its own order, as the program does and as a script with nothing but pyqtgraph: once PySide6 is there,
each further import takes longer, for PySide6 looks for its name in the source.
"""

from __future__ import annotations

import json
import sys
import time


def main(name: str) -> None:
    if name == "playground":
        from playground.shell.app import create_window
    else:
        import pyqtgraph

    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window: QWidget
    painted: QWidget
    if name == "playground":
        window = painted = create_window()
    else:
        window = plot = pyqtgraph.PlotWidget()
        painted = plot.viewport()
    window.resize(1280, 720)

    class FirstPaint(QObject):
        """Waits until the window has painted, all its parts included."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, report)
            return False

    def report() -> None:
        print(json.dumps(time.time()), flush=True)
        window.close()
        app.quit()

    first_paint = FirstPaint()
    painted.installEventFilter(first_paint)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
