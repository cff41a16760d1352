"""An error in what Qt calls of a widget is an error, and not the end of the program.

To be installed before widgets are defined. On Python 3.11 PySide6 6.11 reads the arguments of the exception that a
Python override of a virtual method has raised, while another call from Python waits behind it. There an exception that
C code raised is no object yet, but a string and its type: the process dies of a segmentation fault. Who catches it and
raises it again makes an object of it. Python 3.12 has objects only.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, Final

from PySide6.QtCore import QObject

_VIRTUAL: Final = frozenset(
    {"event", "eventFilter", "sizeHint", "minimumSizeHint", "heightForWidth", "paint", "data", "lessThan"}
)
"""Besides all whose names end with ``Event``. No slots: how many arguments a slot takes is read from its code."""


def guard_overrides() -> None:
    """From now on classes of this program have such methods wrapped. Does nothing where there is no need."""
    if sys.version_info < (3, 12):
        QObject.__init_subclass__ = classmethod(_on_subclass)  # type: ignore[assignment]


def _on_subclass(cls: type, /, **_: Any) -> None:
    if not cls.__module__.startswith("playground."):
        return
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and (name.endswith("Event") or name in _VIRTUAL):
            setattr(cls, name, _guarded(method))


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def guarded(*args: Any) -> Any:
        try:
            return method(*args)
        except BaseException:
            raise  # as an object

    return guarded
