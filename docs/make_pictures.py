"""Takes the pictures of the README: `make pictures`. Each is the real window, trained to the step that it shows."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from engine.presets import load_preset
from playground import theme
from playground.app import create_window

HERE = Path(__file__).parent
PICTURES = (
    ("initializations-light.png", "initializations", "light", 1000),
    ("initializations-dark.png", "initializations", "dark", 1000),
    ("l2-light.png", "l2", "light", 1500),
    ("spiral-dark.png", "spiral", "dark", 2500),
)
"""(file, preset, theme, step)"""


def wait_until(condition: Callable[[], bool], seconds: float = 120) -> None:
    """Lets the window work until something has come true."""
    loop = QEventLoop()
    watch = QTimer(interval=20)
    watch.timeout.connect(lambda: loop.quit() if condition() else None)
    watch.start()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    if not condition():
        raise TimeoutError


def take(file: str, preset: str, look: str, step: int) -> None:
    """Trains a preset up to a step and saves the window's picture."""
    window = create_window(load_preset(preset))
    if theme.current().name != look:
        window.actions_by_name["theme"].trigger()
    window.resize(1280, 720)
    window.show()
    wait_until(lambda: window.session.snapshot is not None)
    window.session.play(step)
    wait_until(lambda: not window.session.is_training)
    window.grab().save(str(HERE / file))
    window.close()
    window.deleteLater()


def main() -> int:
    """Takes all pictures, or those whose names are given."""
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()  # neither read nor change the user's own settings
    application = QApplication(sys.argv[:1])
    wanted = sys.argv[1:]
    for file, preset, look, step in PICTURES:
        if not wanted or any(name in file for name in wanted):
            take(file, preset, look, step)
            print(HERE / file)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
