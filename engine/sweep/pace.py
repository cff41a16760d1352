"""How fast a sweep is, and how long it takes yet."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.sweep.sweep import Progress


class Pace:
    """How fast a sweep is, by the steps that it has made since it began, those from before not counted."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: tuple[float, int] | None = None

    def of(self, progress: Progress) -> tuple[float, float] | None:
        """Trials an hour, and seconds left; None before there is something to go by."""
        if self._began is None:
            self._began = self._clock(), progress.work
        since, work = self._began
        took, made = self._clock() - since, progress.work - work
        if took < 1 or made <= 0:
            return None
        each = progress.whole_work / max(1, progress.total)
        return made / took / each * 3600, max(0.0, progress.whole_work - progress.work) * took / made


def duration(seconds: float) -> str:
    """``0:07``, ``12:30``, ``3:04:05``"""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
