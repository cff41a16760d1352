"""The bundled handwritten digits: 1797 rows of 8x8 pixels with values from 0 to 16.

E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository. CC BY 4.0.
"""

from __future__ import annotations

import gzip
from functools import cache

import numpy as np

from engine.arrays import frozen
from engine.assets import asset
from engine.data.columns.column import number_columns
from engine.data.dataset import Table
from engine.data.text.parsing.whole_numbers import whole_numbers

SIDE = 8
"""Height and width of a picture, in pixels."""


@cache
def load_digits() -> Table:
    """features: (1797, 64), labels: (1797,), in the order of the file. Read once: they are frozen."""
    # Every start waits for it, so neither with pandas, whose import takes longest of all, nor with np.loadtxt.
    with gzip.open(asset("digits.csv.gz")) as stream:
        stream.readline()
        rows = whole_numbers(stream.read(), 1 + SIDE * SIDE, ",")
    return Table(
        name="digits",
        features=frozen(rows[:, 1:]),
        labels=frozen(rows[:, 0].astype(np.int64)),
        classes=tuple("0123456789"),
        columns=number_columns(f"pixel{index}" for index in range(SIDE * SIDE)),
        image_shape=(SIDE, SIDE),
    )
