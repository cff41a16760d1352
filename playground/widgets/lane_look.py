"""How one line of a plot looks and what it is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LaneLook:
    """``style`` is the index of its colour and mark (see theme.lane_color); a hidden lane is not drawn."""

    name: str
    style: int
    visible: bool = True
