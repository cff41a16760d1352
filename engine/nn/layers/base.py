"""What every layer is and does. A layer keeps its parameters; the arrays it reads and writes belong to a Workspace.

Every array has the lanes in front: parameters (lanes, ...), activations (lanes, rows, units). A leading axis of 1
stands for "the same for all lanes" and is broadcast.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import IntEnum

import numpy as np

from engine.arrays import Array


class Reads(IntEnum):
    """How much of a layer's output its backward needs."""

    NOTHING = 0
    SIGN = 1
    """Where it is above 0; and it makes the gradient 0 elsewhere, so that dropout's zeros need no mask of their own."""
    ALL = 2


class Layer(ABC):
    """One step of the stack, from n_in to n_out units.

    A layer with parameters says how many there are, and is then given views of the network's flat arrays to keep.
    """

    n_weights = 0
    """Parameters of one lane that L1 and L2 act on."""
    n_unpenalized = 0
    """Parameters of one lane that no penalty acts on."""
    n_state = 0
    """Numbers of one lane that are kept from step to step, but not learned."""
    works_in_place = False
    """Whether forward may write over x where nobody needs that any more, and backward writes ``dx`` over ``dy``."""
    reads_x = True
    """Whether backward needs what forward was given."""
    reads_y = Reads.ALL

    def __init__(self, n_in: int, n_out: int) -> None:
        self.n_in = n_in
        self.n_out = n_out
        self._ones: dict[int, Array] = {}

    def scratch_rows(self, rows: int, *, training: bool) -> int:
        """Rows that the layer wants for itself, (lanes, scratch rows, n_out), in a pass over so many rows."""
        return 0

    def bind_weights(self, values: Array, gradients: Array) -> None:  # noqa: B027 - most layers have none
        """Takes its part of the flat arrays, (lanes, n_weights)."""

    def bind_unpenalized(self, values: Array, gradients: Array) -> None:  # noqa: B027
        """Takes its part of the flat arrays, (lanes, n_unpenalized)."""

    def bind_state(self, state: Array) -> None:  # noqa: B027
        """Takes its part of the flat array, (lanes, n_state)."""

    def reset(self) -> None:  # noqa: B027
        """Gives all lanes the starting values that need no chance."""

    def views_of(self, lane: int) -> dict[str, Array]:
        """One lane's parameters and state, by the names that model files use; empty for a layer without any."""
        return {}

    def parameters_of(self, lane: int) -> dict[str, Array]:
        """Copies of one lane's parameters and state, by name."""
        return {name: view.copy() for name, view in self.views_of(lane).items()}

    @abstractmethod
    def forward(self, x: Array, y: Array, scratch: Array, mask: Array | None, training: bool) -> None:
        """Writes the output for x into y. ``mask`` is given in training only, to dropout only."""

    @abstractmethod
    def backward(self, x: Array, y: Array, dy: Array, dx: Array | None, scratch: Array, mask: Array | None) -> None:
        """Writes the gradients of the parameters, and that of x into ``dx`` (None: nobody needs it).

        ``dx`` is ``dy`` itself where the layer `works_in_place`. ``y`` may be spoiled. Called once for each completed
        step, after one or more calls of forward: the place to change the state.
        """

    def _row_of_ones(self, like: Array) -> Array:
        """(1, 1, rows). Its product with an array (lanes, rows, units) sums over the rows, faster than ``sum``."""
        rows = like.shape[1]
        if rows not in self._ones:
            self._ones[rows] = np.ones((1, 1, rows), like.dtype)
        return self._ones[rows]
