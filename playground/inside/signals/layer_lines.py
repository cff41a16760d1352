"""What a plot over the layers of a network shows: lines, and the places on its axis."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from engine.records import record

BANDS: Final = (1e-3, 1e3)
"""Below and above so many times the reference, numbers vanish and explode."""
FARTHEST: Final = 15.0
"""Decades around the reference, at most: whatever explodes further leaves the plot."""
LEAST: Final = 4.0
"""Decades around the reference, at least: so the bands are always to be seen, and small changes look small."""


@record(eq=False)
class LayerLine:
    """One line. values: (points,), NaN where there is none; theory: (points,) as well, drawn dotted.

    ``style`` is that of a lane, whose mark the line has; a line that is no lane's has ``dashes``, pixels drawn and left
    out.
    ``is_pale`` for lines that step back behind another; ``is_wide`` for one that shows on both sides of others.
    A line without ``ending`` has no name at its end, but stands in the reading. One that ``is_gone``, of a lane that
    has diverged, leaves the axis where it leaves what the others need of it.
    dead, saturated: the points of layers where most units are so, with their share.
    """

    name: str
    values: NDArray[Any]
    color: QColor
    style: int | None = None
    dashes: tuple[float, ...] = ()
    theory: NDArray[Any] | None = None
    is_pale: bool = False
    is_wide: bool = False
    ending: str = ""
    is_gone: bool = False
    dead: Mapping[int, float] = field(default_factory=dict)
    saturated: Mapping[int, float] = field(default_factory=dict)


@record
class LayerPlace:
    """A point on the axis: what stands below it, what the reading calls it, and the name of its kind's colour."""

    label: str
    name: str
    kind: str = ""


def decades(values: Sequence[NDArray[Any]], reference: float) -> tuple[float, float]:
    """The lowest and highest power of ten to show, in halves: all that is finite, and both bands."""
    middle = math.log10(reference)
    low, high = middle - LEAST, middle + LEAST
    for line in values:
        some = np.asarray(line, np.float64)
        some = some[np.isfinite(some) & (some > 0)]
        if len(some):
            low = min(low, math.log10(float(some.min())) - 0.3)
            high = max(high, math.log10(float(some.max())) + 0.3)
        if np.isposinf(line).any():
            high = math.inf
    low, high = max(low, middle - FARTHEST), min(high, middle + FARTHEST)
    return math.floor(2 * low) / 2, math.ceil(2 * high) / 2
