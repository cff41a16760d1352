"""Moves pictures: where each pixel comes from, and what it is then."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array

LOW, HIGH = 1, 2
"""Pixels of paper around a picture, above and left, below and right, so that no neighbour lies outside."""
MOST_PIXELS = 2**15
"""That are moved at once."""


def matrices(angle: Array, size: Array, shift: Array, crop: Array, mirror: Array) -> Array:
    """Where a pixel comes from: (6, rows) float32, of y' = a y + b x + c and x' = d y + e x + f, from the centre.

    The picture is mirrored, cut to ``size`` of each side around ``crop``, enlarged, turned clockwise by ``angle`` and
    then moved by ``shift``, so that what is asked here is the inverse: v = mirror (size R(-angle) (u - shift) + crop).
    angle, in radians, size, and mirror, -1 or 1: (rows,); shift, crop: (2, rows), down and to the right.
    """
    cosine, sine = size * np.cos(angle), size * np.sin(angle)
    found = np.array([cosine, -sine, crop[0], sine, cosine, crop[1]], np.float32)
    found[2] -= found[0] * shift[0] + found[1] * shift[1]
    found[5] -= found[3] * shift[0] + found[4] * shift[1]
    found[3:] *= mirror
    return found


class Mover:
    """Moves pictures of one shape. Its arrays are made once, and for a few of them: so they stay in the cache, and any
    number of pictures takes no more memory.

    shape: (height, width, channels). paper: (channels,), what comes in from outside.
    """

    def __init__(self, shape: tuple[int, int, int], paper: Array) -> None:
        height, width, channels = shape
        self.shape = shape
        self.rows = rows = max(1, MOST_PIXELS // (height * width))
        self.wide = width + LOW + HIGH
        self.framed = np.empty((rows, height + LOW + HIGH, self.wide, channels), paper.dtype)
        self.framed[:] = paper
        self.first = np.arange(rows)[:, None] * (self.wide * (height + LOW + HIGH))
        middle = np.array([(height - 1) / 2, (width - 1) / 2], np.float32)
        self.grid = np.indices((height, width), np.float32).reshape(2, -1) - middle[:, None]
        self.middle = middle + LOW
        self.last = height + LOW, width + LOW
        self.places = np.empty((2, rows, height * width), np.float32)
        self.part = np.empty((rows, height * width), np.float32)
        self.whole = np.empty((2, rows, height * width), np.intp)
        self.corners = np.empty((4, rows, height * width, channels), paper.dtype)

    def move(self, x: Array, where: Array, *, between: bool) -> None:
        """x: (any rows, n_features), changed in place; where: as `matrices` gives it, (6, any rows).

        between: whether pixels may come from between others: a mean of four, by how near they are (bilinear
        interpolation). Where pictures are moved by whole pixels and mirrored alone, they do not.
        """
        for start in range(0, len(x), self.rows):
            here = slice(start, start + self.rows)
            self._move(x[here], where[:, here], between)

    def _move(self, x: Array, where: Array, between: bool) -> None:
        height, width, channels = self.shape
        rows = len(x)
        self.framed[:rows, LOW:-HIGH, LOW:-HIGH] = x.reshape(rows, height, width, channels)
        places, whole, part = self.places[:, :rows], self.whole[:, :rows], self.part[:rows]
        for axis, place in enumerate(places):
            a, b, c = where[3 * axis : 3 * axis + 3, :, None]
            np.multiply(a, self.grid[0], out=place)
            place += np.multiply(b, self.grid[1], out=part)
            place += c + self.middle[axis]
            np.clip(place, 0, self.last[axis], out=place)
            (np.floor if between else np.rint)(place, out=part)
            whole[axis] = part
            place -= part
        index = whole[0]
        index *= self.wide
        index += whole[1]
        index += self.first[:rows]
        pixels, corners = self.framed.reshape(-1, channels), self.corners[:, :rows]
        pixels.take(index, axis=0, out=corners[0], mode="clip")
        if between:
            for corner, step in ((1, 1), (2, self.wide), (3, self.wide + 1)):
                pixels.take(np.add(index, step, out=whole[1]), axis=0, out=corners[corner], mode="clip")
            down, right = places[:, :, :, None]
            for left in (0, 2):
                corners[left + 1] -= corners[left]
                corners[left + 1] *= right
                corners[left] += corners[left + 1]
            corners[2] -= corners[0]
            corners[2] *= down
            corners[0] += corners[2]
        x[:] = corners[0].reshape(rows, -1)
