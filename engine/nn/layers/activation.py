"""The activation layer: a nonlinearity for every unit."""

from __future__ import annotations

from typing import Final, Literal, final

import numpy as np
from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import Layer, LayerSpec, Shape
from engine.nn.layers.parts.functions import ACTIVATIONS, Activation, Function
from engine.nn.layers.parts.interventions import OFF_UNITS, OffUnits

_Z: Final = np.linspace(-8.0, 8.0, 321)
"""Where the normal density is sampled; its sum stands for the integral over a standard normal z."""
_DENSITY: Final = np.exp(-(_Z**2) / 2) / np.exp(-(_Z**2) / 2).sum()


class ActivationSpec(LayerSpec):
    """A nonlinearity applied to every unit."""

    title = "Activation"
    help = "A nonlinearity applied to every unit; without one, layers add nothing."
    icon = "activation"
    color = "activation"

    kind: Literal["activation"] = "activation"
    function: Function = Field(
        "relu",
        title="Function",
        description="The nonlinearity; without one, a stack of layers is no more than a single layer.",
    )
    off_units: OffUnits = OFF_UNITS

    @property
    def nonlinearity(self) -> type[Activation]:
        return ACTIVATIONS[self.function]

    @property
    def called(self) -> str:
        return self.function

    def make(self, shape: Shape) -> ActivationLayer:
        return ActivationLayer(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """y is taken as normal, so E[f(y)^2] and E[f'(y)^2] are integrals (Poole et al. 2016, equation 3; Schoenholz et
        al. 2017). For ReLU both are one half, Var y / 2 and 1 / 2: equations 8 and 14 of He et al. 2015, which make
        Var w = 2 / fan_in keep the size. For a linear layer, and tanh near zero, they are Var y and 1: Xavier's case.
        """
        return through(self.function, mean, variance)


@final
class ActivationLayer(Layer):
    """y = f(x) for every unit."""

    works_in_place = True

    def __init__(self, spec: ActivationSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self._function = spec.nonlinearity()
        self.reads_x = self._function.reads_x
        self.reads_y = self._function.reads_y

    def scratch_rows(self, rows: int, *, training: bool) -> int:
        return rows

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        self._function.forward(x, y, scratch)
        if self.off is not None:
            self.off.silence(y)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        if self.off is not None:
            self.off.silence(dy)
        self._function.backward(x, y, dy, scratch)


def through(function: Function, mean: Array, variance: Array) -> tuple[Array, Array, Array]:
    """Mean and variance of f(y) and E[f'(y)^2], for a normal y; NaN where nothing is known of it. All shapes are
    (lines,)."""
    y = mean[:, None, None] + np.sqrt(variance)[:, None, None] * _Z
    f, slope, scratch = np.empty_like(y), np.ones_like(y), np.zeros_like(y)
    activation = ACTIVATIONS[function]()
    activation.forward(y, f, scratch)
    values = f[:, 0].copy()  # backward may spoil f
    activation.backward(y, f, slope, scratch)
    center = values @ _DENSITY
    slope[np.isnan(y)] = np.nan  # of what is no number a function may take the slope to be 0
    return center, np.square(values - center[:, None]) @ _DENSITY, np.square(slope[:, 0]) @ _DENSITY
