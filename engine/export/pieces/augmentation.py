"""Training pictures changed by chance, another way at every step, as `engine.train.stepping.augmenter` does it."""

from __future__ import annotations

import numpy as np

from engine.export.pieces import Array
from engine.export.pieces.chance import generator

PICTURES = 3


class Pictures:
    """At most so much of each: shift in pixels, rotate in degrees, crop as a share of each side, noise as one of what
    lies between black and white; ``flip`` mirrors every other picture.

    shape: (height, width, channels); paper: what comes in from outside; low, high: the least and the largest pixel.
    offset, scale: where each pixel is scaled in its own way.
    """

    def __init__(
        self,
        seed: int,
        batch_size: int,
        *,
        shape: tuple[int, int, int],
        paper: list[float],
        low: float,
        high: float,
        shift: int = 0,
        rotate: float = 0.0,
        crop: float = 0.0,
        flip: bool = False,
        noise: float = 0.0,
        offset: Array | None = None,
        scale: Array | None = None,
    ) -> None:
        self.seed, self.batch_size, self.shape, self.paper = seed, batch_size, shape, np.array(paper, np.float32)
        self.low, self.high = low, high
        self.shift, self.rotate, self.crop, self.flip, self.noise = shift, rotate, crop, flip, noise
        self.offset, self.scale = offset, scale

    def versions(self, x: Array, step: int) -> Array:
        """x: (rows, features), scaled -> the same pictures as this step learns from."""
        draw = generator(self.seed, PICTURES, step)
        u = draw.random((7, self.batch_size), np.float32)[:, : len(x)]
        if self.scale is not None:
            x = x * self.scale + self.offset
        if self.shift or self.rotate or self.crop or self.flip:
            x = self.moved(x, u)
        if self.noise:
            x = x + draw.standard_normal(x.shape, np.float32) * (self.noise * (self.high - self.low or 1.0))
        if self.scale is not None:
            x = (np.clip(x, self.low, self.high) - self.offset) / self.scale
        return x

    def places(self, u: Array) -> tuple[Array, Array]:
        """Where each pixel comes from, (rows, pixels) down and to the right: mirrored, cut, turned and then moved."""
        height, width, _ = self.shape
        down, right = np.floor(u[:2] * np.float32(2 * self.shift + 1)) - self.shift
        angle = (2 * u[2] - 1) * np.float32(np.radians(self.rotate))
        size = 1 - np.float32(self.crop) * u[3]
        crop = (2 * u[4:6] - 1) * (1 - size) * np.array([height, width], np.float32)[:, None] / 2
        mirror = np.where(self.flip & (u[6] < 0.5), np.float32(-1), np.float32(1))
        cosine, sine = size * np.cos(angle), size * np.sin(angle)
        middle = np.array([(height - 1) / 2, (width - 1) / 2], np.float32)
        y, x = np.indices((height, width), np.float32).reshape(2, -1) - middle[:, None]
        sides = []
        for a, b, start, turn in ((cosine, -sine, crop[0], 1), (sine, cosine, crop[1], mirror)):
            c = (start - (a * down + b * right)) * turn
            a, b = a * turn, b * turn
            sides.append(a[:, None] * y + b[:, None] * x)
            sides[-1] += c[:, None] + (middle[len(sides) - 1] + np.float32(1))
        return sides[0], sides[1]

    def moved(self, x: Array, u: Array) -> Array:
        """Each pixel is a mean of the four that it comes from, by how near they are."""
        height, width, channels = self.shape
        framed = np.empty((len(x), height + 3, width + 3, channels), np.float32)
        framed[:] = self.paper
        framed[:, 1:-2, 1:-2] = x.reshape(len(x), height, width, channels)
        down, right = (
            np.clip(place, 0, last) for place, last in zip(self.places(u), (height + 1, width + 1), strict=True)
        )
        if not (self.rotate or self.crop):
            down, right = np.rint(down), np.rint(right)
        row, column, which = np.floor(down).astype(int), np.floor(right).astype(int), np.arange(len(x))[:, None]
        down, right = (down - row).astype(np.float32)[:, :, None], (right - column).astype(np.float32)[:, :, None]
        lines = []
        for line in (row, row + 1):
            left = framed[which, line, column]
            lines.append(left + (framed[which, line, column + 1] - left) * right)
        return (lines[0] + (lines[1] - lines[0]) * down).reshape(len(x), -1)
