"""Frozen layers: what an update leaves as it was, of parameters and of what the optimizer remembers of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.layers.base import LayerSpec
from engine.nn.network import Network
from engine.optim.base import Optimizer


class FrozenParts:
    """Which parameters of which lanes stay: they are put back behind an update, so that no optimizer's momentum, decay
    or penalty moves them, by a bit."""

    def __init__(self, parts: Sequence[tuple[NDArray[np.intp], slice]]) -> None:
        """parts: the rows of the network in which these parameters are frozen."""
        self._parts = parts

    @classmethod
    def of(cls, network: Network, stacks: Sequence[Sequence[LayerSpec]]) -> FrozenParts | None:
        """By the stacks of all lanes; None where nothing is frozen, which most runs never feel."""
        parts = []
        for index, places in enumerate(network.parameter_slices):
            rows = np.flatnonzero([getattr(stack[index], "frozen", False) for stack in stacks])
            if len(rows):
                parts += [(rows, here) for here in places if here.stop > here.start]
        return cls(parts) if parts else None

    def step(self, optimizer: Optimizer[Any], p: Array, g: Array, learning_rate: Array) -> None:
        """`Optimizer.step`, of everything else. p, g: (lanes, n)"""
        memory = optimizer.state
        kept = [(p[rows, here], memory[:, rows, here]) for rows, here in self._parts]  # copies, since rows are listed
        optimizer.step(p, g, learning_rate)
        for (rows, here), (parameters, remembered) in zip(self._parts, kept, strict=True):
            p[rows, here] = parameters
            memory[:, rows, here] = remembered
