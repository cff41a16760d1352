"""How far a download is, and the way to stop one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from engine.errors import DataError

Report: TypeAlias = Callable[[int, int], None]
"""Is told the bytes that are there and the bytes of all files; raises CancelledError to stop."""


class CancelledError(DataError):
    """A person did not want to wait any longer."""


def ignore(done: int, total: int) -> None:
    """Tells nobody, stops nothing."""
