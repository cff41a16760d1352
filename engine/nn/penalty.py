"""L1 and L2: what big weights cost. Biases cost nothing.

penalty = sum over dense layers of l1 * sum |W| + l2 / 2 * sum W^2; gradient l1 * sign(W) + l2 * W.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.sums import lane_sums
from engine.records import record


@record
class Segment:
    """Neighbouring weights that share their coefficients. l1, l2: (lanes, 1); None where all are zero."""

    weights: slice
    l1: Array | None
    l2: Array | None


class Penalty:
    """The penalty on flat weights (lanes, n_weights), the layers one after the other."""

    def __init__(self, sizes: list[int], l1: Array, l2: Array, dtype: type[np.floating[Any]]) -> None:
        """sizes: weights of each dense layer; l1, l2: (layers, lanes). Equal neighbours become one segment."""
        self.segments: list[Segment] = []
        ends = np.cumsum([0, *sizes]).tolist()
        self._layers = [
            Segment(slice(first, last), _column(l1[index], dtype), _column(l2[index], dtype))
            for index, (first, last) in enumerate(pairwise(ends))
        ]
        start = stop = 0
        for index, size in enumerate(sizes):
            stop += size
            following = index + 1
            if following < len(sizes) and (l1[index] == l1[following]).all() and (l2[index] == l2[following]).all():
                continue
            self.segments.append(Segment(slice(start, stop), _column(l1[index], dtype), _column(l2[index], dtype)))
            start = stop

    @property
    def is_nothing(self) -> bool:
        """Whether no weight of any lane costs anything."""
        return all(segment.l1 is None and segment.l2 is None for segment in self.segments)

    def add_gradient(self, weights: Array, gradients: Array, scratch: Array) -> None:
        """Adds the penalty's gradient to ``gradients``; all arrays (lanes, n_weights)."""
        for segment in self.segments:
            w, g, s = weights[:, segment.weights], gradients[:, segment.weights], scratch[:, segment.weights]
            if segment.l2 is not None:
                np.multiply(w, segment.l2, out=s)
                np.add(g, s, out=g)
            if segment.l1 is not None:
                np.sign(w, out=s)
                np.multiply(s, segment.l1, out=s)
                np.add(g, s, out=g)

    def value(self, weights: Array) -> NDArray[np.float64]:
        """The penalty of each lane, (lanes,). Summed in float64, for a sum of squares overflows early.

        Layer by layer: which of them share a segment depends on other lanes, and so would the order of the sum.
        """
        total = np.zeros(len(weights))
        for layer in self._layers:
            w = weights[:, layer.weights]
            if layer.l2 is not None:
                total += layer.l2[:, 0].astype(np.float64) / 2 * lane_sums(np.square(w, dtype=np.float64))
            if layer.l1 is not None:
                total += layer.l1[:, 0].astype(np.float64) * lane_sums(np.abs(w))
        return total


def _column(coefficients: Array, dtype: type[np.floating[Any]]) -> Array | None:
    return coefficients.reshape(-1, 1).astype(dtype) if coefficients.any() else None
