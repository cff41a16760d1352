"""Which columns of a file are wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Choose: TypeAlias = Callable[[str, tuple[str, ...]], list[int]]
"""Says which of the features of a file are wanted, and in which order: (what it is called, their names) -> places."""
