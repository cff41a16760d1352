"""Which cycles the days of a column go through: what comes again each morning, each weekend or each summer."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

DAY: Final = 1.0
WEEK: Final = 7.0
YEAR: Final = 365.2425
_FEW: Final = 3
"""Different places of a cycle, below which nothing is said by it."""
_WEEKS: Final = 2
_OFTEN: Final = 0.1
"""Share of the days from the first to the last, and of the months, that are there where days follow one another as in a
calendar; those on which people were born do not."""
_MONTH: Final = YEAR / 12

Floats = NDArray[np.float32]


def cycles_in(days: Floats) -> dict[str, float]:
    """The names and lengths in days of those that can be seen in these days after 1970, (n,)."""
    if not len(days):
        return {}
    whole = np.unique(np.floor(days))
    span = float(whole[-1] - whole[0]) + 1
    months = np.unique(np.floor(whole / _MONTH))
    found = {}
    if len(np.unique(days - np.floor(days))) >= _FEW:
        found["day"] = DAY
    if span >= _WEEKS * WEEK and len(whole) >= _OFTEN * span and len(np.unique(whole % WEEK)) >= _FEW:
        found["week"] = WEEK
    if span >= YEAR and len(months) >= max(_FEW, _OFTEN * span / _MONTH):
        found["year"] = YEAR
    return found
