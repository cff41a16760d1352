"""The convolution: small filters that look for the same thing everywhere in a picture.

LeCun et al. 1989, "Backpropagation Applied to Handwritten Zip Code Recognition". What is computed is, as everywhere in
this field, the cross-correlation: the filters are not turned round.

It is made of matrix products (Chellapilla, Puri and Simard 2006): strips of the picture are copied together, side by
side, and multiplied by the filters. A strip is what ``tile`` neighbouring outputs of a line see, so it holds what they
share only once; the filters stand in its matrix once for each of them, shifted, and zeros between. For few filters
that is faster than a strip for each output: docs/decisions/010-convolution.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from math import prod
from typing import Literal, final

import numpy as np
from numpy.lib.stride_tricks import as_strided
from pydantic import Field

from engine.arrays import Array
from engine.nn.layers.base import LayerSpec, Shape, WeightedLayer, WeightedSpec
from engine.nn.layers.parts.copies import Copies, GrowthError
from engine.nn.layers.parts.initializers import INITIALIZERS, Initialization
from engine.nn.layers.parts.interventions import FROZEN, OFF_UNITS, OffUnits
from engine.nn.layers.parts.reads import Reads
from engine.nn.layers.parts.weight_fields import BIAS, DRAW, INITIALIZATION, L1, L2
from engine.nn.layers.parts.windows import Windows
from engine.nn.layers.pictures import Padding, windows

WIDEST = 32
"""Columns of a product, filters times tile, up to which a larger tile pays."""
MOST_AT_ONCE = 4_000_000
"""Numbers of strips that are copied together at a time; more rows are taken in turns."""


class Conv2dSpec(WeightedSpec):
    """Filters that go over a picture, each with the same weights everywhere."""

    title = "Convolution"
    help = "Small filters go over the picture, each looking for the same thing everywhere with the same few weights."
    icon = "conv2d"
    color = "dense"
    width = "filters"
    sees_pictures = True

    kind: Literal["conv2d"] = "conv2d"
    filters: int = Field(
        8,
        ge=1,
        le=1024,
        title="Filters",
        description="How many things the layer looks for: each filter makes a map of where it found its own.",
    )
    kernel: int = Field(
        3,
        ge=1,
        le=31,
        title="Kernel",
        description="The side of a filter in pixels: what a unit sees of the picture before it.",
    )
    stride: int = Field(
        1,
        ge=1,
        le=16,
        title="Stride",
        description="How many pixels a filter moves at a time: 2 makes maps of half the side.",
    )
    padding: Padding = Field(
        "valid",
        title="Padding",
        description="Whether the filter stays inside the picture, or zeros around it keep the maps its size.",
    )
    bias: bool = BIAS
    initialization: Initialization = INITIALIZATION
    l1: float = L1
    l2: float = L2
    frozen: bool = FROZEN
    off_units: OffUnits = OFF_UNITS
    draw: int | None = DRAW

    def windows_of(self, shape: Shape) -> Windows:
        """Where the filters look. Raises ShapeError."""
        return windows(shape, self.title, self.kernel, self.stride, self.padding)

    def output_shape(self, shape: Shape) -> Shape:
        return (*self.windows_of(shape).out, self.filters)

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """``weight``: (kernel, kernel, in, filters) and, unless switched off, ``bias``: (filters,)."""
        weight = (self.kernel, self.kernel, shape[-1], self.filters)
        return {"weight": weight} | ({"bias": (self.filters,)} if self.bias else {})

    def fans(self, shape: Shape) -> tuple[int, int]:
        """A unit sums a window of all channels; an input reaches, in the middle of the picture and with stride 1, each
        filter in all places of its kernel."""
        return self.kernel**2 * shape[-1], self.kernel**2 * self.filters

    def tile(self, shape: Shape) -> int:
        """How many neighbouring outputs of a line are made of one strip."""
        across = self.windows_of(shape).out[1]
        return max(n for n in range(1, across + 1) if across % n == 0 and (n == 1 or n * self.filters <= WIDEST))

    def rows_at_once(self, shape: Shape, rows: int) -> int:
        """Of how many rows strips are copied together at a time."""
        down, across = self.windows_of(shape).out
        tile = self.tile(shape)
        reach = (tile - 1) * self.stride + self.kernel
        return max(1, min(rows, MOST_AT_ONCE // (down * (across // tile) * self.kernel * reach * shape[-1])))

    def make(self, shape: Shape) -> Conv2d:
        return Conv2d(self, shape)

    def predicted(
        self, mean: Array, variance: Array, shape: Shape, weights: Array, scaling: str
    ) -> tuple[Array, Array, Array | float]:
        """As a dense layer's, He et al. 2015, equations 7 and 13, on average over the places: with n pairs of a window
        and a pixel in it, a unit sums n channels / windows inputs, and an input reaches n filters / pixels units."""
        of = self.windows_of(shape)
        pairs = of.pairs()
        fan_in, fan_out = pairs * shape[-1] / prod(of.out), pairs * self.filters / (of.height * of.width)
        return np.zeros_like(mean), fan_in * weights * (mean**2 + variance), fan_out * weights

    def reordered(
        self, parameters: Mapping[str, Array], inputs: Array | None, outputs: Array | None
    ) -> dict[str, Array]:
        """Pixels have no other order."""
        return dict(parameters)

    def fed_copies(
        self, parameters: Mapping[str, Array], copies: Copies, shape: Shape
    ) -> tuple[dict[str, Array], Copies | None]:
        weight = parameters["weight"]
        return {**parameters, "weight": weight[:, :, copies.of] * copies.share.astype(weight.dtype)[:, None]}, None

    def handing_on(self, shape: Shape) -> Conv2dSpec:
        if len(shape) != 3:
            raise GrowthError("What comes out there is no picture any more, so that no filter can hand it on.")
        return self.model_copy(update={"filters": shape[-1], "stride": 1, "padding": "same"})

    def identity(self, shape: Shape) -> dict[str, Array]:
        """Each filter takes the pixel that stands at its own place of its own channel, and nothing else."""
        found = {name: np.zeros(of, np.float32) for name, of in self.parameter_shapes(shape).items()}
        found["weight"][self.windows_of(shape).before] = np.eye(shape[-1], dtype=np.float32)
        return found


@final
class Conv2d(WeightedLayer):
    """y[r, i, j, f] = b[f] + sum over u, v, c of x[r, i s + u, j s + v, c] W[u, v, c, f], with the stride s.

    x: (lanes or 1, rows, height * width * in), W: (lanes, kernel, kernel, in, filters), b: (lanes, 1, filters).
    dW[u, v, c, f] = sum over r, i, j of x[r, i s + u, j s + v, c] dy[r, i, j, f]; db = the sum of dy over rows and
    places; dx[r, p, q, c] = sum over all i s + u = p, j s + v = q of dy[r, i, j, f] W[u, v, c, f].

    Lane after lane, for strips of one lane alone stay in the processor's cache.
    """

    reads_y = Reads.NOTHING

    bias: Array
    d_bias: Array

    def __init__(self, spec: Conv2dSpec, shape: Shape) -> None:
        super().__init__(spec, shape)
        self.has_bias = spec.bias
        self._fans = spec.fans(shape)
        self.rows_at_once = partial(spec.rows_at_once, shape)
        self._windows = spec.windows_of(shape)
        self._channels = shape[-1]
        self._filters = spec.filters
        self._tile = spec.tile(shape)
        side, stride = self._windows.side, self._windows.stride
        self._reach = (self._tile - 1) * stride + side
        """Columns of the picture that a strip sees."""
        down, across = self._windows.out
        self._strips = down * (across // self._tile)
        """Of a picture."""
        self._strip = side * self._reach * self._channels
        """Numbers of a strip."""
        self._columns = self._tile * self._filters

    # --- memory -------------------------------------------------------------------------------------------------------

    def scratch_shape(self, lanes: int, rows: int, *, training: bool) -> Shape:
        """Of one lane at a time: strips; the padded picture; the matrix of the filters, and its gradient twice."""
        rows = self.rows_at_once(rows)
        padded = prod(self._windows.padded) * self._channels * (2 if training else 1)
        return (rows * (self._strips * self._strip + padded) + (3 * self._strip + 1) * self._columns,)

    # --- the pass -----------------------------------------------------------------------------------------------------

    def reset(self) -> None:
        if self.has_bias:
            self.bias[:] = 0

    def initialize(self, lane: int, spec: LayerSpec, rng: np.random.Generator) -> None:
        assert isinstance(spec, Conv2dSpec)
        fan_in, fan_out = self._fans
        drawn = INITIALIZERS[spec.initialization].draw((fan_in, self._filters), rng, fan_out)
        self.weight[lane] = drawn.reshape(self.weight.shape[1:])

    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        of = _Scratch(self, scratch, x.shape[1])
        lines = y.reshape(len(y), x.shape[1], self._strips, self._columns)
        for lane in range(len(y)):
            self._spread(self.weight[lane], of.matrix)
            for rows in of.turns:
                if len(x) > 1 or lane == 0 or len(of.turns) > 1:
                    self._copy_strips(x[lane if len(x) > 1 else 0, rows], of)
                strips = of.strips[: rows.stop - rows.start]
                out = lines[lane, rows]
                np.matmul(strips.reshape(-1, self._strip), of.matrix, out=out.reshape(-1, self._columns))
            if self.has_bias:
                of.line.reshape(self._tile, self._filters)[:] = self.bias[lane]
                np.add(lines[lane], of.line, out=lines[lane])
        if self.off is not None:
            self.off.silence(y)

    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        of = _Scratch(self, scratch, x.shape[1])
        if self.off is not None:
            self.off.silence(dy)
        deltas = dy.reshape(len(dy), x.shape[1], self._strips, self._columns)
        # Forward has left them there, where the next lane does not write over them.
        has_strips = len(x) == 1 and len(of.turns) == 1 and (dx is None or len(dy) == 1)
        for lane in range(len(dy)):
            if dx is not None:
                self._spread(self.weight[lane], of.matrix)
            for turn, rows in enumerate(of.turns):
                if not has_strips:
                    self._copy_strips(x[lane if len(x) > 1 else 0, rows], of)
                strips = of.strips[: rows.stop - rows.start].reshape(-1, self._strip)
                delta = deltas[lane, rows].reshape(-1, self._columns)
                np.matmul(strips.T, delta, out=of.gradient if turn == 0 else of.spare)
                if turn:
                    np.add(of.gradient, of.spare, out=of.gradient)
                if dx is not None:  # the strips are not needed any more: theirs is the place for their gradient
                    np.matmul(delta, of.matrix.T, out=strips)
                    self._add_strips(of, dx[lane, rows])
            self._gather(of.gradient, self.d_weight[lane])
            if self.has_bias:
                flat = dy[lane].reshape(1, -1, self._filters)
                np.matmul(self._row_of_ones(flat)[0], flat[0], out=self.d_bias[lane])

    # --- strips -------------------------------------------------------------------------------------------------------

    def _view(self, picture: Array) -> Array:
        """(rows, height, width, channels) with the zeros -> (rows, down, strips across, side, numbers of a line)"""
        down, across = self._windows.out
        row, line, pixel, number = picture.strides
        stride = self._windows.stride
        return as_strided(
            picture,
            (len(picture), down, across // self._tile, self._windows.side, self._reach * self._channels),
            (row, stride * line, self._tile * stride * pixel, line, number),
        )

    def _copy_strips(self, x: Array, of: _Scratch) -> None:
        """x: (rows, n_in)"""
        windows, rows = self._windows, len(x)
        pictures = x.reshape(rows, windows.height, windows.width, self._channels)
        if windows.is_padded:
            windows_inside(windows, of.picture[:rows])[:] = pictures
            pictures = of.picture[:rows]
        elif not pictures.flags.c_contiguous:
            pictures = np.ascontiguousarray(pictures)
        np.copyto(of.strips[:rows], self._view(pictures))

    def _add_strips(self, of: _Scratch, dx: Array) -> None:
        """Adds the gradient of each strip to that of the picture, dx: (rows, n_in)."""
        windows, rows = self._windows, len(dx)
        pictures = dx.reshape(rows, windows.height, windows.width, self._channels)
        target = of.d_picture[:rows] if windows.is_padded else pictures
        target.fill(0)
        lines = target.reshape(rows, windows.padded[0], windows.padded[1] * self._channels)
        step, length = self._tile * windows.stride * self._channels, self._reach * self._channels
        for across in range(windows.out[1] // self._tile):
            for side in range(windows.side):
                last = side + (windows.out[0] - 1) * windows.stride + 1
                here = lines[:, side : last : windows.stride, across * step : across * step + length]
                np.add(here, of.strips[:rows, :, across, side], out=here)
        if windows.is_padded:
            pictures[:] = windows_inside(windows, target)

    # --- the filters' matrix ------------------------------------------------------------------------------------------

    def _shifts(self, matrix: Array) -> Iterator[Array]:
        """Where the filters stand in it, (side, side, channels, filters), once for each output of a strip."""
        side, stride = self._windows.side, self._windows.stride
        split = matrix.reshape(side, self._reach, self._channels, self._tile, self._filters)
        for place in range(self._tile):
            yield split[:, place * stride : place * stride + side, :, place]

    def _spread(self, weight: Array, matrix: Array) -> None:
        """Writes one lane's filters into the matrix, whose zeros are there already."""
        for shift in self._shifts(matrix):
            shift[:] = weight

    def _gather(self, matrix: Array, weight: Array) -> None:
        """Sums what the matrix holds of each weight: the gradient of `_spread`."""
        first, *others = self._shifts(matrix)
        weight[:] = first
        for shift in others:
            np.add(weight, shift, out=weight)


def windows_inside(windows: Windows, padded: Array) -> Array:
    """The picture between its zeros. padded: (rows, height, width, channels)"""
    top, left = windows.before
    return padded[:, top : top + windows.height, left : left + windows.width]


class _Scratch:
    """What a pass needs of one lane, as parts of the layer's scratch array.

    What stays zero in ``matrix`` and ``picture`` is so since the array was made: nothing else is written there.

    strips: (rows, down, strips across, side, numbers of a line); picture, d_picture: (rows, height, width, channels),
    with the zeros; matrix, gradient, spare: (numbers of a strip, outputs of a strip).
    line: (outputs of a strip,). turns: the rows that are taken at a time.
    """

    __slots__ = ("d_picture", "gradient", "line", "matrix", "picture", "spare", "strips", "turns")

    def __init__(self, layer: Conv2d, scratch: Array, rows: int) -> None:
        at_once = layer.rows_at_once(rows)
        self.turns = [slice(start, min(start + at_once, rows)) for start in range(0, rows, at_once)]
        windows = layer._windows
        down, across = windows.out
        size = layer._strip * layer._columns
        self.matrix, self.gradient, self.spare = scratch[: 3 * size].reshape(3, layer._strip, layer._columns)
        start = 3 * size + layer._columns
        self.line = scratch[3 * size : start]
        of_strips = (at_once, down, across // layer._tile, windows.side, layer._reach * layer._channels)
        of_picture = (at_once, *windows.padded, layer._channels)
        stop = start + prod(of_strips)
        self.strips = scratch[start:stop].reshape(of_strips)
        self.picture = scratch[stop : stop + prod(of_picture)].reshape(of_picture)
        stop += prod(of_picture)
        self.d_picture = scratch[stop : stop + prod(of_picture)]
        if self.d_picture.size:
            self.d_picture = self.d_picture.reshape(of_picture)
