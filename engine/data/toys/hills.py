"""Hills: three hills and three hollows, which tensorflow/playground calls its Gaussian regression."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.data.toys.toy import Floats, NumberToy

_CENTERS: Final = np.array([(x1, x2) for x2 in (2.5, -2.5) for x1 in (-4, 0, 4)])
_SIGNS: Final = np.array([1, -1, 1, -1, 1, -1])


def hills(x: Floats, e: Floats) -> Floats:
    """y = s (1 - d / 2) at x + 6 e, of the nearest center with its sign s at the distance d; 0 from d = 2 on."""
    at = (x + 6 * e)[:, None]
    distance = np.hypot(*np.moveaxis(at - _CENTERS, -1, 0))
    numbers: Floats = np.maximum(0, 1 - distance.min(axis=1) / 2) * _SIGNS[distance.argmin(axis=1)]
    return numbers


HILLS = NumberToy(
    "Hills", "Three hills and three hollows on a plain: each has to be found, and the plain between stays flat.", hills
)
