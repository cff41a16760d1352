"""What the kinds of pooling have in common: windows that go over each channel of a picture by itself."""

from __future__ import annotations

from math import prod

from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import LayerSpec, Shape
from engine.nn.layers.parts.windows import Windows
from engine.nn.layers.pictures import windows

SIZE = Field(
    2,
    ge=1,
    le=28,
    title="Size",
    description="The side of the window in pixels that becomes one number: what happens inside it makes no difference.",
)
STRIDE = Field(
    2,
    ge=1,
    le=28,
    title="Stride",
    description="How many pixels the window moves at a time: with as many as it is wide, windows do not overlap.",
)


class PoolSpec(LayerSpec):
    """A kind that makes one number of each window."""

    icon = "pool"
    color = "pool"
    sees_pictures = True

    size: int
    stride: int

    def windows_of(self, shape: Shape) -> Windows:
        """Where it looks. Raises ShapeError."""
        return windows(shape, self.title, self.size, self.stride)

    def output_shape(self, shape: Shape) -> Shape:
        return (*self.windows_of(shape).out, shape[-1])

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """Neighbours are alike, and theory does not know how much: no answer."""
        return mean * float("nan"), variance * float("nan"), float("nan")


class PooledPicture:
    """How a picture falls apart into lines and columns that lie in the same place of their windows.

    A window is reduced along its lines first, and then what is left of each line, downwards.
    """

    def __init__(self, of: Windows, channels: int) -> None:
        self.side, self.stride = of.side, of.stride
        self.shape = (of.height, of.width, channels)
        self.down, self.across = of.out
        self.between = (of.height, self.across, channels)
        """Of what is reduced along the lines."""
        self.out = (*of.out, channels)
        self.is_apart = of.stride >= of.side
        """Whether no pixel is in two windows."""
        self.covers = of.stride == of.side and of.height % of.side == 0 and of.width % of.side == 0
        """Whether each pixel is in one."""

    def pictures(self, x: Array) -> Array:
        """(..., units) -> (n, height, width, channels)"""
        return x.reshape(-1, *self.shape)

    def columns(self, pictures: Array) -> list[Array]:
        """(n, height, width, channels) -> for each column of a window (n, height, windows across, channels)"""
        last = (self.across - 1) * self.stride + 1
        return [pictures[:, :, start : start + last : self.stride] for start in range(self.side)]

    def lines(self, between: Array) -> list[Array]:
        """(n, height, windows across, channels) -> for each line of a window (n, down, across, channels)"""
        last = (self.down - 1) * self.stride + 1
        return [between[:, start : start + last : self.stride] for start in range(self.side)]

    @property
    def n_between(self) -> int:
        return prod(self.between)
