"""Random search: lanes whose settings are drawn at random, each from its range.

With as many lanes, each setting is tried at as many values, where a grid tries few of each again and again: what
matters is found sooner where few settings matter. Bergstra and Bengio 2012, Random search for hyper-parameter
optimization, Journal of Machine Learning Research 13.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from engine.errors import ExperimentError
from engine.experiment.comparisons.proposals import rounded
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import check_count, check_has_layers, combined
from engine.experiment.lanes.lane_edits import with_lanes
from engine.experiment.lanes.lanes import isolate_lane
from engine.records import record

_DIGITS: Final = 3
"""Of a number that is drawn: more would only make it longer to read."""
_TRIES: Final = 20
"""Draws for each lane, at most, until all differ."""


@record
class Range:
    """Numbers from ``low`` to ``high``; ``is_log`` draws each order of magnitude as often as any other."""

    low: float
    high: float
    is_log: bool = False
    is_integer: bool = False

    def at(self, share: float) -> float | int:
        """share: from 0, the lower end, to 1."""
        if self.is_log:
            value = math.exp(math.log(self.low) + share * (math.log(self.high) - math.log(self.low)))
        elif self.is_integer:
            return min(int(self.low) + math.floor(share * (self.high - self.low + 1)), int(self.high))
        else:
            value = self.low + share * (self.high - self.low)
        value = min(max(rounded(value, _DIGITS), self.low), self.high)
        return round(value) if self.is_integer else value


Ranges = Mapping[str, Range | tuple[Any, ...]]
"""field -> numbers, or a few values that are drawn equally often"""


def search(experiment: Experiment, ranges: Ranges, count: int, *, draw: int = 0, lane: int = 0) -> Experiment:
    """``count`` lanes, all different; in all else as the given lane is. Another ``draw`` gives others.

    Where there are fewer combinations than that, there is a lane for each that was drawn.

    Raises:
        ExperimentError: nothing to draw, a field that lanes do not have, or too many lanes.
    """
    if not ranges or count < 1:
        raise ExperimentError("A random search needs at least one setting and one lane.", path="lanes")
    check_has_layers(experiment, ranges)
    check_count([count])
    rng = np.random.default_rng([draw, count, len(ranges)])
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for _ in range(count * _TRIES):
        values = {field: _drawn(rng, each) for field, each in ranges.items()}
        found.setdefault(tuple(values.values()), values)
        if len(found) == count:
            break
    lanes = [combined(values) for values in found.values()]
    return with_lanes(isolate_lane(experiment, lane), lanes)


def _drawn(rng: np.random.Generator, values: Range | tuple[Any, ...]) -> Any:
    share = float(rng.random())
    return values.at(share) if isinstance(values, Range) else values[int(share * len(values))]
