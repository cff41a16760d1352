"""Pictures, (height, width, channels), and the windows that go over them.

Arrays hold a picture flat, with the channels of a pixel side by side: value (y, x, c) is unit (y * width + x) *
channels + c. So ``x.reshape(lanes, rows, height, width, channels)`` is a view.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from engine.errors import PlaygroundError
from engine.nn.layers.base import Shape
from engine.nn.layers.parts.windows import Windows

Padding: TypeAlias = Literal["valid", "same"]


class ShapeError(PlaygroundError):
    """A layer cannot be where it is, for what goes into it is no picture, or too small a one."""


def picture(shape: Shape, title: str) -> tuple[int, int, int]:
    """The shape, which has to be one of a picture. Raises ShapeError. title: what the layer is called."""
    if len(shape) != 3:
        raise ShapeError(
            "{layer} needs a picture, but what goes into it are {count} numbers in a row: put it before the first "
            "dense or flatten layer, with data that are pictures.",
            layer=title,
            count=shape[0],
        )
    height, width, channels = shape
    return height, width, channels


def windows(shape: Shape, title: str, side: int, stride: int, padding: Padding = "valid") -> Windows:
    """Those that go over a picture of this shape.

    "same" adds so many zeros that there are ceil(pixels / stride) windows a side, the odd one behind, as torch and
    Keras do. Raises ShapeError where no window fits, or what goes in is no picture.
    """
    height, width, _ = picture(shape, title)
    if padding == "same":
        extra = [max(0, (-(-pixels // stride) - 1) * stride + side - pixels) for pixels in (height, width)]
        before = (extra[0] // 2, extra[1] // 2)
        return Windows(height, width, side, stride, before, (extra[0] - before[0], extra[1] - before[1]))
    if side > min(height, width):
        raise ShapeError(
            "{layer}: a window of {side}×{side} does not fit into a picture of {height}×{width}: make it smaller, or "
            "take a layer away that shrinks the picture before it.",
            layer=title,
            side=side,
            height=height,
            width=width,
        )
    return Windows(height, width, side, stride)
