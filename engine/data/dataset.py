"""What the trainer learns from: a Table as it was read, and the Dataset cut from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.findings import Findings


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Table:
    """All rows of a source, unscaled and in file order. The arrays are read-only.

    features: (rows, n_features) float32; labels: (rows,) int64, indices into ``classes``;
    image_shape: (height, width) where the features are the pixels of a picture.
    is_named: whether the source itself names its features; otherwise they are told apart by their places alone.
    findings: what was found in a person's own file.
    """

    name: str
    features: NDArray[np.float32]
    labels: NDArray[np.int64]
    classes: tuple[str, ...]
    feature_names: tuple[str, ...]
    image_shape: tuple[int, int] | None = None
    is_named: bool = True
    findings: Findings | None = None

    @property
    def n_rows(self) -> int:
        return len(self.features)

    @property
    def n_features(self) -> int:
        return int(self.features.shape[1])


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Dataset:
    """Training and test rows, scaled and ready. The arrays are read-only.

    train_x: (train, n_features) float32; train_y: (train,) int64, label noise included;
    train_y_clean: (train,) int64, as the source has them; test_x, test_y likewise, without noise.
    A scaled feature is (raw - offset) / scale; offset and scale: (n_features,) float32.
    source_rows: how many rows the source has, used or not; 0 where that is not known.
    valid_x: (validation, n_features) and valid_y: (validation,), without noise; None where no rows are kept for
    choosing between settings.
    """

    name: str
    train_x: NDArray[np.float32]
    train_y: NDArray[np.int64]
    train_y_clean: NDArray[np.int64]
    test_x: NDArray[np.float32]
    test_y: NDArray[np.int64]
    classes: tuple[str, ...]
    feature_names: tuple[str, ...]
    image_shape: tuple[int, int] | None
    offset: NDArray[np.float32]
    scale: NDArray[np.float32]
    source_rows: int = 0
    valid_x: NDArray[np.float32] | None = None
    valid_y: NDArray[np.int64] | None = None
    is_named: bool = True
    findings: Findings | None = None

    @property
    def n_features(self) -> int:
        return int(self.train_x.shape[1])

    @property
    def n_classes(self) -> int:
        return len(self.classes)
