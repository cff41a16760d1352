"""Whether two datasets hold the same rows, told by a hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset

_known: WeakKeyDictionary[Dataset, str] = WeakKeyDictionary()


def fingerprint(dataset: Dataset) -> str:
    """A hash of the training, test and validation rows as the network sees them, label noise included. Made once."""
    found = _known.get(dataset)
    if found is None:
        arrays = (dataset.train_x, dataset.train_y, dataset.test_x, dataset.test_y, dataset.valid_x, dataset.valid_y)
        found = _known[dataset] = hash_of(array for array in arrays if array is not None)
    return found


def hash_of(arrays: Iterable[NDArray[np.generic]]) -> str:
    """A hash of their values, shapes and types, in this order; how they lie in memory is no matter."""
    found = hashlib.blake2b(digest_size=16)
    for array in arrays:
        found.update(f"{array.shape} {array.dtype.str};".encode())
        found.update(np.ascontiguousarray(array).data)
    return found.hexdigest()
