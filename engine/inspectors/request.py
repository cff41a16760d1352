"""What somebody wants to see of the inside of the network."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from engine.records import record

DRAWN: Final = 4
"""Lanes whose networks are drawn at once, at most."""


class Move(NamedTuple):
    """How held-out pictures are changed by hand: pixels down and to the right, degrees clockwise, how much of the
    difference to paper is left, and what is added, as a share of what lies between black and white."""

    down: float = 0.0
    right: float = 0.0
    turn: float = 0.0
    contrast: float = 1.0
    brightness: float = 0.0


AS_THEY_ARE: Final = Move()


@record
class InspectionRequest:
    """``what``: names of `engine.inspectors.INSPECTORS`; ``focus``: the lane that views of a single lane look at.

    ``row``: a training row to look at; ``drawing``: the unscaled features of a row that a person has made up.
    ``positive``: the class that a threshold parts from all others. ``cell``: of the confusion matrix, (truth,
    prediction), whose rows are wanted one by one; a prediction of -1 wants all rows of a class. ``rival``: the lane
    that is wrong in the rows that are wanted, while the one in focus is right; -1 for none.
    ``drawn``: the lanes whose networks are drawn, or none for the one in focus; ``example``: the training row that goes
    through them; ``gradients``: whether those of the coming step are wanted too.
    ``sees_drawing``: whether the drawing is looked at in place of ``row``. ``asked``: the lanes that are asked
    for their reasons, or none for the one in focus. ``beside``: those whose values are wanted beside that one's.
    ``move``: how held-out pictures are changed by hand. ``convolution``: whose filters are looked at, counted from 0
    among those of the stack.
    """

    what: frozenset[str] = frozenset()
    focus: int = 0
    row: int = 0
    drawing: tuple[float, ...] = ()
    positive: int = 1
    cell: tuple[int, int] | None = None
    rival: int = -1
    drawn: tuple[int, ...] = ()
    example: int = 0
    gradients: bool = False
    sees_drawing: bool = False
    asked: tuple[int, ...] = ()
    move: Move = AS_THEY_ARE
    convolution: int = 0
    beside: tuple[int, ...] = ()

    def among(self, n_lanes: int) -> InspectionRequest:
        """The same of a run with so many lanes: what it asks of others is left out, and the focus is on the last."""
        return replace(
            self,
            focus=min(max(self.focus, 0), n_lanes - 1),
            rival=self.rival if self.rival < n_lanes else -1,
            drawn=tuple(lane for lane in self.drawn if lane < n_lanes),
            asked=tuple(lane for lane in self.asked if lane < n_lanes),
            beside=tuple(lane for lane in self.beside if lane < n_lanes),
        )
