"""Which lanes train together, and where each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.data.dataset import Dataset

Member = TypeVar("Member")


@dataclass(frozen=True, eq=False)
class Together(Generic[Member]):
    """groups: the trainer of each group, and the numbers of its lanes among all. dataset: the rows of the experiment as
    a whole, which a group has cut in its own way where its lanes say so.
    """

    groups: tuple[tuple[Member, tuple[int, ...]], ...]
    dataset: Dataset

    @property
    def n_lanes(self) -> int:
        return sum(len(lanes) for _, lanes in self.groups)

    def of(self, lane: int) -> tuple[Member, int]:
        """The trainer that a lane belongs to, and its number there.

        Raises:
            IndexError: there is no such lane.
        """
        for trainer, lanes in self.groups:
            if lane in lanes:
                return trainer, lanes.index(lane)
        raise IndexError(f"there is no lane {lane}")

    def lanes_of(self, trainer: Member) -> tuple[int, ...]:
        """The numbers of its lanes among all."""
        return next(lanes for other, lanes in self.groups if other is trainer)
