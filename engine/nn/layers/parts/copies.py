"""Which units of a layer that has grown are copies of which. Chen, Goodfellow and Shlens 2016, "Net2Net".

A copy says what the unit says that it was made of. What sums over its inputs shares the weight of the unit out among
it and its copies, so it sums to the same. The shares are drawn, and unequal: with equal ones all would learn from the
same gradient, and stay copies (docs/decisions/014).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.errors import PlaygroundError

_SHARES: Final = (0.2, 1.8)
"""Between these they are drawn, and then divided by the sum of those of a unit and its copies."""


class GrowthError(PlaygroundError):
    """A network cannot go on in this structure with the weights that it has; the sentence says why."""


class Copies(NamedTuple):
    """Of units, or of the channels of a picture.

    of: (new units,), which of the old ones each is made of; the old ones themselves stand in front, in their order.
    share: (new units,), by what weights that lead away from each are multiplied.
    """

    of: NDArray[np.intp]
    share: NDArray[np.float64]

    @classmethod
    def drawn(cls, units: int, wanted: int, rng: np.random.Generator, off: Collection[int] = ()) -> Copies:
        """From ``units`` to ``wanted``: each is copied once in a random order, then each a second time, and so on.

        Those that are off are not: a copy would be on. Raises GrowthError where all are.
        """
        on = np.array([unit for unit in range(units) if unit not in off], np.intp)
        if not len(on):
            raise GrowthError("All units of the layer are off: there is none to be copied.")
        rounds = [rng.permutation(on) for _ in range(-(-(wanted - units) // len(on)))]
        of = np.concatenate([np.arange(units), *rounds])[:wanted]
        shares = rng.uniform(*_SHARES, len(of))
        return cls(of, shares / np.bincount(of, shares)[of])

    @property
    def n_old(self) -> int:
        return int(self.of.max()) + 1

    @property
    def is_even(self) -> bool:
        """Whether there are as many of each."""
        counts = np.bincount(self.of)
        return bool(np.all(counts == counts[0]))

    def whole(self) -> Copies:
        """The same for what is no weight, such as what an optimizer remembers: it is copied, and not shared out."""
        return Copies(self.of, np.ones_like(self.share))

    def at_places(self, places: int) -> Copies:
        """The same for a picture that is taken as so many numbers in a row, the channels of a place side by side."""
        starts = self.n_old * np.arange(places)[:, None]
        return Copies((starts + self.of).ravel(), np.tile(self.share, places))
