"""The convolution in exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from engine.arrays import Array
from engine.export.layers import Call, Graph, Place
from engine.export.pieces.layers import Layer
from engine.export.pieces.pictures import pad, unpad
from engine.nn.layers.conv2d import Conv2dSpec


def add_nodes(graph: Graph, spec: Conv2dSpec, name: str, parameters: Mapping[str, Array], scaling: str) -> None:
    """ONNX has channels first, and filters as (filters, in, kernel, kernel)."""
    of = spec.windows_of(graph.shape)
    graph.to_channels_first()
    constants = [(f"{name}.weight", np.ascontiguousarray(parameters["weight"].transpose(3, 2, 0, 1)))]
    if spec.bias:
        constants.append((f"{name}.bias", parameters["bias"]))
    graph.add("Conv", *constants, strides=[spec.stride] * 2, pads=[*of.before, *of.after])
    graph.to_flat()


def call(spec: Conv2dSpec, place: Place) -> Call:
    of = spec.windows_of(place.shape)
    extra = "".join(f", {name}={value!r}" for name in ("l1", "l2") if (value := getattr(spec, name)))
    extra += "" if spec.bias else ", bias=False"
    if of.is_padded:
        extra += f", before={of.before}, after={of.after}"
    if (tile := spec.tile(place.shape)) > 1:
        extra += f", tile={tile}"
    if any(spec.rows_at_once(place.shape, rows) < rows for rows in place.batches):
        extra += f", at_once={spec.rows_at_once(place.shape, max(place.batches))}"
    of_filters = f"{spec.filters}, {spec.kernel}, {spec.stride}"
    start = f"{spec.initialization}, generator(SEED, WEIGHTS, {spec.drawn_as(place.index)})"
    return Call(f"Conv2d({place.shape}, {of_filters}, {start}{extra})", (pad, unpad, Conv2d))


# --- pieces -----------------------------------------------------------------------------------------------------------


class Conv2d(Layer):
    """Filters that go over a picture: y[i, j, f] = b[f] + the sum of x[i s + u, j s + v, c] W[u, v, c, f].

    As a product of matrices: strips of the picture, each what ``tile`` neighbouring outputs see, side by side; and a
    matrix in which the filters stand once for each of them, shifted. ``at_once``: rows that are taken at a time.
    """

    def __init__(
        self,
        shape: tuple[int, int, int],
        filters: int,
        kernel: int,
        stride: int,
        start: Callable[[tuple[int, int], np.random.Generator, int], Array],
        rng: np.random.Generator,
        *,
        l1: float = 0.0,
        l2: float = 0.0,
        bias: bool = True,
        before: tuple[int, int] = (0, 0),
        after: tuple[int, int] = (0, 0),
        tile: int = 1,
        at_once: int = 10**9,
    ) -> None:
        """shape: (height, width, channels). before, after: lines and columns of zeros around it."""
        self.shape, self.before, self.after, self.tile, self.at_once = shape, before, after, tile, at_once
        self.kernel, self.stride, self.filters = kernel, stride, filters
        channels = shape[2]
        self.down, self.across = (
            (size + low + high - kernel) // stride + 1 for size, low, high in zip(shape[:2], before, after, strict=True)
        )
        drawn = start((kernel * kernel * channels, filters), rng, kernel * kernel * filters)
        self.weight = drawn.reshape(kernel, kernel, channels, filters).astype(np.float32)
        self.bias = np.zeros(filters, np.float32)
        self.learned = ("weight", "bias") if bias else ("weight",)
        self.l1, self.l2 = np.float32(l1), np.float32(l2)
        self.reach = (tile - 1) * stride + kernel

    def strips(self, x: Array) -> Array:
        """(rows, height * width * channels) -> (strips of all rows, numbers of a strip)"""
        pictures = pad(x.reshape(-1, *self.shape), self.before, self.after)
        row, line, pixel, number = pictures.strides
        view = np.lib.stride_tricks.as_strided(
            pictures,
            (len(x), self.down, self.across // self.tile, self.kernel, self.reach * self.shape[2]),
            (row, self.stride * line, self.tile * self.stride * pixel, line, number),
        )
        return view.reshape(-1, self.kernel * self.reach * self.shape[2])

    def matrix(self) -> Array:
        matrix = np.zeros((self.kernel, self.reach, self.shape[2], self.tile, self.filters), np.float32)
        for place in range(self.tile):
            first = place * self.stride
            matrix[:, first : first + self.kernel, :, place] = self.weight
        return matrix.reshape(-1, self.tile * self.filters)

    def turns(self, x: Array) -> list[slice]:
        return [slice(first, first + self.at_once) for first in range(0, len(x), self.at_once)]

    def forward(self, x: Array, step: int | None) -> Array:
        self.x, matrix = x, self.matrix()
        y = np.concatenate([self.strips(x[rows]) @ matrix for rows in self.turns(x)])
        return (y + np.tile(self.bias, self.tile)).reshape(len(x), -1)

    def backward(self, dy: Array) -> Array:
        matrix, dx = self.matrix(), []
        total = np.zeros_like(matrix)
        for turn, rows in enumerate(self.turns(dy)):
            delta = dy[rows].reshape(-1, self.tile * self.filters)
            part = self.strips(self.x[rows]).T @ delta
            total = total + part if turn else part
            dx.append(self.back(delta @ matrix.T))
        split = total.reshape(self.kernel, self.reach, self.shape[2], self.tile, self.filters)
        self.d_weight = split[:, : self.kernel, :, 0].copy()
        for place in range(1, self.tile):
            first = place * self.stride
            self.d_weight += split[:, first : first + self.kernel, :, place]
        if self.l2:
            self.d_weight += self.l2 * self.weight
        if self.l1:
            self.d_weight += self.l1 * np.sign(self.weight)
        places = dy.reshape(-1, self.filters)
        self.d_bias = np.ones(len(places), np.float32) @ places
        return np.concatenate(dx)

    def back(self, strips: Array) -> Array:
        """The gradient of each strip, added to that of the picture: (strips of all rows, numbers of a strip)"""
        sizes = zip(self.shape, self.before, self.after, strict=False)
        (height, width), channels = [size + low + high for size, low, high in sizes], self.shape[2]
        strips = strips.reshape(-1, self.down, self.across // self.tile, self.kernel, self.reach * channels)
        lines = np.zeros((len(strips), height, width * channels), np.float32)
        step, length = self.tile * self.stride * channels, self.reach * channels
        for across in range(self.across // self.tile):
            for side in range(self.kernel):
                last = side + (self.down - 1) * self.stride + 1
                here = lines[:, side : last : self.stride, across * step : across * step + length]
                here += strips[:, :, across, side]
        pictures = lines.reshape(-1, height, width, channels)
        return unpad(pictures, self.before, self.after).reshape(len(strips), -1)

    def penalty(self) -> float:
        """l1 sum |W| + l2 / 2 sum W^2"""
        w = self.weight.astype(np.float64)
        return float(self.l2) / 2 * np.square(w).sum() + float(self.l1) * np.abs(w).sum()
