"""Who the program says it is to the desktop: its name, version and icon, and the entry that describes it there.

``assets/desktop`` holds the icon and the entry; a wheel puts both where a Linux desktop looks for them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from engine.assets import asset
from playground import __version__

NAME: Final = "Playground"
COMMAND: Final = "playground"
DESKTOP_ENTRY: Final = "nn-playground"
"""Without its ending. By it a desktop finds icon and name of a window, and keeps its windows together."""


def application() -> QApplication:
    """The one that there is, or a new one, with name and icon."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([COMMAND])  # not by the name of the file that Python was given
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(DESKTOP_ENTRY)
    app.setWindowIcon(QIcon(str(asset("desktop", f"{DESKTOP_ENTRY}.svg"))))
    return app
