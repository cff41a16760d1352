"""The one slot between the training thread and the window: the newest snapshot wins."""

from __future__ import annotations

import threading

from engine.train.snapshot import Snapshot


class Mailbox:
    """One slot: the newest snapshot wins. ``taken`` is set when the window has painted it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self.painted = threading.Event()

    def put(self, snapshot: Snapshot) -> None:
        with self._lock:
            self._snapshot = snapshot
            self.painted.clear()

    def take(self) -> Snapshot | None:
        with self._lock:
            snapshot, self._snapshot = self._snapshot, None
            return snapshot
