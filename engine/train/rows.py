"""The rows of a run in the type of its network, and what the lanes make of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.data.preprocessing.targets import targets_of
from engine.nn.evaluation import evaluate
from engine.nn.losses import Loss
from engine.nn.network import Network

if TYPE_CHECKING:
    from engine.data.augmentation.pictures import PictureRows


class Rows:
    """train_x, test_x, valid_x: (rows, n_features); train_targets, test_targets, valid_targets: (rows, classes),
    one-hot, or (rows, 1), numbers, standardized. Those of validation rows are None where there are none.
    """

    def __init__(self, dataset: Dataset, dtype: type[np.floating[Any]]) -> None:
        self._dataset = dataset
        self.train_x: Array = np.asarray(dataset.train_x, dtype)
        self.test_x: Array = np.asarray(dataset.test_x, dtype)
        self.train_targets = targets_of(dataset, dataset.train_y, dtype)
        self.test_targets = targets_of(dataset, dataset.test_y, dtype)
        self.valid_x: Array | None = None if dataset.valid_x is None else np.asarray(dataset.valid_x, dtype)
        self.valid_targets = None if dataset.valid_y is None else targets_of(dataset, dataset.valid_y, dtype)

    @cached_property
    def pictures(self) -> PictureRows | None:
        """The training rows as pictures; looked at when a step is to change them."""
        from engine.data.augmentation.pictures import picture_rows  # here, because most runs leave them as they are

        return picture_rows(self._dataset, self.train_x.dtype.type)

    def figures(self, network: Network, loss: Loss, *, is_test_sealed: bool) -> NDArray[np.float64]:
        """What is measured of each lane, in the order of `engine.train.history.history.measures`: (measures, lanes).

        Those of test rows that are sealed are not a number.
        """
        train = evaluate(network, loss, self.train_x, self.train_targets)
        figures = [train.loss, network.penalties(), train.accuracy]
        if is_test_sealed:
            figures += [np.full(network.n_lanes, np.nan)] * 2
        else:
            test = evaluate(network, loss, self.test_x, self.test_targets)
            figures += [test.loss, test.accuracy]
        if self.valid_x is not None and self.valid_targets is not None:
            valid = evaluate(network, loss, self.valid_x, self.valid_targets)
            figures += [valid.loss, valid.accuracy]
        return np.array(figures)

    def held_out_loss(self, network: Network, loss: Loss) -> Array:
        """Of each lane, over the validation rows where there are any, else over the test rows: (lanes,)."""
        if self.valid_x is None or self.valid_targets is None:
            return evaluate(network, loss, self.test_x, self.test_targets).loss
        return evaluate(network, loss, self.valid_x, self.valid_targets).loss
