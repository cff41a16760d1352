"""The rows of a run in as few bytes as hold them, to lie inside a script."""

from __future__ import annotations

import base64
import io
import textwrap
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset

Array: TypeAlias = NDArray[Any]


def raw_rows(dataset: Dataset) -> dict[str, Array]:
    """train_x, test_x: (rows, n_features) before scaling, whole numbers as such; train_y, test_y: (rows,)."""
    found = {"train_x": dataset.train_x, "test_x": dataset.test_x}
    arrays: dict[str, Array] = {name: _unscaled(x, dataset) for name, x in found.items()}
    return arrays | {"train_y": _small(dataset.train_y), "test_y": _small(dataset.test_y)}


def _unscaled(x: NDArray[np.float32], dataset: Dataset) -> Array:
    """x times scale plus offset; rounded where rounding gives the very same x when it is scaled again."""
    raw = x.astype(np.float64) * dataset.scale + dataset.offset
    whole = np.rint(raw)
    if np.abs(whole).max(initial=0) < 2**24:
        again = (whole.astype(np.float32) - dataset.offset) / dataset.scale
        if np.array_equal(again, x):
            return _small(whole.astype(np.int64))
    return raw.astype(np.float32)


def _small(values: NDArray[np.int64]) -> Array:
    """The same whole numbers in the smallest type that holds them."""
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    kinds = (np.uint8, np.int16, np.int32)
    return values.astype(next((k for k in kinds if np.iinfo(k).min <= low and high <= np.iinfo(k).max), np.int64))


def packed(arrays: Mapping[str, Array], width: int = 118) -> str:
    """A compressed .npz file as lines of base64."""
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)  # type: ignore[arg-type]  # the names are all arrays
    return "\n".join(textwrap.wrap(base64.b64encode(stream.getvalue()).decode(), width))
