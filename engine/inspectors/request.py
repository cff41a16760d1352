"""What somebody wants to see of the inside of the network."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InspectionRequest:
    """``what``: names of `engine.inspectors.INSPECTORS`; ``focus``: the lane that views of a single lane look at.

    ``row``: a training row to look at; ``drawing``: the unscaled features of a row that a person has made up.
    ``positive``: the class that a threshold parts from all others.
    """

    what: frozenset[str] = frozenset()
    focus: int = 0
    row: int = 0
    drawing: tuple[float, ...] = ()
    positive: int = 1
