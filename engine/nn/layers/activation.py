"""The activation layer: a nonlinearity for every unit."""

from __future__ import annotations

from typing import Literal, final

from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import Layer
from engine.nn.layers.functions import ACTIVATIONS, Function
from engine.spec import Spec


class ActivationSpec(Spec):
    """A nonlinearity applied to every unit."""

    kind: Literal["activation"] = "activation"
    function: Function = Field(
        "relu",
        title="Function",
        description="The nonlinearity; without one, a stack of layers is no more than a single layer.",
    )


@final
class ActivationLayer(Layer):
    """y = f(x) for every unit."""

    works_in_place = True

    def __init__(self, spec: ActivationSpec, n_in: int) -> None:
        super().__init__(n_in, n_in)
        self._function = ACTIVATIONS[spec.function]()
        self.reads_x = self._function.reads_x
        self.reads_y = self._function.reads_y

    def scratch_rows(self, rows: int, *, training: bool) -> int:
        return rows

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        self._function.forward(x, y, scratch)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        self._function.backward(x, y, dy, scratch)
