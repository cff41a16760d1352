"""An error in what Qt calls of a widget is told, and not the end of the program.

To be installed before widgets are defined. On Python 3.11 PySide6 6.11 lets the exception that a Python override of a
virtual method has raised stand, while another call from Python waits behind it, and meanwhile calls further overrides,
which fail for it one by one; and where C code raised it, it reads the arguments of what is no object yet. Either way
the process dies of a segmentation fault. So no exception gets out: it is handed to the hook for those that nobody has
caught, which logs it and tells a person, and Qt is answered as if nothing had been said. Python 3.12 needs none of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPixmap

_ANSWERS: Final[dict[str, Callable[[], Any]]] = {
    **dict.fromkeys(("event", "eventFilter", "lessThan"), bool),
    **dict.fromkeys(("sizeHint", "minimumSizeHint"), QSize),
    "heightForWidth": lambda: -1,
    **dict.fromkeys(("rowCount", "columnCount"), int),
    "pixmap": QPixmap,
    **dict.fromkeys(("paint", "paintSection", "drawForeground", "data", "headerData"), lambda: None),
    **dict.fromkeys(("initStyleOption", "updateEditorGeometry", "nextCheckState", "stepBy"), lambda: None),
    "flags": lambda: Qt.ItemFlag.NoItemFlags,
    "filterAcceptsRow": lambda: True,
}
"""What Qt is told instead; nothing by those whose names end with ``Event``. No slots: how many arguments a slot takes
is read from its code."""


def guard_overrides() -> None:
    """From now on classes of this program have such methods wrapped. Does nothing where there is no need."""
    if sys.version_info < (3, 12):
        QObject.__init_subclass__ = classmethod(_on_subclass)  # type: ignore[assignment]


def _on_subclass(cls: type, /, **_: Any) -> None:
    if not cls.__module__.startswith("playground."):
        return
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and (name.endswith("Event") or name in _ANSWERS):
            setattr(cls, name, _guarded(method, _ANSWERS.get(name, lambda: None)))


def _guarded(method: Callable[..., Any], instead: Callable[[], Any]) -> Callable[..., Any]:
    @wraps(method)
    def guarded(*args: Any) -> Any:
        try:
            return method(*args)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            return instead()

    return guarded
