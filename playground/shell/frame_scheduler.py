"""Which parts of the window show a snapshot, and which wait for one of the next.

Training waits while the window paints (see `playground.worker.training_loop`), and so does a person who moves the
mouse. So a part that has nothing new to show is left out, and of the parts that take long to paint only so many are
shown at once as a frame has time for; the others follow one frame later, those first that are most overdue.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer

from engine.train.snapshot import Snapshot
from playground.ui.panel_parts import Part

BUDGET: Final = 0.004
"""Seconds that the parts of one frame may take, unless a single one takes more."""
CATCH_UP: Final = 50
"""Milliseconds without a snapshot after which those that were left out show the last one: more than a frame."""
TRUST: Final = 0.2
"""Weight of the newest frame in what a part is thought to take."""


class FrameScheduler(QObject):
    """Says whose turn it is. ``show_again`` is called when no other snapshot comes, but parts have been left out."""

    def __init__(self, show_again: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()
        self._run: int | None = None
        self._catch_up = QTimer(self, singleShot=True)
        self._catch_up.setInterval(CATCH_UP)
        self._catch_up.timeout.connect(show_again)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Other parts than before, which have shown nothing yet."""
        self._parts = parts
        self._run = None

    @contextmanager
    def frame(self, snapshot: Snapshot | None, *, training: bool) -> Iterator[None]:
        """Lets parts show the snapshot. The caller paints inside, so that it is known how long both have taken."""
        self._catch_up.stop()
        now = time.perf_counter()
        if self._is_for_all(snapshot, training):
            chosen = [part for part in self._parts if part.is_seen()]
        else:
            chosen = self._chosen(snapshot, now)
        self._run = snapshot.run if snapshot is not None else None
        for part in chosen:
            part.shown, part.shown_at = snapshot, now
            part.show(snapshot)
        yield
        if snapshot is None:
            return  # what takes long is to show figures
        if chosen:
            self._learn(chosen, time.perf_counter() - now)
        if any(part.lacks(snapshot) and part.is_seen() for part in self._parts):
            self._catch_up.start()

    def _is_for_all(self, snapshot: Snapshot | None, training: bool) -> bool:
        is_new = snapshot is None or snapshot.run != self._run or snapshot.is_finished or snapshot.looked_back
        return is_new or not training

    def _chosen(self, snapshot: Snapshot | None, now: float) -> list[Part]:
        assert snapshot is not None
        due = [part for part in self._parts if part.is_due(snapshot, now) and part.is_seen()]
        due.sort(key=lambda part: -part.lateness(now))
        chosen: list[Part] = []
        for part in due:
            if not chosen or sum(other.takes for other in chosen) + part.takes <= BUDGET:
                chosen.append(part)
        return chosen

    def _learn(self, shown: Sequence[Part], took: float) -> None:
        """What a frame has taken is shared out as was thought before: parts that are shown in turns get to be known."""
        thought = sum(part.takes for part in shown)
        for part in shown:
            part.takes *= 1 + TRUST * (took / thought - 1)
