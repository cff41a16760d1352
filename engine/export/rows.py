"""The rows of a run in as few bytes as hold them, to lie inside a script."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data import Dataset


def raw_rows(dataset: Dataset) -> dict[str, Array]:
    """train_x, test_x: (rows, n_columns) as the table has them, whole numbers as such; train_y, test_y: (rows,); and
    valid_x, valid_y where there are validation rows."""
    arrays: dict[str, Array] = {}
    for name, x, y in (
        ("train", dataset.train_x, dataset.train_y),
        ("test", dataset.test_x, dataset.test_y),
        ("valid", dataset.valid_x, dataset.valid_y),
    ):
        if x is not None and y is not None:
            arrays[f"{name}_x"] = _unscaled(x, dataset) if dataset.made_of is None else getattr(dataset.made_of, name)
            arrays[f"{name}_y"] = y if dataset.task == "numbers" else _small(y)
    return arrays


def _unscaled(x: NDArray[np.float32], dataset: Dataset) -> Array:
    """Rows that give the very same x when they are scaled: whole numbers where there are such, else float32."""
    offset, scale = dataset.offset, dataset.scale
    found = (x.astype(np.float64) * scale + offset).astype(np.float32)
    whole = np.rint(found)
    if np.abs(whole).max(initial=0) < 2**24 and np.array_equal((whole - offset) / scale, x):
        return _small(whole.astype(np.int64))
    for steps in _STEPS_ASIDE:  # rounding may have led astray: the right ones stand close by
        wrong = (found - offset) / scale != x
        if not wrong.any():
            break
        nearby = np.broadcast_to(_aside(x * scale, steps) + offset.astype(np.float64), x.shape).astype(np.float32)
        found[wrong] = nearby[wrong]
    return found


_STEPS_ASIDE: Final = (0, 1, -1, 2, -2)


def _aside(differences: NDArray[np.float32], steps: int) -> NDArray[np.float64]:
    """The float32 numbers so many places above."""
    for _ in range(abs(steps)):
        differences = np.nextafter(differences, np.float32(math.copysign(math.inf, steps)))
    return differences.astype(np.float64)


def _small(values: NDArray[np.int64]) -> Array:
    """The same whole numbers in the smallest type that holds them."""
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    kinds = (np.uint8, np.int16, np.int32)
    return values.astype(next((k for k in kinds if np.iinfo(k).min <= low and high <= np.iinfo(k).max), np.int64))


def packed(arrays: Mapping[str, Array], width: int = 118) -> str:
    """A compressed .npz file as lines of base64."""
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)  # type: ignore[arg-type]  # the names are all arrays
    text = base64.b64encode(stream.getvalue()).decode()
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))
