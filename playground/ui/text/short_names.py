"""Names in little room: whose idea an initialization was says more than the beginning of its whole name."""

from __future__ import annotations

from collections.abc import Callable

from playground.ui.text.names import INITIALIZATIONS


def fitting_name(value: object, name: str, fits: Callable[[str], bool]) -> str | None:
    """``He uniform``, or ``He`` where only that fits; None where neither does, or the value is no initialization."""
    words = name.split()
    shorter = [" ".join(words[:end]) for end in range(len(words), 0, -1)] if value in INITIALIZATIONS else [name]
    return next((text for text in shorter if fits(text)), None)
