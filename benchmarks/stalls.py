"""How late a short timer of the window comes, and what it waited for: its own work, a free core, or something else."""

from __future__ import annotations

import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

TICK: Final = 0.004
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Stall:
    """Seconds between two ticks, less `TICK`: of these the window's thread was ``working``, or ready and ``queued`` for
    a core that others had; in the rest it ``waited``, for the interpreter lock or for the system. ``at``: since the
    start."""

    at: float
    late: float
    working: float
    queued: float

    @property
    def waited(self) -> float:
        return max(0.0, self.late - self.working - self.queued)

    @property
    def own(self) -> float:
        """What would be there on a machine with nothing else to do."""
        return max(0.0, self.late - self.queued)


class Ticker(QObject):
    """A timer of 4 ms in the window's thread, which stands for whatever a person does with the window."""

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[Stall] = []
        self._started = self._last = 0.0
        self._before = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        self._started = self._last = time.perf_counter()
        self._before = time.thread_time(), _queued()
        self._timer.start(round(TICK * 1000))

    def stop(self) -> None:
        self._timer.stop()

    def _on_tick(self) -> None:
        now, (working, queued) = time.perf_counter(), self._before
        self._before = time.thread_time(), _queued()
        late = max(0.0, now - self._last - TICK)
        self.stalls.append(Stall(now - self._started, late, self._before[0] - working, self._before[1] - queued))
        self._last = now

    def figures(self) -> dict[str, object]:
        """Milliseconds: the worst by the wall, without what others had of the cores, and by the thread's own work; and
        the five worst, part by part."""
        late, own, working = (
            np.array([getattr(stall, name) for stall in self.stalls]) * 1000 for name in ("late", "own", "working")
        )
        worst = sorted(self.stalls, key=lambda stall: -stall.own)[:5]
        return {
            "p99": float(np.quantile(late, 0.99)),
            "wall": float(late.max()),
            "own": float(own.max()),
            "working": float(working.max()),
            "worst": [asdict(stall) | {"waited": stall.waited} for stall in worst],
        }


def _queued() -> float:
    """Seconds that this thread was ready to run while others had the cores; 0 where the system does not say."""
    try:
        return int(Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
