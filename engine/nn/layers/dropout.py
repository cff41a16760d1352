"""The dropout layer: units switched off at random in training."""

from __future__ import annotations

from typing import Any, Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import Layer, Reads
from engine.spec import Spec


class DropoutSpec(Spec):
    """Switches units off at random in training."""

    kind: Literal["dropout"] = "dropout"
    rate: float = Field(
        0.2,
        ge=0,
        lt=1,
        title="Dropout rate",
        description="The share of units switched off at random in each step, so that none can rely on another.",
        json_schema_extra={"step": 0.05},
    )

    @property
    def drawn_rate(self) -> float:
        """The rate that scaling goes by: above 0.99 the nearest one that masks, made of 16-bit numbers, can have.

        Below, what they miss of the share that stays is less than 0.08 % of it.
        """
        return self.rate if self.rate <= 0.99 else min(round(self.rate * 2**16), 2**16 - 1) / 2**16


@final
class Dropout(Layer):
    """y = x * mask in training, where mask is 1 with probability 1 - rate and else 0. Srivastava et al. 2014.

    Scaling "test": testing multiplies by 1 - rate. Scaling "train" ("inverted"): training divides by 1 - rate.
    The rate, and with it both factors, is (lanes, 1, 1), or (1, 1, 1) where all lanes agree.
    """

    works_in_place = True
    reads_x = False
    reads_y = Reads.NOTHING

    def __init__(self, n_in: int) -> None:
        super().__init__(n_in, n_in)
        self.drops = False
        self.threshold: Array = np.zeros((1, 1), np.uint16)
        """(lanes or 1, 1). A unit stays where a uniform 16-bit number is at least rate * 2^16, so the same numbers with
        a larger rate drop the same units and some more."""
        self._train_factor: Array | None = None
        self._test_factor: Array | None = None

    def set_rate(self, rate: Array, scaling: str, dtype: type[np.floating[Any]]) -> None:
        """rate: (lanes,), in [0, 1), as `DropoutSpec.drawn_rate` gives it."""
        if np.all(rate == rate[0]):
            rate = rate[:1]
        rate = rate.reshape(-1, 1, 1)
        self.drops = bool(rate.any())
        self.threshold = np.rint(rate * 2**16).astype(np.uint16).reshape(-1, 1)
        keep = (1 - rate).astype(dtype)
        self._train_factor = 1 / keep if scaling == "train" and self.drops else None
        self._test_factor = keep if scaling == "test" and self.drops else None

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        if mask is not None:
            np.multiply(x, mask, out=y)
            if self._train_factor is not None:
                np.multiply(y, self._train_factor, out=y)
        elif self._test_factor is not None:
            np.multiply(x, self._test_factor, out=y)
        elif y is not x:
            np.copyto(y, x)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if mask is not None:
            np.multiply(dy, mask, out=dy)
        if self._train_factor is not None:
            np.multiply(dy, self._train_factor, out=dy)
