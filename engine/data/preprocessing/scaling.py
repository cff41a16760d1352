"""How features get a common size."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.spec import Scaling

Floats = NDArray[np.float32]


def scaling_of(scaling: Scaling, features: Floats) -> tuple[Floats, Floats]:
    """Offset and scale of (feature - offset) / scale, from the training rows alone: nothing is known of others.

    features: (rows, n_features) -> (n_features,) each. ``standard``: mean and standard deviation; ``minmax``: from 0,
    the least, to 1, the largest; ``max`` divides by the largest size of any feature, one for all of them.
    """
    n_features = features.shape[1]
    offset, scale = np.zeros(n_features, np.float32), np.ones(n_features, np.float32)
    if scaling == "max":
        scale *= max(features.max(), -features.min()) or 1
    elif scaling == "standard":
        varies = features.min(axis=0) < features.max(axis=0)  # a constant's std is not always exactly 0
        offset = features.mean(axis=0, dtype=np.float64).astype(np.float32)
        scale[varies] = features.std(axis=0, dtype=np.float64)[varies]
    elif scaling == "minmax":
        offset = features.min(axis=0)
        with np.errstate(over="ignore"):
            scale = features.max(axis=0) - offset
    scale[scale == 0] = 1  # a constant, or too small for float32
    return offset, scale
