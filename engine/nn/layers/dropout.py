"""The dropout layer: units switched off at random in training."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.fields import facts
from engine.nn.layers.base import LayerSpec, MaskedLayer, Shape
from engine.nn.layers.parts.reads import Reads


class DropoutSpec(LayerSpec):
    """Switches units off at random in training."""

    title = "Dropout"
    help = "Switches units off at random in training, so that none can rely on another."
    icon = "dropout"
    color = "dropout"
    has_mask = True
    may_follow_output = True

    kind: Literal["dropout"] = "dropout"
    rate: float = Field(
        0.2,
        ge=0,
        lt=1,
        title="Dropout rate",
        description="The share of units switched off at random in each step, so that none can rely on another.",
        json_schema_extra=facts(step=0.05, live=True, per_lane=True, symbol="dropout", tried="0, 0.1, 0.2, 0.35, 0.5"),
    )

    @property
    def drawn_rate(self) -> float:
        """The rate that scaling goes by: above 0.99 the nearest one that masks, made of 16-bit numbers, can have.

        Below, what they miss of the share that stays is less than 0.08 % of it.
        """
        return self.rate if self.rate <= 0.99 else min(round(self.rate * 2**16), 2**16 - 1) / 2**16

    @property
    def dropped(self) -> float:
        return self.drawn_rate

    def masks(self, shape: Shape) -> int:
        return shape[-1]

    def make(self, shape: Shape) -> Dropout:
        return Dropout(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """It keeps a share p: E[x^2] becomes p E[x^2], or E[x^2] / p with scaling "train"; gradients alike."""
        keep = 1 - self.drawn_rate
        share, factor = (keep, keep) if scaling == "test" else (1.0, 1 / keep)
        square = factor * (mean**2 + variance)
        mean = share * mean
        return mean, square - mean**2, factor


@final
class Dropout(MaskedLayer):
    """y = x * mask in training, where mask is 1 with probability 1 - rate and else 0. Srivastava et al. 2014.

    Scaling "test": testing multiplies by 1 - rate. Scaling "train" ("inverted"): training divides by 1 - rate.
    The rate, and with it both factors, is (lanes, 1, 1), or (1, 1, 1) where all lanes agree.
    In a picture whole channels are switched off, for neighbours say nearly the same (Tompson et al. 2015).
    """

    works_in_place = True
    reads_x = False
    reads_y = Reads.NOTHING

    def __init__(self, spec: DropoutSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self.n_masks = spec.masks(shape)
        self._places = self.n_out // self.n_masks
        self.threshold = np.zeros((1, 1), np.uint16)
        self._train_factor: Array | None = None
        self._test_factor: Array | None = None

    def configure(self, specs: Sequence[LayerSpec], scaling: str, dtype: type[np.floating[Any]]) -> None:
        rate = np.array([spec.drawn_rate for spec in specs if isinstance(spec, DropoutSpec)])
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
            self._switch_off(x, mask, y)
            if self._train_factor is not None:
                np.multiply(y, self._train_factor, out=y)
        elif self._test_factor is not None:
            np.multiply(x, self._test_factor, out=y)
        elif y is not x:
            np.copyto(y, x)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if mask is not None:
            self._switch_off(dy, mask, dy)
        if self._train_factor is not None:
            np.multiply(dy, self._train_factor, out=dy)

    def pass_back(self, x: Array, y: Array, dy: Array, dx: Array, scratch: Array) -> None:
        if self._test_factor is not None:
            np.multiply(dy, self._test_factor, out=dy)

    def _switch_off(self, x: Array, mask: Array, out: Array) -> None:
        """x: (lanes or 1, rows, units); mask: (lanes, rows, n_masks), out: (lanes, rows, units)"""
        if self._places == 1:
            np.multiply(x, mask, out=out)
            return
        of_row = (self._places, self.n_masks)
        np.multiply(x.reshape(*x.shape[:2], *of_row), mask[:, :, None], out=out.reshape(*out.shape[:2], *of_row))
