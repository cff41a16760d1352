"""What a layer's way back wants to see again of its way forward."""

from __future__ import annotations

from enum import IntEnum


class Reads(IntEnum):
    """How much of a layer's output its backward needs."""

    NOTHING = 0
    SIGN = 1
    """Where it is above 0; and it makes the gradient 0 elsewhere, so that dropout's zeros need no mask of their own."""
    ALL = 2
