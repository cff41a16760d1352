"""Units that are switched off in some lanes: what they hand on is 0, in training and in measuring."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array


class OffUnits:
    """Of one layer. ``count``: its units, or the channels of its pictures, of which whole ones are switched off.

    Zeros are written, not multiplied in: what a unit said may not be finite.
    """

    def __init__(self, of_lanes: Sequence[Sequence[int]], count: int) -> None:
        """of_lanes: the units that are off, a list a lane."""
        pairs = [(lane, unit) for lane, units in enumerate(of_lanes) for unit in units]
        self._lanes, self._units = (np.array(each, np.intp) for each in zip(*pairs, strict=True))
        self._count = count

    def silence(self, values: Array) -> None:
        """values: (lanes, rows, units), what the layer hands on, or the gradient that comes back to it."""
        places = values.shape[2] // self._count
        if places == 1:
            values[self._lanes, :, self._units] = 0
        else:
            values.reshape(*values.shape[:2], places, self._count)[self._lanes, :, :, self._units] = 0


def off_units(specs: Sequence[object], count: int) -> OffUnits | None:
    """By the specs of a layer, one a lane; None where none of its units is off."""
    found = [getattr(spec, "off_units", ()) for spec in specs]
    return OffUnits(found, count) if any(found) else None
