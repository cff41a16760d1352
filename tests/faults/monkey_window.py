"""The program with an eye for the monkey: ``python -m tests.faults.monkey_window PLACES [PRESET]``.

Into the file PLACES goes what a hand could hit, several times a second: of each widget, entry of a menu and tab that
can be seen, the room of the program that has made it, its name, and its rectangle in the screen's pixels. A part of the
window that is new needs no line here. Where the program goes on by itself, no PRESET is named.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QTabBar, QWidget

from playground.cli.commands import open as open_window
from playground.shell import app

Place = tuple[str, str, tuple[int, int, int, int]]
"""A room, the name of what lies there, and its rectangle: x, y, width, height."""
EVERY = 250
"""Milliseconds."""
DEPTH = 3
"""A room is named by so many parts of the name of a module."""


def room_of(widget: QWidget) -> str:
    """The room that has made it: of the class of the nearest ancestor that is the program's own."""
    ancestor: QWidget | None = widget
    while ancestor is not None:
        module = type(ancestor).__module__
        if module.startswith("playground.") and not module.startswith("playground.ui."):
            return ".".join(module.split(".")[1:DEPTH])
        ancestor = ancestor.parentWidget()
    return "qt"


def parts_of(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    """What of it takes a click: its name, and where it is in the widget's own pixels."""
    if isinstance(widget, QMenu | QMenuBar):
        yield from ((action.text(), widget.actionGeometry(action)) for action in widget.actions())
    elif isinstance(widget, QTabBar):
        yield from ((widget.tabText(index), widget.tabRect(index)) for index in range(widget.count()))
    elif widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.hasMouseTracking():
        yield widget.objectName() or type(widget).__name__, widget.visibleRegion().boundingRect()


def places() -> list[Place]:
    """Of what is in front: a menu, a dialog, or else all windows."""
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    roots = [front] if front is not None else [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    found: list[Place] = []
    for root in roots:
        for widget in [root, *root.findChildren(QWidget)]:
            if widget.isVisible() and widget.isEnabled():
                corner = widget.mapToGlobal(QPoint(0, 0))
                parts = [(name, part.translated(corner)) for name, part in parts_of(widget) if part.isValid()]
                found += [(room_of(widget), name, part.getRect()) for name, part in parts]
    return found


class Eye:
    """Looks for as long as the program lasts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(EVERY)

    def _look(self) -> None:
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(places()))
        new.replace(self._path)


if __name__ == "__main__":
    application = app.application()
    eye = Eye(Path(sys.argv[1]))
    sys.exit(open_window.run(sys.argv[2] if len(sys.argv) > 2 else None))
