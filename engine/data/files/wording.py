"""How a text from a file is quoted in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from engine.visible import visible

_MOST = 40
"""Characters."""


def shown(text: object) -> str:
    """In one line, and shortened: a name or a value may hold anything."""
    line = visible(" ".join(str(text).split()))
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"


def listed(names: Sequence[str], most: int = 10) -> str:
    """Some of the names, the first."""
    return ", ".join(map(shown, names[:most])) + (", ..." if len(names) > most else "")
