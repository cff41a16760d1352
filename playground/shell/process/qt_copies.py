"""pyqtgraph's own copies of QtCore, QtGui and QtWidgets ask PySide6 for what they are asked for themselves.

While pyqtgraph is imported it copies all that those modules hold, some 700 names, and PySide6 makes a class when it is
asked for it: 60 ms of a start for classes of which a window needs a third. See docs/decisions/005-starting.md.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import Any, Final

from PySide6 import QtCore, QtGui, QtWidgets

_MODULES: Final = (QtCore, QtGui, QtWidgets)


@contextmanager
def copied_when_asked() -> Iterator[None]:
    """What imports pyqtgraph meanwhile is told by `dir` that the modules are empty: so nothing is copied at first."""
    own = [module.__dir__ for module in _MODULES]
    if "pyqtgraph" not in sys.modules:
        for module in _MODULES:
            vars(module)["__dir__"] = partial(_names, module, module.__dir__)
    try:
        yield
    finally:
        for module, names in zip(_MODULES, own, strict=True):
            vars(module)["__dir__"] = names


def _names(module: ModuleType, own: Callable[[], Iterable[str]]) -> Iterable[str]:
    """None, once there is a copy, which asks by itself from then on; until then, all."""
    copy = sys.modules.get(module.__name__.replace("PySide6", "pyqtgraph.Qt"))
    if copy is None:
        return own()
    vars(copy)["__getattr__"] = partial(_asked, module, copy)
    return []


def _asked(module: ModuleType, copy: ModuleType, name: str) -> Any:
    """To be called by Python for a name that the copy has not got yet."""
    value = getattr(module, name)
    setattr(copy, name, value)
    return value
