"""Parts of a panel that are painted by themselves, and when they have something new to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.train.snapshot import Snapshot
from playground.frame_rate import FRAME

UNHURRIED: Final = 0.09
"""Seconds between two showings of what is read rather than watched: nobody reads a histogram thirty times a second."""


UNKNOWN: Final = 0.002
"""Seconds that a part is thought to take before it was ever shown."""


def other_figures(old: Snapshot, new: Snapshot) -> bool:
    """Whether there is something that lines or tables of figures would show."""
    return _figures(old) != _figures(new)


def other_inside(old: Snapshot, new: Snapshot) -> bool:
    """The same for what was found inside the network."""
    is_other = old.inside.keys() != new.inside.keys() or any(old.inside[k] is not new.inside[k] for k in new.inside)
    return is_other or other_figures(old, new)


def _figures(snapshot: Snapshot) -> tuple[object, ...]:
    history = snapshot.history
    past = snapshot.step if snapshot.looked_back else None
    return snapshot.evaluated_at, len(history), history.marks, past, snapshot.is_finished


def always(old: Snapshot, new: Snapshot) -> bool:
    """Of a part that has something new in every snapshot."""
    return True


@dataclass(eq=False, slots=True)
class Part:
    """A part of the window that can show a snapshot by itself. Times in seconds.

    ``pace``: least time between two showings.
    ``differs``: whether it would show another picture.
    ``is_seen``: whether it is on the screen; else it is left out.
    """

    show: Callable[[Snapshot | None], None]
    differs: Callable[[Snapshot, Snapshot], bool] = always
    pace: float = FRAME
    is_seen: Callable[[], bool] = lambda: True
    takes: float = UNKNOWN
    shown: Snapshot | None = None
    shown_at: float = 0.0

    def lacks(self, snapshot: Snapshot) -> bool:
        """Whether it has not shown it yet, nor the same picture."""
        return self.shown is not snapshot and (self.shown is None or self.differs(self.shown, snapshot))

    def is_due(self, snapshot: Snapshot, now: float) -> bool:
        # Frames do not come to the millisecond.
        return now - self.shown_at > self.pace - FRAME / 2 and self.lacks(snapshot)

    def lateness(self, now: float) -> float:
        """How many of its paces ago it was shown."""
        return (now - self.shown_at) / self.pace
