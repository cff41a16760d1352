"""The arrays that a pass through the network works in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import DTypeLike

from engine.arrays import Array
from engine.nn.layers.base import Layer, MaskedLayer
from engine.nn.layers.parts.reads import Reads


class Workspace:
    """Everything one pass over ``rows`` rows writes into, allocated once.

    values[0] is the input, (1 or lanes, rows, n_in), and values[i + 1] what layer i makes of values[i]; deltas[i] is
    the gradient of the loss with respect to values[i], or None where nobody needs it. Layers that work in place share
    their delta, and, where no layer's backward needs it any more, their value too.

    masks[i] is what dropout layer i multiplies by, back_masks[i] on the way back: None where it has written its zeros
    over a ReLU's output, whose own backward then does both.
    """

    def __init__(
        self, layers: Sequence[Layer], rows: int, *, lanes: int, dtype: DTypeLike, first_learned: int | None
    ) -> None:
        """first_learned: the first layer that has parameters, where gradients end; None if there are to be none."""
        training = first_learned is not None
        self.rows = rows
        self.training = training
        self.scratch = [np.zeros(layer.scratch_shape(lanes, rows, training=training), dtype) for layer in layers]
        self.values: list[Array] = [np.empty((1, rows, layers[0].n_in), dtype)]
        dropped = sum(layer.n_masks for layer in layers if isinstance(layer, MaskedLayer)) if training else 0
        self.all_masks = np.ones((lanes, rows * dropped), dtype)
        self.kept = np.ones((lanes, rows * dropped), np.bool_)
        self.drops = False
        """Whether a mask has a zero."""
        self.masks: list[Array | None] = []
        self.back_masks: list[Array | None] = []
        start = 0
        reads = Reads.ALL  # the input belongs to others
        for index, layer in enumerate(layers):
            mask = None
            if training and isinstance(layer, MaskedLayer):
                stop = start + rows * layer.n_masks
                mask = self.all_masks[:, start:stop].reshape(lanes, rows, layer.n_masks)
                start = stop
            self.masks.append(mask)
            if not training:
                in_place = layer.works_in_place and index > 0
            else:
                may_write = reads is Reads.NOTHING or (reads is Reads.SIGN and mask is not None)
                in_place = layer.works_in_place and not layer.reads_x and may_write
                self.back_masks.append(None if in_place and reads is Reads.SIGN else mask)
                reads = max(reads, layer.reads_y) if in_place else layer.reads_y
            self.values.append(self.values[-1] if in_place else np.empty((lanes, rows, layer.n_out), dtype))
        self.deltas: list[Array | None] = [None] * (len(layers) + 1)
        if first_learned is not None:
            self._allocate_deltas(layers, first_learned)

    def _allocate_deltas(self, layers: Sequence[Layer], first_learned: int) -> None:
        last = self.values[-1]
        delta: Array | None = np.empty_like(last)
        self.deltas[-1] = delta
        for index in range(len(layers) - 1, first_learned, -1):
            if not layers[index].works_in_place:
                delta = np.empty((len(last), self.rows, layers[index].n_in), last.dtype)
            self.deltas[index] = delta

    @property
    def outputs(self) -> Array:
        """What the last layer made: (lanes, rows, classes)."""
        return self.values[-1]

    @property
    def output_delta(self) -> Array:
        """Where the loss writes its gradient: (lanes, rows, classes)."""
        delta = self.deltas[-1]
        assert delta is not None, "this workspace was made without gradients"
        return delta
