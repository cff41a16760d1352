"""Numbers to learn over several powers of ten, as prices and incomes may be: the largest rule what is learned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from engine.data.columns.found.outliers import FEWEST, RULING
from engine.data.columns.uses import Use
from engine.data.files.wording import shown
from engine.data.task import Labels
from engine.errors import Remark

_TIMES: Final = 1000.0
"""How much larger than all but a hundredth those are that all but a hundredth are smaller than."""
_LARGEST: Final = 0.1
"""Share of the rows."""


def about_long_tail(use: Use, labels: Labels, *, is_robust: bool) -> Iterator[Remark]:
    """labels: (rows,), the numbers to learn. is_robust: whether they are scaled by median and quartiles."""
    if is_robust or len(labels) < FEWEST or not labels.min() > 0:
        return
    values = np.sort(labels.astype(np.float64))
    low, middle, high = np.quantile(values, (0.01, 0.5, 0.99))
    if high < _TIMES * low:
        return
    squares = np.square(values - middle)
    share = squares[-max(1, int(_LARGEST * len(values))) :].sum() / squares.sum()
    if share < RULING:
        return
    yield Remark(
        "{column} goes from {low} to {high}, and its largest tenth makes up {share} % of its variation: the small ones "
        "hardly count. Where they shall be as exact in percent, write the logarithm of it into the file, and learn "
        "that.",
        column=shown(use.name),
        low=f"{low:.3g}",
        high=f"{high:.3g}",
        share=int(100 * share),
    ).weighing(2)
