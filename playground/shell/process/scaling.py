"""How large everything on the screen is, changed while the program runs.

Qt scales all it draws - text, icons, rows, pictures - by one factor of each screen, and so does not ask who draws to
reckon with it. It reads that factor from the environment when it starts; that it can be set later is no promise of
Qt's, but has been so in all of Qt 5.6 to 6.11 (`QHighDpiScaling::setScreenFactor` in qhighdpiscaling.cpp). Where it
cannot, nothing changes.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import PySide6
import shiboken6
from PySide6.QtGui import QGuiApplication, QScreen

_NAMES: Final = (
    "_ZN15QHighDpiScaling15setScreenFactorEP7QScreend",
    "?setScreenFactor@QHighDpiScaling@@SAXPEAVQScreen@@N@Z",
)
"""What the compilers call it: those of Linux and macOS, and that of Windows."""
_LIBRARIES: Final = {
    "linux": "Qt/lib/libQt6Gui.so.6",
    "darwin": "Qt/lib/QtGui.framework/Versions/A/QtGui",
    "win32": "Qt6Gui.dll",
}
_NEAR: Final = 0.01
_base: dict[str, float] = {}
"""How many pixels of the screen one of ours was at the start, by the name of the screen."""


@cache
def _setter() -> Callable[[int, float], None] | None:
    """Qt's own function, which takes the address of a screen; None where there is none."""
    folder = Path(PySide6.__file__).parent
    try:
        library = ctypes.CDLL(str(folder / _LIBRARIES.get(sys.platform, "")))
        function = next(getattr(library, name) for name in _NAMES if hasattr(library, name))
    except (OSError, StopIteration):
        return None
    function.argtypes, function.restype = (ctypes.c_void_p, ctypes.c_double), None
    return lambda screen, factor: function(screen, factor)


def can_scale() -> bool:
    """Whether Qt lets us."""
    return _setter() is not None


def scale(factor: float) -> bool:
    """Everything is ``factor`` times as large as the system wants it, on all screens; windows that are shown already
    have to be made anew. Says whether it is so."""
    done = [_scale(screen, factor) for screen in QGuiApplication.screens()]
    return all(done)


def _scale(screen: QScreen, factor: float) -> bool:
    setter = _setter()
    if setter is None:
        return False
    wanted = _base.setdefault(screen.name(), screen.devicePixelRatio()) * factor
    address = shiboken6.getCppPointer(screen)[0]
    setter(address, factor)
    if abs(screen.devicePixelRatio() - wanted) > _NEAR:  # what is set may come in place of the system's own factor
        setter(address, factor * wanted / screen.devicePixelRatio())
    return abs(screen.devicePixelRatio() - wanted) <= _NEAR
