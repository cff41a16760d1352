"""What layers of scripts that see pictures have in common."""

from __future__ import annotations

import numpy as np

from engine.export.pieces import Array


def pad(pictures: Array, before: tuple[int, int], after: tuple[int, int]) -> Array:
    """Zeros around each picture. (rows, height, width, channels)"""
    sides = [(0, 0), *zip(before, after, strict=True), (0, 0)]
    return np.pad(pictures, sides) if any(before + after) else np.ascontiguousarray(pictures)


def unpad(pictures: Array, before: tuple[int, int], after: tuple[int, int]) -> Array:
    """The pictures without the zeros."""
    height, width = pictures.shape[1] - after[0], pictures.shape[2] - after[1]
    return pictures[:, before[0] : height, before[1] : width]


class Pooled:
    """How a picture falls apart into the lines and the columns that lie in the same place of their windows."""

    def __init__(self, shape: tuple[int, int, int], size: int, stride: int) -> None:
        self.shape, self.size, self.stride = shape, size, stride
        self.down, self.across = ((pixels - size) // stride + 1 for pixels in shape[:2])

    def columns(self, pictures: Array) -> list[Array]:
        last = (self.across - 1) * self.stride + 1
        return [pictures[:, :, start : start + last : self.stride] for start in range(self.size)]

    def lines(self, between: Array) -> list[Array]:
        last = (self.down - 1) * self.stride + 1
        return [between[:, start : start + last : self.stride] for start in range(self.size)]
