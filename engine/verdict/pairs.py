"""Two settings compared row by row and seed by seed: the difference, its standard error, and how often chance alone
would make one as large.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.records import record
from engine.verdict.moderation import UNKNOWN, Luck
from engine.verdict.student import critical, two_sided

POWER: Final = 0.8416
"""z of 80 %: with so many seeds as `seeds_needed` says, a difference as large as it looks is told four times in five.
"""
_FEW: Final = 12
"""Rows, of which all signs are tried."""


@record
class Difference:
    """Of two settings, over the seeds that both have and the held-out rows, which are the same for both.

    mean: of the scores, the first less the second. error: its standard error, NaN with one seed. p: two-sided.
    wins: seeds with which the first is ahead. won, lost: with one seed, the rows on which it scores higher, and lower.
    rows_part: what of the error's square stays, however many seeds there are. gained: degrees of freedom beside those
    of its own seeds.
    """

    seeds: int
    mean: float
    error: float
    p: float
    wins: int
    won: int = 0
    lost: int = 0
    rows_part: float = 0.0
    gained: int = 0


def difference(first: NDArray[np.float64], second: NDArray[np.float64], luck: Luck = UNKNOWN) -> Difference:
    """first, second: (seeds, rows), the scores of two settings; the same seed and the same row stand at one place.
    luck: what other settings say about that of seeds.
    """
    d = first - second
    seeds = len(d)
    by_seed = d.mean(axis=1)
    mean = float(by_seed.mean()) if seeds else math.nan
    wins = int((by_seed > 0).sum())
    if seeds == 0:
        return Difference(0, mean, math.nan, 1.0, 0)
    if seeds == 1:
        return Difference(1, mean, math.nan, sign_flips(d[0]), wins, int((d > 0).sum()), int((d < 0).sum()))
    error, rows_part = crossed_error(d, luck)
    p = two_sided(mean / error, seeds - 1 + luck.gained) if error else 1.0 if mean == 0 else 0.0
    return Difference(seeds, mean, error, p, wins, rows_part=rows_part, gained=luck.gained)


def sign_flips(d: NDArray[np.float64]) -> float:
    """The two-sided p of Fisher's and Pitman's permutation test of differences d: (rows,). Were the two settings alike,
    each difference might as well have the other sign.

    Where all differences are equally large, as those of right and wrong are, it is exact: McNemar's test, by the
    binomial distribution. So it is for a few rows, by all their signs; else sum d / sqrt(sum d^2) is taken as normal.
    """
    d = d[d != 0]
    if not len(d):
        return 1.0
    if np.ptp(np.abs(d)) == 0:
        return mcnemar(int((d > 0).sum()), int((d < 0).sum()))
    if len(d) <= _FEW:
        signs = 1 - 2 * (np.arange(2 ** len(d))[:, None] >> np.arange(len(d)) & 1)
        return float(np.mean(np.abs(signs @ d) >= abs(d.sum()) * (1 - 1e-12)))
    z = abs(d.sum()) / math.sqrt(np.square(d).sum())
    return math.erfc(z / math.sqrt(2))


def mcnemar(won: int, lost: int) -> float:
    """p = min(1, 2 P(X <= min(won, lost))), X ~ Binomial(won + lost, 1/2): the exact two-sided test. McNemar 1947."""
    n, k = won + lost, np.arange(1, min(won, lost) + 1)
    logarithms = np.concatenate([[0.0], np.cumsum(np.log((n - k + 1) / k))]) - n * math.log(2)
    return min(1.0, 2 * float(np.exp(logarithms).sum()))


def crossed_error(d: NDArray[np.float64], luck: Luck = UNKNOWN) -> tuple[float, float]:
    """The standard error of the mean of d: (seeds, rows), seeds and rows both being drawn by chance; and the part of
    its square that more seeds do not make smaller.

    Var = V_seeds + V_rows - V_both, at least the larger of the first two: V_seeds = var(means of seeds) / seeds, V_rows
    = var(means of rows) / rows, V_both = var(what is left) / (seeds rows), which is in both. Clark 1973, Gallas 2006.
    The first variance is moderated by ``luck``.
    """
    seeds, rows = d.shape
    by_seed, by_row = d.mean(axis=1), d.mean(axis=0)
    of_seeds = luck.moderated(float(by_seed.var(ddof=1)), seeds - 1) / seeds
    if rows == 1:
        return math.sqrt(of_seeds), 0.0
    of_rows = float(by_row.var(ddof=1)) / rows
    left = d - by_seed[:, None] - by_row[None] + d.mean()
    of_both = float(np.square(left).sum()) / ((seeds - 1) * (rows - 1) * seeds * rows)
    variance = max(of_seeds + of_rows - of_both, of_seeds, of_rows)
    return math.sqrt(variance), max(0.0, of_rows - of_both)


def seeds_needed(found: Difference, level: float, most: int) -> int | None:
    """How many seeds in all would tell the two apart, if the difference is as large as it looks; None: more than
    ``most``.

    The least n with |mean| >= (t(level, n - 1) + z(80 %)) error(n), with as many degrees of freedom more as there are
    now, where the error falls with 1 / sqrt(n) to what the
    rows leave of it.
    """
    if found.seeds < 2:
        return None
    falls = found.error**2 - found.rows_part
    for n in range(found.seeds + 1, most + 1):
        error = math.sqrt(found.rows_part + falls * found.seeds / n)
        if abs(found.mean) >= (critical(level, n - 1 + found.gained) + POWER) * error > 0:
            return n
    return None


def stepped(p: list[float], settings: int) -> list[float]:
    """The leader's p values against all others, in their order, corrected so that with the probability given by a
    level at most one of them is below it by chance.

    The leader is chosen by the same figures, so that each step counts all pairs that may still be alike: settings
    (settings - 1) / 2 for the least p, then one setting fewer. Holm 1979, with the counts of Shaffer 1986.
    """
    result = [1.0] * len(p)
    highest = 0.0
    for step, place in enumerate(sorted(range(len(p)), key=p.__getitem__)):
        alike = settings - step
        highest = max(highest, min(1.0, p[place] * alike * (alike - 1) / 2))
        result[place] = highest
    return result
