"""The signals of lanes that have none any more, as they were last: what went out of hand is to be seen there."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.inspectors.signals import Signals


class LastSeen:
    """Of one run: an earlier step, or other lanes or layers, begin anew."""

    def __init__(self) -> None:
        self._step = -1
        self._shape: tuple[int, ...] = ()
        self._of: dict[int, Signals] = {}
        self._focused: dict[int, Signals] = {}

    def look(self, found: Signals) -> None:
        """Takes in what there is now."""
        if found.step < self._step or found.std.shape != self._shape:
            self._of, self._focused = {}, {}
        self._step, self._shape = found.step, found.std.shape
        self._of.update(dict.fromkeys(np.flatnonzero(~np.isnan(found.mean).all(axis=1)).tolist(), found))
        if found.counts.any():
            self._focused[found.focus] = found

    def before(self, found: Signals) -> Mapping[int, Signals]:
        """For each lane that has no signal in ``found``, what was seen of it last, if anything was."""
        gone = np.flatnonzero(np.isnan(found.mean).all(axis=1)).tolist()
        return {lane: self._of[lane] for lane in gone if lane in self._of}

    def values_of(self, lane: int) -> Signals | None:
        """What was seen last with the values of this lane."""
        return self._focused.get(lane)
