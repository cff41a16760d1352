"""The bundled handwritten digits: 1797 rows of 8x8 pixels with values from 0 to 16.

E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository. CC BY 4.0.
"""

from __future__ import annotations

import numpy as np

from engine.assets import asset
from engine.data.dataset import Table
from engine.data.frozen import frozen

SIDE = 8
"""Height and width of a picture, in pixels."""


def load_digits() -> Table:
    """features: (1797, 64), labels: (1797,), in the order of the file."""
    # Not with pandas: its import takes longer than everything else at the start of the program.
    rows = np.loadtxt(asset("digits.csv.gz"), np.float32, delimiter=",", skiprows=1)
    return Table(
        name="digits",
        features=frozen(rows[:, 1:]),
        labels=frozen(rows[:, 0].astype(np.int64)),
        classes=tuple("0123456789"),
        feature_names=tuple(f"pixel{index}" for index in range(SIDE * SIDE)),
        image_shape=(SIDE, SIDE),
    )
