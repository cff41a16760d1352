"""What the seeds of all settings say about the luck of any two of them: Smyth's moderated variance."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.records import record

_MOST: Final = 300
"""Settings whose pairs are asked; of more, so many that lie evenly among them."""
_FEWEST_SETTINGS: Final = 4
_FEWEST_SEEDS: Final = 3
"""From so many on others may stand in for seeds that there are not; with fewer they only make a difference unsurer."""
_LEAST: Final = 1e-5
"""No variance counts as less than so much of the usual one."""
_LARGE: Final = 10.0
"""From there on the asymptotic series below are exact to ten digits."""


@record
class Luck:
    """variance: of the difference of two settings over seeds, as is usual here. freedom: so many degrees of freedom it
    is worth beside those of a pair's own seeds; the fewer, the more pairs differ in it. counts: whether these are
    degrees of freedom of the test, too.
    """

    variance: float = 0.0
    freedom: float = 0.0
    counts: bool = False

    def moderated(self, own: float, freedom: int) -> float:
        """A pair's own variance, of so many degrees of freedom, drawn towards the usual one; never a smaller one."""
        pooled = (self.freedom * self.variance + freedom * own) / (self.freedom + freedom)
        return max(own, pooled)

    @property
    def gained(self) -> int:
        """Degrees of freedom of the test beside those of the pair's own seeds."""
        return int(self.freedom) if self.counts else 0


UNKNOWN: Final = Luck()
"""Nothing but a pair's own seeds."""


def luck(means: NDArray[np.float64], grain: float = 0.0) -> Luck:
    """means: (settings, seeds), the score of each; the same seeds for all. grain: of which they are multiples, one row
    in all rows where rows are right or wrong. What differs by less is no less lucky, and a variance of zero no proof.

    The variances of all pairs are taken as drawn from a scaled inverse chi-squared distribution, and its two numbers
    are found by the mean and the variance of their logarithms. Smyth 2004, Statistical Applications in Genetics and
    Molecular Biology 3. Pairs share settings, so that half of the degrees of freedom found are counted, and no more
    than those of all settings together.
    """
    k, seeds = means.shape
    if k < 3 or seeds < 2:
        return UNKNOWN
    means = means[:: -(-k // _MOST)]
    first, second = np.triu_indices(len(means), 1)
    variances = (means[first] - means[second]).var(axis=1, ddof=1)
    least = max(_LEAST * float(np.median(variances)), grain**2 / 6)  # each of the two is rounded: twice grain^2 / 12
    if least <= 0:
        return UNKNOWN
    own = seeds - 1
    logarithms = np.log(np.maximum(variances, least)) - digamma(own / 2) + math.log(own / 2)
    mean, more = float(logarithms.mean()), float(logarithms.var(ddof=1)) - trigamma(own / 2)
    most = (k - 2) * own
    freedom = min(most, 2 * _inverse_trigamma(more)) if more > 0 else most
    variance = math.exp(mean + digamma(freedom / 2) - math.log(freedom / 2)) if more > 0 else math.exp(mean)
    return Luck(variance, freedom / 2, k >= _FEWEST_SETTINGS and seeds >= _FEWEST_SEEDS)


def digamma(x: float) -> float:
    """The derivative of ln Gamma, for x > 0. Abramowitz and Stegun 1964, 6.3.5 and 6.3.18."""
    below = 0.0
    while x < _LARGE:
        below += 1 / x
        x += 1
    return math.log(x) - 1 / (2 * x) - 1 / (12 * x**2) + 1 / (120 * x**4) - 1 / (252 * x**6) - below


def trigamma(x: float) -> float:
    """Its derivative. Abramowitz and Stegun 1964, 6.4.6 and 6.4.12."""
    below = 0.0
    while x < _LARGE:
        below += 1 / x**2
        x += 1
    return 1 / x + 1 / (2 * x**2) + 1 / (6 * x**3) - 1 / (30 * x**5) + 1 / (42 * x**7) + below


def _inverse_trigamma(y: float) -> float:
    """The x > 0 of which y is the trigamma: it falls from infinity to 0, so halving finds it."""
    low, high = 1e-6, 1e6
    for _ in range(80):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if trigamma(middle) > y else (low, middle)
    return low
